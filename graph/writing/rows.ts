// What a document says as rows for the queries that write it. Pure: an extraction and what people have decided give rows.

import { readingOf, type Decision, type StatementReading } from '../../schema/decisions.ts';
import type { EntityRecord, Extraction, RelationRecord, StatementRecord } from '../../schema/extraction.ts';
import { nodeTypeOf, type EntityType } from '../../schema/ids.ts';
import { STATED_RELATIONS, type StatedRelation } from '../../schema/model.ts';
import { decided, decisionsByStatement, hasDrifted } from '../decisions/onStatements.ts';
import type { Redirects } from '../decisions/redirects.ts';
import { TOLD_APART_BY, type Join, type Place, type Row, type Rows } from './queries.ts';

export const present = (fields: Row): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** A statement as it will stand in the graph. */
export interface Standing {
  readonly record: StatementRecord;
  readonly reading: StatementReading;
  readonly properties: Record<string, unknown>;
}

/** Stands in for the date that an undated statement has not, so that one index holds all statements in the order of their dates: before every date. */
const NO_DATE = '-';

/** The properties of a statement that a reading of it decides. */
export const readingProperties = ({ act, stance, position, voice, date, datePrecision, dateBasis }: StatementReading): Row => ({ act, stance, position, voice, date, dateKey: date ?? NO_DATE, datePrecision, dateBasis });

export interface Decisions {
  readonly redirects: Redirects;
  /** On statements of this document, not undone. */
  readonly onStatements: readonly Decision[];
}

/** The statements as decided, and to which of them each decision applies now. */
export function standingOf({ document, statements }: Extraction, onStatements: readonly Decision[]): { standing: Standing[]; applied: Rows } {
  const found = onStatements.length === 0 ? new Map<StatementRecord, readonly Decision[]>() : decisionsByStatement(onStatements, statements);
  const standing = statements.map((record): Standing => {
    const extracted = readingOf(record);
    const { reading, review, isCorrected } = decided(extracted, found.get(record) ?? []);
    const { id, quote, start, end, confidence, rule } = record;
    return { record, reading, properties: present({ id, quote, start, end, confidence, rule, ...readingProperties(reading), review, restriction: document.restriction, extracted: isCorrected ? JSON.stringify(extracted) : null }) };
  });
  const places = new Map([...found].flatMap(([record, decisions]) => decisions.map(({ id }) => [id, record] as const)));
  const applied = onStatements.map(({ id, before, subject, start }) => {
    const record = places.get(id);
    return { id, appliesTo: record?.id ?? null, subject: record?.id ?? subject, start: record?.start ?? start, document: document.id, drifted: record && hasDrifted(before, record) ? true : null };
  });
  return { standing, applied };
}

export type JoinRow = { readonly of: string; readonly other: string; readonly as: readonly string[] | null };

/** Ids under the entity that each is shown under: `as` holds what the text named where that is not the entity itself. */
export function joinsOf(of: string, ids: readonly string[], shown: (entity: string) => string): JoinRow[] {
  return [...Map.groupBy([...new Set(ids)], shown)].map(([other, named]) => ({ of, other, as: named.length === 1 && named[0] === other ? null : named.toSorted() }));
}

/** Which entities a reading of a statement names, by the relationship that joins them. */
export const namedIn = ({ actors, commitment, forum, addressees, instruments }: Pick<StatementReading, 'actors' | 'commitment' | 'forum' | 'addressees' | 'instruments'>): Readonly<Record<Exclude<Join, 'AUTHORED' | 'PRESENTED_AT'>, readonly string[]>> => ({ MADE: actors, ON: [commitment], IN: forum ? [forum] : [], ADDRESSED_TO: addressees, CITES: instruments });

export function entityRow(record: EntityRecord): Row & { readonly id: string } {
  const { type: _type, aliases, ...properties } = record;
  const { name: _name, kind: _kind, ...known } = properties;
  return { id: record.id, properties: present(properties), known: present(known), aliases };
}

const isNamed = (id: string): boolean => nodeTypeOf(id) !== 'Document';

/** Entities that something of the document is joined to, as it names them; a name to which nothing is joined would only be in the way. */
function joinedIn(extraction: Extraction, standing: readonly Standing[]): Set<string> {
  const { document, statements, relations } = extraction;
  const asNamed = (id: string): string => id;
  const stated = standing.flatMap(({ reading }) => Object.values(namedIn(reading)).flat());
  const related = relations.filter(({ from, to }) => isNamed(from) && isNamed(to)).flatMap(({ from, to }) => [from, to]);
  const mentioned = mentionRows(extraction, asNamed).map(({ entity }) => entity);
  return new Set([...stated, ...related, ...mentioned, ...statements.flatMap(({ themes }) => themes), ...document.authors, ...(document.forum ? [document.forum] : [])]);
}

