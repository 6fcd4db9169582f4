import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedAsk, readCodebook, similarAsk } from '../../../loaders/statements/codebook.ts';
import { codedWords, commitmentFor, positionOn } from '../../../loaders/statements/commitments.ts';
import { askKey } from '../../../loaders/statements/askKeys.ts';
import { wordsOfAsks } from '../../../loaders/statements/askWords.ts';
import { cueOf, CueText } from '../../../loaders/statements/cues.ts';
import { CODEBOOK, statementsOf } from './readingOf.ts';

const codebook = readCodebook(CODEBOOK);

describe('the same ask in other words is one commitment', () => {
  it('by the codebook’s patterns', () => {
    const ids = statementsOf('We urge governments to open shelters for every crew. The Quay Office recommends that sailors find a shelter in each port.').map(({ commitment }) => commitment);
    expect(ids).toEqual(['commitment:free-shelters', 'commitment:free-shelters']);
  });
  it('by a title that says nearly the same', () => {
    expect(similarAsk(codebook, 'Open night shelters to crews')?.id).toBe('commitment:free-shelters');
  });
  it('and two asks that share a word stay two', () => {
    expect(similarAsk(codebook, 'Open night courts to widows')).toBeNull();
    expect(codedAsk(codebook, 'Build a shelter for stray cats')).toBeNull();
  });
  it('whatever was read before', () => {
    const asks = ['print the fees in six languages', 'open shelters to crews', 'hear cooks before rules are written'];
    const idsOf = (order: readonly string[]) => new Map(order.map((ask) => [ask, commitmentFor(codebook, [ask], ask).id]));
    expect(idsOf(asks.toReversed())).toEqual(new Map([...idsOf(asks)].toReversed()));
  });
});

describe('two new asks are one', () => {
  const words = wordsOfAsks({ sets: {}, same: [['night_watch', 'evening_guard']], empty: [] });
  const key = (title: string) => askKey(title, words);
  it.each([
    ['Publish the fees of all ports', "Publish all ports' fees"],
    ['Organise a night watch in harbours', 'Organize evening guards in a harbour'],
    ['Ensure free meals for cooks', 'Provide free meals to all cooks'],
    ['Abolish the gate tax immediately', 'End the gate tax'],
  ])('%s = %s', (one, other) => {
    expect(key(one)).not.toBeNull();
    expect(key(one)).toBe(key(other));
  });
  it.each([
    ['Protect cooks', "Protect cooks' rights"],
    ['Expand the berth scheme', 'Reject the berth scheme'],
    ['Let crews leave', 'Do not let crews leave'],
    ['Pay cooks instead of owners', 'Pay owners instead of cooks'],
    ['Keep the register from owners', 'Keep owners from the register'],
    ['Raise the gate tax', 'Lower the gate tax'],
  ])('%s ≠ %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
  it('only where there is enough to compare', () => {
    expect([key('Organise!'), key('Do it'), key('')]).toEqual([null, null, null]);
  });
  it('in whatever order the words of a list stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['fees', 'wages', 'shifts', 'berths', 'registers'], { minLength: 2 }), (nouns) => {
        const title = (list: readonly string[]) => `Publish ${list.join(', ')}`;
        expect(key(title(nouns))).toBe(key(title(nouns.toSorted())));
      }),
    );
  });
  it('and their id can be read', () => {
    expect(commitmentFor(codebook, [], 'Print all fees').id).toBe('commitment:fee-print');
    expect(commitmentFor(codebook, [], 'Print every fee').id).toBe('commitment:fee-print');
  });
  it('in a domain without a codebook too', () => {
    const none = readCodebook([]);
    expect(commitmentFor(none, ['Open the gates to cooks'], 'Open the gates to cooks')).toMatchObject({ known: false, themes: [] });
    expect(similarAsk(none, 'Open the gates to cooks')).toBeNull();
  });
});

describe('what a sentence is coded by', () => {
  const text = 'The Network for Open Ports urges States to ratify the Convention on the Rights of All Crews in Foreign Ports.';
  const mark = (kind: 'actor' | 'instrument', surface: string, entity: `actor:${string}` | `instrument:${string}`) => ({ kind, surface, entity, start: text.indexOf(surface), end: text.indexOf(surface) + surface.length });
  const marked = { text, masked: text, marks: [mark('actor', 'Network for Open Ports', 'actor:network-for-open-ports'), mark('instrument', 'Convention on the Rights of All Crews in Foreign Ports', 'instrument:crew-convention')] };
  it('is not what bodies and instruments are called, but which instrument it is', () => {
    expect(codedWords(marked)).toBe('The  actor urges States to ratify the  instrument crew convention.');
    expect(codedWords(marked, text.indexOf(' to ratify'))).toBe(' to ratify the  instrument crew convention.');
  });
});

