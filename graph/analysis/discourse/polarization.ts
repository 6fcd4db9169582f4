// How polarised a debate is: how well it falls into K groups that agree within and disagree between; the groups with the highest score.
// A congruence, B conflict, both AVERAGE; ‖·‖ the sum of cells; n_g the sizes; sums over ordered pairs of different actors.
//   SIGNED_MODULARITY (default; Gómez, Jensen and Arenas 2009): what lies within groups beyond chance, agreement for, disagreement against
//     score = Σ within ((A − a(i) a(h) / ‖A‖) − (B − b(i) b(h) / ‖B‖)) / (‖A‖ + ‖B‖), a and b the sums of rows
//     share = score / (1 − 1/K): 1 for K equal camps of one mind each, about 0 where any groups would do as well
//   DNA_DISTANCE (Leifeld, DNA 3.x), W = Σ n_g (n_g − 1), Bt the pairs between groups:
//     within   |A − (n_g (n_g − 1) / W) (‖A‖ / W)| + B      between   A + |B − (n_g n_h / Bt) (‖B‖ / Bt)|
//     score = ½ Σ, share = Σ / 2 (‖A‖ + ‖B‖)
//     The formula measures how far a debate is from two camps, and DNA looks for the groups where it is highest: friends come to stand
//     apart. It is here so that DNA's figures can be had. DNA_3 keeps the groups as equal as can be, as DNA's swaps do; DOCUMENTED
//     takes any sizes. In time windows DNA reads one matrix for both; that is not imitated.

import { Failure } from '../../../schema/failures.ts';
import { checked, type CodedStatement, type NetworkSettings } from './coded.ts';
import { cell } from './cube.ts';
import { networkOf } from './networkOf.ts';
import { bestPartition, workOf, type PartitionSearch } from './partitions.ts';
import { select, type Selection } from './selection.ts';
import { windowsOf, type WindowSettings } from './windows.ts';

type Matrix = readonly (readonly number[])[];

export interface Polarization {
  readonly score: number;
  readonly share: number;
  /** Names in their order; the group with the first name comes first. No groups where there are fewer names than groups. */
  readonly groups: readonly (readonly string[])[];
  /** SIGNED_MODULARITY: who neither agrees nor disagrees with anybody, and so belongs to no group. */
  readonly apart: readonly string[];
  /** ENUMERATION has looked at every partition; SEARCH, from many drawn ones on, may have missed the best. */
  readonly method: 'ENUMERATION' | 'SEARCH';
  /** ‖B‖ / (‖A‖ + ‖B‖): of what ties them, the share that is disagreement, 0 to 1. Where it is 0, nobody contradicts anybody: the groups only speak of different things. */
  readonly conflictShare: number;
  readonly statementCount: number;
}

export const POLARIZATION_MEASURES = ['SIGNED_MODULARITY', 'DNA_DISTANCE'] as const;
export type PolarizationMeasure = (typeof POLARIZATION_MEASURES)[number];

export interface GroupSettings {
  readonly measure: PolarizationMeasure;
  /** At least 2. */
  readonly groups: number;
  /** Of the search, where it is one. */
  readonly seed: number;
}

/** More take longer than anybody waits. */
const MOST_ACTORS = 150;
/** Pairs that one question may look at, all windows together: some seconds. */
const MOST_PAIRS = 150_000_000;

const norm = (matrix: Matrix): number => matrix.flat().reduce((sum, cell) => sum + Math.abs(cell), 0);

/** What DNA expects of a pair, by the groups of the two; depends on the sizes of all groups. */
function targets(sizes: readonly number[], normA: number, normB: number): { within: number[]; between: number[][] } {
  const within = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const between = all * (all - 1) - within;
  return {
    within: sizes.map((size) => (within === 0 ? 0 : ((size * (size - 1)) / within) * (normA / within))),
    between: sizes.map((one) => sizes.map((other) => (between === 0 ? 0 : ((one * other) / between) * (normB / between)))),
  };
}

/** Σ over ordered pairs of what each adds. */
function sumOfPairs(groupOf: readonly number[], of: (i: number, h: number, g: number, other: number) => number): number {
  let sum = 0;
  for (const [i, g] of groupOf.entries()) for (const [h, other] of groupOf.entries()) if (i !== h) sum += of(i, h, g, other);
  return sum;
}

type Score = (groupOf: readonly number[]) => number;

interface Scoring {
  readonly score: Score;
  /** What a single move changes; null where all must be counted again. */
  readonly gain: ((groupOf: readonly number[], at: number, group: number) => number) | null;
}

function distance(congruence: Matrix, conflict: Matrix, k: number): Score {
  const [normA, normB] = [norm(congruence), norm(conflict)];
  return (groupOf) => {
    const sizes = Array.from({ length: k }, () => 0);
    for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
    const { within, between } = targets(sizes, normA, normB);
    return sumOfPairs(groupOf, (i, h, g, other) => {
      const [a, b] = [cell(congruence, i, h), cell(conflict, i, h)];
      return g === other ? Math.abs(a - (within[g] ?? 0)) + b : a + Math.abs(b - cell(between, g, other));
    }) / 2;
  };
}

