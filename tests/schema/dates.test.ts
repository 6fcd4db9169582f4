import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dated, dateLabel, isCertainlyLater, spanLabel, touches } from '../../schema/dates.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([iso, length]) => iso.slice(0, length));

describe('a date', () => {
  it('is as precise as what is written', () => {
    expect(dated('2016', 'STATED')?.datePrecision).toBe('YEAR');
    expect(dated('2016-09', 'STATED')?.datePrecision).toBe('MONTH');
    expect(dated('2016-09-19', 'INFERRED')).toEqual({ date: '2016-09-19', datePrecision: 'DAY', dateBasis: 'INFERRED' });
  });

  it('is refused where the calendar has no such day', () => {
    for (const wrong of ['2021-02-30', '2021-13', '2021-00', '21-01-01', '2021-1-1', '2021-04-31', 'yesterday', '']) expect(dated(wrong, 'STATED'), wrong).toBeNull();
  });

  it('is printed no more precisely than it is known, and undated as undated', () => {
    expect(dateLabel('2016-09-19')).toBe('19 September 2016');
    expect(dateLabel('2016-09')).toBe('September 2016');
    expect(dateLabel('2016')).toBe('2016');
    expect(dateLabel(null)).toBe('undated');
    expect(spanLabel('2008-10-27', '2008-10-30')).toBe('27–30 October 2008');
    expect(spanLabel('2017-02-28', '2017-03-02')).toBe('28 February 2017 – 2 March 2017');
    expect(spanLabel(null, null)).toBe('undated');
  });

  it('known only as a year or month touches a range exactly when one of its days lies in it', () => {
    fc.assert(
      fc.property(partial, day, day, (iso, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const first = `${iso}-01-01`.slice(0, 10);
        const last = iso.length === 10 ? iso : new Date(Date.UTC(Number(iso.slice(0, 4)), iso.length === 4 ? 12 : Number(iso.slice(5, 7)), 0)).toISOString().slice(0, 10);
        expect(touches(iso, from, to)).toBe(first <= to && last >= from);
      }),
    );
  });
});

describe('one date after another', () => {
  it('is certain only where their precisions allow', () => {
    expect(isCertainlyLater('2018', '2017-05')).toBe(true);
    expect(isCertainlyLater('2017-06', '2017-05-31')).toBe(true);
    expect(isCertainlyLater('2017', '2017-05')).toBe(false);
    expect(isCertainlyLater('2017-05-02', '2017-05')).toBe(false);
    expect(isCertainlyLater(null, '2017')).toBe(false);
    expect(isCertainlyLater('2018', null)).toBe(false);
  });
});
