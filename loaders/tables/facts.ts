// Rows that state a fact each: the row, as comma-separated text, is the passage that says so.

import type { EntityRecord, Extraction, RelationRecord } from '../../schema/extraction.ts';
import { passageId, type DocumentId, type EntityId } from '../../schema/ids.ts';
import type { StatedRelation } from '../../schema/model.ts';
import { FORUM_KINDS, PARTICIPATION_ROLES, TREATY_STATUSES, valuesOf } from '../../schema/vocabulary.ts';
import type { CellMapping, DateMapping, FactMapping, ForumMapping } from './mapping.ts';
import type { NameReader } from './names.ts';
import type { Row } from './row.ts';

type Properties = Readonly<Record<string, string>>;
export interface Fact {
  readonly type: StatedRelation;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly properties: Properties;
}

const dateAs = (name: string, row: Row, cell: DateMapping | undefined): Properties => {
  const { date } = row.date(cell);
  return date === null ? {} : { [name]: date };
};
const wordAs = (name: string, row: Row, cell: CellMapping | undefined): Properties => {
  const word = row.maybe(cell);
  return word === '' ? {} : { [name]: word };
};

/** Each of the ones with each of the others: two members in one cell are two memberships. */
const each = (type: StatedRelation, froms: readonly EntityId[], tos: readonly EntityId[], properties: Properties): Fact[] => froms.flatMap((from) => tos.map((to) => ({ type, from, to, properties })));

function related(row: Row, mapping: FactMapping, names: NameReader): Fact[] {
  switch (mapping.row) {
    case 'ratification': {
      const status = row.oneOf(mapping.status, valuesOf(TREATY_STATUSES));
      return each('PARTY_TO', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.instrument, 'Instrument'), { status, ...dateAs('date', row, mapping.date) });
    }
    case 'participation':
      return each('PARTICIPATED_IN', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.forum, 'Forum'), { role: row.oneOf(mapping.role, valuesOf(PARTICIPATION_ROLES)) });
    case 'membership':
      return each('MEMBER_OF', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.body, 'Actor'), { ...wordAs('role', row, mapping.role), ...dateAs('since', row, mapping.since) });
    case 'partnership':
      return each('PARTNERED_WITH', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.partner, 'Actor'), wordAs('on', row, mapping.on));
    case 'succession':
      return each('SUCCEEDED_BY', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.heir, 'Actor'), dateAs('date', row, mapping.date));
    case 'adoption':
      return each('ADOPTED', names.some(row, mapping.actor, 'Actor'), names.some(row, mapping.instrument, 'Instrument'), dateAs('date', row, mapping.date));
    case 'forum': {
      const forums = names.some(row, mapping.forum, 'Forum');
      return [...each('HELD_IN', forums, names.all(row, mapping.country, 'Country'), {}), ...each('PART_OF', forums, names.all(row, mapping.partOf, 'Forum'), {})];
    }
    default:
      return mapping satisfies never;
  }
}

/** What a row of a table of forums tells of its forum; the word lists give it their aliases. */
export function describedForum(row: Row, mapping: ForumMapping, names: NameReader): EntityRecord {
  const { start } = dateAs('start', row, mapping.start);
  const { end } = dateAs('end', row, mapping.end);
  if (start && end && end < start.slice(0, end.length)) row.fail(`the end "${end}" lies before the start "${start}"`);
  const [id] = names.some(row, mapping.forum, 'Forum');
  if (!id) row.fail('no forum is named');
  const told = names.knownRecord(id);
  const named = names.named(id);
  const name = mapping.forum.name ? row.required(mapping.forum.name) : (named?.name ?? id);
  const kind = mapping.forum.kind ? row.oneOf(mapping.forum.kind, valuesOf(FORUM_KINDS)) : named?.type === 'Forum' ? named.kind : 'CONFERENCE';
  const place = row.maybe(mapping.place);
  return { type: 'Forum', id, kind, name, aliases: told?.aliases ?? [], ...(told?.acronym ? { acronym: told.acronym } : {}), ...(start ? { startDate: start } : {}), ...(end ? { endDate: end } : {}), ...(place ? { place } : {}) };
}

/** The facts of a row, with their source. @throws Failure where the row cannot be read */
export function factsOf(row: Row, mapping: FactMapping, names: NameReader): Fact[] {
  const source = row.optional(mapping.source) || row.fail(`the column "${mapping.source.column}" is empty; say where the fact stands`);
  return related(row, mapping, names).map((fact) => ({ ...fact, properties: { ...fact.properties, source } }));
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** Cells as one line of comma-separated text, whatever stood between them in the file. */
export const commaSeparated = (cells: readonly string[]): string => cells.map(quoted).join(',');

/** A row that could be read, and what it says. */
export interface RowOfFacts {
  readonly cells: readonly string[];
  readonly facts: readonly Fact[];
}

/** Text, passages and relations of a document: its heading and then its rows, a line each. */
export function factPages(id: DocumentId, heading: readonly string[], rows: readonly RowOfFacts[], section: string): Pick<Extraction, 'passages' | 'relations' | 'statements'> & { readonly text: string } {
  let text = commaSeparated(heading);
  const passages: Extraction['passages'] = [];
  const relations: RelationRecord[] = [];
  for (const { cells, facts } of rows) {
    const words = commaSeparated(cells.slice(0, heading.length));
    const start = text.length + 1;
    text += `\n${words}`;
    const passage = passageId(id, start, text.length);
    passages.push({ id: passage, start, end: text.length, text: words, page: null, section, role: 'CELL' });
    relations.push(...facts.map((fact) => ({ ...fact, properties: { ...fact.properties }, start, end: text.length, passages: [passage] })));
  }
  return { text, passages, relations, statements: [] };
}
