import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, utcSeconds, type CodedStatement, type NetworkSettings } from '../../../graph/analysis/discourse/coded.ts';
import type { KernelSettings } from '../../../graph/analysis/discourse/kernel.ts';
import type { WindowSettings } from '../../../graph/analysis/discourse/windows.ts';
import { networksInWindows, networksSmoothed } from '../../../graph/analysis/network.ts';
import { said, sumOf } from '../../fixtures/codedStatements.ts';

const at = (iso: string): number => utcSeconds(iso) ?? NaN;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
const day = (n: number): string => `2016-12-${String(n).padStart(2, '0')}`;
/** One statement of the ILO on each day. */
const daily = (...days: readonly number[]): CodedStatement[] => days.map((n) => said('ILO', 'ratify', true, { date: day(n), document: `d${n}` }));

describe('a moving window', () => {
  const COUNTS: NetworkSettings = { ...DEFAULT_SETTINGS, mode: 'TWO_MODE', aggregation: 'IGNORE' };
  const windows = (statements: readonly CodedStatement[], window: Pick<WindowSettings, 'unit' | 'size'>, settings: Partial<NetworkSettings> = {}) => networksInWindows(statements, { ...COUNTS, ...settings }, { seed: null, ...window });

  it('covers just as many days as asked, where DNA covers one more of an even number', () => {
    const statements = daily(1, 2, 3, 4, 5, 6);
    expect(windows(statements, { unit: 'DAYS', size: 3 }).map(({ statementCount }) => statementCount)).toEqual([3, 3, 3, 3]);
    expect(windows(statements, { unit: 'DAYS', size: 3 }).map(({ from, middle, to }) => [from, middle, to].map(iso))[0]).toEqual([1, 2, 3].map(day));
    expect(windows(statements, { unit: 'DAYS', size: 4 }).map(({ statementCount }) => statementCount)).toEqual([4, 4, 4]);
    expect(windows(statements, { unit: 'DAYS', size: 4 }, { compat: 'DNA_3' }).map(({ statementCount }) => statementCount)).toEqual([5, 5]);
    expect(windows(statements, { unit: 'DAYS', size: 1 }).map(({ statementCount }) => statementCount)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('stays where nothing was said, with all rows where isolates are asked for', () => {
    const statements = daily(1, 2, 7, 8);
    expect(windows(statements, { unit: 'DAYS', size: 2 }).map(({ rows }) => rows.length)).toEqual([1, 1, 0, 0, 0, 1, 1]);
    expect(windows(statements, { unit: 'DAYS', size: 2 }, { isolates: true }).map(({ weights }) => weights)).toEqual([[[2]], [[1]], [[0]], [[0]], [[0]], [[1]], [[2]]]);
  });

  it('moves by weeks, months and years within the range that is asked for', () => {
    const statements = ['2016-01-10', '2016-03-10', '2017-06-01'].map((date) => said('ILO', 'ratify', true, { date, document: date }));
    const range = { from: at('2016-01-01'), to: at('2017-12-31') };
    expect(windows(statements, { unit: 'YEARS', size: 1 }, range).map(({ from, to, statementCount }) => [iso(from), iso(to), statementCount])).toEqual([['2016-01-01', '2016-12-31', 2], ['2017-01-01', '2017-12-31', 1]]);
    expect(windows(statements, { unit: 'MONTHS', size: 3 }, range)).toHaveLength(22);
    expect(windows(statements, { unit: 'MONTHS', size: 3 }, range)[0]).toMatchObject({ statementCount: 2, from: at('2016-01-01') });
    expect(windows(statements, { unit: 'WEEKS', size: 2 }, { ...range, to: at('2016-01-28') }).map(({ from, to }) => [iso(from), iso(to)])).toEqual([['2016-01-01', '2016-01-14'], ['2016-01-08', '2016-01-21'], ['2016-01-15', '2016-01-28']]);
  });

  it('of events has as many statements on either side, and draws those of one day the same way for the same seed', () => {
    const statements = [...daily(1, 2), said('IOM', 'ratify', true, { date: day(2), document: 'd3' }), said('WIMN', 'ratify', true, { date: day(2), document: 'd4' }), ...daily(9)];
    expect(windows(statements, { unit: 'EVENTS', size: 3 }).map(({ rows }) => rows)).toEqual([['ILO', 'IOM'], ['ILO', 'IOM', 'WIMN'], ['ILO', 'IOM', 'WIMN']]);
    const drawn = (seed: number) => networksInWindows(statements, COUNTS, { unit: 'EVENTS', size: 3, seed }).map(({ rows }) => rows.join());
    expect(drawn(7)).toEqual(drawn(7));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => drawn(seed).join('|'))).size).toBeGreaterThan(1);
  });

  it('leaves out what is undated, and repetitions over the whole range', () => {
    const statements = [...daily(1, 3), said('ILO', 'ratify', true, { date: null })];
    expect(windows(statements, { unit: 'DAYS', size: 1 }, { duplicates: 'ACROSS_RANGE' }).map(({ statementCount }) => statementCount)).toEqual([1, 0, 0]);
  });

  it('that is none, or one of too many, is refused', () => {
    expect(() => windows(daily(1), { unit: 'DAYS', size: 0 })).toThrow(/whole number from 1/);
    expect(() => windows(daily(1), { unit: 'DAYS', size: 1 }, { from: at('1990-01-01') })).toThrow(/more than 5,000 windows/);
    expect(windows([], { unit: 'DAYS', size: 1 })).toEqual([]);
  });
});

