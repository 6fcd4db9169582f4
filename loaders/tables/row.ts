// One row of a table under its mapping: its fields as typed values, and how to complain about them.

import { UNDATED, type DatedFields } from '../../schema/dates.ts';
import { Failure } from '../../schema/failures.ts';
import { foldName } from '../../schema/names.ts';
import { readDate } from './dateFormats.ts';
import type { CellMapping, DateMapping } from './mapping.ts';
import type { TableRow } from './tableFile.ts';

/** The headings of a table, found by name. */
export class Heading {
  readonly cells: readonly string[];
  private readonly places = new Map<string, number>();
  private readonly folded = new Map<string, number[]>();

  constructor(cells: readonly string[]) {
    this.cells = cells;
    for (const [at, cell] of cells.entries()) {
      if (!this.places.has(cell)) this.places.set(cell, at);
      const name = foldName(cell);
      this.folded.set(name, [...(this.folded.get(name) ?? []), at]);
    }
  }

  /** The place of a column: by its very heading, else by one that differs in capitals and punctuation alone; -1 where the table has none. */
  placeOf(column: string): number {
    return this.places.get(column) ?? this.folded.get(foldName(column))?.[0] ?? -1;
  }

  /** Whether two columns have this heading. */
  isDoubled(column: string): boolean {
    return this.placeOf(column) >= 0 && (this.folded.get(foldName(column))?.length ?? 0) > 1 && this.cells.filter((cell) => cell === column).length !== 1;
  }
}

/** The words of `values`, folded once for all the rows. */
const folded = new WeakMap<object, ReadonlyMap<string, string>>();
function meaningsOf(values: Readonly<Record<string, string | null>>): ReadonlyMap<string, string> {
  const known = folded.get(values);
  if (known) return known;
  const meanings = new Map(Object.entries(values).map(([word, meaning]) => [foldName(word), meaning ?? '']));
  folded.set(values, meanings);
  return meanings;
}

export class Row {
  private readonly uri: string;
  private readonly heading: Heading;
  private readonly source: TableRow;

  constructor(uri: string, heading: Heading, source: TableRow) {
    this.uri = uri;
    this.heading = heading;
    this.source = source;
  }

  /** @throws Failure UNREADABLE_DOCUMENT with the row, and its line where that is another. */
  fail(problem: string): never {
    const { row, line } = this.source;
    throw new Failure('UNREADABLE_DOCUMENT', `${this.uri}, ${row === line ? `line ${line}` : `row ${row} (line ${line})`}: ${problem}.`);
  }

  column(column: string): string {
    return this.source.cells[this.heading.placeOf(column)] ?? '';
  }

  /** What a field says, '' where it says nothing. */
  optional({ column, value, values, otherwise }: CellMapping): string {
    if (value !== undefined) return value;
    const written = this.column(column ?? '');
    if (values === undefined || written === '') return written || (otherwise ?? '');
    const meaning = meaningsOf(values).get(foldName(written)) ?? otherwise;
    return meaning ?? this.fail(`"${written}" in the column "${column}" is not one of ${Object.keys(values).join(', ')}`);
  }

  required(cell: CellMapping): string {
    return this.optional(cell) || this.fail(`the column "${cell.column}" is empty; fill it in`);
  }

  /** A field that may have no mapping at all. */
  maybe(cell: CellMapping | undefined): string {
    return cell ? this.optional(cell) : '';
  }

  date(cell: DateMapping | undefined): DatedFields {
    const written = cell ? this.optional(cell) : '';
    if (!cell || written === '') return UNDATED;
    return readDate(written, cell.format ?? []) ?? this.fail(`"${written}" in the column "${cell.column}" is no date; write ${(cell.format ?? ['YYYY', 'YYYY-MM', 'YYYY-MM-DD']).join(', ').replace(/, (?=[^,]*$)/, ' or ')}`);
  }

  oneOf<T extends string>(cell: CellMapping, values: readonly T[]): T {
    const written = this.required(cell);
    const value = written.toUpperCase().replace(/[\s-]+/g, '_');
    return values.find((known) => known === value) ?? this.fail(`"${written}"${cell.column === undefined ? '' : ` in the column "${cell.column}"`} is not one of ${values.join(', ')}`);
  }

  /** A template with its braces filled in. */
  filled(template: string, own: string): string {
    return template.replace(/\{([^{}]*)\}/g, (_, column: string) => (column === '' ? own : this.column(column)));
  }

  /** Headings and cells of some columns, the empty ones left out. */
  shown(columns: readonly string[]): { readonly heading: string; readonly cell: string }[] {
    return columns.flatMap((column) => {
      const cell = this.column(column);
      return cell === '' ? [] : [{ heading: this.heading.cells[this.heading.placeOf(column)] ?? column, cell }];
    });
  }
}
