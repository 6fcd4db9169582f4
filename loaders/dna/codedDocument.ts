// A document of a project as an extraction: its text as it stands, each coded position with its exact words. What the coder did not
// code (passages, ids) is filled in as for every extraction from elsewhere.

import { dated, UNDATED, type DatedFields } from '../../schema/dates.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import type { ActorRef, DocumentId, EntityId } from '../../schema/ids.ts';
import { ACTS, STANCES, VOICES, valuesOf, type Position } from '../../schema/vocabulary.ts';
import type { CodedNames } from './codedNames.ts';
import { DOCUMENT_FIELDS, KIND_ATTRIBUTE, kindTold, type Parts, type ProjectMapping } from './projectMapping.ts';
import type { DnaDocument, DnaProject, DnaStatement, DnaVariable } from './projectTables.ts';

export interface CodedDocument {
  /** To be completed (givenExtraction). */
  readonly given: unknown;
  /** What was left out, in words that end a sentence behind the document's name. */
  readonly notes: readonly string[];
}

export interface ProjectReading {
  readonly project: Pick<DnaProject, 'attributes'>;
  readonly parts: ReadonlyMap<number, Parts>;
  readonly mapping: ProjectMapping;
  readonly names: CodedNames;
}

/** A line of a document's notes by which our own export tells a date that is known to the month or year alone. */
const DATE_NOTE = /^date: (\d{4}(?:-\d{2})?)$/m;

/** The day of a document; the first moment of 1970 is how programs write that none is known. */
function dateOf({ Date: seconds, Notes }: DnaDocument): DatedFields {
  if (seconds === 0) return UNDATED;
  const moment = new Date(seconds * 1000);
  const day = Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
  const told = DATE_NOTE.exec(Notes)?.[1];
  return dated(told !== undefined && day.startsWith(told) ? told : day, 'STATED') ?? UNDATED;
}

const valueOf = ({ values }: DnaStatement, variable: DnaVariable | null): string => (variable ? String(values.get(variable.id) ?? '').trim() : '');

/** For, against, or null where neither: the middle of a scale, a word that the mapping does not know. */
function positionOf(statement: DnaStatement, { agreement }: Parts, mapping: ProjectMapping): Position | null {
  if (!agreement) return 'FOR';
  const value = statement.values.get(agreement.id) ?? '';
  const isAmong = (list: ProjectMapping['for']): boolean => (list ?? []).some((one) => String(one).toLowerCase() === String(value).trim().toLowerCase());
  if (isAmong(mapping.against)) return 'AGAINST';
  if (isAmong(mapping.for)) return 'FOR';
  if (typeof value !== 'number') return null;
  return agreement.dataType === 'boolean' ? (value === 1 ? 'FOR' : 'AGAINST') : value > 0 ? 'FOR' : value < 0 ? 'AGAINST' : null;
}

const oneOf = <T extends string>(list: readonly T[], word: string, otherwise: T): T => list.find((one) => one === word.toUpperCase().replaceAll(' ', '_')) ?? otherwise;

/** A coded position, before those that several actors share are put together. */
interface CodedPosition {
  readonly statement: DnaStatement;
  readonly speaker: EntityRecord & { readonly id: ActorRef };
  /** The person who spoke for the speaker. */
  readonly person: (EntityRecord & { readonly id: ActorRef }) | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly forum: EntityRecord | null;
}

