// A CSV table of facts, one sourced fact in each row, as an extraction: its rows are the passages that say so.
// What a table holds is recognised by its header; each kind of table is one entry of TABLES.

import { CsvError, parse } from 'csv-parse/sync';
import { dated } from '../schema/dates.ts';
import type { EntityRecord, Extraction, RelationRecord } from '../schema/extraction.ts';
import { Failure } from '../schema/failures.ts';
import { countryId, isEntityId, nodeTypeOf, passageId, slug, type ActorId, type EntityId, type ForumId, type InstrumentId } from '../schema/ids.ts';
import type { StatedRelation } from '../schema/model.ts';
import { ACTOR_KINDS, FORUM_KINDS, PARTICIPATION_ROLES, valuesOf, type ActorKind, type TreatyStatus } from '../schema/vocabulary.ts';
import { cleanCharacters } from './text/characters.ts';
import type { ReadDocument } from './reading/readDocument.ts';

/** What is known of an entity before the table is read; null where nothing is. */
export type EntityLookup = (id: EntityId) => EntityRecord | null;

interface Fact {
  readonly type: StatedRelation;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly properties: Readonly<Record<string, string>>;
}

/** One row of the table: its fields by column, and how to complain about it. */
class Row {
  readonly line: number;
  private readonly uri: string;
  private readonly fields: ReadonlyMap<string, string>;
  private readonly table: TableReader;

  constructor(table: TableReader, uri: string, line: number, fields: ReadonlyMap<string, string>) {
    this.table = table;
    this.uri = uri;
    this.line = line;
    this.fields = fields;
  }

  /** The field of a column, '' where it is empty or the table has no such column. */
  optional(column: string): string {
    return this.fields.get(column) ?? '';
  }

  required(column: string): string {
    return this.optional(column) || this.fail(`the column "${column}" is empty; fill it in`);
  }

  fail(problem: string): never {
    throw new Failure('UNREADABLE_DOCUMENT', `${this.uri}, line ${this.line}: ${problem}.`);
  }

  /** A date of any precision as a property, nothing where the field is empty. */
  date(column: string): Record<string, string> {
    const value = this.optional(column);
    if (value !== '' && !dated(value, 'STATED')) this.fail(`"${value}" in the column "${column}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD`);
    return value === '' ? {} : { [column]: value };
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const value = this.required(column).toUpperCase().replace(/[\s-]+/g, '_');
    return values.find((known) => known === value) ?? this.fail(`"${this.required(column)}" in the column "${column}" is not one of ${values.join(', ')}`);
  }

  country(column: string, nameColumn: string): EntityId {
    const iso3 = this.required(column);
    if (!/^[A-Z]{3}$/.test(iso3)) this.fail(`"${iso3}" in the column "${column}" is no ISO 3166 code of three capital letters`);
    const name = this.optional(nameColumn);
    return this.table.know(countryId(iso3), name === '' ? null : { type: 'Country', id: countryId(iso3), kind: 'STATE', name, iso3, aliases: [] }, this);
  }

  actor(column: string, nameColumn: string, kind: ActorKind): EntityId {
    const id = this.required(column);
    const type = nodeTypeOf(id);
    if (type !== 'Actor' && type !== 'Country') this.fail(`"${id}" in the column "${column}" is no id of an actor or country, such as actor:un-women or country:PHL`);
    if (type === 'Country') return this.table.know(countryId(id.slice('country:'.length)), null, this);
    const name = this.optional(nameColumn);
    const given = this.optional(`${column}_kind`) === '' ? kind : this.oneOf(`${column}_kind`, valuesOf(ACTOR_KINDS));
    const actor = id as ActorId; // nodeTypeOf has just said so
    return this.table.know(actor, name === '' ? null : { type: 'Actor', id: actor, kind: given, name, aliases: [] }, this);
  }

  forum(column: string): ForumId {
    const id = this.required(column);
    if (nodeTypeOf(id) !== 'Forum') this.fail(`"${id}" in the column "${column}" is no id of a forum, such as forum:gfmd`);
    return id as ForumId; // nodeTypeOf has just said so
  }

