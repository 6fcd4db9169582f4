import { describe, expect, it } from 'vitest';
import { dueDate } from '../../graph/analysis/dueDate.ts';

const read = (sentence: string, madeOn: string | null = '2016-12-10') => {
  const due = dueDate(sentence, madeOn);
  return due && [due.kind, due.text, due.date.date, due.date.dateBasis];
};

describe('the due date of a promise', () => {
  it('is the date that the sentence names, never more precise than its words', () => {
    expect(read('We will ratify the convention by 2030.')).toEqual(['BY', 'by 2030', '2030', 'STATED']);
    expect(read('The law will pass by the end of 2025, at long last.')).toEqual(['BY', 'by the end of 2025', '2025', 'STATED']);
    expect(read('Before the end of 2019 the ministry will report.')).toEqual(['BY', 'Before the end of 2019', '2019', 'STATED']);
    expect(read('Shelters will open no later than 31 May 2018 in each town.')).toEqual(['BY', 'no later than 31 May 2018', '2018-05-31', 'STATED']);
    expect(read('Shelters will open by May 31, 2018.')).toEqual(['BY', 'by May 31, 2018', '2018-05-31', 'STATED']);
    expect(read('We commit to change the visa rules by March 2019.')).toEqual(['BY', 'by March 2019', '2019-03', 'STATED']);
    expect(read('The fees will be gone before 2020.')).toEqual(['BEFORE', 'before 2020', '2020', 'STATED']);
  });

  it('is reckoned from the day of the promise where the sentence names a span', () => {
    expect(read('Within two years we will open ten shelters.')).toEqual(['WITHIN', 'Within two years', '2018-12-10', 'INFERRED']);
    expect(read('Over the next five years inspectors will be trained.', '2016')).toEqual(['WITHIN', 'Over the next five years', '2021', 'INFERRED']);
    expect(read('In the coming year we will report.', '2016-12')).toEqual(['WITHIN', 'In the coming year', '2017-12', 'INFERRED']);
    expect(read('We will answer within a month.', '2017-01-31')).toEqual(['WITHIN', 'within a month', '2017-02-28', 'INFERRED']);
    expect(read('We will answer within 100 days.')).toEqual(['WITHIN', 'within 100 days', '2017-03-20', 'INFERRED']);
  });

  it('is undated where the span cannot be counted: the promise bears no date, or one coarser than the span', () => {
    expect(read('Within two years we will open ten shelters.', null)).toEqual(['WITHIN', 'Within two years', null, null]);
    expect(read('We will answer within six months.', '2016')).toEqual(['WITHIN', 'within six months', null, null]);
  });

  it('may be an event', () => {
    expect(read('The ministry will report by the next session of the committee.')).toEqual(['EVENT', 'by the next session', null, null]);
    expect(read('We will publish the figures before the International Migration Review Forum.')).toEqual(['EVENT', 'before the International Migration Review Forum', null, null]);
    expect(read('States undertake to ratify it before the next review.')).toEqual(['EVENT', 'before the next review', null, null]);
  });

  it('is the day of the thing promised, if that is still to come', () => {
    expect(read('The network will host a side event on 20 March 2017.', '2017-02-16')).toEqual(['ON', 'on 20 March 2017', '2017-03-20', 'STATED']);
    expect(read('The ministers pledged a contract on 20 March 2017.', '2017-03-20')).toBeNull();
    expect(read('The ministers pledged a contract in 2017.', '2017-03-20')).toBeNull();
    expect(read('The ministers pledged a contract on 20 March 2017.', null)).toBeNull();
  });

  it('is not the year in a name, nor any "before", "by" or "next" that dates nothing', () => {
    for (const sentence of ['We are guided by the 2030 Agenda.', 'We stand by 2030 Agenda targets.', 'We will train women before departure.', 'In the next step, modules will be developed.', 'The rules were drawn up by the conference.', 'We will act by all means.', 'By 31 February 2020 we will act.', 'A plan for 2020–2025 will follow by 2020–2025.']) expect(read(sentence), sentence).toBeNull();
  });

  it('stands where its offsets say', () => {
    const sentence = 'Ghana’s government — “at last” — will ratify by June 2021.';
    const due = dueDate(sentence, null);
    expect(sentence.slice(due?.start, due?.end)).toBe('by June 2021');
  });
});
