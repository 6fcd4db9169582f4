// The stages in their order, nothing else: text of record → passages → names → facts of the document → statements → relations.
// What comes out is checked against the contract; a promise that does not hold is a bug of ours and throws.

import { brokenPromises, extraction, type EntityRecord, type Extraction } from '../schema/extraction.ts';
import { slug, type ActorId, type ActorRef, type EntityId, type ForumId } from '../schema/ids.ts';
import { factsAt, organizersOf, participantsOf, readDocumentFacts, settleOwnForum, type DocumentFacts } from './documentFacts.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { readEntities, type EntityReading } from './entities/readEntities.ts';
import { isForeign, mayBeEnglish } from './facts/language.ts';
import type { ReadDocument } from './reading/readDocument.ts';
import { readRelations } from './relations/readRelations.ts';
import { askReadersOf } from './statements/askReaders.ts';
import { findStatements } from './statements/findStatements.ts';
import type { Mark, MarkKind } from './statements/marking.ts';
import type { HeldForum } from './statements/sources.ts';
import { normalize } from './text/normalize.ts';
import { passagesOf, type Passage } from './text/passages.ts';

const kindOf = (entity: EntityId): MarkKind => (entity.startsWith('instrument:') ? 'instrument' : entity.startsWith('forum:') ? 'forum' : 'actor');
const marksOf = ({ mentions, groups }: EntityReading): Mark[] => [
  ...mentions.map(({ start, end, surface, entity }): Mark => ({ kind: kindOf(entity), start, end, surface, entity })),
  ...groups.map(({ start, end, surface, actor }): Mark => ({ kind: 'group', start, end, surface, entity: actor })),
];

/** Of several words, because a bare acronym names a series. */
const shortName = (record: EntityRecord | undefined, id: ForumId): string => [record?.name ?? id, ...(record?.aliases ?? [])].filter((name) => name.split(' ').length > 2).toSorted((a, b) => a.length - b.length)[0] ?? record?.name ?? id;

const describedOf = ({ described, entities }: EntityReading): Mark[] => described.flatMap(({ start, end, entity }): Mark[] => (entity.startsWith('forum:') ? [{ kind: 'forum', start, end, entity, surface: entities.get(entity)?.name ?? '' }] : []));

/** Occasions whose day and place are in the word lists; those known by month alone are not enough to be told apart. */
const heldOf = ({ forums }: Gazetteer): HeldForum[] => [...forums.values()].flatMap(({ id, place, startDate, endDate }) => (place && startDate?.length === 10 ? [{ id, place, from: startDate, to: endDate ?? startDate }] : []));

/** Words of a meeting's report; one of them says little, several say that a room is speaking. */
const ROOM = /\b(?:participants|sessions?|discussions?|speakers|panell?ists|rapporteurs?|working groups?|breakaway groups?|round ?tables?|it was (?:felt|noted|agreed|said))\b/gi;
const MANY = 4;
const OFTEN = 0.008;

/** A report of a meeting that names neither its authors nor its occasion still has a voice: those who took part in what it reports. */
function unnamedVoice(text: string, { self, title }: DocumentFacts): EntityRecord | null {
  const heard = text.match(ROOM)?.length ?? 0;
  if (self.length > 0 || heard < MANY || heard < text.split(/\s+/).length * OFTEN) return null;
  const id: ActorId = `actor:${slug(title).slice(0, 60).replace(/-+$/, '')}-participants`;
  return { type: 'Actor', id, kind: 'GROUP', name: `Participants of “${title}”`, aliases: [] };
}