  /** An instrument by its id or by the short form that treaty tables use: "CEDAW", "OP-CEDAW", "ILO-C189", "Palermo-Trafficking". */
  instrument(column: string): EntityId {
    const code = this.required(column);
    const short = slug(code);
    const forms = nodeTypeOf(code) === 'Instrument' ? [code] : [short, `${short.replace(/^op-/, '')}-op`, `${short}-protocol`, `${short}-convention`].map((form) => `instrument:${form}`);
    const known = forms.find((id) => isEntityId(id) && this.table.lookup(id) !== null);
    if (known === undefined) this.fail(`the instrument "${code}" is not known; write its id, or add it to the word list of instruments`);
    return this.table.know(known as InstrumentId, null, this); // every form is built with the prefix of an instrument
  }
}

const STATUSES: Readonly<Record<string, TreatyStatus>> = { ratified: 'RATIFIED', accepted: 'RATIFIED', approved: 'RATIFIED', party: 'RATIFIED', acceded: 'ACCEDED', succeeded: 'ACCEDED', signed: 'SIGNED', signatory: 'SIGNED', no_action: 'NOT_PARTY', not_party: 'NOT_PARTY' };

interface TableKind {
  readonly name: string;
  /** Columns it is recognised by. */
  readonly columns: readonly string[];
  /** Further columns that it may have. */
  readonly optional: readonly string[];
  /** Rows that only name something are entered before any row is read for its facts. */
  readonly describe?: (row: Row, table: TableReader) => void;
  readonly facts: (row: Row, table: TableReader) => Fact[];
}

const TABLES: readonly TableKind[] = [
  {
    name: 'ratifications',
    columns: ['iso3', 'country', 'instrument', 'status', 'date', 'source'],
    optional: [],
    facts: (row) => {
      const status = STATUSES[row.required('status').toLowerCase().replace(/[\s-]+/g, '_')] ?? row.fail(`"${row.optional('status')}" in the column "status" is not one of ${Object.keys(STATUSES).join(', ')}`);
      return [{ type: 'PARTY_TO', from: row.country('iso3', 'country'), to: row.instrument('instrument'), properties: { status, ...row.date('date') } }];
    },
  },
  {
    name: 'forums',
    columns: ['id', 'name', 'kind', 'start', 'end', 'place', 'country', 'part_of', 'source'],
    optional: [],
    describe: (row, table) => {
      const { start } = row.date('start');
      const { end } = row.date('end');
      if (start && end && end < start.slice(0, end.length)) row.fail(`the end "${end}" lies before the start "${start}"`);
      const id = row.forum('id');
      const known = table.lookup(id);
      const place = row.optional('place');
      table.add({ type: 'Forum', id, kind: row.oneOf('kind', valuesOf(FORUM_KINDS)), name: row.required('name'), aliases: known?.aliases ?? [], ...(known?.acronym ? { acronym: known.acronym } : {}), ...(start ? { startDate: start } : {}), ...(end ? { endDate: end } : {}), ...(place ? { place } : {}) });
    },
    facts: (row, table) => {
      const id = row.forum('id');
      const facts: Fact[] = [];
      if (row.optional('country') !== '') facts.push({ type: 'HELD_IN', from: id, to: row.country('country', ''), properties: {} });
      if (row.optional('part_of') !== '') facts.push({ type: 'PART_OF', from: id, to: table.know(row.forum('part_of'), null, row), properties: {} });
      return facts;
    },
  },
  {
    name: 'memberships',
    columns: ['member', 'member_name', 'body', 'body_name', 'role', 'since', 'source'],
    optional: ['member_kind', 'body_kind'],
    facts: (row) => {
      const role = row.optional('role');
      return [{ type: 'MEMBER_OF', from: row.actor('member', 'member_name', 'CIVIL_SOCIETY'), to: row.actor('body', 'body_name', 'NETWORK'), properties: { ...(role ? { role } : {}), ...row.date('since') } }];
    },
  },
  {
    name: 'participations',
    columns: ['actor', 'forum', 'role', 'source'],
    optional: ['actor_name', 'actor_kind'],
    facts: (row, table) => [{ type: 'PARTICIPATED_IN', from: row.actor('actor', 'actor_name', 'CIVIL_SOCIETY'), to: table.know(row.forum('forum'), null, row), properties: { role: row.oneOf('role', valuesOf(PARTICIPATION_ROLES)) } }],
  },
  {
    name: 'successions',
    columns: ['from', 'to', 'date', 'source'],
    optional: ['from_name', 'to_name', 'from_kind', 'to_kind'],
    facts: (row) => [{ type: 'SUCCEEDED_BY', from: row.actor('from', 'from_name', 'CIVIL_SOCIETY'), to: row.actor('to', 'to_name', 'CIVIL_SOCIETY'), properties: row.date('date') }],
  },
];

