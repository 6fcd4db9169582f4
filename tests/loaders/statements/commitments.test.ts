import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedAsk, readCodebook, similarAsk } from '../../../loaders/statements/codebook.ts';
import { commitmentFor, positionOn } from '../../../loaders/statements/commitments.ts';
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

describe('codebook patterns', () => {
  const coded = (pattern: string, sentence: string) => codedAsk(readCodebook([{ id: 'commitment:x', title: 'Some ask', aliases: [], themes: ['theme:law'], patterns: [pattern], setOutIn: [] }]), sentence) !== null;
  it.each([
    ['fee* abolish*|end', 'Abolish all recruitment fees.', true],
    ['fee* abolish*|end', 'Publish all recruitment fees.', false],
    ['side_by_side words', 'words that stand side by side', true],
    ['side_by_side words', 'words that stand by their side', false],
    ['fees !refund*', 'Lower the fees.', true],
    ['fees !refund*', 'Refund the fees.', false],
    ['women’s_rights respect*', "Respect women's rights.", true],
  ])('%s on "%s": %s', (pattern, sentence, expected) => {
    expect(coded(pattern, sentence)).toBe(expected);
  });
  it('need their terms near each other', () => {
    expect(coded('fees abolish', `Abolish the curfew, ${'and print it in every tongue that is spoken in the port, '.repeat(4)}and lower the fees.`)).toBe(false);
  });
});

describe('for or against the commitment as titled', () => {
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