/** The statements of an English text with the entities that they bring in: themes, collective voices. */
function statementsOf({ id }: ReadDocument, text: string, passages: readonly Passage[], reading: EntityReading, facts: DocumentFacts, gazetteer: Gazetteer): { statements: Extraction['statements']; entities: EntityRecord[] } {
  const { codebook, themesOf } = askReadersOf(gazetteer);
  const unnamed = unnamedVoice(text, facts);
  const voices = new Map<EntityId, EntityRecord>(unnamed ? [[unnamed.id, unnamed]] : []);
  const collective = (of: typeof participantsOf) => (forum: ForumId): ActorRef => {
    const record = of(forum, (reading.entities.get(forum) ?? gazetteer.entities.get(forum))?.name ?? forum);
    voices.set(record.id, record);
    return record.id as ActorRef; // built as an actor
  };
  const found = findStatements({ document: id, text, passages, marks: marksOf(reading), described: describedOf(reading), held: heldOf(gazetteer), entities: reading.entities, circumstancesAt: (offset) => {
      const here = factsAt(offset, facts);
      return unnamed && here.self.length === 0 ? { ...here, self: [unnamed.id as ActorRef] } : here; // unnamedVoice makes an actor
    }, nameOf: (forum) => shortName(reading.entities.get(forum) ?? gazetteer.entities.get(forum), forum), participantsOf: (forum) => (forum === facts.forum && facts.holder ? facts.holder : collective(participantsOf)(forum)), organizersOf: collective(organizersOf), restriction: facts.restriction, codebook, themesOf });
  // A summary or slogan in another language may hold a word that an English rule knows.
  const statements = found.filter(({ quote }) => !isForeign(quote));
  const used = new Set<EntityId>(statements.flatMap(({ actors, addressees, themes, forum }): EntityId[] => [...actors, ...addressees, ...themes, ...(forum ? [forum] : [])]));
  const known = [...used].flatMap((entity) => voices.get(entity) ?? gazetteer.entities.get(entity) ?? []);
  // In a reading note even "they" and "the paper" are reported: the voice is ours.
  const voiced = facts.isReadingNote ? statements.map((statement) => ({ ...statement, voice: 'REPORTED' as const })) : statements;
  return { statements: voiced, entities: known };
}

function readText(read: ReadDocument, gazetteer: Gazetteer): Extraction {
  const normalized = normalize(read.raw);
  const { text } = normalized;
  const passages = passagesOf(read.id, normalized);
  const found = readEntities(text, passages, gazetteer);
  const facts = readDocumentFacts({ text, passages, metadata: read.metadata, uri: read.uri }, found, gazetteer);
  const reading = settleOwnForum(found, facts, gazetteer);
  // The rules are those of English; of other languages only names are understood, and the language says so.
  const english = mayBeEnglish(facts.language, text);
  const { statements, entities } = english ? statementsOf(read, text, passages, reading, facts, gazetteer) : { statements: [], entities: [] };
  const records = new Map<EntityId, EntityRecord>(entities.map((record) => [record.id, record]));
  for (const [entity, record] of reading.entities) records.set(entity, record);
  const relations = english ? readRelations(passages, reading, facts, gazetteer) : [];
  for (const end of relations.flatMap(({ from, to }) => [from as EntityId, to as EntityId])) { // a document is no end of a stated relation
    const known = records.has(end) ? undefined : gazetteer.entities.get(end);
    if (known) records.set(end, known);
  }
  return {
    document: { id: read.id, uri: read.uri, title: facts.title, kind: read.kind, language: facts.language, ...facts.dated, text, forum: facts.forum, authors: [...facts.authors], restriction: facts.restriction },
    passages: passages.map(({ id, start, end, text: words, page, section, role }) => ({ id, start, end, text: words, page, section, role })),
    entities: [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: [...reading.mentions],
    statements,
    relations,
  };
}

/** Everything one document says, tables excepted (see tables/). Pure: the same document and gazetteer give the same extraction. */
export function extractDocument(read: ReadDocument, gazetteer: Gazetteer): Extraction {
  if (read.kind === 'TABLE') throw new Error(`${read.uri} is a table: its rows are no prose`);
  const checked = extraction.parse(readText(read, gazetteer));
  const wrong = brokenPromises(checked);
  if (wrong.length > 0) throw new Error(`the extraction of ${read.uri} breaks its promises: ${wrong.slice(0, 5).join('; ')}`);
  return checked;
}
