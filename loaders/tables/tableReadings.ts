// What a table says, document by document, and what became of every row of it.

import type { Extraction } from '../../schema/extraction.ts';
import { Failure } from '../../schema/failures.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { NamedMapping } from './mappingFile.ts';
import { openTable, type Table, type TablePart } from './readTable.ts';

/** What became of a table as a whole: told after its last document. */
export interface TableTold {
  readonly kind: 'table';
  readonly uri: string;
  /** The uris of all its documents; what was loaded from this table under any other is in it no more. */
  readonly documents: readonly string[];
  /** Rows below the heading, those that are empty not counted. */
  readonly rows: number;
  readonly emptyRows: number;
  /** Why rows were left out, in their order, each by its number. The others were read. */
  readonly leftOut: readonly string[];
  /** Sentences for the report: where its rows went, which names are new, which columns mean nothing. */
  readonly notes: readonly string[];
}

export type TableReading =
  | { readonly kind: 'said'; readonly extraction: Extraction; readonly readBy: string; readonly notes: readonly string[] }
  | { readonly kind: 'known'; readonly uri: string }
  | TableTold;

export interface TableOptions {
  readonly gazetteer: Gazetteer;
  /** The fingerprint of our rules. */
  readonly rules: string;
  /** Whether this document is in the graph as read by this. */
  readonly isLoaded: (id: string, readBy: string) => boolean;
  /** The mapping that the person named, for every table without regard to its name or header. */
  readonly mapping?: NamedMapping | null;
}

/** New names that the report spells out. */
const SHOWN = 10;
const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Sums up a table while its documents go by. */
class Tally {
  private readonly documents: string[] = [];
  private readonly leftOut: string[] = [];
  private readonly introduced = new Map<string, string>();
  private read = 0;
  private readonly gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  count({ uri, rows, refused, named }: TablePart): void {
    this.documents.push(uri);
    this.read += rows - refused.length;
    this.leftOut.push(...refused);
    for (const { id, name } of named) if (!this.gazetteer.entities.has(id)) this.introduced.set(id, name);
  }

  /** Rows in = rows out; anything else is a bug of ours. @throws Failure UNREADABLE_DOCUMENT where no row could be read */
  told({ uri, rows, emptyRows, notices }: Table): TableTold {
    const { documents, leftOut, read } = this;
    if (read + leftOut.length !== rows) throw new Error(`${uri} has ${rows} rows, and ${read} + ${leftOut.length} were told of`);
    if (rows === 0) throw new Failure('UNREADABLE_DOCUMENT', `${uri} holds a heading and no rows; there is nothing to load.`);
    if (read === 0) throw new Failure('UNREADABLE_DOCUMENT', `No row of ${uri} could be read; nothing of it was changed. The first: ${leftOut[0] ?? ''}`);
    const parts = [`${counted(read, 'row', 'rows')} read into ${counted(documents.length, 'document', 'documents')}`, ...(leftOut.length > 0 ? [`${counted(leftOut.length, 'row', 'rows')} left out`] : []), ...(emptyRows > 0 ? [`${counted(emptyRows, 'row', 'rows')} empty`] : [])];
    return { kind: 'table', uri, documents, rows, emptyRows, leftOut, notes: [`${uri}: ${parts.join(', ')}.`, ...this.newNames(uri), ...notices] };
  }

  private newNames(uri: string): string[] {
    const names = [...this.introduced.values()];
    const more = names.length > SHOWN ? `, and ${(names.length - SHOWN).toLocaleString('en')} more` : '';
    return names.length === 0 ? [] : [`${uri} brings ${counted(names.length, 'name', 'names')} that no word list holds: ${names.slice(0, SHOWN).map((name) => `“${name}”`).join(', ')}${more}.`];
  }
}

/** The readings of a table, its documents in the order of their first rows. @throws Failure naming what is wrong with the table or its mapping */
export async function* tableReadings(path: string, uri: string, { gazetteer, rules, isLoaded, mapping = null }: TableOptions): AsyncGenerator<TableReading> {
  const table = await openTable(path, { uri, given: mapping, gazetteer });
  try {
    const tally = new Tally(gazetteer);
    for await (const part of table.parts()) {
      tally.count(part);
      // Where no row of a document can be read, what was loaded of it before stays: its uri is told with the table.
      if (part.extraction) yield isLoaded(part.id, rules) ? { kind: 'known', uri: part.uri } : { kind: 'said', extraction: part.extraction(), readBy: rules, notes: [] };
    }
    yield tally.told(table);
  } finally {
    await table.close();
  }
}
