import { describe, expect, it } from 'vitest';
import { english } from '../../../loaders/statements/english.ts';
import { marked } from './marked.ts';
import { DOCUMENT, sourcesOf, statementsOf } from './readingOf.ts';

describe('a list item inherits from its lead-in', () => {
  const text = 'At the close of two days of talks we urge governments to:\n\n1. open the gates at night;\n2. print the pay rules in six languages.\n';

  it('its actor, act and addressee, one statement for each item and none for the lead-in', () => {
    expect(statementsOf(text).map(({ quote, actors, act, addressees }) => ({ quote, actors, act, addressees }))).toEqual([
      { quote: 'open the gates at night;', actors: ['actor:harbour-network'], act: 'CALLS_FOR', addressees: ['actor:states'] },
      { quote: 'print the pay rules in six languages.', actors: ['actor:harbour-network'], act: 'CALLS_FOR', addressees: ['actor:states'] },
    ]);
  });

  it('and cites the lead-in after itself as evidence', () => {
    const { passages } = sourcesOf(text);
    const leadIn = passages.find(({ text: words }) => words.includes('we urge'));
    const item = passages.find(({ text: words }) => words.startsWith('open the gates'));
    expect(statementsOf(text)[0]?.passages).toEqual([item?.id, leadIn?.id]);
    expect(item?.id.startsWith(`${DOCUMENT}#`)).toBe(true);
  });

  it('at any depth', () => {
    const nested = 'We recommend that:\n\n- the register be opened. These rules should include\n  - free translation at every hearing\n  - a hotline that answers at night\n';
    const found = statementsOf(nested);
    expect(found.map(({ quote }) => quote)).toContain('a hotline that answers at night');
    for (const { act, actors } of found) expect([act === 'CALLS_FOR' || act === 'RECOMMENDS', actors]).toEqual([true, ['actor:harbour-network']]);
  });

  it('but a sentence in it that speaks for itself keeps its own act and speaker', () => {
    const found = statementsOf('We urge that:\n\n- Port towns be heard in every review. We welcome the new register of the Port Authority.\n- Fees be printed.\n');
    expect(found.map(({ act, quote }) => [act, quote])).toEqual([
      ['CALLS_FOR', 'Port towns be heard in every review.'],
      ['ENDORSES', 'We welcome the new register of the Port Authority.'],
      ['CALLS_FOR', 'Fees be printed.'],
    ]);
  });

  it('and background in it stays background', () => {
    expect(statementsOf('We urge that:\n\n- Ships carry a translator. Storms already close many ports each winter.\n- Fees be printed.\n').map(({ quote }) => quote)).toEqual(['Ships carry a translator.', 'Fees be printed.']);
  });

  it('and somebody else’s deed in a list of deeds is theirs', () => {
    const found = statementsOf('The Quay Office was involved in the following projects:\n\n(a) The Quay Office trained forty inspectors;\n(b) The Port Authority introduced a register of fees.\n', { self: ['actor:quay-office'] });
    expect(found.map(({ actors, act, voice }) => [actors, act, voice])).toEqual([
      [['actor:quay-office'], 'ACTS', 'OWN'],
      [['actor:port-authority'], 'ACTS', 'REPORTED'],
    ]);
  });
});

it('a list of topics is nobody’s position', () => {
  expect(statementsOf('The meetings focused on the following issues:\n\n1. Night work in ports\n2. Fees and fines\n')).toEqual([]);
});

it('an order under a heading of actions is a recommendation', () => {
  expect(statementsOf('# Report of the day\n\nPeople met.\n\n## Action 1\n\nPromote night shelters in every port town.\n').map(({ act, rule }) => [act, rule])).toEqual([['RECOMMENDS', 'order-under-heading']]);
});

it.each(english().leadIns.map(({ id, example, pattern }) => [id, example, pattern] as const))('the noun of a lead-in says its act: %s', (_, example, pattern) => {
  expect(new RegExp(pattern, 'iu').test(marked(example).masked)).toBe(true);
});

describe('a heading that begins what its items go on with', () => {
  it('gives them its act and whom it asks', () => {
    const found = statementsOf('# Appeal\n\nWe met.\n\n## Call upon employers\n\n(a) to print the rules;\n\n(b) not to keep passports.\n\n## Commit ourselves\n\n(c) to carry this appeal to every port.\n');
    expect(found.map(({ act, stance, addressees }) => [act, stance, addressees])).toEqual([
      ['CALLS_FOR', 'SUPPORTS', ['actor:employers']],
      ['CALLS_FOR', 'OPPOSES', ['actor:employers']],
      ['COMMITS', 'SUPPORTS', []],
    ]);
  });

  it('even where it ends in "should"', () => {
    expect(statementsOf('# Appeal\n\nWe met.\n\n## The Port Authority, for its part, should\n\n- open the gates at night;\n- hand out lamps.\n').map(({ act, addressees }) => [act, addressees])).toEqual([
      ['CALLS_FOR', ['actor:port-authority']],
      ['CALLS_FOR', ['actor:port-authority']],
    ]);
  });

  it('and what an item adds to the ask does not take its place', () => {
    expect(statementsOf('# Appeal\n\nWe met.\n\n## Demand of employers\n\n(a) that the night patrols be withdrawn, a practice which we reject.\n').map(({ act }) => act)).toEqual(['CALLS_FOR']);
  });
});

it('"To employers we say:" introduces asks', () => {
  expect(statementsOf('To employers we say:\n\n- hand out lamps at night;\n- pay every week.\n').map(({ act, addressees }) => [act, addressees])).toEqual([
    ['CALLS_FOR', ['actor:employers']],
    ['CALLS_FOR', ['actor:employers']],
  ]);
});

describe('those who signed', () => {
  it('endorse, each line by whom it names', () => {
    expect(statementsOf('The following organisations have signed this appeal:\n\n- Quay Office, Gdynia\n- Port Authority\n').map(({ actors, act }) => [actors, act])).toEqual([
      [['actor:quay-office'], 'ENDORSES'],
      [['actor:port-authority'], 'ENDORSES'],
    ]);
  });

  it('or all together in one line', () => {
    expect(statementsOf('Endorsed by: Quay Office (Gdynia); Port Authority\n').map(({ actors, act }) => [actors, act])).toEqual([[['actor:quay-office', 'actor:port-authority'], 'ENDORSES']]);
  });
});
