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
    ['We reject the plan to lock crews on board.', 'Reject the plan to lock crews on board'],
    ['The Quay Office warned against longer shifts.', 'Reject longer shifts'],
    ['We criticise the register for its narrow view of cooks.', 'Change the narrow view of cooks in the register'],
    ['We criticise the new curfew for producing fear among crews.', 'Stop the new curfew from producing fear among crews'],
    ['We regret that owners did not publish their fees.', 'Publish their fees'],
    ['Nobody should pay for a berth.', 'Let nobody pay for a berth'],
    ['The Quay Office advised looking beyond port law for ways to rest.', 'Look beyond port law for ways to rest'],
    ['The Quay Office recommended local action against night raids.', 'Ensure local action against night raids'],
    ['The Quay Office shared their view that rest is a right.', 'Affirm that rest is a right'],
    ['The Quay Office supported hearings in Gdynia and helped to draft the rules.', 'Support hearings in Gdynia and help to draft the rules'],
    ['The register was the result of a hearing on fees, organised by the Quay Office.', 'Organise a hearing on fees'],
    ['Port plans should name the cooks and should count their hours.', 'Ensure port plans name the cooks and count their hours'],
    ['The Harbour Network was an active civil society member of the drafting group.', 'Take part in the drafting group'],
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

describe('a long title ends', () => {
  it.each([
    ['Prepare two evening sessions on the wages of cooks and cleaners at the World Assembly on Harbours, Ships & the Rights of Crews', 'Prepare two evening sessions on the wages of cooks and cleaners'],
    ['Support the road map given by the President of the Assembly of Harbour Towns and by the Director of the Quay Office in May', 'Support the road map given by the President of the Assembly of Harbour Towns'],
    ['Affirm that curfew rules, including their effects on sleep and safety, are a duty that owners and harbour towns share with crews in port', 'Affirm that curfew rules are a duty that owners and harbour towns share with crews in port'],
    ['Ensure shelters for cooks, because without them the abuse goes on', 'Ensure shelters for cooks'],
    ['Print the report "On Safe Decks" in six languages', 'Print the report "On Safe Decks" in six languages'],
  ])('not inside a name, a list or a clause: %s', (long, title) => {
    expect(cutTitle(long)).toBe(title);
  });
});

describe('a title stands alone', () => {
  const last = (text: string) => statementsOf(text).at(-1);
  it('"that recommendation" is what the sentence before recommends', () => {
    const [asked, echoed] = statementsOf('The Quay Office recommended that ports hold open hearings. The Harbour Network endorsed that recommendation.');
    expect(echoed).toMatchObject({ act: 'ENDORSES', commitment: asked?.commitment, title: asked?.title, position: 'FOR' });
  });
  it('"such rules", "both", "it" are what was named before', () => {
    expect(last('The Port Authority passed fair rules for night crews. The Quay Office agreed that such rules are needed.')?.title).toBe('Ensure fair rules for night crews');
    expect(last('The Port Authority and the Quay Office drafted the text. The Harbour Network advocated with both for fair pay.')?.title).toBe('Advocate with Port Authority and the Quay Office for fair pay');
    expect(last('The Quay Office received the Crew Convention and promised to print it.')?.title).toBe('Print the Crew Convention');
  });
  it('items below "open shelters" speak of shelters', () => {
    expect(statementsOf('We urge governments to:\n\n- open huts, and in particular:\n  - keep them warm at night;\n  - fund them each week.').map(({ title }) => title)).toEqual(['Keep huts warm at night', 'Fund huts each week']);
  });
  it('and where the words before do not tell, it is held with little confidence', () => {
    expect(last('The Quay Office supported that consultation.')?.confidence).toBeLessThanOrEqual(0.55);
    expect(last('The Quay Office supported the open hearings.')?.confidence).toBeGreaterThan(0.55);
  });
});

describe('items of a list', () => {
  const titles = (text: string) => statementsOf(text).map(({ title, addressees }) => [title, ...addressees]);
  it('that name topics ask that they be addressed, and of nobody named in them', () => {
    expect(titles('We call for a charter that governs, with care:\n\n- night work;\n- dockers in need.')).toEqual([['Address night work'], ['Address dockers in need']]);
  });
  it('after "that:" let somebody do something', () => {
    expect(titles('We recommend that:\n\n- the review look at cooks too, since it would be unfair otherwise;\n- employers print the fees.')).toEqual([['Let the review look at cooks too'], ['Print the fees', 'actor:employers']]);
  });
  it('that forbid stay negative', () => {
    expect(titles('We urge governments to:\n\n- never jail a cook;\n- not raid ships.').map(([title]) => title)).toEqual(['Never jail a cook', 'Do not raid ships']);
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
