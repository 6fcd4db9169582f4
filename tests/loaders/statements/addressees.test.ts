import { describe, expect, it } from 'vitest';
import { statementsOf } from './readingOf.ts';

const asked = (text: string) => statementsOf(text).map(({ addressees }) => addressees.map((actor) => actor.replace('actor:', '')));

describe('whom a sentence asks', () => {
  it.each([
    ['We call upon the Quay Office and the Port Authority to print the rules.', ['quay-office', 'port-authority']],
    ['We urge all governments, employers and the Quay Office to print the rules.', ['states', 'employers', 'quay-office']],
    ['We invite Member States, with the support of the Quay Office, to print the rules.', ['states']],
    ['Governments, together with the Quay Office, should print the rules.', ['states']],
    ['We encourage the Quay Office to work with employers on the rules.', ['quay-office']],
    ['It is for governments to open the gates.', ['states']],
    ['It is the responsibility of employers to print the rules.', ['employers']],
    ['The rules should be printed by employers.', ['employers']],
    ['There is a need for governments to print the rules.', ['states']],
    ['It is essential that governments print the rules.', ['states']],
    ['Governments are called upon to print the rules.', ['states']],
    ['Governments and employers meeting at the summit this June must print the rules.', ['states', 'employers']],
    ['We met briefly with the Quay Office.', ['quay-office']],
    ['We ask the Quay Office for a hearing on fees.', ['quay-office']],
    ['Employers, who profit most, must print the rules.', ['employers']],
    ['Employers of dockers must print the rules.', ['employers']],
    ['In every port, employers should print the rules.', ['employers']],
    ['We need governments to print the rules.', ['states']],
    ['Our message to governments is clear: print the rules.', ['states']],
    ['We demand of governments that they print the rules.', ['states']],
    ['We recommend to employers that they print the rules.', ['employers']],
    ['The statement of the Port Authority should name the crews.', ['port-authority']],
  ])('%s', (sentence, addressees) => {
    expect(asked(sentence)).toEqual([addressees]);
  });

  it.each(['We recommend that dockers be heard.', 'We would like to see dockers at the table.', 'We call for an end to fees that are paid by dockers.', 'Dockers must be heard in every port.'])('nobody, where something is due to those named: %s', (sentence) => {
    expect(asked(sentence)).toEqual([[]]);
  });

  it('a deed that asks has addressees too', () => {
    expect(asked('The Quay Office lobbied governments to open the gates.')).toEqual([['states']]);
    expect(asked('We submitted a list of raids to the Quay Office.')).toEqual([['quay-office']]);
    expect(asked('We trained employers in every port.')).toEqual([[]]);
  });

  it('whoever held the meeting', () => {
    expect(asked('The organisers should provide interpreters.')).toEqual([['port-summit-2019-organizers']]);
  });
});

describe('whom a list asks', () => {
  it('its items each their own subject', () => {
    expect(asked('We recommend that:\n\n- governments of the region print the rules;\n- dockers be heard in every port;\n- the Quay Office, the oldest body of the port, publish its list.')).toEqual([['states'], [], ['quay-office']]);
    expect(asked('We call on:\n\n- governments to print the rules;\n- employers to pay the fees.')).toEqual([['states'], ['employers']]);
  });

  it('those whom its heading asks', () => {
    expect(asked('# Recommendations\n\n## To governments\n\n- Publish the rules.\n- Open the gates.')).toEqual([['states'], ['states']]);
    expect(asked('# What we ask of employers\n\n- Publish the rules.\n- Open the gates.')).toEqual([['employers'], ['employers']]);
  });

  it('those whom a lead-in names alone, with the act of what stands above it', () => {
    expect(asked('We recommend:\n\nGovernments to:\n\n- print the rules;\n- open the gates.\n\nEmployers to:\n\n- pay the fees.')).toEqual([['states'], ['states'], ['employers']]);
  });
});
