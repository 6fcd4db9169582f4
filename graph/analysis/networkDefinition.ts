// What a network is, in words and formulas, with all its settings: the caption under a figure.

import type { StatementFilter } from '../traversals/statementFilter.ts';
import type { NetworkVariable } from './coding.ts';
import type { Aggregation, DuplicateRule, NetworkSettings, Normalization } from './discourse/coded.ts';
import type { PolarizationMeasure } from './discourse/polarization.ts';
import type { WindowSettings } from './discourse/windows.ts';
import type { NetworkCounts, NetworkQuestion } from './drawnNetwork.ts';

/** The name of a thing by its id. */
export type NameOf = (id: string) => string;

const WORDS = {
  ACTOR: { one: 'actor', many: 'actors' },
  ORGANISATION: { one: 'organisation', many: 'organisations (persons folded into the body that they speak for)' },
  COMMITMENT: { one: 'commitment', many: 'commitments' },
  THEME: { one: 'theme', many: 'themes' },
  FORUM: { one: 'forum', many: 'forums' },
  INSTRUMENT: { one: 'instrument', many: 'instruments' },
} as const satisfies Readonly<Record<NetworkVariable, object>>;

const ONE_MODE = {
  IGNORE: (column) => `w(i,h) = Σ_c (Σ_k X[i,c,k]) (Σ_k X[h,c,k]): pairs of statements on the same ${column}, whatever their position`,
  CONGRUENCE: (column) => `w(i,h) = Σ_c Σ_k X[i,c,k] X[h,c,k]: pairs of statements that take the same position on the same ${column}`,
  CONFLICT: (column) => `w(i,h) = Σ_c Σ_k X[i,c,k] X[h,c,l], l ≠ k: pairs of statements that take opposite positions on the same ${column}`,
  SUBTRACT: (column) => `w(i,h) = Σ_c Σ_k (X[i,c,k] X[h,c,k] − X[i,c,k] X[h,c,l]), l ≠ k: pairs of statements with the same position on the same ${column} less those with opposite ones`,
  COMBINE: () => '',
} as const satisfies Readonly<Record<Aggregation, (column: string) => string>>;

const TWO_MODE = {
  IGNORE: 'w(i,c) = Σ_k X[i,c,k]: statements, whatever their position',
  SUBTRACT: 'w(i,c) = X[i,c,for] − X[i,c,against]: statements for less statements against',
  COMBINE: 'w(i,c) = 1 where i is only for c, 2 only against, 3 both',
  CONGRUENCE: '',
  CONFLICT: '',
} as const satisfies Readonly<Record<Aggregation, string>>;

const DIVISORS = {
  NO: null,
  ACTIVITY: 'what stands in its row (ACTIVITY: the sum for IGNORE, n(i) for SUBTRACT, the cells that are not 0 for COMBINE)',
  PROMINENCE: 'what stands in its column (PROMINENCE: the sum for IGNORE, n(c) for SUBTRACT, the cells that are not 0 for COMBINE)',
  AVERAGE: '(n(i) + n(h)) / 2, n the number of statements of each (AVERAGE)',
  JACCARD: 'm10 + m01 + m11 over c and k, where m10 sums X[i] where X[h] is 0, m01 the mirror, m11 X[i] X[h] where both are above 0 (JACCARD)',
  COSINE: 'n(i) n(h), n the number of statements of each (COSINE)',
  VECTOR_COSINE: '√(Σ X[i]²) √(Σ X[h]²) (VECTOR_COSINE)',
} as const satisfies Readonly<Record<Normalization, string | null>>;

const REPETITIONS = {
  INCLUDE: 'Repetitions count.',
  DOCUMENT: 'once for each document',
  WEEK: 'once for each week',
  MONTH: 'once for each month',
  YEAR: 'once for each year',
  ACROSS_RANGE: 'once in all',
} as const satisfies Readonly<Record<DuplicateRule, string>>;

const SHOWN = 5;

/** The first few, and how many more. */
function listed(values: readonly string[], nameOf: NameOf): string {
  const names = values.slice(0, SHOWN).map(nameOf);
  return values.length > SHOWN ? `${names.join(', ')} and ${values.length - SHOWN} more` : names.join(', ');
}

/** A filter in words: its fields in use, in the order of the alphabet. */
export function filterInWords(filter: StatementFilter, nameOf: NameOf): string {
  const fields = Object.entries(filter)
    .filter(([, value]: [string, unknown]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]: [string, unknown]) => `${field} ${Array.isArray(value) ? listed(value.map(String), nameOf) : String(value)}`);
  const unseen = filter.reviews && filter.reviews.length > 0 ? '' : '; rejected statements left out';
  return `${fields.length > 0 ? fields.toSorted().join('; ') : 'none'}${unseen}`;
}

function windowsInWords({ unit, size, step = 1 }: WindowSettings, { compat }: NetworkSettings): string {
  const middle = compat === 'DNA_3' ? ', as Discourse Network Analyzer counts them' : unit === 'EVENTS' ? '' : ', whole calendar units';
  return `One network for each position of a window of ${size} ${unit.toLowerCase()} that moves by ${step}${unit === 'EVENTS' ? '' : middle}; statements whose date is not known that precisely are left out.`;
}

