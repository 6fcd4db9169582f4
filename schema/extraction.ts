// One line of `extract`: what a document says, without a database. The contract between the loaders and the graph.
// All offsets are UTF-16 code units into `document.text`, end exclusive.

import { z } from 'zod';
import { nodeTypeOf, type ActorRef, type CommitmentId, type CountryId, type ActorId, type DocumentId, type EntityId, type ForumId, type InstrumentId, type NodeType, type PassageId, type StatementId, type ThemeId } from './ids.ts';
import { ISO_PARTIAL } from './dates.ts';
import { STATED_RELATIONS } from './model.ts';
import { ACTOR_KINDS, ACTS, DATE_BASES, DATE_PRECISIONS, DOCUMENT_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, PASSAGE_ROLES, POSITIONS, RESTRICTIONS, STANCES, VOICES, valuesOf } from './vocabulary.ts';

const idOf = <T extends string>(...types: readonly NodeType[]) =>
  z.custom<T>((value) => typeof value === 'string' && types.includes(nodeTypeOf(value) as NodeType), { error: ({ input }) => `expected the id of ${types.join(' or ')}, got ${JSON.stringify(input)}` });

const actorRef = idOf<ActorRef>('Actor', 'Country');
const instrumentId = idOf<InstrumentId>('Instrument');
const forumId = idOf<ForumId>('Forum');
const themeId = idOf<ThemeId>('Theme');
const documentId = idOf<DocumentId>('Document');
const passageId = idOf<PassageId>('Passage');
const entityId = idOf<EntityId>('Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme');
const partialDate = z.string().regex(ISO_PARTIAL);
const named = { name: z.string().min(1), aliases: z.array(z.string().min(1)), acronym: z.string().min(1).optional() };
const datedFields = { date: partialDate.nullable(), datePrecision: z.enum(valuesOf(DATE_PRECISIONS)), dateBasis: z.enum(valuesOf(DATE_BASES)).nullable() };
const offset = z.number().int().nonnegative();
const place = { start: offset, end: offset };

export const entityRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Actor'), id: idOf<ActorId>('Actor'), kind: z.enum(valuesOf(ACTOR_KINDS)), ...named }),
  z.object({ type: z.literal('Country'), id: idOf<CountryId>('Country'), kind: z.literal('STATE'), ...named, iso3: z.string().length(3), region: z.string().optional(), subregion: z.string().optional() }),
  z.object({ type: z.literal('Instrument'), id: instrumentId, kind: z.enum(valuesOf(INSTRUMENT_KINDS)), ...named, symbol: z.string().min(1).optional(), adoptedOn: partialDate.optional() }),
  z.object({ type: z.literal('Forum'), id: forumId, kind: z.enum(valuesOf(FORUM_KINDS)), ...named, startDate: partialDate.optional(), endDate: partialDate.optional(), place: z.string().min(1).optional() }),
  z.object({ type: z.literal('Theme'), id: themeId, kind: z.literal('THEME'), ...named }),
]);
/** A named thing that a document mentions or a table lists. */
export type EntityRecord = z.infer<typeof entityRecord>;

export const mention = z.object({
  ...place,
  surface: z.string().min(1),
  entity: entityId,
  /** Which rule of resolution decided, for whoever asks why. */
  rule: z.string().min(1),
  /** 0 to 1, higher is surer. */
  score: z.number().min(0).max(1),
  /** What else the surface may mean, where nothing in the text decided and the usual meaning was taken; absent where something did. */
  alternatives: z.array(entityId).min(1).optional(),
});
export type Mention = z.infer<typeof mention>;

export const passage = z.object({ id: passageId, ...place, text: z.string().min(1), page: z.number().int().positive().nullable(), section: z.string().nullable(), role: z.enum(valuesOf(PASSAGE_ROLES)) });
export type PassageRecord = z.infer<typeof passage>;

