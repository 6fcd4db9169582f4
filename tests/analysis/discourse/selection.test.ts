import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, utcSeconds, type CodedStatement, type NetworkSettings } from '../../../graph/analysis/discourse/coded.ts';
import { isoWeek, javaWeek, plus, unitsBetween } from '../../../graph/analysis/discourse/periods.ts';
import { select } from '../../../graph/analysis/discourse/selection.ts';
import { said } from '../../fixtures/codedStatements.ts';

const keptBy = (statements: readonly CodedStatement[], settings: Partial<NetworkSettings>) => select(statements, { ...DEFAULT_SETTINGS, ...settings });
const count = (statements: readonly CodedStatement[], settings: Partial<NetworkSettings>): number => keptBy(statements, settings).kept.length;
const at = (iso: string): number => utcSeconds(iso) ?? NaN;

describe('what is said again', () => {
  const again = (...dates: readonly (string | null)[]) => dates.map((date, n) => said('WIMN', 'firewalls', true, { date, document: `d${n}` }));

  it('counts once in a document, a week, a month, a year or ever, as asked', () => {
    const statements = [...again('2016-12-05', '2016-12-07', '2016-12-19', '2017-12-06'), said('WIMN', 'firewalls', true, { date: '2016-12-05', document: 'd0', variables: { person: 'somebody else' } })];
    expect(['INCLUDE', 'DOCUMENT', 'WEEK', 'MONTH', 'YEAR', 'ACROSS_RANGE'].map((duplicates) => count(statements, { duplicates: duplicates as NetworkSettings['duplicates'] }))).toEqual([5, 4, 3, 2, 2, 1]);
  });

  it('in the same month of another year is said anew, which DNA overlooks', () => {
    expect([count(again('2016-12-05', '2017-12-06'), { duplicates: 'MONTH' }), count(again('2016-12-05', '2017-12-06'), { duplicates: 'MONTH', compat: 'DNA_3' })]).toEqual([2, 1]);
    expect([count(again('2016-12-05', '2017-12-11'), { duplicates: 'WEEK' }), count(again('2016-12-05', '2017-12-11'), { duplicates: 'WEEK', compat: 'DNA_3' })]).toEqual([2, 1]);
  });

  it('with the opposite position is no repetition, unless positions do not count', () => {
    const statements = [said('WIMN', 'firewalls', true), said('WIMN', 'firewalls', false)];
    expect([count(statements, { duplicates: 'DOCUMENT' }), count(statements, { duplicates: 'DOCUMENT', aggregation: 'IGNORE' })]).toEqual([2, 1]);
  });

  it('on a scale beyond what Java keeps ready is no repetition to DNA', () => {
    const scaled = [200, 200, 100, 100].map((point, n) => ({ ...said('WIMN', 'firewalls', point), start: n }));
    expect([count(scaled, { duplicates: 'DOCUMENT', qualifier: 'INTEGER' }), count(scaled, { duplicates: 'DOCUMENT', qualifier: 'INTEGER', compat: 'DNA_3' })]).toEqual([2, 3]);
  });

  it('undated is repeated in its document, and in no week', () => {
    const undated = [...again(null, null), said('WIMN', 'firewalls', true, { date: null, document: 'd0', variables: { person: 'somebody else' } })];
    expect([count(undated, { duplicates: 'DOCUMENT' }), count(undated, { duplicates: 'WEEK' })]).toEqual([2, 3]);
  });
});

describe('the statements that count', () => {
  it('are those of the range, both days included, and of the undated it says how many it left out', () => {
    const statements = ['2016-12-08', '2016-12-09', '2016-12-10', null].map((date) => said('ILO', 'ratify', true, { date }));
    const found = keptBy(statements, { from: at('2016-12-09'), to: at('2016-12-10') });
    expect(found.kept.map(({ date }) => date)).toEqual([at('2016-12-09'), at('2016-12-10')]);
    expect(found.undatedCount).toBe(1);
    expect(count(statements, {})).toBe(4);
  });

  it('reach to the end of the last day, in DNA to its moment', () => {
    const noon = { ...said('ILO', 'ratify', true), date: at('2016-12-10') + 43_200 };
    expect([count([noon], { to: at('2016-12-10') }), count([noon], { to: at('2016-12-10'), compat: 'DNA_3' })]).toEqual([1, 0]);
  });

  it('lack what is excluded, or are only that', () => {
    const statements = [said('ILO', 'ratify', true), said('IOM', 'ratify', true), said('IOM', 'firewalls', true)];
    expect(count(statements, { exclude: { organization: ['IOM'] } })).toBe(1);
    expect(count(statements, { exclude: { organization: ['IOM'] }, invertExclude: true })).toBe(2);
    expect(count(statements, { exclude: { organization: ['IOM'], concept: ['ratify'] }, invertExclude: true })).toBe(1);
    expect(count(statements, { exclude: { organization: ['ILO'], concept: ['firewalls'] } })).toBe(1);
  });

  it('have both values, and a word where the qualifier is one', () => {
    const statements = [said('', 'ratify', 'law'), said('ILO', '', 'law'), said('ILO', 'ratify', ''), said('ILO', 'ratify', 'law')];
    expect(count(statements, { qualifier: 'SHORT_TEXT' })).toBe(1);
    expect(keptBy(statements, { qualifier: 'SHORT_TEXT' }).excludedCount).toBe(3);
  });
});

describe('the calendar', () => {
  it('knows ISO weeks at the turn of the year', () => {
    expect(['2021-01-03', '2021-01-04', '2018-12-31', '2016-12-08'].map((day) => isoWeek(at(day)))).toEqual(['2020-53', '2021-01', '2019-01', '2016-49']);
  });

  it("knows Java's weeks, which begin on Sunday and count from the one of 1 January", () => {
    expect(['2021-01-01', '2021-01-02', '2021-01-03', '2020-12-26', '2020-12-27', '2016-12-08'].map((day) => javaWeek(at(day)))).toEqual([1, 1, 2, 52, 1, 50]);
  });

  it('adds months without leaving them, and counts whole ones', () => {
    expect([plus(at('2021-01-31'), 1, 'MONTHS'), plus(at('2020-03-31'), -1, 'MONTHS'), plus(at('2020-02-29'), 1, 'YEARS'), plus(at('2021-01-31'), -13, 'MONTHS')]).toEqual([at('2021-02-28'), at('2020-02-29'), at('2021-02-28'), at('2019-12-31')]);
    expect([unitsBetween(at('2021-01-15'), at('2021-03-14'), 'MONTHS'), unitsBetween(at('2021-03-14'), at('2021-01-15'), 'MONTHS'), unitsBetween(at('2019-03-01'), at('2021-02-28'), 'YEARS'), unitsBetween(at('2021-01-01'), at('2021-01-20'), 'WEEKS')]).toEqual([1, -1, 1, 2]);
  });
});
