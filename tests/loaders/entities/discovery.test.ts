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
    const { reading } = read('UN Women will host a side event entitled "Cooks at Sea: Wages and Rights" and print the report "Night Shifts in Northern Harbours".');
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
});