describe('codebook patterns', () => {
  const coded = (pattern: string, sentence: string) => codedAsk(readCodebook([{ id: 'commitment:x', title: 'Some ask', aliases: [], themes: ['theme:law'], patterns: [pattern], setOutIn: [] }]), sentence) !== null;
  it.each([
    ['fee* abolish*|end', 'Abolish all recruitment fees.', true],
    ['fee* abolish*|end', 'Publish all recruitment fees.', false],
    ['side_by_side words', 'words that stand side by side', true],
    ['side_by_side words', 'words that stand by their side', false],
    ['fees !refund*', 'Lower the fees.', true],
    ['fees !refund*', 'Refund the fees.', false],
    ['fees $end', 'Scrap the fees.', true],
    ['fees $end|lower', 'Lower the fees.', true],
    ['fees $end', 'Raise the fees.', false],
    ['fees abolish* <12', 'Abolish all fees.', true],
    ['fees abolish* <12', 'Abolish the night watch and print the fees.', false],
    ['ratify instrument_crew_convention', 'ratify instrument crew convention', true],
    ['women’s_rights respect*', "Respect women's rights.", true],
  ])('%s on "%s": %s', (pattern, sentence, expected) => {
    expect(coded(pattern, sentence)).toBe(expected);
  });
  it('refuse a set that nobody has filled', () => {
    expect(() => coded('fees $nonsense', 'x')).toThrow(expect.objectContaining({ code: 'SETUP_REQUIRED' }));
  });
  it('of a broad ask give way to a narrow one of the same sentence', () => {
    const entry = { aliases: [], themes: ['theme:law' as const], setOutIn: [] };
    const book = readCodebook([{ ...entry, id: 'commitment:wide', title: 'Protect crews and cooks', patterns: ['protect crews|cooks'], broad: true }, { ...entry, id: 'commitment:narrow', title: 'Shelter cooks at night', patterns: ['night cooks'] }]);
    expect(codedAsk(book, 'Protect cooks at night')?.id).toBe('commitment:narrow');
    expect(codedAsk(book, 'Protect cooks at sea')?.id).toBe('commitment:wide');
  });
  it('need their terms near each other', () => {
    expect(coded('fees abolish', `Abolish the curfew, ${'and print it in every tongue that is spoken in the port, '.repeat(4)}and lower the fees.`)).toBe(false);
  });
});

describe('for or against the commitment as titled', () => {
  const ask = (title: string) => ({ id: 'commitment:x' as const, title, themes: [], known: true });
  it.each([
    ['End the curfew', 'ending the curfew', 'AGAINST'],
    ['End the curfew', 'the abolition of the curfew', 'AGAINST'],
    ['End the curfew', 'the curfew', 'FOR'],
    ['End the curfew', 'attempts to end the curfew', 'FOR'],
    ['Expand the berth scheme', 'the expansion of the berth scheme', 'AGAINST'],
    ['See crews as partners', 'to see crews used as tools', 'FOR'],
    ['Open shelters to crews', 'the lack of open shelters', 'FOR'],
  ])('"%s", of whoever rejects "%s": %s', (title, rejected, position) => {
    expect(positionOn(ask(title), 'OPPOSES', true, rejected)).toBe(position);
  });
  it('who rejects the ask itself is against it', () => {
    const [found] = statementsOf('We oppose the ratification of the Crew Convention, and we say so because ratifying the Crew Convention lowers pay.');
    expect(found).toMatchObject({ commitment: 'commitment:ratify-crew-convention', stance: 'OPPOSES', position: 'AGAINST' });
  });
  it('who opposes a state of affairs is for its remedy', () => {
    expect(statementsOf('We condemn the lack of shelters for crews.')[0]).toMatchObject({ commitment: 'commitment:free-shelters', stance: 'OPPOSES', position: 'FOR' });
    expect(positionOn({ id: 'commitment:x', title: 'End the curfew', themes: [], known: false }, 'OPPOSES', true, 'the curfew')).toBe('FOR');
  });
});

it('a cue is found where its words stand, and only there, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const text = `${before} night shelter ${after}`;
      for (const at of new CueText(text).places(cueOf('night shelter*'))) expect(text.slice(at, at + 5).toLowerCase()).toBe('night');
      expect(new CueText(text).places(cueOf('night shelter*')).length).toBeGreaterThan(0);
    }),
  );
});
