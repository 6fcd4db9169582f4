// Two-mode networks: actors on one side, what they speak about on the other. Source: Leifeld, DNA 3.x.
//   IGNORE    Σ_k X[i,c,k]
//   SUBTRACT  boolean X[i,c,1] − X[i,c,0]; scale Σ_k k X[i,c,k]; words Σ_k X[i,c,k]
//   COMBINE   which levels occur, as the bits of a number, the lowest level the highest bit; boolean: 1 for, 2 against, 3 both
// ACTIVITY divides a row by its sum (IGNORE), by n(i) (SUBTRACT), by its cells that are not zero (COMBINE); PROMINENCE a column likewise.
// A divisor of 0 gives 0.

import { Failure } from '../../../schema/failures.ts';
import type { NetworkSettings } from './coded.ts';
import { add, cell, rowTotals, zeros, type Cube } from './cube.ts';

/** More levels do not fit into the bits of a number. */
const MOST_LEVELS = 50;

/** What one statement at a level adds to its cell, or for COMBINE its bit. */
function worthOf({ levels }: Cube, { aggregation, qualifier }: NetworkSettings): (level: number) => number {
  if (aggregation === 'COMBINE') {
    if (levels.length > MOST_LEVELS) throw new Failure('QUERY_TOO_EXPENSIVE', `The qualifier has ${levels.length} values, more than the ${MOST_LEVELS} that COMBINE can tell apart; take IGNORE or SUBTRACT.`);
    return (level) => 2 ** (levels.length - 1 - level);
  }
  if (aggregation === 'IGNORE' || qualifier === 'SHORT_TEXT' || qualifier === 'DOCUMENT') return () => 1;
  return qualifier === 'BOOLEAN' ? (level) => (levels[level] === 1 ? 1 : -1) : (level) => Number(levels[level]);
}

/** The cells before they are divided. */
export function linksOf(cube: Cube, settings: NetworkSettings): number[][] {
  const weights = zeros(cube.rows.length, cube.columns.length);
  const worth = worthOf(cube, settings);
  const isCombined = settings.aggregation === 'COMBINE';
  for (const [row, cells] of cube.counts.entries()) for (const [place, count] of cells) add(weights, row, Math.floor(place / cube.levels.length), isCombined ? worth(place % cube.levels.length) : count * worth(place % cube.levels.length));
  return weights;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const nonZero = (values: readonly number[]): number => values.filter((value) => value !== 0).length;
const columnOf = (weights: readonly (readonly number[])[], column: number): number[] => weights.map((line) => line[column] ?? 0);

function columnTotals({ columns, levels, counts }: Cube): number[] {
  const totals = columns.map(() => 0);
  for (const cells of counts) for (const [place, count] of cells) totals[Math.floor(place / levels.length)] = (totals[Math.floor(place / levels.length)] ?? 0) + count;
  return totals;
}

/** What each row (ACTIVITY) or column (PROMINENCE) is divided by. */
function divisors(cube: Cube, weights: readonly (readonly number[])[], { aggregation, normalization, compat }: NetworkSettings): number[] {
  const byRow = normalization === 'ACTIVITY';
  const lines = byRow ? weights : cube.columns.map((_, column) => columnOf(weights, column));
  if (aggregation === 'IGNORE') return lines.map(sum);
  if (aggregation === 'SUBTRACT') return byRow ? rowTotals(cube) : columnTotals(cube);
  if (byRow || compat === 'DOCUMENTED') return lines.map(nonZero);
  // DNA counts along rows here where it means columns, and stops where there are not as many of both.
  if (cube.rows.length !== cube.columns.length) throw new Failure('BAD_USER_INPUT', `DNA 3 cannot compute COMBINE with PROMINENCE unless there are as many rows as columns (here ${cube.rows.length} and ${cube.columns.length}); take compat DOCUMENTED.`);
  return weights.map(nonZero);
}

/** The weights from rows to columns. */
export function twoMode(cube: Cube, settings: NetworkSettings): number[][] {
  const weights = linksOf(cube, settings);
  if (settings.normalization === 'NO') return weights;
  const by = divisors(cube, weights, settings);
  return weights.map((line, row) =>
    line.map((_, column) => {
      const divisor = by[settings.normalization === 'ACTIVITY' ? row : column] ?? 0;
      return divisor === 0 ? 0 : cell(weights, row, column) / divisor;
    }),
  );
}