/** Entities of the document and what decisions need, each once, in order of id: two loaders that name the same things take them in the same order. */
export function entityRows(extraction: Extraction, standing: readonly Standing[], { redirects, onStatements }: Decisions): { shown: Readonly<Record<EntityType, Rows>>; merged: Rows } {
  const { entities, statements } = extraction;
  const joined = joinedIn(extraction, standing);
  const rows = new Map<string, Row>(entities.filter(({ id }) => joined.has(id)).map((record) => [record.id, entityRow(record)]));
  for (const { commitment: id, title } of [...statements, ...standing.map(({ reading }) => reading)]) if (!rows.has(id)) rows.set(id, { id, properties: { id, title }, known: {}, aliases: [] });
  const corrected = onStatements.flatMap(({ snapshots }) => snapshots).filter(({ id }) => joined.has(id));
  for (const { id, properties, aliases } of [...redirects.snapshots, ...corrected]) if (!rows.has(id)) rows.set(id, { id, properties, known: {}, aliases });
  const shown: Record<EntityType, Row[]> = { Actor: [], Country: [], Instrument: [], Forum: [], Commitment: [], Theme: [] };
  const merged: Row[] = [];
  for (const [id, row] of [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const type = nodeTypeOf(id);
    if (redirects.isMerged(id)) merged.push({ ...row, into: redirects.shown(id, '') });
    else if (type !== null && type in shown) shown[type as EntityType].push(row); // an entity's type, as the key says
  }
  return { shown, merged };
}

/** Partnership reads both ways and is stored once: from the smaller id. */
const ordered = ({ type, from, to }: RelationRecord): readonly [string, string] => (type === 'PARTNERED_WITH' && to < from ? [to, from] : [from, to]);

/** Where a relation between two entities is shown, and what the text named. */
export function placeOf(from: string, to: string, shown: (entity: string) => string): { readonly place: Place; readonly from: string; readonly to: string; readonly as: string } {
  const [a, b] = [shown(from), shown(to)];
  if (a === b && from !== to) return { place: 'within', from, to, as: '' };
  return { place: 'shown', from: a, to: b, as: a === from && b === to ? '' : `${from} ${to}` };
}

export function relationRows({ relations }: Extraction, shown: (entity: string) => string): { type: StatedRelation; place: Place; rows: Rows }[] {
  const placed = relations
    .filter(({ from, to }) => isNamed(from) && isNamed(to))
    .map((relation) => {
      const { place, ...ends } = placeOf(...ordered(relation), shown);
      const { type, properties, passages } = relation;
      const key = TOLD_APART_BY[type];
      const kept = Object.fromEntries(Object.entries(properties).filter(([name, value]) => value !== '' && name !== key));
      return { type, place, row: { ...ends, key: (key && properties[key]) ?? '', properties: kept, passages } };
    });
  return STATED_RELATIONS.flatMap((type) => (['shown', 'within'] as const).map((place) => ({ type, place, rows: placed.filter((one) => one.type === type && one.place === place).map(({ row }) => row) })));
}

/** Pairs of entities between which the document states something, as it named them; by these it is taken back. */
export function pairsOf({ relations, statements }: Extraction): string[] {
  const stated = relations.map((relation) => ordered(relation).join(' '));
  const themed = statements.flatMap(({ commitment, themes }) => themes.map((theme) => `${commitment} ${theme}`));
  return [...new Set([...stated, ...themed])].toSorted();
}

/** Themes as the document gives them to the commitments that it names itself; what a person corrects is not the document's word. */
export function aboutRows({ document, statements }: Extraction, shown: (entity: string) => string): Rows {
  const pairs = new Map(statements.flatMap(({ commitment, themes }) => themes.map((theme) => [`${commitment} ${theme}`, placeOf(commitment, theme, shown)] as const)));
  return [...pairs.values()].map(({ place: _place, ...ends }) => ({ ...ends, documents: [document.id] }));
}

/** Each mention with the passage it stands in; both lists are walked once, in the order of the text. */
export function mentionRows({ passages, mentions }: Extraction, shown: (entity: string) => string): (Row & { readonly entity: string })[] {
  const inOrder = passages.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return mentions
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, surface, entity: named, rule, score, alternatives }) => {
      while (at + 1 < inOrder.length && (inOrder[at + 1]?.start ?? 0) <= start) at += 1;
      const within = inOrder[at];
      const entity = shown(named);
      return within && within.start <= start && end <= within.end ? [{ passage: within.id, entity, properties: { start, end, surface, rule, score, ...(alternatives ? { alternatives } : {}), ...(entity === named ? {} : { as: [named] }) } }] : [];
    });
}