describe('a kernel', () => {
  const smooth = (statements: readonly CodedStatement[], kernel: Partial<KernelSettings>, settings: Partial<NetworkSettings> = {}) =>
    networksSmoothed(statements, { ...DEFAULT_SETTINGS, mode: 'TWO_MODE', aggregation: 'IGNORE', ...settings }, { shape: 'UNIFORM', unit: 'DAYS', width: 4, indented: false, ...kernel });
  /** The weights of a statement on the 3rd as of the 1st to the 5th. */
  const around = (shape: KernelSettings['shape'], settings: Partial<NetworkSettings> = {}) => smooth(daily(3), { shape }, { from: at(day(1)), to: at(day(5)), ...settings }).map(({ weights }) => sumOf(weights));

  it('weighs a statement by how far it is from the moment', () => {
    expect(around('UNIFORM')).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(around('TRIANGULAR')).toEqual([0, 0.5, 1, 0.5, 0]);
    expect(around('EPANECHNIKOV')).toEqual([0, 0.5625, 0.75, 0.5625, 0]);
    expect(around('GAUSSIAN')[2]).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
    expect(around('TRIANGULAR', { compat: 'DNA_3' })).toEqual([2, 1.5, 1, 0.5, 0]);
  });

  it('ties two actors by the geometric mean of their weights, and nobody to itself as DNA does', () => {
    const statements = [said('ILO', 'ratify', true, { date: day(3) }), said('IOM', 'ratify', true, { date: day(4) }), said('IOM', 'ratify', false, { date: day(4), document: 'd2' })];
    const as = (aggregation: NetworkSettings['aggregation'], compat: NetworkSettings['compat'] = 'DOCUMENTED') => smooth(statements, { shape: 'EPANECHNIKOV' }, { mode: 'ONE_MODE', aggregation, compat, from: at(day(3)), to: at(day(3 + 1)) })[0]?.weights ?? [];
    const tie = Math.sqrt(0.75 * 0.5625);
    expect(as('CONGRUENCE')[0]?.[1]).toBeCloseTo(tie, 12);
    expect(as('CONFLICT')[0]?.[1]).toBeCloseTo(tie, 12);
    expect(as('SUBTRACT')[0]?.[1]).toBeCloseTo(0, 12);
    expect(as('IGNORE')[0]?.[1]).toBeCloseTo(2 * tie, 12);
    expect(as('IGNORE').map((line, i) => line[i])).toEqual([0, 0]);
    expect(as('IGNORE', 'DNA_3')[0]?.[0]).toBeCloseTo(0.75, 12);
  });

  it('averages by the counts of the whole period, place by place', () => {
    const statements = [said('ILO', 'ratify', true, { date: day(3) }), said('ILO', 'ratify', true, { date: day(3), document: 'd2' }), said('ILO', 'firewalls', true, { date: day(3) }), said('IOM', 'ratify', true, { date: day(3) })];
    const [whole] = smooth(statements, {}, { mode: 'ONE_MODE', aggregation: 'CONGRUENCE', normalization: 'AVERAGE' });
    expect(whole?.weights[0]?.[1]).toBeCloseTo(2 * 0.5 * (2 / 3 + 2 / 1), 12);
  });

  it('keeps half a width from the ends where it is indented, and takes an odd width one wider', () => {
    const statements = daily(1, 9);
    expect(smooth(statements, {}).map(({ middle }) => iso(middle))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(day));
    expect(smooth(statements, { indented: true }).map(({ middle }) => iso(middle))).toEqual([3, 4, 5, 6, 7].map(day));
    expect(smooth(statements, { indented: true, width: 3 })).toEqual(smooth(statements, { indented: true }));
  });

  it('subtracts what is against, and counts what COMBINE would as SUBTRACT', () => {
    const statements = [said('ILO', 'ratify', true, { date: day(3) }), said('ILO', 'firewalls', false, { date: day(3) })];
    expect(smooth(statements, {}, { aggregation: 'SUBTRACT' })[0]?.weights).toEqual([[-0.5, 0.5]]);
    expect(smooth(statements, {}, { aggregation: 'COMBINE' })[0]?.weights).toEqual([[-0.5, 0.5]]);
    expect(() => smooth(statements, {}, { normalization: 'ACTIVITY' })).toThrow(/not defined for networks smoothed/);
  });
});
