import { describe, expect, it } from 'vitest';
import { findActs } from '../../../loaders/statements/acts.ts';
import { english } from '../../../loaders/statements/english.ts';
import { wordsOf } from '../../../loaders/statements/words.ts';
import { marked } from './marked.ts';

const actsOf = (sentence: string) => {
  const reading = marked(sentence);
  return findActs(reading, wordsOf(reading.text));
};
const first = (sentence: string) => actsOf(sentence)[0]?.rule;

describe('every rule of acts recognises its own example', () => {
  it.each(english().acts.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect(actsOf(rule.example).map((finding) => finding.rule.id)).toContain(id);
  });
});

describe('what is done in a sentence', () => {
  it.each([
    ['{The Quay Office} will print the rules in May.', 'COMMITS'],
    ['{The Quay Office} printed the rules in May.', 'ACTS'],
    ['{The Quay Office} is printing the rules.', 'ACTS'],
    ['{The Quay Office} welcomes the printed rules.', 'ENDORSES'],
    ['{The Quay Office} regrets the late rules.', 'CRITICIZES'],
    ['{The Quay Office} recommends that {{employers}} print the rules.', 'RECOMMENDS'],
    ['The rules must be printed.', 'CALLS_FOR'],
    ['Fair pay must be at the centre of every port policy.', 'CALLS_FOR'],
    ['{The Quay Office} notes with concern that cooks are excluded from the pay law.', 'CRITICIZES'],
    ['{The Quay Office} notes with appreciation the new pay law.', 'ENDORSES'],
    ['{The Quay Office}, founded in Gdynia the year before, reported that its members had trained forty cooks.', 'ACTS'],
    ['The observer for {Chile} stated that his team was drafting a new register.', 'ACTS'],
    ['The representative of {the Quay Office}, supported by {the Port Authority}, opposed the curfew.', 'CRITICIZES'],
    ['{The Quay Office}, Ms. {Ana Ruiz}, recommends in her report of May that fees be printed.', 'RECOMMENDS'],
    ['{The Quay Office} spoke up for a crew chapter in the plan.', 'CALLS_FOR'],
    ['{The Quay Office} asks {the Port Authority} for a hearing on fees.', 'CALLS_FOR'],
    ['Cooks who sail must be heard.', 'CALLS_FOR'],
    ['We are opposed to any return of the curfew.', 'CRITICIZES'],
    ['Neither does the draft mention night work.', 'CRITICIZES'],
    ['It is further to be deplored that cooks were not heard.', 'CRITICIZES'],
    ['Speakers from six ports discussed pay, and several speakers called for a pay law.', 'CALLS_FOR'],
  ] as const)('%s → %s', (sentence, act) => {
    expect(first(sentence)?.act).toBe(act);
  });

  it.each([
    ['Locking the gate is not the solution.', 'OPPOSES'],
    ['Deckhands must not be forgotten in the new plan.', 'SUPPORTS'],
    ['The night curfew needs to be strongly challenged.', 'OPPOSES'],
    ['Some thought it was time to oppose raids on board.', 'OPPOSES'],
    ['{{States}} must not jail deckhands.', 'OPPOSES'],
    ['{{States}} must end the jailing of deckhands.', 'SUPPORTS'],
  ] as const)('%s stands %s the thing it names', (sentence, stance) => {
    expect(first(sentence)?.stance).toBe(stance);
  });
});

describe('what is no statement', () => {
  it.each([
    ['a question', 'What should {{governments}} do to open the ports?'],
    ['an indirect question', 'Whether improvements are needed in port law.'],
    ['background', 'Half of all cooks at sea are women.'],
    ['what nature will do', 'Storms will displace many crews.'],
    ['what will befall somebody', '{The Quay Office} will face a hard winter.'],
    ['a definition', '{The Quay Office} is the lead agency for ports.'],
    ['what an employer makes people do', 'Under the scheme, workers must pay a fee to the master.'],
    ['an aside about noting', 'It should be noted that figures are rare.'],
    ['a note about the meeting', 'We invite participants in each group to identify one issue.'],
    ['names whose words are verbs', '{The Call to Action Secretariat} has a seat in Genoa.'],
    ['what happened to somebody', '{{Deckhands}} were detained in four ports.'],
  ])('%s', (_, sentence) => {
    expect(actsOf(sentence).filter(({ passive }) => !passive)).toEqual([]);
  });
});

it('does not take the passive for the deed of the one it was done to', () => {
  expect(actsOf('{The Quay Office} was briefed on the curfew.').map(({ rule }) => rule.id)).not.toContain('did');
});

it('puts what is conceded behind what is said', () => {
  expect(first('While crews must be able to land safely, the draft focuses too narrowly on cargo.')?.act).toBe('CRITICIZES');
});