const counts = ({ all, counted, excluded, withoutValue, undated, repeated }: NetworkCounts): string => `Of ${all} statements under the filter ${counted} count; left out: ${excluded} excluded, ${withoutValue} without a value for a side, ${undated} undated, ${repeated} repetitions.`;

/** What all questions on a network share: what counts, what is left out, under which filter. */
export function selectionInWords({ settings, exclude, only, windows }: NetworkQuestion, filter: StatementFilter, made: NetworkCounts, nameOf: NameOf): string {
  const same = `The same ${settings.aggregation === 'IGNORE' ? 'values' : 'values and position'} count`;
  return [
    settings.duplicates === 'INCLUDE' ? REPETITIONS.INCLUDE : `${same} ${REPETITIONS[settings.duplicates]}.`,
    ...(exclude.length > 0 ? [`Excluded: ${listed(exclude, nameOf)}.`] : []),
    ...(only.length > 0 ? [`Only: ${listed(only, nameOf)}.`] : []),
    ...(windows ? [windowsInWords(windows, settings)] : []),
    `Computed ${settings.compat === 'DNA_3' ? 'as Discourse Network Analyzer 3.1 does (DNA_3)' : 'as the manual of Discourse Network Analyzer means it (DOCUMENTED)'}.`,
    `Filter: ${filterInWords(filter, nameOf)}.`,
    counts(made),
  ].join(' ');
}

/** What ties and weights are. */
export function networkInWords({ rows, columns, settings, minimumWeight }: Pick<NetworkQuestion, 'rows' | 'columns' | 'settings' | 'minimumWeight'>): string {
  const { mode, aggregation, normalization, isolates } = settings;
  const [row, column] = [WORDS[rows], WORDS[columns]];
  const head = mode === 'ONE_MODE' ? `One-mode network of ${row.many}, tied over ${column.many}, by ${aggregation}: ${ONE_MODE[aggregation](column.one)}` : `Two-mode network of ${row.many} and ${column.many}, by ${aggregation}: ${TWO_MODE[aggregation]}`;
  const divisor = DIVISORS[normalization];
  return [
    `${head}; X[i,c,k] is the number of statements of ${row.one} i on ${column.one} c with position k (for or against).`,
    divisor === null ? 'Weights are not normalised.' : `Each weight is divided by ${divisor}; 0 where that is 0.`,
    ...(isolates ? ['Also those of whom no statement counts (isolates).'] : []),
    ...(minimumWeight > 0 ? [`Weights below ${minimumWeight} without regard to their sign are left out.`] : []),
  ].join(' ');
}

/** How coalitions are found. */
export function coalitionsInWords(question: NetworkQuestion, seed: number, resolution: number): string {
  return `${networkInWords(question)} Coalitions are the communities of its ties above 0 by Louvain's method, resolution ${resolution}, seed ${seed}. Cohesion is the weight of ties among members over the weight of all ties of members. An actor stands where most of its statements on an ask are; pairs are of actors who stand somewhere.`;
}

const MEASURES = {
  SIGNED_MODULARITY: (k: number) => `score = Σ within groups ((A − a(i) a(h) / ‖A‖) − (B − b(i) b(h) / ‖B‖)) / (‖A‖ + ‖B‖), a and b the sums of rows, ‖·‖ the sum of cells; share = score / (1 − 1/${k}), 1 for ${k} equal camps of one mind each, about 0 where any groups would do as well`,
  DNA_DISTANCE: () => 'score = ½ Σ: within groups |A − (n_g (n_g − 1) / W) (‖A‖ / W)| + B, between groups A + |B − (n_g n_h / Bt) (‖B‖ / Bt)|, n_g the sizes, W and Bt the pairs within and between; share = score / (‖A‖ + ‖B‖)',
} as const satisfies Readonly<Record<PolarizationMeasure, (k: number) => string>>;

/** What polarization is. */
export function polarizationInWords({ rows, columns, settings }: NetworkQuestion, measure: PolarizationMeasure, groups: number, seed: number): string {
  const [row, column] = [WORDS[rows], WORDS[columns]];
  return [
    `Polarization of ${row.many} over ${column.many}, ${measure}: ${MEASURES[measure](groups)}.`,
    `A is congruence, ${ONE_MODE.CONGRUENCE(column.one)}; B is conflict, ${ONE_MODE.CONFLICT(column.one)}; both divided by ${DIVISORS.AVERAGE}. The share of disagreement is ‖B‖ / (‖A‖ + ‖B‖); without any, camps only speak of different things.`,
    `The camps are the ${groups} groups with the highest score${measure === 'DNA_DISTANCE' && settings.compat === 'DNA_3' ? ', of sizes as equal as can be' : ''}: all are looked at where they are few (ENUMERATION), else the best of twelve climbs with seed ${seed} (SEARCH).`,
  ].join(' ');
}
