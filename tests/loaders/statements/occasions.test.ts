import { describe, expect, it } from 'vitest';
import { statementsOf } from './readingOf.ts';

const first = (...of: Parameters<typeof statementsOf>) => statementsOf(...of)[0];

describe('where it was said or done', () => {
  it('at the occasion the sentence names', () => {
    expect(first('At the Crew Hearing, the Quay Office presented its register of fees.')?.forum).toBe('forum:crew-hearing-2020');
    expect(first('At the Crew Hearing, the Quay Office called for open gates.')?.forum).toBe('forum:crew-hearing-2020');
  });
  it('else at the document’s own', () => {
    expect(first('The Quay Office trained forty inspectors.')?.forum).toBe('forum:port-summit-2019');
  });
  it('not at an occasion it only prepared', () => {
    expect(first('In preparation for the Crew Hearing, the Quay Office trained forty inspectors.')?.forum).toBe('forum:port-summit-2019');
  });
  it('at the one occasion that was held at that place on that day', () => {
    expect(first('In Gdynia, on 1 and 2 February 2020, the Port Authority pledged a free shelter.')).toMatchObject({ forum: 'forum:crew-hearing-2020', date: '2020-02-01', dateBasis: 'STATED' });
    expect(first('In Gdynia, on 9 February 2020, the Port Authority pledged a free shelter.')?.forum).toBe('forum:port-summit-2019');
  });
  it('at the occasion of the sentence before, where it is called "that hearing"', () => {
    expect(statementsOf('At the Crew Hearing, the Port Authority presented its fees. The Quay Office supported that hearing.').at(-1)).toMatchObject({ forum: 'forum:crew-hearing-2020', title: 'Support the Crew Hearing' });
  });
  it('at the occasion that the paragraph told of, for whoever else spoke there', () => {
    const [, told, own] = statementsOf('At the Crew Hearing, the Quay Office presented its register. The Port Authority called for open gates. We call for open kitchens.');
    expect(told?.forum).toBe('forum:crew-hearing-2020');
    expect(own?.forum).toBe('forum:port-summit-2019');
    expect(statementsOf('The Crew Hearing was long. At the hearing, the Port Authority called for open gates.').at(-1)?.forum).toBe('forum:crew-hearing-2020');
  });
  it('not at an occasion that the ask is about', () => {
    expect(first('The Quay Office asked governments to send crews to the Crew Hearing.')?.forum).toBe('forum:port-summit-2019');
    expect(first('We urge governments to send crews to the Crew Hearing.')?.forum).toBe('forum:port-summit-2019');
  });
});

describe('when', () => {
  const dated = { date: '2019-05-06', datePrecision: 'DAY', dateBasis: 'STATED' } as const;
  it('a deed bears the date its sentence states', () => {
    expect(first('In March 2018, the Quay Office trained forty inspectors.', { dated })).toMatchObject({ date: '2018-03', datePrecision: 'MONTH', dateBasis: 'STATED' });
    expect(first('On 4 March 2018 the Quay Office trained forty inspectors.', { dated })).toMatchObject({ date: '2018-03-04', datePrecision: 'DAY' });
  });
  it('a position that is told bears the date before its verb', () => {
    expect(first('On 4 March 2018, the Quay Office called for open gates.', { dated })).toMatchObject({ date: '2018-03-04', dateBasis: 'STATED' });
    expect(first('The Quay Office called for open gates in 2030.', { dated })).toMatchObject(dated);
  });
  it('not the date of what the deed is about', () => {
    expect(first('The Quay Office presented a paper on what it had done in 2016.', { dated })).toMatchObject(dated);
    expect(first('The Quay Office prepared the way into the summit of October 2021.', { dated })).toMatchObject(dated);
  });
  it('else the date of the occasion, inferred', () => {
    expect(first('At the Crew Hearing, the Quay Office presented its register of fees.', { dated })).toMatchObject({ date: '2020-02-01', dateBasis: 'INFERRED' });
  });
  it('else the document’s', () => {
    expect(first('We urge governments to open the gates by 2030.', { dated })).toMatchObject(dated);
  });
  it('and an undated text stays undated', () => {
    expect(first('We urge governments to open the gates.')).toMatchObject({ date: null, datePrecision: 'UNKNOWN', dateBasis: null });
  });
});
