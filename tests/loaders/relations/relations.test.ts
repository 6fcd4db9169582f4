import { describe, expect, it } from 'vitest';
import { read, relationsOf } from '../entities/smallLists.ts';

describe('relations', () => {
  it('tell who hosted, organised, supported and addressed what', () => {
    expect(relationsOf('UNICEF hosted the Bergen Dockers Conference.')).toContain('PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference HOST');
    expect(relationsOf('The Bergen Dockers Conference, supported by UNICEF, was short.')).toContain('PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference SPONSOR');
    expect(relationsOf('UN Women’s Deputy Director addressed the Bergen Dockers Conference.')).toContain('PARTICIPATED_IN actor:un-women forum:bergen-dockers-conference SPEAKER');
    expect(relationsOf('The Bergen Dockers Conference was organized by UNICEF and the Quay Cooks Union.')).toEqual(expect.arrayContaining(['PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference ORGANIZER', 'PARTICIPATED_IN actor:quay-cooks-union forum:bergen-dockers-conference ORGANIZER']));
  });

  it('take those who attended beside each other for participants, not for partners, and a person for one of the body behind the name', () => {
    const told = relationsOf('REPORT OF THE MEETING\n\nBergen Dockers Conference\n\nForty experts from Norway and Jordan attended, together with observers from UNICEF. The meeting was chaired by Ms. Ana Cruz of Harbour University.');
    expect(told).toEqual(expect.arrayContaining(['PARTICIPATED_IN country:NOR forum:bergen-dockers-conference PARTICIPANT', 'PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference PARTICIPANT', 'MEMBER_OF actor:ana-cruz actor:harbour-university']));
    expect(told.filter((relation) => relation.startsWith('PARTNERED_WITH'))).toEqual([]);
  });

  it('find the doer before the verb, behind "by", behind "which", and for every verb of a row', () => {
    const told = relationsOf('The Bergen Dockers Conference, which Norway hosted in May 2011 and Jordan co-chaired, was convened by UNICEF and moderated by Ms. Ana Cruz of the Quay Cooks Union.');
    expect(told).toEqual(expect.arrayContaining([
      'PARTICIPATED_IN country:NOR forum:bergen-dockers-conference HOST',
      'PARTICIPATED_IN country:JOR forum:bergen-dockers-conference CO_CHAIR',
      'PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference ORGANIZER',
      'PARTICIPATED_IN actor:ana-cruz forum:bergen-dockers-conference MODERATOR',
      'MEMBER_OF actor:ana-cruz actor:quay-cooks-union',
    ]));
    expect(told).toHaveLength(5);
    expect(relationsOf('We thank the Philippines for hosting the Bergen Dockers Conference.')).toContain('PARTICIPATED_IN country:PHL forum:bergen-dockers-conference HOST');
  });

  it('take whoever speaks at an occasion for somebody who was there', () => {
    expect(relationsOf('At the Bergen Dockers Conference, UNICEF and the Quay Cooks Union presented their figures.')).toEqual(['PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference SPEAKER', 'PARTICIPATED_IN actor:quay-cooks-union forum:bergen-dockers-conference SPEAKER']);
    expect(relationsOf('UNICEF welcomed the promises made at the Bergen Dockers Conference.')).toEqual([]);
  });

  it('know what "it" and "the meeting" stand for', () => {
    expect(relationsOf('The Bergen Dockers Conference was short. It was organized by UNICEF, and the meeting was opened by Norway.')).toEqual(expect.arrayContaining(['PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference ORGANIZER', 'PARTICIPATED_IN country:NOR forum:bergen-dockers-conference SPEAKER']));
    expect(relationsOf('UNICEF came late. It was recommended that the ILO attend the Bergen Dockers Conference.')).toEqual([]);
    expect(relationsOf('CEDAW is old. Norway and Jordan have ratified it; the Philippines has not.')).toEqual(['PARTY_TO country:NOR instrument:cedaw RATIFIED', 'PARTY_TO country:JOR instrument:cedaw RATIFIED', 'PARTY_TO country:PHL instrument:cedaw NOT_PARTY']);
  });

  it('read a line of organisers and their partners', () => {
    expect(relationsOf('# Bergen Dockers Conference\n\nOrganized by the Quay Cooks Union (QCU) in partnership with UNICEF and UN Women.').filter((line) => line.startsWith('P'))).toEqual([
      'PARTICIPATED_IN actor:quay-cooks-union forum:bergen-dockers-conference ORGANIZER',
      'PARTICIPATED_IN actor:unicef forum:bergen-dockers-conference ORGANIZER',
      'PARTICIPATED_IN actor:un-women forum:bergen-dockers-conference ORGANIZER',
      'PARTNERED_WITH actor:quay-cooks-union actor:unicef',
      'PARTNERED_WITH actor:quay-cooks-union actor:un-women',
    ]);
  });

  it('do not take a side event at a session for the session', () => {
    expect(relationsOf('UNICEF hosted side events at the 71st session of the CEDAW Committee.').filter((line) => line.startsWith('PARTICIPATED_IN'))).toEqual(['PARTICIPATED_IN actor:unicef forum:71st-session-of-the-committee-on-the-elimination-of-discrimination-against-women PARTICIPANT']);
  });

  it('do not take a wish for a deed', () => {
    expect(relationsOf('UNICEF should host the Bergen Dockers Conference. Norway should ratify CEDAW. UNICEF did not attend the GFMD.')).toEqual([]);
  });

  it('tell who belongs to whom', () => {
    expect(relationsOf('# Quay Cooks Union Statement\n\nAs a founding member of the Bergen Dockers Network, we ask for wages to be paid to every cook on every ship.')).toContain('MEMBER_OF actor:quay-cooks-union actor:bergen-dockers-network');
    expect(relationsOf('UNICEF acted as 2019 Chair of the Bergen Dockers Network.')).toContain('MEMBER_OF actor:unicef actor:bergen-dockers-network CHAIR');
    expect(relationsOf('Moderator: Ana Cruz, Quay Cooks Union')).toContain('MEMBER_OF actor:ana-cruz actor:quay-cooks-union');
  });

  it('tell who worked with whom, once for both', () => {
    expect(relationsOf('UNICEF, in partnership with UN Women, opened a school. UN Women worked closely with UNICEF.').filter((line) => line.startsWith('PARTNERED_WITH'))).toHaveLength(1);
  });

  it('leave wishes, asks and lines without a verb out of partnerships', () => {
    expect(relationsOf('Norway should work with UNICEF. We call on UN Women, in partnership with the ILO, to open a school. We look forward to working with UNICEF.')).toEqual([]);
    expect(relationsOf('Together with UN Women, UNICEF ran a school.')).toEqual(['PARTNERED_WITH actor:unicef actor:un-women']);
    expect(relationsOf('In March Norway and Jordan signed an agreement on nurses.')).toEqual(['PARTNERED_WITH country:NOR country:JOR']);
  });

  it('tell posts in a body by apposition, relative clause and "as"', () => {
    expect(relationsOf('As coordinator of the Bergen Dockers Network, UNICEF wrote a guide.')).toContain('MEMBER_OF actor:unicef actor:bergen-dockers-network COORDINATOR');
    expect(relationsOf('The Bergen Dockers Network, of which Norway and Jordan are co-chairs, met.')).toEqual(['MEMBER_OF country:NOR actor:bergen-dockers-network CO_CHAIR', 'MEMBER_OF country:JOR actor:bergen-dockers-network CO_CHAIR']);
    expect(relationsOf('UN Women, heir to UNIFEM, moved.')).toEqual(['SUCCEEDED_BY actor:unifem actor:un-women']);
  });

  it('tell who spoke in a text at the occasion that the text was written for', () => {
    const told = relationsOf('# Statement by the Quay Cooks Union\n\nBergen Dockers Conference\n\nDelivered by Ana Cruz, Deputy Secretary\n\nThank you, Madam Chair. I speak on behalf of the Quay Cooks Union and of every cook at sea. We thank Norway, our host, for the room.');
    expect(told).toEqual(expect.arrayContaining(['PARTICIPATED_IN actor:quay-cooks-union forum:bergen-dockers-conference SPEAKER', 'PARTICIPATED_IN country:NOR forum:bergen-dockers-conference HOST']));
  });

  it('read every name of a line that gives a role', () => {
    expect(relationsOf('# Bergen Dockers Conference\n\nModerators: Ana Cruz, Quay Cooks Union; UNICEF; UN Women (as observer)').filter((line) => line.startsWith('P'))).toEqual(['actor:ana-cruz', 'actor:unicef', 'actor:un-women'].map((actor) => `PARTICIPATED_IN ${actor} forum:bergen-dockers-conference MODERATOR`));
    expect(relationsOf('# Bergen Dockers Conference\n\nOpening inputs: UNICEF; UN Women (as observer)').filter((line) => line.startsWith('P'))).toHaveLength(2);
  });

  it('tell what was adopted where and who is bound by what', () => {
    expect(relationsOf('At the Bergen Dockers Conference, Member States adopted the Oslo Seafarers Declaration.')).toContain('ADOPTED forum:bergen-dockers-conference instrument:oslo-seafarers-declaration');
    expect(relationsOf('Norway and the Philippines have ratified ILO Conventions 97 and 143.')).toEqual(['PARTY_TO country:NOR instrument:ilo-c097 RATIFIED', 'PARTY_TO country:NOR instrument:ilo-c143 RATIFIED', 'PARTY_TO country:PHL instrument:ilo-c097 RATIFIED', 'PARTY_TO country:PHL instrument:ilo-c143 RATIFIED']);
    expect(relationsOf('Norway ratified CEDAW in 1981 and Jordan in 1992.')).toEqual(['PARTY_TO country:NOR instrument:cedaw RATIFIED', 'PARTY_TO country:JOR instrument:cedaw RATIFIED']);
    expect(relationsOf('The Oslo Seafarers Declaration, the outcome of the Bergen Dockers Conference, is short.')).toEqual(['ADOPTED forum:bergen-dockers-conference instrument:oslo-seafarers-declaration']);
    expect(relationsOf('Jordan has not yet ratified CEDAW.')).toEqual(['PARTY_TO country:JOR instrument:cedaw NOT_PARTY']);
  });

  it('tell which text cites which, by its sentence or by its own name', () => {
    expect(relationsOf('The Oslo Seafarers Declaration reaffirms the 2030 Agenda.')).toEqual(['REFERS_TO instrument:oslo-seafarers-declaration instrument:agenda-2030']);
    expect(relationsOf('CEDAW stands. We like the Seafarers Guide to the Implementation of CEDAW.')).toContain('REFERS_TO instrument:seafarers-guide-to-the-implementation-of-cedaw instrument:cedaw');
  });

  it('tell where an occasion was held and of which it was a part', () => {
    expect(relationsOf('The Bergen Dockers Conference was held in Bergen, Norway.')).toContain('HELD_IN forum:bergen-dockers-conference country:NOR');
    expect(relationsOf('They spoke at the Ninth Meeting of the Global Forum on Migration and Development.').filter((line) => line.startsWith('PART_OF')).map((line) => line.split(' ').at(-1))).toEqual(['forum:gfmd']);
    expect(relationsOf('The GFMD is old. They met at the 9th GFMD.')).toContain('PART_OF forum:gfmd-2016-dhaka forum:gfmd');
  });

  it('tell who joined a treaty in whatever words', () => {
    expect(relationsOf('Twelve States had joined CEDAW by then, Jordan and Norway among the first.')).toEqual(['PARTY_TO country:JOR instrument:cedaw RATIFIED', 'PARTY_TO country:NOR instrument:cedaw RATIFIED']);
    expect(relationsOf('Norway alone among its neighbours has ratified CEDAW.')).toEqual(['PARTY_TO country:NOR instrument:cedaw RATIFIED']);
    expect(relationsOf('Jordan acceded in 1992 to CEDAW.')).toEqual(['PARTY_TO country:JOR instrument:cedaw ACCEDED']);
    expect(relationsOf('They read CEDAW, which Jordan has signed but not ratified.')).toEqual(['PARTY_TO country:JOR instrument:cedaw SIGNED']);
  });

  it('tell who works together, in a joint project, by its money or in one act', () => {
    expect(relationsOf('Under a joint programme with UNICEF, UN Women has trained cooks.')).toEqual(['PARTNERED_WITH actor:un-women actor:unicef']);
    expect(relationsOf('UN Women, together with UNICEF and the ILO, commented on three drafts.')).toEqual(['PARTNERED_WITH actor:un-women actor:unicef', 'PARTNERED_WITH actor:un-women actor:ilo']);
    expect(relationsOf('UNICEF and UN Women made a joint submission.')).toEqual(['PARTNERED_WITH actor:unicef actor:un-women']);
    expect(relationsOf('UNICEF launched the desk with the Quay Cooks Union and UN Women taking part.')).toEqual([]);
  });

  it('tell the members that a body names as its own', () => {
    expect(relationsOf('The text was written by the Global Coalition on Migration with its members Quay Cooks Union in Norway and Dock Pilots Network.')).toEqual(expect.arrayContaining(['MEMBER_OF actor:quay-cooks-union actor:global-coalition-on-migration', 'MEMBER_OF actor:dock-pilots-network actor:global-coalition-on-migration']));
  });

  it('read the roles of a form without colons, and leave out where somebody comes from', () => {
    expect(relationsOf('# Bergen Dockers Conference\n\nBergen, Norway, 3-4 May 2011\n\n1. Moderator      Ana Cruz, Quay Cooks Union\n\n2. Rapporteur      Li Wei, Dock Pilots Network, Norway').filter((line) => !line.startsWith('HELD_IN'))).toEqual([
      'PARTICIPATED_IN actor:ana-cruz forum:bergen-dockers-conference MODERATOR',
      'MEMBER_OF actor:ana-cruz actor:quay-cooks-union',
      'PARTICIPATED_IN actor:li-wei forum:bergen-dockers-conference RAPPORTEUR',
      'MEMBER_OF actor:li-wei actor:dock-pilots-network',
    ]);
  });

  it('tell who chaired an occasion by its chairmanship', () => {
    expect(relationsOf('They wrote to the Bergen Dockers Conference, held in May 2011 under the chairmanship of Norway.')).toContain('PARTICIPATED_IN country:NOR forum:bergen-dockers-conference CHAIR');
  });

  it('give the roles of a session form to the session, and the session to its occasion', () => {
    const told = relationsOf('# Bergen Dockers Conference\n\nBergen, Norway, 3-4 May 2011\n\nRAPPORTEUR\'S FORM\n\nSession 2.1: Night shifts and who works them\n\nModerator: Ana Cruz, Quay Cooks Union\n\nParticipants felt that wages should rise.');
    const session = told.find((line) => line.startsWith('PART_OF'))?.split(' ')[1];
    expect(session).toContain('session');
    expect(told).toContain(`PARTICIPATED_IN actor:ana-cruz ${session} MODERATOR`);
  });

  it('find place and day of the occasion on lines of their own, and at the end of what it adopted', () => {
    expect(relationsOf('# Bergen Dockers Conference\n\nBergen, Norway\n\n3-4 May 2011\n\nCooks met for two days and talked about their wages.')).toContain('HELD_IN forum:bergen-dockers-conference country:NOR');
    expect(relationsOf('# Bergen Dockers Conference\n\nCooks met for two days and talked about their wages.\n\nDone at Bergen, Norway, in one copy.')).toContain('HELD_IN forum:bergen-dockers-conference country:NOR');
  });

  it('show the words and the passage that say so', () => {
    const { text, passages, relations } = read('Nothing here.\n\nNorway has ratified CEDAW.');
    const [relation] = relations;
    expect(text.slice(relation?.start, relation?.end)).toBe('Norway has ratified CEDAW');
    expect(relation?.passages).toEqual([passages.find(({ text: words }) => words.startsWith('Norway'))?.id]);
  });
});
