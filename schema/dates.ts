// A date is a value with a precision and a basis; "undated" is one of its values.
// It is kept flat (date, datePrecision, dateBasis) in extractions and in Neo4j, so that both read alike.

import type { DateBasis, DatePrecision } from './vocabulary.ts';

export interface DatedFields {
  /** `2021`, `2021-10` or `2021-10-19`, as precise as it is known; null where it is not. */
  readonly date: string | null;
  readonly datePrecision: DatePrecision;
  readonly dateBasis: DateBasis | null;
}

export const UNDATED: DatedFields = { date: null, datePrecision: 'UNKNOWN', dateBasis: null };

/** An ISO date of any precision: year, year-month or year-month-day. */
export const ISO_PARTIAL = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** The date as a value, or null where the string is not a real date of any precision ("2021-02-30" is not). */
export function dated(iso: string, basis: DateBasis): DatedFields | null {
  const parts = ISO_PARTIAL.exec(iso);
  if (!parts) return null;
  const [, year, month, day] = parts;
  if (day === undefined) return { date: iso, datePrecision: month === undefined ? 'YEAR' : 'MONTH', dateBasis: basis };
  const real = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.getUTCFullYear() !== Number(year) || real.getUTCDate() !== Number(day)) return null;
  return { date: iso, datePrecision: 'DAY', dateBasis: basis };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** For reading: "19 October 2021", "October 2021", "2021", "undated". Never more precise than what is known. */
export function dateLabel(iso: string | null | undefined): string {
  const parts = iso ? ISO_PARTIAL.exec(iso) : null;
  if (!parts) return 'undated';
  const [, year, month, day] = parts;
  if (month === undefined) return String(year);
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** "10–12 December 2016", "28 February – 2 March 2017": a span as people write it. Either end may be missing. */
export function spanLabel(start: string | null, end: string | null): string {
  if (!start || !end || start === end) return dateLabel(start ?? end);
  if (start.slice(0, 7) === end.slice(0, 7) && start.length === 10 && end.length === 10) return `${Number(start.slice(8))}–${dateLabel(end)}`;
  return `${dateLabel(start)} – ${dateLabel(end)}`;
}

/**
 * Whether the time the date may stand for touches the range; both ends are days and included; an open end is null.
 * A year touches any range within it. The same test stands in Cypher: `date <= to AND date >= left(from, size(date))`.
 */
export function touches(iso: string, from: string | null, to: string | null): boolean {
  return (to === null || iso <= to) && (from === null || iso >= from.slice(0, iso.length));
}

/** Whether an ISO date of any precision is certainly later than another: 2018 after 2017-05, not 2017 after 2017-05; never where one is unknown. */
export function isCertainlyLater(later: string | null, earlier: string | null): boolean {
  if (later === null || earlier === null) return false;
  const known = Math.min(later.length, earlier.length);
  return later.slice(0, known) > earlier.slice(0, known);
}