function signedModularity(congruence: Matrix, conflict: Matrix): Scoring {
  const [normA, normB] = [norm(congruence), norm(conflict)];
  const byChance = (matrix: Matrix, whole: number): number[][] => {
    const sums = matrix.map((line) => line.reduce((sum, value) => sum + value, 0));
    return matrix.map((_, i) => matrix.map((__, h) => (whole === 0 ? 0 : ((sums[i] ?? 0) * (sums[h] ?? 0)) / whole)));
  };
  const [a, b] = [byChance(congruence, normA), byChance(conflict, normB)];
  const beyond = congruence.map((line, i) => line.map((value, h) => value - cell(a, i, h) - (cell(conflict, i, h) - cell(b, i, h))));
  // An actor is in one group with itself, whatever the groups: its part is the same for all of them.
  const alone = beyond.reduce((sum, line, i) => sum + (line[i] ?? 0), 0);
  const whole = normA + normB;
  const score: Score = (groupOf) => (whole === 0 ? 0 : (alone + sumOfPairs(groupOf, (i, h, g, other) => (g === other ? cell(beyond, i, h) : 0))) / whole);
  const gain: Scoring['gain'] = (groupOf, at, group) => {
    const [line, from] = [beyond[at] ?? [], groupOf[at]];
    if (from === group || whole === 0) return 0;
    let rise = 0;
    for (const [other, of] of groupOf.entries()) if (other !== at) rise += of === group ? (line[other] ?? 0) : of === from ? -(line[other] ?? 0) : 0;
    return (2 * rise) / whole; // each pair stands in the matrix twice
  };
  return { score, gain };
}

/** The score of groups and what makes of it a share. @param groups at least 2 */
export function polarizationScore(congruence: Matrix, conflict: Matrix, { measure, groups }: Pick<GroupSettings, 'measure' | 'groups'>): Scoring & { readonly share: (score: number) => number } {
  const whole = norm(congruence) + norm(conflict);
  return measure === 'DNA_DISTANCE'
    ? { score: distance(congruence, conflict, groups), gain: null, share: (score) => (whole === 0 ? 0 : score / whole) }
    : { ...signedModularity(congruence, conflict), share: (score) => score / (1 - 1 / groups) };
}

/** What a question may still look at. */
interface Budget {
  pairs: number;
}

const only = (matrix: Matrix, kept: readonly number[]): number[][] => kept.map((i) => kept.map((h) => cell(matrix, i, h)));

function polarizationOf(selection: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings, into: GroupSettings, of: readonly CodedStatement[], budget: Budget): Polarization {
  const { groups: k, measure, seed } = into;
  const matrixOf = (aggregation: 'CONGRUENCE' | 'CONFLICT') => networkOf(selection, { ...settings, mode: 'ONE_MODE', aggregation, normalization: 'AVERAGE' }, of);
  const { rows: all, weights: agreeing } = matrixOf('CONGRUENCE');
  const { weights: opposed } = matrixOf('CONFLICT');
  const whole = norm(agreeing) + norm(opposed);
  const told = { conflictShare: whole === 0 ? 0 : norm(opposed) / whole, statementCount: of.length };
  // Whoever has no tie changes nothing in SIGNED_MODULARITY, and a group for it would be drawn by lot.
  const kept = [...all.keys()].filter((i) => measure === 'DNA_DISTANCE' || all.some((_, h) => cell(agreeing, i, h) !== 0 || cell(opposed, i, h) !== 0));
  const [rows, apart] = [kept.map((i) => all[i] ?? ''), all.filter((_, i) => !kept.includes(i))];
  if (rows.length > MOST_ACTORS) throw new Failure('QUERY_TOO_EXPENSIVE', `Polarization among ${rows.length} is more than can be searched (${MOST_ACTORS}); narrow the filter, or group the actors.`);
  if (rows.length < k) return { score: 0, share: 0, groups: [], apart, method: 'ENUMERATION', ...told };
  const { score, gain, share } = polarizationScore(only(agreeing, kept), only(opposed, kept), into);
  const search: PartitionSearch = { size: rows.length, groups: k, equalSizes: measure === 'DNA_DISTANCE' && settings.compat === 'DNA_3', seed };
  budget.pairs -= workOf(search, gain !== null);
  if (budget.pairs < 0) throw new Failure('QUERY_TOO_EXPENSIVE', `Polarization among so many${measure === 'DNA_DISTANCE' ? ' by DNA_DISTANCE' : ''}, in all windows together, is more than can be searched; narrow the filter, or take fewer windows.`);
  const { groupOf, method } = bestPartition(search, score, gain);
  const best = score(groupOf);
  return { score: best, share: share(best), groups: [...Map.groupBy(rows, (_, at) => groupOf[at] ?? 0).values()], apart, method, ...told };
}

function prepared(statements: readonly CodedStatement[], settings: NetworkSettings, { groups }: GroupSettings, timed: boolean): { used: NetworkSettings; selection: Selection } {
  if (!Number.isSafeInteger(groups) || groups < 2) throw new Failure('BAD_USER_INPUT', `A debate does not fall into ${groups} groups; give a whole number from 2.`);
  const used = checked({ ...settings, mode: 'ONE_MODE', aggregation: 'CONGRUENCE', normalization: 'AVERAGE' });
  return { used, selection: select(statements, used, timed) };
}

/**
 * The polarization of a debate. Mode, aggregation and normalisation of the settings are passed over: they are given above.
 * @throws Failure BAD_USER_INPUT; QUERY_TOO_EXPENSIVE for more than 150 actors
 */
export function polarization(statements: readonly CodedStatement[], settings: NetworkSettings, into: GroupSettings): Polarization {
  const { used, selection } = prepared(statements, settings, into, false);
  return polarizationOf(selection, used, into, selection.kept, { pairs: MOST_PAIRS });
}

/** The same for each position of a moving window, in the order of time; moments in seconds. */
export function polarizationOverTime(statements: readonly CodedStatement[], settings: NetworkSettings, window: WindowSettings, into: GroupSettings): (Polarization & { readonly from: number; readonly middle: number; readonly to: number })[] {
  const { used, selection } = prepared(statements, settings, into, true);
  const budget = { pairs: MOST_PAIRS };
  return windowsOf(selection, used, window).map(({ from, middle, to, statements: within }) => ({ ...polarizationOf(selection, used, into, within, budget), from, middle, to }));
}
