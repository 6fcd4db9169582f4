// Networks over time by a moving window: the same network again and again, of the statements around each moment.
// DNA_3: [t − a, t + a], a = (w − 1) / 2 rounded half up, as moments: an even w covers w + 1 units.
// DOCUMENTED: w whole units, from (w − 1) / 2 rounded down before t to w / 2 rounded down after it, each to its last second.
// Source: Leifeld, DNA 3.x (time windows).

import { Failure } from '../../../schema/failures.ts';
import { endOfDay, startOfDay, type CodedStatement, type NetworkSettings } from './coded.ts';
import { plus, type TimeUnit } from './periods.ts';
import { numbersFrom, shuffled } from './random.ts';
import type { Selection } from './selection.ts';

/** EVENTS counts statements, not time. */
export type WindowUnit = TimeUnit | 'EVENTS';

export interface WindowSettings {
  readonly unit: WindowUnit;
  /** In units, at least 1. */
  readonly size: number;
  /** Units from one window to the next, at least 1; 1 where absent. */
  readonly step?: number;
  /** EVENTS only: statements of one moment are taken in the order of the text, or where a seed is given in one drawn with it. */
  readonly seed: number | null;
}

/** The statements around a moment. */
export interface Window {
  /** Seconds, both included. */
  readonly from: number;
  readonly middle: number;
  readonly to: number;
  readonly statements: readonly CodedStatement[];
}

/** More would be computed than anybody can look at. */
export const MOST_WINDOWS = 5_000;

/** @throws Failure BAD_USER_INPUT, QUERY_TOO_EXPENSIVE */
function refuseSize({ size, step = 1 }: WindowSettings): void {
  if (!Number.isSafeInteger(size) || size < 1) throw new Failure('BAD_USER_INPUT', `A window of ${size} units is none; give a whole number from 1.`);
  if (!Number.isSafeInteger(step) || step < 1) throw new Failure('BAD_USER_INPUT', `Windows ${step} units apart are none; give a whole number from 1.`);
}

/** The first and the last moment there is: of the range asked for, else of the dated statements; null where there are none. */
export function rangeOf({ inRange }: Pick<Selection, 'inRange'>, { from, to, compat }: NetworkSettings): { from: number; to: number } | null {
  const dates = inRange.flatMap(({ date }) => date ?? []);
  const [first, last] = [from ?? dates[0], to ?? dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  return compat === 'DNA_3' ? { from: first, to: last } : { from: startOfDay(first), to: endOfDay(last) };
}

/** From the first moment to the last in steps of a unit. @throws Failure QUERY_TOO_EXPENSIVE */
export function moments(first: number, last: number, unit: TimeUnit): number[] {
  const found: number[] = [];
  for (let at = first; at <= last; at = plus(first, found.length, unit)) {
    if (found.push(at) > MOST_WINDOWS) throw new Failure('QUERY_TOO_EXPENSIVE', `There would be more than ${MOST_WINDOWS.toLocaleString('en')} windows; take a larger unit or a shorter range.`);
  }
  return found;
}

function timeWindows(selection: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings, unit: TimeUnit, { size, step = 1 }: WindowSettings): Window[] {
  const range = rangeOf(selection, settings);
  if (!range) return [];
  const asDna = settings.compat === 'DNA_3';
  const before = asDna ? Math.floor(size / 2) : Math.floor((size - 1) / 2); // (w − 1) / 2 rounded half up is w / 2 rounded down
  const end = (middle: number): number => (asDna ? plus(middle, before, unit) : plus(middle, Math.floor(size / 2) + 1, unit) - 1);
  return moments(range.from, range.to, unit)
    .map((middle) => ({ from: plus(middle, -before, unit), middle, to: end(middle) }))
    .filter(({ from, to }) => from >= range.from && to <= range.to)
    .filter((_, at) => at % step === 0)
    .map(({ from, middle, to }) => ({ from, middle, to, statements: selection.kept.filter(({ date }) => date !== null && date >= from && date <= to) }));
}

/** Half the size before and after each statement; only where there are as many. */
function eventWindows({ kept }: Pick<Selection, 'kept'>, { size, seed, step = 1 }: WindowSettings): Window[] {
  const half = Math.floor(size / 2);
  const inOrder = seed === null ? kept : shuffled(kept, numbersFrom(seed)).toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0));
  if (inOrder.length > MOST_WINDOWS) throw new Failure('QUERY_TOO_EXPENSIVE', `There would be ${inOrder.length} windows, more than ${MOST_WINDOWS.toLocaleString('en')}; take a unit of time, or a shorter range.`);
  return inOrder.flatMap((statement, at): Window[] => {
    const statements = inOrder.slice(Math.max(0, at - half), at + half + 1);
    const [first, last] = [statements[0]?.date, statements.at(-1)?.date];
    if (at < half || (at - half) % step !== 0 || at + half >= inOrder.length || statement.date === null || first === null || first === undefined || last === null || last === undefined) return [];
    return [{ from: first, middle: statement.date, to: last, statements }];
  });
}

/**
 * The windows in the order of time, those that reach beyond the range left out, empty ones kept.
 * @param selection of dated statements (`select` with timed)
 * @throws Failure BAD_USER_INPUT for a size that is none; QUERY_TOO_EXPENSIVE for too many windows
 */
export function windowsOf(selection: Pick<Selection, 'inRange' | 'kept'>, settings: NetworkSettings, window: WindowSettings): Window[] {
  refuseSize(window);
  return window.unit === 'EVENTS' ? eventWindows(selection, window) : timeWindows(selection, settings, window.unit, window);
}
