// Which statements a network counts: those in the range, not excluded, with both values, each once where repetitions are left out.
// Source: Leifeld, DNA 3.x (selection of statements for export).

import { Failure } from '../../../schema/failures.ts';
import { endOfDay, startOfDay, valueOf, type CodedStatement, type NetworkSettings } from './coded.ts';
import { isoWeek, javaWeek, monthOf, yearOf } from './periods.ts';

export interface Selection {
  /** Those in the range, in their order: what isolates and the levels of a qualifier are taken from. */
  readonly inRange: readonly CodedStatement[];
  /** Those that count, in their order: by date (undated first), document, place, id. */
  readonly kept: readonly CodedStatement[];
  /** Left out because they are undated and a range of dates, a window or a rule by date was asked for. */
  readonly undatedCount: number;
  /** Left out as excluded, or for a missing value. */
  readonly excludedCount: number;
  /** Left out as repetitions. */
  readonly repeatedCount: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: CodedStatement, b: CodedStatement): number => (a.date ?? -Infinity) - (b.date ?? -Infinity) || compare(a.document, b.document) || a.start - b.start || a.stop - b.stop || compare(a.id, b.id);
/** −∞ − −∞ is no number: two undated statements are equal in date. */
const byPlace = (a: CodedStatement, b: CodedStatement): number => (a.date === b.date ? inOrder({ ...a, date: 0 }, { ...b, date: 0 }) : inOrder(a, b));

/** Both ends included; whole days (UTC) unless DNA is followed, whose dates are moments. */
function isWithin(date: number, { from, to, compat }: NetworkSettings): boolean {
  const wholeDays = compat === 'DOCUMENTED';
  return (from === null || date >= (wholeDays ? startOfDay(from) : from)) && (to === null || date <= (wholeDays ? endOfDay(to) : to));
}

function isExcluded(statement: CodedStatement, { exclude, invertExclude }: NetworkSettings): boolean {
  return Object.entries(exclude).some(([variable, values]) => values.includes(valueOf(statement, variable)) !== invertExclude);
}

function lacksValue(statement: CodedStatement, { rows, columns, qualifier, aggregation }: NetworkSettings): boolean {
  if (valueOf(statement, rows) === '' || valueOf(statement, columns) === '') return true;
  if (statement.qualifier === null) return aggregation !== 'IGNORE' && qualifier !== 'NONE';
  return (qualifier === 'SHORT_TEXT' || qualifier === 'DOCUMENT') && statement.qualifier === '';
}

/** What kind of value a qualifier must have, told before anything is counted. @throws Failure BAD_USER_INPUT */
function refuseOtherQualifiers(statements: readonly CodedStatement[], { qualifier }: NetworkSettings): void {
  const expected = { NONE: null, BOOLEAN: 'boolean', INTEGER: 'number', SHORT_TEXT: 'string', DOCUMENT: 'string' }[qualifier];
  const wrong = expected === null ? undefined : statements.find(({ qualifier: value }) => value !== null && (typeof value !== expected || (expected === 'number' && !Number.isSafeInteger(value))));
  if (wrong) throw new Failure('BAD_USER_INPUT', `Statement ${wrong.id} has the qualifier ${JSON.stringify(wrong.qualifier)}, which is not ${qualifier}; take the kind that the statements have.`);
}

/** Where a statement can be a repetition of another: the document, or the period as a word; null where nothing equals it. */
function scopeOf({ date, document }: CodedStatement, { duplicates, compat }: NetworkSettings): string | number | null {
  switch (duplicates) {
    case 'INCLUDE':
      return null;
    case 'DOCUMENT':
      return document;
    case 'ACROSS_RANGE':
      return '';
    case 'WEEK': // DNA compares the numbers of weeks and months alone, also of different years
      return date === null ? null : compat === 'DNA_3' ? javaWeek(date) : isoWeek(date);
    case 'MONTH':
      return date === null ? null : compat === 'DNA_3' ? monthOf(date) : `${yearOf(date)}-${monthOf(date)}`;
    case 'YEAR':
      return date === null ? null : yearOf(date);
    default:
      return duplicates satisfies never;
  }
}

/** DNA compares integers as Java objects: beyond those that Java keeps ready (−128 to 127), no two are the same. */
const isNeverEqual = ({ qualifier }: CodedStatement, { compat, aggregation, qualifier: kind }: NetworkSettings): boolean => compat === 'DNA_3' && kind === 'INTEGER' && aggregation !== 'IGNORE' && typeof qualifier === 'number' && (qualifier < -128 || qualifier > 127);

function withoutRepetitions(statements: readonly CodedStatement[], settings: NetworkSettings): CodedStatement[] {
  const { rows, columns, aggregation, qualifier } = settings;
  const seen = new Set<string>();
  return statements.filter((statement) => {
    const scope = scopeOf(statement, settings);
    if (scope === null || isNeverEqual(statement, settings)) return true;
    const compared = aggregation === 'IGNORE' || qualifier === 'NONE' ? null : statement.qualifier;
    const key = JSON.stringify([scope, valueOf(statement, rows), valueOf(statement, columns), compared]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The statements that a network counts. Ranges include both ends. IGNORE takes repetitions without regard to the qualifier,
 * so that it may keep fewer than the other aggregations.
 * @param timed whether the network is cut by time: undated statements have no place in it
 * @throws Failure BAD_USER_INPUT where a qualifier is not of the kind that the settings say
 */
export function select(statements: readonly CodedStatement[], settings: NetworkSettings, timed = false): Selection {
  refuseOtherQualifiers(statements, settings);
  const needsDate = timed || settings.from !== null || settings.to !== null;
  const undated = needsDate ? statements.filter(({ date }) => date === null) : [];
  const inRange = statements.filter(({ date }) => (date === null ? !needsDate : isWithin(date, settings))).toSorted(byPlace);
  const whole = inRange.filter((statement) => !isExcluded(statement, settings) && !lacksValue(statement, settings));
  const kept = withoutRepetitions(whole, settings);
  return { inRange, kept, undatedCount: undated.length, excludedCount: inRange.length - whole.length, repeatedCount: whole.length - kept.length };
}
