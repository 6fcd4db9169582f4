// A table as documents: its rows, grouped or in blocks, each group an extraction of its own that is written whole or not at all.
// The file is read twice: once to see what is in it, then group by group. Memory holds one group at a time.

import { createHash } from 'node:crypto';
import { Failure } from '../../schema/failures.ts';
import { documentId, slug, type DocumentId, type EntityId } from '../../schema/ids.ts';
import { brokenPromises, extraction, type EntityRecord, type Extraction } from '../../schema/extraction.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { askReadersOf } from '../statements/askReaders.ts';
import { mappingByHeader, nameOf, unusedColumns } from './checkColumns.ts';
import { describedForum } from './facts.ts';
import { isStatements, type TableMapping } from './mapping.ts';
import { knownMappings, mappingBeside, type NamedMapping } from './mappingFile.ts';
import { KnownNames, NameReader } from './names.ts';
import { namesInWords } from './namesInWords.ts';
import { extractionOf, readRows, type PartReaders, type ReadRows } from './part.ts';
import { Heading, Row } from './row.ts';
import { RowSpool } from './rowSpool.ts';
import { formOf, rowsOf, type TableRow } from './tableFile.ts';

/** Rows of one document at most; a larger group becomes several. */
export const ROWS_PER_DOCUMENT = 500;

/** A document of a table, its cells read and its words not yet understood. */
export interface TablePart {
  readonly id: DocumentId;
  /** Of the table where it is all of it, else with `#` and the name of the group or the rows. */
  readonly uri: string;
  readonly rows: number;
  /** Why rows were left out, each by its number. */
  readonly refused: readonly string[];
  /** All that the cells of its good rows name. */
  readonly named: readonly EntityRecord[];
  /** Null where no row could be read. */
  readonly extraction: (() => Extraction) | null;
}

export interface Table {
  readonly uri: string;
  /** Rows below the heading, those that are empty not counted. */
  readonly rows: number;
  readonly emptyRows: number;
  /** What the reader of the report should know though nothing is wrong. */
  readonly notices: readonly string[];
  /** Each document once, groups in the order of their first rows. @throws Failure UNREADABLE_DOCUMENT at once where the mapping says that a bad row refuses the table */
  readonly parts: () => AsyncGenerator<TablePart>;
  /** Removes what was put aside; must be called. */
  readonly close: () => Promise<void>;
}

interface Group {
  readonly name: string;
  readonly title: string;
  readonly places: readonly number[];
}

const readers = new WeakMap<Gazetteer, PartReaders>();
function readersOf(gazetteer: Gazetteer): PartReaders {
  const known = readers.get(gazetteer);
  if (known) return known;
  const made = { names: new KnownNames(gazetteer), words: { ...askReadersOf(gazetteer), namesIn: (text: string) => namesInWords(text, gazetteer), entities: gazetteer.entities } };
  readers.set(gazetteer, made);
  return made;
}

