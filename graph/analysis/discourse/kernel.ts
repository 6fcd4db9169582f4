// Networks over time by a kernel: each statement weighs less the further it is from the moment, instead of all or nothing.
//   x = 2 (γ − t) / w in whole units; weights ζ: UNIFORM ½ · TRIANGULAR 1 − |x| · EPANECHNIKOV ¾ (1 − x²), all 0 outside |x| ≤ 1 ·
//   GAUSSIAN φ(x) over all statements. DNA_3 computes TRIANGULAR as 1 − x: later statements weigh up to 2.
//   one mode  Σ_c Σ over pairs of statements q √(ζ₁ ζ₂), which is Σ_c Σ_k Σ_l q(k,l) S[i,c,k] S[h,c,l] with S = Σ √ζ;
//             q = 1 − |k − l| / (K − 1) over the ranks of the K levels, for CONFLICT 1 − q, for SUBTRACT 2q − 1, for IGNORE and words 1
//             AVERAGE multiplies by Σ_{c,k} 2 / (X[i,c,k] + X[h,c,k]), counts of the whole period, empty places passed over
//   two mode  Σ ζ; boolean SUBTRACT ± ζ, scale SUBTRACT rank · ζ (COMBINE is SUBTRACT)
// DNA_3 keeps the ties of an actor with itself. Source: Leifeld, DNA 3.1 (smoothing).

import { Failure } from '../../../schema/failures.ts';
import type { CodedStatement, Network, NetworkSettings } from './coded.ts';
import { add, cell, cubeOf, levelsOf, sidesOf, sumWhereBoth, zeros, type Cube } from './cube.ts';
import { plus, unitsBetween, type TimeUnit } from './periods.ts';
import { products } from './products.ts';
import type { Selection } from './selection.ts';
import { moments, rangeOf } from './windows.ts';

export type KernelShape = 'UNIFORM' | 'TRIANGULAR' | 'EPANECHNIKOV' | 'GAUSSIAN';

export interface KernelSettings {
  readonly shape: KernelShape;
  readonly unit: TimeUnit;
  /** The width in units, at least 1; an odd one is taken one wider, so that both sides are equal. */
  readonly width: number;
  /** Moments keep half a width from the ends of the range. */
  readonly indented: boolean;
}

/** A network as of a moment, in seconds. */
export interface NetworkAt extends Network {
  readonly middle: number;
}

function weightAt(x: number, shape: KernelShape, asDna: boolean): number {
  if (shape === 'GAUSSIAN') return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) > 1) return 0;
  return shape === 'UNIFORM' ? 0.5 : shape === 'TRIANGULAR' ? 1 - (asDna ? x : Math.abs(x)) : 0.75 * (1 - x * x);
}

/** How alike two levels are by their ranks; alone on a scale they are the same, in DNA 0/0. */
function likenessOf({ levels }: Cube, { aggregation, qualifier, compat }: NetworkSettings): (k: number, l: number) => number {
  if (aggregation === 'IGNORE' || qualifier === 'SHORT_TEXT' || qualifier === 'DOCUMENT') return () => 1;
  const span = levels.length === 1 && compat === 'DOCUMENTED' ? 1 : levels.length - 1;
  const likeness = (k: number, l: number): number => 1 - Math.abs(k - l) / span;
  if (aggregation === 'CONGRUENCE') return likeness;
  return aggregation === 'CONFLICT' ? (k, l) => 1 - likeness(k, l) : (k, l) => 2 * likeness(k, l) - 1;
}

/** Σ_{c,k} 2 / (X[i] + X[h]) for each pair of rows, out of R(i) = Σ 2 / X[i] and what the places of both change in it. */
function averaging(whole: Cube): (i: number, h: number) => number {
  const alone = whole.counts.map((cells) => [...cells.values()].reduce((sum, count) => sum + 2 / count, 0));
  const shared = sumWhereBoth(whole, (one, other) => 2 / (one + other) - 2 / one - 2 / other);
  return (i, h) => (i === h ? (alone[i] ?? 0) / 2 : (alone[i] ?? 0) + (alone[h] ?? 0) + cell(shared, i, h));
}

function tiesAt(roots: Cube, factor: (i: number, h: number) => number, settings: NetworkSettings): number[][] {
  const sums = products(roots, likenessOf(roots, settings), settings.compat === 'DNA_3');
  return sums.map((line, i) => line.map((value, h) => (value === 0 ? 0 : value * factor(i, h))));
}

function linksAt(cube: Cube, { aggregation, qualifier }: NetworkSettings): number[][] {
  const weights = zeros(cube.rows.length, cube.columns.length);
  const worth = (level: number): number => (aggregation === 'IGNORE' || qualifier === 'SHORT_TEXT' || qualifier === 'DOCUMENT' ? 1 : qualifier === 'BOOLEAN' ? (level === 1 ? 1 : -1) : level);
  for (const [row, cells] of cube.counts.entries()) for (const [place, weight] of cells) add(weights, row, Math.floor(place / cube.levels.length), weight * worth(place % cube.levels.length));
  return weights;
}

/** @throws Failure BAD_USER_INPUT */
function refuseSettings({ mode, normalization, compat }: NetworkSettings, { width }: KernelSettings): void {
  if (!Number.isSafeInteger(width) || width < 1) throw new Failure('BAD_USER_INPUT', `A kernel of ${width} units is none; give a whole number from 1.`);
  if (normalization === 'NO' || (mode === 'ONE_MODE' && (normalization === 'AVERAGE' || compat === 'DNA_3'))) return;
  throw new Failure('BAD_USER_INPUT', `${normalization} is not defined for networks smoothed by a kernel; take NO${mode === 'ONE_MODE' ? ' or AVERAGE' : ''}.`);
}

/**
 * A network for each moment, in the order of time, all with the same rows and columns.
 * @param selection of dated statements (`select` with timed)
 * @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE
 */
export function smoothed(selection: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings, kernel: KernelSettings): NetworkAt[] {
  refuseSettings(settings, kernel);
  const { unit, shape, indented } = kernel;
  const width = kernel.width + (kernel.width % 2);
  const range = rangeOf(selection, settings);
  if (!range) return [];
  const sides = sidesOf(selection, settings);
  const levels = levelsOf(selection, settings);
  const isOneMode = settings.mode === 'ONE_MODE';
  const factor = settings.normalization === 'NO' ? () => 1 : averaging(cubeOf(selection.kept, sides, levels, settings));
  const [first, last] = indented ? [plus(range.from, width / 2, unit), plus(range.to, -width / 2, unit)] : [range.from, range.to];
  return moments(first, last, unit).map((middle) => {
    const weightOf = ({ date }: CodedStatement): number => (date === null ? 0 : weightAt((2 * unitsBetween(date, middle, unit)) / width, shape, settings.compat === 'DNA_3'));
    const weights = new Map(selection.kept.map((statement) => [statement, weightOf(statement)]));
    const weigh = (statement: CodedStatement): number => weights.get(statement) ?? 0;
    const cube = cubeOf(selection.kept, sides, levels, settings, isOneMode ? (statement) => Math.sqrt(weigh(statement)) : weigh);
    const cells = isOneMode ? tiesAt(cube, factor, settings) : linksAt(cube, settings);
    return { mode: settings.mode, rows: sides.rows, columns: isOneMode ? sides.rows : sides.columns, weights: cells, statementCount: selection.kept.filter((statement) => weigh(statement) > 0).length, middle };
  });
}
