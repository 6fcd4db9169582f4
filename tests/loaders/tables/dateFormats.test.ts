import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDate, whyNoFormat } from '../../../loaders/tables/dateFormats.ts';

const read = (written: string, ...formats: string[]) => readDate(written, formats)?.date ?? null;

it('a date is as precise as its format', () => {
  expect(readDate('05/08/1981', ['DD/MM/YYYY'])).toEqual({ date: '1981-08-05', datePrecision: 'DAY', dateBasis: 'STATED' });
  expect(readDate('8/1981', ['M/YYYY'])).toMatchObject({ date: '1981-08', datePrecision: 'MONTH' });
  expect(readDate('1981', ['YYYY'])).toMatchObject({ date: '1981', datePrecision: 'YEAR' });
});

it('months are read by name, long or short', () => {
  expect([read('5 August 1981', 'D MMMM YYYY'), read('Sept. 3, 2001', 'MMM D, YYYY'), read('AUG 1981', 'MMM YYYY')]).toEqual(['1981-08-05', '2001-09-03', '1981-08']);
  expect(read('5 Brumaire 1981', 'D MMMM YYYY')).toBeNull();
});

it('what is no day is no date, and which figure is the day is never guessed', () => {
  expect([read('30/02/1981', 'DD/MM/YYYY'), read('05/08/81', 'DD/MM/YYYY'), read('05/08/1981')]).toEqual([null, null, null]);
  expect([read('03/04/2021', 'DD/MM/YYYY'), read('03/04/2021', 'MM/DD/YYYY')]).toEqual(['2021-04-03', '2021-03-04']);
});

it('formats are tried in their order', () => {
  expect([read('2021', 'DD/MM/YYYY', 'YYYY'), read('03/04/2021', 'DD/MM/YYYY', 'MM/DD/YYYY')]).toEqual(['2021', '2021-04-03']);
});

it('a format has a year, a month where it has a day, and nothing twice', () => {
  expect([whyNoFormat('DD/MM'), whyNoFormat('D YYYY'), whyNoFormat('MM/MMM/YYYY')].map((problem) => problem !== null)).toEqual([true, true, true]);
  expect([whyNoFormat('D MMMM YYYY'), whyNoFormat('YYYY')]).toEqual([null, null]);
});

it('every day is read back from the format it was written in', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }), (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year, month, date] = iso.split('-');
      expect([read(`${date}.${month}.${year}`, 'DD.MM.YYYY'), read(`${Number(month)}/${Number(date)}/${year}`, 'M/D/YYYY'), read(`${year}${month}${date}`, 'YYYYMMDD')]).toEqual([iso, iso, iso]);
    }),
  );
});