class TableReader {
  readonly entities = new Map<EntityId, EntityRecord>();
  readonly lookup: EntityLookup;

  constructor(lookup: EntityLookup) {
    this.lookup = lookup;
  }

  add(entity: EntityRecord): void {
    this.entities.set(entity.id, entity);
  }

  /** Enters an entity that a row names: as the word lists know it, else as the row describes it. */
  know<T extends EntityId>(id: T, described: EntityRecord | null, row: Row): T {
    if (!this.entities.has(id)) this.add(this.lookup(id) ?? described ?? row.fail(`${id} is not known and the row gives it no name; add it to the word lists, or a name to the row`));
    return id;
  }
}

interface RawRow {
  readonly fields: readonly string[];
  readonly raw: string;
  readonly line: number;
}

/** The records of a CSV text with their place; csv-parse counts lines from 1 and reports the last line of a record. */
function rowsOf(text: string, uri: string): RawRow[] {
  try {
    // With `raw` and `info`, and without `columns`, each record comes as these two.
    const records = parse(text, { bom: true, raw: true, info: true, skip_empty_lines: true, trim: true, max_record_size: 1_000_000 }) as unknown as { readonly record: string[]; readonly raw: string; readonly info: { readonly lines: number } }[];
    return records.map(({ record, raw, info }) => ({ fields: record, raw: raw.trim(), line: info.lines - (raw.trim().match(/\n/g)?.length ?? 0) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure('UNREADABLE_DOCUMENT', `${uri} is no table that can be read: ${error.message.replace(/\.$/, '')}.`, { cause: error });
  }
}

function kindOf(header: readonly string[], uri: string): TableKind {
  const found = TABLES.find(({ columns, optional }) => columns.every((column) => header.includes(column)) && header.every((column) => columns.includes(column) || optional.includes(column)));
  if (found) return found;
  throw new Failure('UNREADABLE_DOCUMENT', `${uri} has the header "${header.join(',')}", which is no table of facts that is known; the known ones are ${TABLES.map(({ name, columns }) => `${name} (${columns.join(',')})`).join('; ')}.`);
}

/**
 * @param lookup what the word lists know of an id
 * @throws Failure UNREADABLE_DOCUMENT naming the line, what is wrong with it and what to do; no row is left out silently
 */
export function readFactTable({ id, uri, raw }: ReadDocument, lookup: EntityLookup): Extraction {
  const [head, ...lines] = rowsOf(cleanCharacters(raw), uri);
  const header = head?.fields.map((column) => column.toLowerCase()) ?? [];
  const kind = kindOf(header, uri);
  const table = new TableReader(lookup);
  let text = head?.raw ?? '';
  const rows = lines.map(({ fields, raw: rowText, line }) => {
    const start = text.length + 1;
    text += `\n${rowText}`;
    return { row: new Row(table, uri, line, new Map(header.map((column, at) => [column, fields[at] ?? '']))), start, end: text.length, text: rowText };
  });
  if (kind.describe) for (const { row } of rows) kind.describe(row, table);
  const relations = rows.flatMap(({ row, start, end }) => {
    const source = row.optional('source') || row.fail('the column "source" is empty; say where the fact stands');
    return kind.facts(row, table).map((fact): RelationRecord => ({ ...fact, properties: { ...fact.properties, source }, start, end, passages: [passageId(id, start, end)] }));
  });
  return {
    document: { id, uri, title: titleOf(uri), kind: 'TABLE', language: 'en', date: null, datePrecision: 'UNKNOWN', dateBasis: null, text, forum: null, authors: [], restriction: null },
    passages: rows.map(({ start, end, text: rowText }) => ({ id: passageId(id, start, end), start, end, text: rowText, page: null, section: kind.name, role: 'CELL' })),
    entities: [...table.entities.values()],
    mentions: [],
    statements: [],
    relations,
  };
}

/** "facts/ratifications.csv" → "Ratifications" */
function titleOf(uri: string): string {
  const name = (uri.split('/').at(-1) ?? uri).replace(/\.csv$/i, '').replace(/[_-]+/g, ' ').trim();
  return name === '' ? uri : name.charAt(0).toUpperCase() + name.slice(1);
}
