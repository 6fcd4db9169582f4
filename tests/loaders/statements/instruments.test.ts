import { describe, expect, it } from 'vitest';
import { statementsOf } from './readingOf.ts';

const cited = (text: string) => statementsOf(text).map(({ instruments }) => instruments);
const CONVENTION = ['instrument:crew-convention'];

describe('what a statement invokes', () => {
  it.each(['We urge governments to ratify the Crew Convention.', 'As the Crew Convention provides, gates must be opened.'])('what its sentence names: %s', (sentence) => {
    expect(cited(sentence)).toEqual([CONVENTION]);
  });

  it.each(['Governments should ratify it without delay.', 'We call on governments to honour this convention.', 'It must be ratified by governments.'])('what it points back to: %s', (sentence) => {
    expect(cited(`The Crew Convention was adopted in 2006. ${sentence}`).at(-1)).toEqual(CONVENTION);
  });

  it('not what merely stands nearby', () => {
    expect(cited('The Crew Convention was adopted in 2006. It is vital that governments open the gates.').at(-1)).toEqual([]);
    expect(cited('The Crew Convention was adopted in 2006.\n\n# Gates\n\nGovernments should ratify it.').at(-1)).toEqual([]);
  });

  it('what the brackets after the title of its part name', () => {
    expect(statementsOf('We recommend:\n\nA. Night work (Crew Convention)\n\n   (i) print the rules;\n   (ii) open the gates.\n').map(({ instruments }) => instruments)).toEqual([['instrument:crew-convention'], ['instrument:crew-convention']]);
  });

  it('what its list is asked of or in line with', () => {
    expect(cited('In line with the Crew Convention, governments should:\n\n- print the rules;\n- open the gates.')).toEqual([CONVENTION, CONVENTION]);
    expect(cited('The Crew Convention should:\n\n- name the fees;\n- ban night raids.')).toEqual([CONVENTION, CONVENTION]);
  });
});
