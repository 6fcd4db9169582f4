import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketCount, timeline, type Bucket } from '../../graph/analysis/timeline.ts';
import type { DateRow } from '../../graph/traversals/timeline.ts';

const row = (date: string | null, count = 1, position: DateRow['position'] = 'FOR'): DateRow => ({ date, position, count });

describe('statements in time', () => {
  it('stand in buckets without gaps, for and against apart', () => {
    const { buckets } = timeline([row('2016-11-30', 2), row('2016-11', 1, 'AGAINST'), row('2017-02-01')], 'MONTH');
    expect(buckets.map(({ period, from, to, for: pro, against, statementCount }) => [period, from, to, pro, against, statementCount])).toEqual([
      ['2016-11', '2016-11-01', '2016-11-30', 2, 1, 3],
      ['2016-12', '2016-12-01', '2016-12-31', 0, 0, 0],
      ['2017-01', '2017-01-01', '2017-01-31', 0, 0, 0],
      ['2017-02', '2017-02-01', '2017-02-28', 1, 0, 1],
    ]);
  });

  it('knows leap years and the days of quarters', () => {
    expect(timeline([row('2016-02-01')], 'MONTH').buckets[0]?.to).toBe('2016-02-29');
    expect(timeline([row('2016-05')], 'QUARTER').buckets[0]).toMatchObject({ period: '2016-Q2', from: '2016-04-01', to: '2016-06-30' });
    expect(timeline([row('0203-12-31')], 'YEAR').buckets[0]).toMatchObject({ period: '0203', from: '0203-01-01', to: '0203-12-31' });
  });

  it('are not placed more precisely than their date is known', () => {
    const rows = [row('2016', 4), row('2015'), row('2016-07', 2), row(null, 3)];
    expect(timeline(rows, 'MONTH')).toMatchObject({ statementCount: 10, undatedCount: 3, buckets: [{ period: '2016-07', statementCount: 2 }], coarser: [{ period: '2015', statementCount: 1, precisions: ['YEAR'] }, { period: '2016', statementCount: 4 }] });
    expect(timeline(rows, 'YEAR')).toMatchObject({ buckets: [{ period: '2015', statementCount: 1 }, { period: '2016', statementCount: 6 }], coarser: [] });
    expect(timeline([row(null)], 'YEAR')).toEqual({ statementCount: 1, undatedCount: 1, buckets: [], coarser: [] });
  });

  it('add up, whatever their dates: buckets, coarser and undated are all statements', () => {
    const iso = fc.tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom(4, 7, 10)).map(([year, month, day, length]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`.slice(0, length));
    const rows = fc.array(fc.record({ date: fc.option(iso), position: fc.constantFrom<DateRow['position']>('FOR', 'AGAINST'), count: fc.integer({ min: 1, max: 9 }) }));
    fc.assert(
      fc.property(rows, fc.constantFrom<Bucket>('YEAR', 'QUARTER', 'MONTH'), (dates, bucket) => {
        const { statementCount, undatedCount, buckets, coarser } = timeline(dates, bucket);
        const counted = [...buckets, ...coarser].reduce((sum, period) => sum + period.statementCount, undatedCount);
        expect(counted).toBe(statementCount);
        expect(buckets).toHaveLength(bucketCount(dates, bucket));
        for (const [at, { from }] of buckets.slice(1).entries()) expect(new Date(`${from}T00:00:00Z`).getTime()).toBe(new Date(`${buckets[at]?.to}T00:00:00Z`).getTime() + 86_400_000);
      }),
    );
  });
});