/** Why a statement says nothing that the atlas can hold, or what it says. */
function positionIn(statement: DnaStatement, document: DnaDocument, { project, parts: byType, mapping, names }: ProjectReading): CodedPosition | string {
  const parts = byType.get(statement.type);
  if (!parts) return 'of a type that is not read';
  const { start, stop } = statement;
  if (start < 0 || stop > document.Text.length || document.Text.slice(start, stop).trim() === '') return 'outside the text';
  const [organization, who, concept] = [valueOf(statement, parts.actor), valueOf(statement, parts.person), valueOf(statement, parts.concept)];
  if (concept === '' || (organization === '' && who === '')) return 'without speaker or concept';
  const position = positionOf(statement, parts, mapping);
  if (position === null) return 'neither for nor against';
  const kindOf = (variable: DnaVariable | null, name: string) => kindTold((variable && project.attributes.get(variable.id)?.get(name)?.get(mapping.kindAttribute ?? KIND_ATTRIBUTE)) ?? '', mapping);
  const person = who === '' ? null : names.actor(who, null, true);
  const body = organization === '' ? null : names.actor(organization, kindOf(parts.actor, organization), false);
  const speaker = body ?? person;
  if (!speaker) return 'without speaker or concept';
  const field = mapping.forum?.toLowerCase();
  const place = field !== undefined && field in DOCUMENT_FIELDS ? document[DOCUMENT_FIELDS[field as keyof typeof DOCUMENT_FIELDS]].trim() : valueOf(statement, parts.forum);
  const forum = place === '' ? null : names.forum(place);
  const ask = names.ask(concept);
  const author = document.Author.trim();
  const act = oneOf(valuesOf(ACTS), valueOf(statement, parts.act), position === 'FOR' ? 'ENDORSES' : 'CRITICIZES');
  const stance = oneOf(valuesOf(STANCES), valueOf(statement, parts.stance), position === 'FOR' ? 'SUPPORTS' : 'OPPOSES');
  const voice = oneOf(valuesOf(VOICES), valueOf(statement, parts.voice), author !== '' && (author === organization || author === who) ? 'OWN' : 'REPORTED');
  return { statement, speaker, person: body ? person : null, forum, fields: { start, end: stop, commitment: ask.id, title: ask.title, themes: ask.themes, position, act, stance, voice, forum: forum?.id ?? null, rule: 'dna-coding' } };
}

/** Positions that differ in their speaker alone are one statement of several; what a speaker was coded to say twice stays two. */
function statementsOf(positions: readonly CodedPosition[]): Record<string, unknown>[] {
  const statements: { key: string; actors: ActorRef[]; fields: Readonly<Record<string, unknown>> }[] = [];
  for (const { speaker, fields } of positions) {
    const key = JSON.stringify(fields);
    const shared = statements.find((one) => one.key === key && !one.actors.includes(speaker.id));
    if (shared) shared.actors.push(speaker.id);
    else statements.push({ key, actors: [speaker.id], fields });
  }
  return statements.map(({ actors, fields }) => ({ ...fields, actors }));
}

function membershipsOf(positions: readonly CodedPosition[]): Record<string, unknown>[] {
  const found = new Map<string, Record<string, unknown>>();
  for (const { person, speaker, statement } of positions) {
    const key = `${person?.id} ${speaker.id}`;
    if (person && speaker.type === 'Actor' && !found.has(key)) found.set(key, { type: 'MEMBER_OF', from: person.id, to: speaker.id, start: statement.start, end: statement.stop });
  }
  return [...found.values()];
}

/** What a document of a project says. Pure. @param id, uri of the document in the atlas */
export function codedDocument(document: DnaDocument, statements: readonly DnaStatement[], { id, uri }: { readonly id: DocumentId; readonly uri: string }, reading: ProjectReading): CodedDocument {
  const read = statements.map((statement) => positionIn(statement, document, reading));
  const positions = read.filter((one) => typeof one !== 'string');
  const entities = new Map<EntityId, EntityRecord>(positions.flatMap(({ speaker, person, forum }) => [speaker, person, forum].flatMap((record) => (record ? [[record.id, record] as const] : []))));
  const leftOut = Map.groupBy(read.filter((one) => typeof one === 'string'), (reason) => reason);
  const when = dateOf(document);
  const title = document.Title.trim() === '' ? uri : document.Title.trim();
  return {
    given: { document: { id, uri, title, text: document.Text, ...when }, entities: [...entities.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)), statements: statementsOf(positions), relations: membershipsOf(positions) },
    notes: [
      ...[...leftOut].map(([reason, { length }]) => `has ${length} coded ${length === 1 ? 'statement' : 'statements'} ${reason}, which ${length === 1 ? 'was' : 'were'} left out`),
      ...(when.date === null ? ['has no date: its statements are undated'] : []),
    ],
  };
}
