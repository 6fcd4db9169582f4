import { describe, expect, it } from 'vitest';
import { mentionsOf, read } from './smallLists.ts';

describe('names that no list holds', () => {
  it('are found with the short name that the document gives them', () => {
    expect(mentionsOf('The Quay Workers Alliance (QWA) was founded by cooks. QWA now sails.')).toEqual(['Quay Workers Alliance → actor:quay-workers-alliance', 'QWA → actor:quay-workers-alliance', 'QWA → actor:quay-workers-alliance']);
    expect(mentionsOf('The Women in Harbours Network, WIHN, welcomes the plan.')).toEqual(['Women in Harbours Network → actor:women-in-harbours-network', 'WIHN → actor:women-in-harbours-network']);
  });

  it('are told apart by their head noun', () => {
    const { reading } = read('The Cebu Dock Institute read the Oslo Seafarers Declaration at the Bergen Dockers Conference.');
    expect(reading.mentions.map(({ entity }) => [entity, reading.entities.get(entity)?.kind])).toEqual([['actor:cebu-dock-institute', 'ACADEMIA'], ['instrument:oslo-seafarers-declaration', 'DECLARATION'], ['forum:bergen-dockers-conference', 'CONFERENCE']]);
  });

  it('end where another name begins', () => {
    expect(mentionsOf('It was drafted by UNICEF and the Quay Cooks Union.')).toEqual(['UNICEF → actor:unicef', 'Quay Cooks Union → actor:quay-cooks-union']);
    expect(mentionsOf('The Bergen Dock Federation and Cebu Sailors Network agree.')).toEqual(['Bergen Dock Federation → actor:bergen-dock-federation', 'Cebu Sailors Network → actor:cebu-sailors-network']);
  });

  it('may be the branch of a known body in a country or region', () => {
    expect(mentionsOf('The Global Coalition on Migration Norway wrote to UNICEF.')).toEqual(['Global Coalition on Migration Norway → actor:global-coalition-on-migration-norway', 'UNICEF → actor:unicef']);
    expect(mentionsOf('The Global Coalition on Migration West Africa agrees.')).toEqual(['Global Coalition on Migration West Africa → actor:global-coalition-on-migration-west-africa']);
    expect(mentionsOf('Governments Norway trusts are few.')).toEqual(['Norway → country:NOR']);
  });

  it('are whole where both sides of "and" possess what follows', () => {
    expect(mentionsOf("The Federation of Dockers' and Pilots' Unions met.")).toEqual(["Federation of Dockers' and Pilots' Unions → actor:federation-of-dockers-and-pilots-unions"]);
  });

  it('may be a meeting of plain words when a line below says where and when', () => {
    expect(mentionsOf('# Regional Meeting on Migrant Workers\n\nBergen, 5-6 May 2011\n\nCooks talked.')).toEqual(['Regional Meeting on Migrant Workers → forum:regional-meeting-on-migrant-workers']);
  });

  it('may be events beside another, by their title alone', () => {
    expect(mentionsOf('They will hold a parallel event, Night Shifts Have Names, across the road.')).toEqual(['Night Shifts Have Names → forum:side-event-night-shifts-have-names']);
  });

  it('are no kinds of things', () => {
    expect(mentionsOf('National Action Plans and Labour Ministries vary; the National Plan is late.')).toEqual([]);
  });

  it('may be persons, behind a title or in a line with their body', () => {
    expect(mentionsOf('Thanks go to Ms. Ana Cruz.')).toEqual(['Ana Cruz → actor:ana-cruz']);
    expect(mentionsOf('**Rapporteur:** Li Wei, Quay Cooks Union')).toEqual(['Li Wei → actor:li-wei', 'Quay Cooks Union → actor:quay-cooks-union']);
  });

  it('may be sessions of known bodies', () => {
    expect(mentionsOf('They went to the 71st session of the CEDAW Committee.')).toEqual(['71st session of the CEDAW Committee → forum:71st-session-of-the-committee-on-the-elimination-of-discrimination-against-women']);
  });

  it('may be titles in quotation marks', () => {
    const { reading } = read('UN Women will hold a side event entitled "Cooks at Sea: Wages and Rights" and print the report "Night Shifts in Northern Harbours".');
    expect(reading.mentions.map(({ surface, entity }) => [surface, reading.entities.get(entity)?.type])).toEqual([['UN Women', 'Actor'], ['Cooks at Sea: Wages and Rights', 'Forum'], ['Night Shifts in Northern Harbours', 'Instrument']]);
  });

  it('are called by their head noun later, and found again in capitals', () => {
    expect(mentionsOf('# NEWS OF THE QUAY COOKS UNION\n\nThe Quay Cooks Union met in Oslo last spring. Then the Union went home.')).toEqual(['QUAY COOKS UNION → actor:quay-cooks-union', 'Quay Cooks Union → actor:quay-cooks-union', 'Union → actor:quay-cooks-union']);
  });

  it('are no longer than names are: a page in capitals is read in no time and names nothing', () => {
    expect(mentionsOf('Alpha Beta Gamma of Delta and '.repeat(1500))).toEqual([]);
  });

  it('leave a description to be a description, and its name to be the mention', () => {
    const { reading } = read('We spoke during GFMD negotiations.');
    expect(reading.mentions.map(({ surface }) => surface)).toEqual(['GFMD']);
  });

  it('end before a known name that they lead to', () => {
    expect(mentionsOf('They took the Bergen Dock Dialogue to the Universal Periodic Review.')).toEqual(['Bergen Dock Dialogue → forum:bergen-dock-dialogue', 'Universal Periodic Review → forum:upr']);
  });

  it('may be the branch of a body, by region or country', () => {
    expect(mentionsOf('The Quay Cooks Union (QCU-Africa) met QCU-Africa staff.')).toEqual(['Quay Cooks Union → actor:quay-cooks-union', 'QCU-Africa → actor:quay-cooks-union', 'QCU-Africa → actor:quay-cooks-union']);
    expect(mentionsOf('We heard from UNICEF-Africa and from TIDE Norway on wages.')).toEqual(['UNICEF-Africa → actor:unicef-africa', 'TIDE Norway → actor:tide-norway']);
  });

  it('may be laws, by their number or by their country', () => {
    const { reading } = read('Republic Act No. 4711 and Law No. 12/2003 say less than Norway’s 1814 Constitution and the Jordanian Labour Code.');
    expect(reading.mentions.map(({ surface, entity }) => [surface, reading.entities.get(entity)?.name])).toEqual([['Republic Act No. 4711', 'Republic Act No. 4711'], ['Law No. 12/2003', 'Law No. 12/2003'], ['Norway', 'Norway'], ['1814 Constitution', '1814 Constitution of Norway'], ['Jordanian Labour Code', 'Labour Code of Jordan']]);
  });

  it('may be resolutions, by their symbol or their number and body', () => {
    const { reading } = read('See A/HRC/RES/35/5 and General Assembly resolution 73/195.');
    expect(reading.mentions.map(({ entity }) => reading.entities.get(entity)).filter((entity) => entity?.type === 'Instrument')).toMatchObject([{ name: 'A/HRC/RES/35/5', kind: 'RESOLUTION' }, { name: 'A/RES/73/195', kind: 'RESOLUTION' }]);
  });

  it('may be in another language, whose head stands first', () => {
    expect(mentionsOf('The Red de Cocineras del Puerto cites the Ley de Puertos.')).toEqual(['Red de Cocineras del Puerto → actor:red-de-cocineras-del-puerto', 'Ley de Puertos → instrument:ley-de-puertos']);
  });

  it('may be numbered rooms of a meeting', () => {
    expect(mentionsOf('In Round Table 2 and in Working Session 1.3 nobody spoke of wages; item 2 was closed.')).toEqual(['Round Table 2 → forum:round-table-2', 'Working Session 1.3 → forum:working-session-1-3']);
  });

  it('may show nothing but the list of those who signed, and are then found everywhere', () => {
    expect(mentionsOf('Tidewatch has trained forty cooks.\n\nThe following organisations have signed this statement:\n\nTidewatch, Norway\n\nLas Velas (Jordan)\n')).toEqual(['Tidewatch → actor:tidewatch', 'Tidewatch → actor:tidewatch', 'Norway → country:NOR', 'Las Velas → actor:las-velas', 'Jordan → country:JOR']);
  });

  it('may be told by the word for what they are beside them', () => {
    expect(mentionsOf('We thank the union SEAWAVE. Then Tidewatch, a network of cooks, spoke.')).toEqual(['SEAWAVE → actor:seawave', 'Tidewatch → actor:tidewatch']);
    expect(mentionsOf('Today, a network of cooks spoke.')).toEqual([]);
  });

  it('may be persons of a body, and heads of state', () => {
    expect(mentionsOf('It was read by Ana Cruz of the Quay Cooks Union before the President of Norway.')).toEqual(['Ana Cruz → actor:ana-cruz', 'Quay Cooks Union → actor:quay-cooks-union', 'President of Norway → actor:president-of-norway']);
  });

  it('may be titles with a subtitle and a year', () => {
    expect(mentionsOf('This was laid out in Night Shifts: Wages and Rest in Harbours (2005).')).toEqual([expect.stringMatching(/^Night Shifts: Wages and Rest in Harbours → instrument:/)]);
  });
});

describe('what a text goes on to call a thing', () => {
  it('is the first word of a head of several words', () => {
    expect(mentionsOf('The Oslo Call to Action was read. How the Call was written is another matter.')).toEqual(['Oslo Call to Action → instrument:oslo-call-to-action', 'Call → instrument:oslo-call-to-action']);
  });

  it('is its name up to the first preposition', () => {
    expect(mentionsOf('The Global Forum on Migration and Development met. We left the Global Forum early.')).toEqual(['Global Forum on Migration and Development → forum:gfmd', 'Global Forum → forum:gfmd']);
  });

  it('is what the text says it will call it', () => {
    expect(mentionsOf('The Bergen Dock Charter (hereinafter "the Bergen Text") is old. The Bergen Text is clear.')).toEqual(['Bergen Dock Charter → instrument:bergen-dock-charter', 'Bergen Text → instrument:bergen-dock-charter', 'Bergen Text → instrument:bergen-dock-charter']);
  });

  it('is the body whose session has been named', () => {
    expect(mentionsOf('At the 71st session of the Committee on the Elimination of Discrimination against Women we spoke. The Committee listened.').at(-1)).toBe('Committee → actor:cedaw-committee');
  });
});
