// The count cube: how many statements link a row value with a column value at a level of the qualifier.
// X[i,c,k] in the formulas; n(i) = Σ_c Σ_k X[i,c,k]. Source: Leifeld, DNA 3.x.

import { refuseTooLarge, valueOf, type CodedStatement, type NetworkSettings } from './coded.ts';
import type { Selection } from './selection.ts';

export type Level = number | string | null;

/** One cell of the cube that is not zero. */
export interface Entry {
  readonly row: number;
  readonly level: number;
  readonly count: number;
}

export interface Cube {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Ascending. A boolean has 0 and 1; what has no qualifier has the one level null, last. */
  readonly levels: readonly Level[];
  /** By row: counts by place, where a place is column × levels.length + level. */
  readonly counts: readonly ReadonlyMap<number, number>[];
}

/** Distinct values that are not missing, in the order of UTF-16 code units. */
export const labelsOf = (statements: readonly CodedStatement[], variable: string): string[] => [...new Set(statements.map((statement) => valueOf(statement, variable)))].filter((value) => value !== '').sort();

/** The rows and columns of a network: the values of the statements that count, or with isolates of all in the range. */
export function sidesOf({ inRange, kept }: Pick<Selection, 'inRange' | 'kept'>, { rows, columns, isolates, mode }: NetworkSettings): { rows: string[]; columns: string[] } {
  const of = isolates ? inRange : kept;
  const sides = { rows: labelsOf(of, rows), columns: labelsOf(of, columns) };
  refuseTooLarge(sides.rows.length, mode === 'ONE_MODE' ? sides.rows.length : sides.columns.length);
  return sides;
}

const levelOf = ({ qualifier }: CodedStatement, { qualifier: kind }: NetworkSettings): Level => (kind === 'NONE' || qualifier === null ? null : typeof qualifier === 'boolean' ? Number(qualifier) : qualifier);

/** Those of a document's words are taken from what is kept, all others from what is in the range; so do the weights of a scale hold while exclusions change. */
export function levelsOf({ inRange, kept }: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings): Level[] {
  const found = new Set((settings.qualifier === 'DOCUMENT' ? kept : inRange).map((statement) => levelOf(statement, settings)));
  if (settings.qualifier === 'BOOLEAN') found.add(0).add(1);
  const missing = found.delete(null) || found.size === 0;
  const ascending = [...found].filter((level) => level !== null && level !== '').sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1));
  return missing && (settings.aggregation === 'IGNORE' || ascending.length === 0) ? [...ascending, null] : ascending;
}

/** Sums a weight of each statement into the cells of the cube; statements whose values are not among the sides are passed over. */
export function cubeOf(statements: readonly CodedStatement[], sides: { readonly rows: readonly string[]; readonly columns: readonly string[] }, levels: readonly Level[], settings: NetworkSettings, weightOf: (statement: CodedStatement) => number = () => 1): Cube {
  const rowAt = new Map(sides.rows.map((label, at) => [label, at]));
  const columnAt = new Map(sides.columns.map((label, at) => [label, at]));
  const levelAt = new Map(levels.map((level, at) => [level, at]));
  const counts = sides.rows.map(() => new Map<number, number>());
  for (const statement of statements) {
    const [row, column, level] = [rowAt.get(valueOf(statement, settings.rows)), columnAt.get(valueOf(statement, settings.columns)), levelAt.get(levelOf(statement, settings))];
    const cells = row === undefined ? undefined : counts[row];
    if (!cells || column === undefined || level === undefined) continue;
    const place = column * levels.length + level;
    cells.set(place, (cells.get(place) ?? 0) + weightOf(statement));
  }
  return { ...sides, levels, counts };
}

/** n(i) for each row: all its statements. */
export const rowTotals = ({ counts }: Cube): number[] => counts.map((cells) => [...cells.values()].reduce((sum, count) => sum + count, 0));

/** The cells of each column that are not zero, by rows. */
export function entriesByColumn({ columns, levels, counts }: Cube): Entry[][] {
  const byColumn: Entry[][] = columns.map(() => []);
  for (const [row, cells] of counts.entries()) for (const [place, count] of cells) byColumn[Math.floor(place / levels.length)]?.push({ row, level: place % levels.length, count });
  return byColumn;
}

/** For each pair of rows, the sum over the places where both are above zero of what they have there; symmetric, the diagonal 0. */
export function sumWhereBoth({ rows, counts }: Cube, of: (one: number, other: number) => number): number[][] {
  const sums = zeros(rows.length, rows.length);
  const byPlace = new Map<number, { row: number; count: number }[]>();
  for (const [row, cells] of counts.entries()) for (const [place, count] of cells) {
    if (count <= 0) continue;
    const here = byPlace.get(place);
    if (here) here.push({ row, count });
    else byPlace.set(place, [{ row, count }]);
  }
  for (const here of byPlace.values()) {
    for (const [at, one] of here.entries()) {
      for (let next = at + 1; next < here.length; next++) {
        const other = here[next];
        if (other) add(sums, one.row, other.row, of(one.count, other.count));
      }
    }
  }
  for (const [i, line] of sums.entries()) for (let h = 0; h < i; h++) line[h] = sums[h]?.[i] ?? 0;
  return sums;
}

export const zeros = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));

export function add(matrix: number[][], row: number, column: number, value: number): void {
  const line = matrix[row];
  if (line) line[column] = (line[column] ?? 0) + value;
}

/** A cell; 0 outside the matrix. */
export const cell = (matrix: readonly (readonly number[])[], row: number, column: number): number => matrix[row]?.[column] ?? 0;
