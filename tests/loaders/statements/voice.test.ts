import { describe, expect, it } from 'vitest';
import { statementsOf } from './readingOf.ts';

const who = (text: string, ...more: [Parameters<typeof statementsOf>[1]?, Parameters<typeof statementsOf>[2]?]) => statementsOf(text, ...more).map(({ actors, voice }) => [actors, voice]);

describe('whose voice it is', () => {
  it.each(['We urge states to open the gates.', 'This paper calls for open gates.', 'The Harbour Network calls for open gates.', 'Open gates are needed in every port.'])('the author’s: %s', (sentence) => {
    expect(who(sentence)).toEqual([[['actor:harbour-network'], 'OWN']]);
  });

  it.each(['I urge governments to open the gates.', 'My delegation calls on employers to print the rules.', 'The authors recommend that employers print the rules.', 'The Network calls for open gates.', 'In our view, the gates must be opened.', 'As dockers, we demand open gates.', 'The undersigned call on governments to open the gates.', 'Our affiliates trained forty inspectors.'])('the author under another name: %s', (sentence) => {
    expect(who(sentence)).toEqual([[['actor:harbour-network'], 'OWN']]);
  });

  it.each([
    'The Quay Office told this round table that the gates must stay shut.',
    'The Quay Office replied that the gates should stay open.',
    'The Quay Office is of the view that the gates must be opened.',
    'The Quay Office’s position is that the gates must be opened.',
    'For the Quay Office, the gates must be opened.',
    'The gates must be opened, the Quay Office said.',
    'The gates must be opened, said the Quay Office.',
    '“The gates must be opened,” said the Quay Office.',
    'The gates must be opened, according to the Quay Office.',
    'In a statement issued by the Quay Office, governments are urged to open the gates.',
    'A representative of the Quay Office urged governments to open the gates.',
    'A speaker from the Quay Office called for open gates.',
    'The Quay Office announced that it would train forty inspectors.',
  ])('whoever is reported: %s', (sentence) => {
    expect(who(sentence)).toEqual([[['actor:quay-office'], 'REPORTED']]);
  });

  it('what somebody “may wish to recommend” is the author’s proposal', () => {
    expect(who('The Quay Office may wish to recommend that governments open the gates.')).toEqual([[['actor:harbour-network'], 'OWN']]);
  });

  it('participants are those of the forum', () => {
    expect(who('Participants urged governments to open the gates.')).toEqual([[['actor:port-summit-2019-participants'], 'REPORTED']]);
  });

  it('a report of participants speaks for them', () => {
    expect(who('Participants urged governments to open the gates.', { self: ['actor:port-summit-2019-participants'] })).toEqual([[['actor:port-summit-2019-participants'], 'OWN']]);
  });

  it('a reported position belongs to whoever took it', () => {
    expect(who('The Quay Office stressed that governments must open the gates.')).toEqual([[['actor:quay-office'], 'REPORTED']]);
    expect(who('As the Quay Office noted, the gates must be opened.')).toEqual([[['actor:quay-office'], 'REPORTED']]);
    expect(who('According to the Quay Office, the gates should be opened.')).toEqual([[['actor:quay-office'], 'REPORTED']]);
  });

  it('an echoed recommendation is the author’s endorsement and the other’s recommendation', () => {
    const found = statementsOf('We echo the Quay Office’s recommendation that Member States hold open hearings.');
    expect(found.map(({ actors, act, voice }) => [actors, act, voice])).toEqual([
      [['actor:harbour-network'], 'ENDORSES', 'OWN'],
      [['actor:quay-office'], 'RECOMMENDS', 'REPORTED'],
    ]);
  });

  it('those who did it together share it', () => {
    expect(who('With the Quay Office and the Port Authority, we trained forty inspectors.')).toEqual([[['actor:harbour-network', 'actor:quay-office', 'actor:port-authority'], 'OWN']]);
  });

  it('"it" is who acted in the sentence before', () => {
    expect(who('The Quay Office launched a register of fees. It trained forty inspectors to read it.').map(([actors]) => actors)).toEqual([['actor:quay-office'], ['actor:quay-office']]);
  });

  it('"the project" speaks for its partners', () => {
    expect(who('## Joint Harbour Network - Quay Office project\n\nThe project trained forty inspectors in two ports.').at(-1)?.[0]).toEqual(['actor:harbour-network', 'actor:quay-office']);
  });

  it('an adopted text speaks for those who adopted it', () => {
    expect(statementsOf('The Port Summit adopted the Crew Convention. The Crew Convention called on governments to print the rules.').map(({ actors, act, addressees }) => [actors, act, addressees])).toEqual([
      [['actor:port-summit-2019-participants'], 'ACTS', []],
      [['actor:port-summit-2019-participants'], 'CALLS_FOR', ['actor:states']],
    ]);
  });

  it('whoever stands after a preposition did not do it', () => {
    expect(who('At the request of the Port Authority, the Quay Office trained forty inspectors.')).toEqual([[['actor:quay-office'], 'REPORTED']]);
  });

  it.each(['One speaker called for open gates.', 'A ministry official replied that the gates must stay shut.', 'The group recommended that governments open the gates.', 'Several participants warned that raids come too often.', 'Those present agreed to print the rules.', 'Participants felt that dockers are forgotten. They wished to see them at the table.', '“We want governments to stop the raids.” (anonymous)', '"Stop the night raids in every port."'])('those who met, where a report of their meeting names nobody: %s', (sentence) => {
    expect(who(sentence, { self: ['actor:port-summit-2019-participants'] }).at(-1)).toEqual([['actor:port-summit-2019-participants'], 'OWN']);
  });

  it('nobody, where another text quotes or reports somebody without a name', () => {
    expect(who('“We want governments to stop the raids.” (anonymous)')).toEqual([]);
    expect(who('A ministry official urged governments to open the gates.')).toEqual([]);
  });

  it('whoever had a part in the meeting is known by what a form or a sentence tells elsewhere', () => {
    const self = { self: ['actor:port-summit-2019-participants'] as const };
    expect(who('Moderator: Quay Office\n\nThe moderator urged governments to open the gates.', self).at(-1)).toEqual([['actor:quay-office'], 'REPORTED']);
    expect(who('The moderator urged governments to open the gates.', self)).toEqual([[['actor:port-summit-2019-participants'], 'OWN']]);
  });

  it('those who were present at the occasion just told of', () => {
    expect(who('The Crew Hearing took place in Gdynia. Participants called for open gates.').at(-1)).toEqual([['actor:crew-hearing-2020-participants'], 'REPORTED']);
  });

  it('partners share a deed, and a promise only where they are named before it', () => {
    expect(who('The hearing was convened by the Quay Office with support from the Port Authority.').at(-1)?.[0]).toEqual(['actor:quay-office', 'actor:port-authority']);
    expect(who('Together with the Quay Office, we will train forty inspectors.')[0]?.[0]).toEqual(['actor:harbour-network', 'actor:quay-office']);
    expect(who('We will train forty inspectors, together with the Quay Office.')[0]?.[0]).toEqual(['actor:harbour-network']);
  });

  it('“it” is nobody after a sentence about a thing', () => {
    expect(who('A waiver that the Port Authority printed is still blocked. It calls for open gates.').at(-1)?.[0]).not.toEqual(['actor:port-authority']);
  });

  it('under the Chatham House rule no individual is named', () => {
    expect(who('Ana Ruiz called for open gates.', {}, 'CHATHAM_HOUSE')).toEqual([]);
    expect(who('Ana Ruiz called for open gates.')).toEqual([[['actor:ana-ruiz'], 'REPORTED']]);
  });

  it('an ask of nobody identifiable is no statement', () => {
    expect(who('The gates must be opened.', { self: [] })).toEqual([]);
  });
});

it('the subject of a passive is asked, not asking', () => {
  expect(statementsOf('Member States are urged to print the rules.')).toMatchObject([{ actors: ['actor:harbour-network'], addressees: ['actor:states'], act: 'CALLS_FOR' }]);
  expect(statementsOf('The Quay Office was praised for its register.')).toEqual([]);
});

describe('who is asked', () => {
  it.each([
    ['We urge governments and employers to print the rules.', ['actor:states', 'actor:employers']],
    ['Member States must print the rules.', ['actor:states']],
    ['We recommend that Member States print the rules.', ['actor:states']],
    ['The rules must be printed.', []],
    ['Dockers must be heard in every port.', []],
    ['Member States should meet. They must also print the rules.', ['actor:states']],
    ['Fair hearings must be the rule, with employers paying for translation.', ['actor:employers']],
  ])('%s', (sentence, addressees) => {
    expect(statementsOf(sentence).at(-1)?.addressees).toEqual(addressees);
  });
});