export const statement = z.object({
  id: idOf<StatementId>('Statement'),
  ...place,
  quote: z.string().min(1),
  actors: z.array(actorRef).min(1),
  act: z.enum(valuesOf(ACTS)),
  /** For or against the thing that the sentence names. */
  stance: z.enum(valuesOf(STANCES)),
  /** For or against the commitment as titled. */
  position: z.enum(valuesOf(POSITIONS)),
  commitment: idOf<CommitmentId>('Commitment'),
  /** The commitment's title: what is asked or promised, in the imperative. */
  title: z.string().min(1),
  forum: forumId.nullable(),
  voice: z.enum(valuesOf(VOICES)),
  addressees: z.array(actorRef),
  instruments: z.array(instrumentId),
  themes: z.array(themeId),
  ...datedFields,
  /** 0 to 1, higher is surer. */
  confidence: z.number().min(0).max(1),
  rule: z.string().min(1),
  /** The passages that say so: first the one that carries the statement, then the lead-ins it inherits from. */
  passages: z.array(passageId).min(1),
});
export type StatementRecord = z.infer<typeof statement>;

export const relation = z.object({
  type: z.enum(STATED_RELATIONS),
  from: z.union([entityId, documentId]),
  to: z.union([entityId, documentId]),
  properties: z.record(z.string(), z.string()),
  ...place,
  passages: z.array(passageId).min(1),
});
export type RelationRecord = z.infer<typeof relation>;

export const extraction = z.object({
  document: z.object({
    id: documentId,
    uri: z.string().min(1),
    title: z.string().min(1),
    kind: z.enum(valuesOf(DOCUMENT_KINDS)),
    language: z.string().min(2),
    ...datedFields,
    text: z.string(),
    forum: forumId.nullable(),
    authors: z.array(actorRef),
    restriction: z.enum(valuesOf(RESTRICTIONS)).nullable(),
  }),
  passages: z.array(passage),
  entities: z.array(entityRecord),
  mentions: z.array(mention),
  statements: z.array(statement),
  relations: z.array(relation),
});
export type Extraction = z.infer<typeof extraction>;

/** What is wrong with an extraction beyond its shape: offsets that do not hold, references to nothing. Empty when all is well. */
export function brokenPromises({ document, passages, entities, mentions, statements, relations }: Extraction): string[] {
  const known = new Set<string>([document.id, ...entities.map(({ id }) => id)]);
  const passageIds = new Set<string>(passages.map(({ id }) => id));
  const wrong: string[] = [];
  const cut = (start: number, end: number) => document.text.slice(start, end);
  for (const { id, start, end, text } of passages) if (cut(start, end) !== text) wrong.push(`passage ${id} is not the text at its place`);
  for (const { start, end, surface, entity } of mentions) {
    if (cut(start, end) !== surface) wrong.push(`mention of ${entity} at ${start} is not the text at its place`);
    if (!known.has(entity)) wrong.push(`mention of ${entity} at ${start} names an entity without an entry`);
  }
  for (const { id, start, end, quote, passages: cited, actors, addressees, instruments, themes, forum } of statements) {
    if (cut(start, end) !== quote) wrong.push(`statement ${id} is not the text at its place`);
    for (const passageOf of cited) if (!passageIds.has(passageOf)) wrong.push(`statement ${id} cites ${passageOf}, which is no passage`);
    for (const entity of [...actors, ...addressees, ...instruments, ...themes, ...(forum ? [forum] : [])]) if (!known.has(entity)) wrong.push(`statement ${id} names ${entity} without an entry`);
  }
  for (const { type, from, to, passages: cited } of relations) {
    for (const end of [from, to]) if (!known.has(end) && nodeTypeOf(end) !== 'Commitment') wrong.push(`${type} names ${end} without an entry`);
    for (const passageOf of cited) if (!passageIds.has(passageOf)) wrong.push(`${type} from ${from} cites ${passageOf}, which is no passage`);
  }
  if (new Set(statements.map(({ id }) => id)).size !== statements.length) wrong.push('two statements share an id');
  if (passageIds.size !== passages.length) wrong.push('two passages share an id');
  return wrong;
}
