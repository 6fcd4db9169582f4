import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTitle, LONGEST_TITLE } from '../../../loaders/statements/titleCuts.ts';
import { titleOfItem } from '../../../loaders/statements/titles.ts';
import { statementsOf } from './readingOf.ts';

describe('a new commitment is titled in the imperative', () => {
  it.each([
    ['We urge governments to print the fees in six languages.', 'Print the fees in six languages'],
    ['Member States must end the night curfew.', 'End the night curfew'],
    ['Deckhands must be heard before rules are written.', 'Hear deckhands before rules are written'],
    ['Fair pay must be at the centre of every port policy.', 'Put fair pay at the centre of every port policy'],
    ['There is an urgent need for a hotline that answers at night.', 'Ensure a hotline that answers at night'],
    ['Port law must not be about control.', 'Do not make port law about control'],
    ['Night pay remains insufficient.', 'Strengthen night pay'],
    ['We commit to printing every contract in two languages.', 'Print every contract in two languages'],
    ['The Quay Office will publish its list in May.', 'Publish its list in May'],
    ['The Quay Office hosted a hearing on fees.', 'Host a hearing on fees'],
    ['We recommend that fees be abolished in all ports.', 'Abolish fees in all ports'],
    ['We welcome the open register.', 'Support the open register'],
    ['Locking the gate is not the solution.', 'Stop locking the gate'],
    ['Deckhands are not “spare parts”.', 'Stop treating deckhands as spare parts'],
    ['Challenging curfews and lifting bans is central to fair ports.', 'Challenge curfews and lift bans'],
  ])('%s → %s', (sentence, title) => {
    expect(statementsOf(sentence)[0]?.title).toBe(title);
  });

  it.each([
    ['Gender and age be central to every review', 'Make gender and age central to every review'],
    ['that hearings be held at night', 'Hold hearings at night'],
    ['On board: print the rules', 'Print the rules'],
  ])('an item: %s → %s', (item, title) => {
    expect(titleOfItem(item)).toBe(title);
  });
});

it('a title is cut at a clause, within its length, and ends in no dangling word', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('open', 'the', 'gates', 'and', 'of', 'which', 'ports,', 'that', 'in', 'order', 'to', '(all)', 'pay'), { maxLength: 60 }), (words) => {
      const title = cutTitle(words.join(' '));
      expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(title).not.toMatch(/\s(?:the|and|of|that|which|in|to)$/);
    }),
  );
});
