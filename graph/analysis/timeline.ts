// Statements in buckets of time. A date goes into a bucket only where it is known as well as the bucket asks; nothing undated is placed.

import type { DatePrecision } from '../../schema/vocabulary.ts';
import type { DateRow } from '../traversals/timeline.ts';

export type Bucket = 'YEAR' | 'QUARTER' | 'MONTH';

/** A period with its counts; both days are included. `precisions` are those a date must have to be counted here. */
export interface Period {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly precisions: readonly DatePrecision[];
  readonly statementCount: number;
  readonly for: number;
  readonly against: number;
}

export interface Timeline {
  readonly statementCount: number;
  readonly undatedCount: number;
  /** In order of time without gaps. */
  readonly buckets: readonly Period[];
  /** Years of statements that are dated by their year alone, where buckets are shorter; in order of time. */
  readonly coarser: readonly Period[];
}

const MONTHS_IN: Readonly<Record<Bucket, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };
const WELL_ENOUGH: Readonly<Record<Bucket, readonly DatePrecision[]>> = { YEAR: ['DAY', 'MONTH', 'YEAR'], QUARTER: ['DAY', 'MONTH'], MONTH: ['DAY', 'MONTH'] };

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** Months since the year 0: where a bucket of this length begins that holds the date. */
function beginning(date: string, length: number): number {
  const month = Number(date.slice(0, 4)) * 12 + (date.length > 4 ? Number(date.slice(5, 7)) - 1 : 0);
  return month - (month % length);
}

function periodAt(begins: number, bucket: Bucket): Pick<Period, 'period' | 'from' | 'to'> {
  const [year, month, last] = [four(Math.floor(begins / 12)), (begins % 12) + 1, (begins % 12) + MONTHS_IN[bucket]];
  // The day before the first of the next month.
  const days = new Date(Date.UTC(2000, last, 0));
  days.setUTCFullYear(Number(year), last, 0);
  const name = bucket === 'YEAR' ? year : bucket === 'QUARTER' ? `${year}-Q${(month + 2) / 3}` : `${year}-${two(month)}`;
  return { period: name, from: `${year}-${two(month)}-01`, to: `${year}-${two(last)}-${two(days.getUTCDate())}` };
}

interface Counts {
  for: number;
  against: number;
}

function countedBy(rows: readonly DateRow[], keyOf: (date: string) => number): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>();
  for (const { date, position, count } of rows) {
    if (date === null) continue;
    const key = keyOf(date);
    const at = counts.get(key) ?? { for: 0, against: 0 };
    counts.set(key, { for: at.for + (position === 'FOR' ? count : 0), against: at.against + (position === 'AGAINST' ? count : 0) });
  }
  return counts;
}

const period = (begins: number, bucket: Bucket, precisions: readonly DatePrecision[], counts: Counts): Period => ({ ...periodAt(begins, bucket), precisions, ...counts, statementCount: counts.for + counts.against });

const total = (rows: readonly DateRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** How many buckets reach from the first dated statement to the last; for refusing too many before they are made. */
export function bucketCount(rows: readonly DateRow[], bucket: Bucket): number {
  const begins = [...countedBy(wellDated(rows, bucket), (date) => beginning(date, MONTHS_IN[bucket])).keys()];
  return begins.length === 0 ? 0 : (Math.max(...begins) - Math.min(...begins)) / MONTHS_IN[bucket] + 1;
}

const wellDated = (rows: readonly DateRow[], bucket: Bucket): DateRow[] => rows.filter(({ date }) => date !== null && (bucket === 'YEAR' || date.length > 4));

export function timeline(rows: readonly DateRow[], bucket: Bucket): Timeline {
  const length = MONTHS_IN[bucket];
  const counts = countedBy(wellDated(rows, bucket), (date) => beginning(date, length));
  const first = Math.min(...counts.keys());
  const buckets = Array.from({ length: bucketCount(rows, bucket) }, (_, at) => period(first + at * length, bucket, WELL_ENOUGH[bucket], counts.get(first + at * length) ?? { for: 0, against: 0 }));
  const byYear = countedBy(bucket === 'YEAR' ? [] : rows.filter(({ date }) => date?.length === 4), (date) => beginning(date, 12));
  const coarser = [...byYear].toSorted(([a], [b]) => a - b).map(([begins, years]) => period(begins, 'YEAR', ['YEAR'], years));
  return { statementCount: total(rows), undatedCount: total(rows.filter(({ date }) => date === null)), buckets, coarser };
}
