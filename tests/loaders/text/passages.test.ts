import { describe, expect, it } from 'vitest';
import { normalize } from '../../../loaders/text/normalize.ts';
import { passagesOf, type Passage } from '../../../loaders/text/passages.ts';

const passages = (raw: string): Passage[] => passagesOf('doc:0123456789abcdef', normalize(raw));
const roles = (raw: string): string[] => passages(raw).map(({ role, text }) => `${role} ${text}`);
/** Each passage that has lead-ins, with their words. */
const introduced = (raw: string): Record<string, string[]> => {
  const all = passages(raw);
  return Object.fromEntries(all.filter(({ leadIns }) => leadIns.length > 0).map(({ text, leadIns }) => [text, leadIns.map((at) => all[at]?.text ?? '')]));
};

describe('sentences', () => {
  it('abbreviations, numbers, initials and brackets do not end them', () => {
    expect(roles('Ms. A. B. Okello of the U.N. Secretariat cited Convention No. 189 (see art. 7, para. 2. It binds). She stayed.').map((text) => text.slice(9))).toEqual(['Ms. A. B. Okello of the U.N. Secretariat cited Convention No. 189 (see art. 7, para. 2. It binds).', 'She stayed.']);
  });

  it('a quotation of several sentences stays with the sentence that quotes it', () => {
    expect(roles('The network said “we will march. We will not wait.” Others agreed.')).toEqual(['SENTENCE The network said “we will march. We will not wait.”', 'SENTENCE Others agreed.']);
  });

  it('a note number belongs to the sentence before it', () => {
    expect(roles('The law was passed.<sup>4</sup> It is weak.')).toEqual(['SENTENCE The law was passed.⁴', 'SENTENCE It is weak.']);
  });
});

describe('lead-ins', () => {
  it('an item inherits the sentence above the list, and a nested item both', () => {
    expect(introduced('The alliance met. We urge that:\n\n- States act on fees. This is urgent.\n- the review look at matters such as\n  - wages\n\nWe thank you.')).toEqual({
      'States act on fees.': ['We urge that:'],
      'This is urgent.': ['We urge that:'],
      'the review look at matters such as': ['We urge that:'],
      wages: ['We urge that:', 'the review look at matters such as'],
    });
  });

  it('a lead-in holds over headings between it and its lists', () => {
    expect(introduced('# Call\n\nThe delegates call on governments to do the following:\n\n## Wages\n\n1. Raise wages.\n\n## Fees\n\n1. End fees.\n\nThe meeting closed at noon.\n\n## Thanks\n\n- Our hosts')).toEqual({ 'Raise wages.': ['The delegates call on governments to do the following:'], 'End fees.': ['The delegates call on governments to do the following:'] });
  });

  it('a list that a paragraph interrupts goes on with its numbers and its lead-in', () => {
    expect(introduced('We demand:\n\n1. Wages.\n\nThis was our first demand also in the year before, as the members will remember.\n\n2. Housing.')).toEqual({ 'Wages.': ['We demand:'], 'Housing.': ['We demand:'] });
  });

  it('a page number inside a list changes nothing', () => {
    expect(introduced('We demand:\n\n1. Wages;\n\n7\n\n\f2. Housing.')).toEqual({ 'Wages;': ['We demand:'], 'Housing.': ['We demand:'] });
  });

  it('a paragraph that introduces nothing ends it', () => {
    expect(introduced('We demand:\n\n- Wages.\n\nThe hall was full and many had to stand outside.\n\n- Seats were few.')).toEqual({ 'Wages.': ['We demand:'] });
  });

  it('a heading that ends in a colon introduces the list below it', () => {
    expect(introduced('**Calls for action:**\n\n1. End fees;\n2. End raids.')).toEqual({ 'End fees;': ['Calls for action:'], 'End raids.': ['Calls for action:'] });
  });

  it('an enumeration inside a sentence becomes items without their joints', () => {
    expect(introduced('The plan has three aims: (a) fair pay for all; (b) safe housing, and (c) free unions. It starts now.')).toEqual({ 'fair pay for all;': ['The plan has three aims:'], 'safe housing,': ['The plan has three aims:'], 'free unions.': ['The plan has three aims:'] });
  });

  it('places in a text are no enumeration', () => {
    expect(introduced('The state breached articles 5 (a) of the first part and 6 (b) of the second part.')).toEqual({});
  });

  it('a cell is read with what introduces the table, the heading of its column and the first cell of its row', () => {
    expect(introduced('States pledged:\n\n| State | Pledge |\n|---|---|\n| Kenya | Train inspectors |')['Train inspectors']).toEqual(['States pledged:', 'Pledge', 'Kenya']);
  });
});

describe('roles', () => {
  it('the title is what stands above the first paragraph, as far as it is of one rank', () => {
    expect(roles('JOINT STATEMENT OF THE ALLIANCE\n\nReview Meeting on Fair Recruitment, Nairobi, 3 March 2024\n\nA. INTRODUCTION\n\nThe alliance thanks the chair for the floor and for her work.').slice(0, 3)).toEqual(['TITLE JOINT STATEMENT OF THE ALLIANCE', 'TITLE Review Meeting on Fair Recruitment, Nairobi, 3 March 2024', 'HEADING INTRODUCTION']);
  });

  it('a template’s questions and directions are nobody’s claim, its answers are', () => {
    expect(roles('Did you hear of any good practice in your session?\n\nIf you like, please add a quote. Quotes are anonymous.\n\nLocal unions should be heard.\n\nYou can provide any other information here')).toEqual(['INSTRUCTION Did you hear of any good practice in your session?', 'INSTRUCTION If you like, please add a quote.', 'INSTRUCTION Quotes are anonymous.', 'SENTENCE Local unions should be heard.', 'INSTRUCTION You can provide any other information here']);
  });

  it('a list under a question answers it, and stands under it; labels on the way change nothing', () => {
    const form = 'What should be done? List up to three actions.\n\n- Open the kitchens at night\n- Pay the cooks\n\nWho said so? Please write "anonymous" for persons.\n\nPlease include:\n- the name of the table\n- the hour';
    expect(roles(form)).toEqual(['INSTRUCTION What should be done?', 'INSTRUCTION List up to three actions.', 'ITEM Open the kitchens at night', 'ITEM Pay the cooks', 'INSTRUCTION Who said so?', 'INSTRUCTION Please write "anonymous" for persons.', 'INSTRUCTION Please include:', 'INSTRUCTION the name of the table', 'INSTRUCTION the hour']);
    expect(introduced(form)['Pay the cooks']).toEqual(['List up to three actions.']);
  });

  it('under guiding questions everything is an instruction, nested items too', () => {
    expect(roles('**Guiding questions.** We invite the tables to name one issue.\n\n1. What should unions ask for? Think of:\n  a. wages and hours\n2. Who should act?').slice(1).every((role) => role.startsWith('INSTRUCTION'))).toBe(true);
  });

  it('a question in a speech stays a sentence', () => {
    expect(roles('How long must women wait? We call on States to act now.')).toEqual(['SENTENCE How long must women wait?', 'SENTENCE We call on States to act now.']);
  });

  it('titles in a list of sources are no demands', () => {
    expect(roles('REFERENCES\n\nAlliance for Fair Recruitment (2019). End the Fees Now. Nairobi.').slice(1).every((role) => role.startsWith('FOOTNOTE'))).toBe(true);
  });

  it('a passage knows its section', () => {
    expect(passages('# Report\n\nIt begins.\n\n## Fees\n\nFees must end.').at(-1)?.section).toBe('Fees');
  });
});