/** "facts/ratifications.csv" → "Ratifications" */
function titleOf(uri: string): string {
  const name = (uri.split('/').at(-1) ?? uri).replace(/\.(?:csv|tsv)$/i, '').replace(/[_-]+/g, ' ').trim();
  return name === '' ? uri : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Rows by what their cells in the grouping columns say, in order of first appearance. */
class Groups {
  private readonly places = new Map<string, number[]>();
  private readonly columns: readonly number[];

  constructor(heading: Heading, mapping: TableMapping) {
    this.columns = (mapping.group ?? []).map((column) => heading.placeOf(column));
  }

  add(place: number, { cells }: TableRow): void {
    const key = JSON.stringify(this.columns.map((column) => cells[column] ?? ''));
    const places = this.places.get(key);
    if (places) places.push(place);
    else this.places.set(key, [place]);
  }

  /** Groups cut into documents, each with a name of its own within the table; '' for a table that is one document. */
  documents(title: string): Group[] {
    const taken = new Map<string, number>();
    return [...this.places].flatMap(([key, places]) => {
      const values = JSON.parse(key) as string[]; // as add wrote it
      const count = Math.ceil(places.length / ROWS_PER_DOCUMENT);
      const stem = values.length === 0 ? '' : values.map((value) => (value === '' ? 'none' : slug(value))).join('-');
      const times = (taken.get(stem) ?? 0) + 1;
      taken.set(stem, times);
      const own = times === 1 ? stem : `${stem}--${times}`;
      return Array.from({ length: count }, (_, at): Group => {
        const from = at * ROWS_PER_DOCUMENT;
        const held = places.slice(from, from + ROWS_PER_DOCUMENT);
        const rows = count === 1 ? '' : `${from + 1}-${from + held.length}`;
        const group = values.filter((value) => value !== '').join(', ');
        return { places: held, name: [own, rows && `rows-${rows}`].filter(Boolean).join('.'), title: [title, group].filter(Boolean).join(': ') + (rows && `, rows ${rows}`) };
      });
    });
  }
}

const isEmpty = ({ cells }: TableRow): boolean => cells.every((cell) => cell === '');

/** Opens a table: finds its mapping, checks that it fits, and puts its rows aside. @param given the mapping the person named, if any */
export async function openTable(path: string, { uri, given, gazetteer }: { readonly uri: string; readonly given?: NamedMapping | null; readonly gazetteer: Gazetteer }): Promise<Table> {
  const told = given ?? (await mappingBeside(path));
  const form = await formOf(path, told?.mapping ?? {});
  const spool = await RowSpool.open();
  try {
    const rows = rowsOf(path, uri, form);
    let first = await rows.next();
    while (!first.done && isEmpty(first.value)) first = await rows.next();
    if (first.done) throw new Failure('UNREADABLE_DOCUMENT', `${uri} holds no rows; there is nothing to load.`);
    const heading = new Heading(first.value.cells);
    const named = told ?? mappingByHeader(uri, heading, await knownMappings());
    const unused = unusedColumns(uri, heading, named);
    const groups = new Groups(heading, named.mapping);
    let [count, emptyRows] = [0, 0];
    for await (const row of rows) {
      if (isEmpty(row)) emptyRows += 1;
      else {
        count += 1;
        groups.add(await spool.add(row), row);
      }
    }
    const table = new OpenTable(uri, heading, named, groups.documents(named.mapping.title ?? titleOf(uri)), spool, readersOf(gazetteer));
    const notices = unused.length > 0 ? [`${uri}: ${named.file} makes nothing of the column${unused.length > 1 ? 's' : ''} ${unused.map((column) => `"${column}"`).join(', ')}; name what is not needed under "ignore".`] : [];
    return { uri, rows: count, emptyRows, notices, parts: () => table.parts(), close: () => spool.close() };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

class OpenTable {
  private readonly uri: string;
  private readonly heading: Heading;
  private readonly named: NamedMapping;
  private readonly documents: readonly Group[];
  private readonly spool: RowSpool;
  private readonly readers: PartReaders;
  /** What the table tells of entities that no word list knows; a table of forums tells of them wherever in it. */
  private readonly described = new Map<EntityId, EntityRecord>();

  constructor(uri: string, heading: Heading, named: NamedMapping, documents: readonly Group[], spool: RowSpool, partReaders: PartReaders) {
    this.uri = uri;
    this.heading = heading;
    this.named = named;
    this.documents = documents;
    this.spool = spool;
    this.readers = partReaders;
  }

  async *parts(): AsyncGenerator<TablePart> {
    const { mapping } = this.named;
    if (mapping.row === 'forum') await this.describeForums();
    if (mapping.badRows === 'refuse') {
      for (const group of this.documents) {
        const [problem] = this.cellsOf(await this.spool.read(group.places)).refused;
        if (problem !== undefined) throw new Failure('UNREADABLE_DOCUMENT', problem);
      }
    }
    for (const group of this.documents) yield this.part(group, await this.spool.read(group.places));
  }

  private cellsOf(rows: readonly TableRow[]): ReadRows {
    return readRows(rows.map((row) => ({ row: new Row(this.uri, this.heading, row), cells: row.cells })), this.heading, this.named.mapping, new NameReader(this.readers.names, this.described), this.readers.words.codebook);
  }

  private part(group: Group, rows: readonly TableRow[]): TablePart {
    const { mapping } = this.named;
    const cells = this.cellsOf(rows);
    const id = this.idOf(group, rows);
    const uri = group.name === '' ? this.uri : `${this.uri}#${group.name}`;
    return { id, uri, rows: rows.length, refused: cells.refused, named: [...cells.entities.values()], extraction: cells.count === 0 ? null : () => checked(extractionOf({ id, uri, title: group.title, heading: this.heading.cells, section: isStatements(mapping) ? null : nameOf(this.named.file), mapping }, cells, this.readers)) };
  }

  /** The same rows under the same mapping are the same document, wherever in the table and whatever their line ends. */
  private idOf({ name, title }: Group, rows: readonly TableRow[]): DocumentId {
    const hash = createHash('sha256').update(JSON.stringify([this.named.mapping, name, title, this.heading.cells]));
    for (const { cells } of rows) hash.update(JSON.stringify(cells));
    return documentId(hash.digest('hex'));
  }

  private async describeForums(): Promise<void> {
    const { mapping } = this.named;
    if (mapping.row !== 'forum') return;
    for (const { places } of this.documents) {
      for (const source of await this.spool.read(places)) {
        const row = new Row(this.uri, this.heading, source);
        try {
          const record = describedForum(row, mapping, new NameReader(this.readers.names, new Map()));
          this.described.set(record.id, record);
        } catch (error) {
          if (!(error instanceof Failure)) throw error; // a bad row is told when the facts are read
        }
      }
    }
  }
}

function checked(said: Extraction): Extraction {
  const sound = extraction.parse(said);
  const wrong = brokenPromises(sound);
  if (wrong.length > 0) throw new Error(`the extraction of ${said.document.uri} breaks its promises: ${wrong.slice(0, 5).join('; ')}`);
  return sound;
}
