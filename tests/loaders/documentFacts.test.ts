import { describe, expect, it } from 'vitest';
import { factsAt, settleOwnForum } from '../../loaders/documentFacts.ts';
import { languageOf } from '../../loaders/facts/language.ts';
import { read } from './entities/smallLists.ts';

const STATEMENT = `# Quay Cooks Union Statement

Global Forum on Migration and Development, Dhaka, 10 December 2016

The Quay Cooks Union welcomes the chance to speak before this meeting and its members. We ask for better wages on every ship that sails.`;

const PAPER = `# SCHOOLS ON THE QUAY: A PAPER BY UNICEF

UNICEF has run a school at the harbour for many years, and this paper tells what was learned there by everybody involved.

## Cebu Call to Action

International Conference on Harbour Schools
Cebu, 4-5 May 2011

Representatives of schools gathered in Cebu call on governments to commit to the following actions without further delay:

1. Build more schools at sea;
2. Pay the teachers.`;

describe('what a document says of itself', () => {
  it('is its author, its occasion and its date, as its head states them', () => {
    const { facts } = read(STATEMENT);
    expect(facts).toMatchObject({ authors: ['actor:quay-cooks-union'], self: ['actor:quay-cooks-union'], forum: 'forum:gfmd-2016-dhaka', dated: { date: '2016-12-10', datePrecision: 'DAY', dateBasis: 'STATED' }, restriction: null, language: 'en' });
  });

  it('is no date where it states none and no occasion tells one', () => {
    expect(read('# Notes from the quay\n\nSome cooks met and spoke at length about the wages that they had not been paid.').facts).toMatchObject({ dated: { date: null, datePrecision: 'UNKNOWN', dateBasis: null }, forum: null, authors: [], self: [] });
  });

  it('infers the date from the meeting that the text calls its own', () => {
    const { facts, reading } = read('# Global Forum on Migration and Development\n\nWe are gathering in Bangladesh for this GFMD at a time when many cooks have lost their work and their papers.');
    expect(facts).toMatchObject({ forum: 'forum:gfmd-2016-dhaka', dated: { date: '2016-12-10', dateBasis: 'INFERRED' }, self: ['actor:gfmd-2016-dhaka-participants'] });
    expect(reading.entities.get('actor:gfmd-2016-dhaka-participants')?.kind).toBe('GROUP');
    expect(reading.mentions.filter(({ entity }) => entity.startsWith('forum:')).map(({ entity }) => entity)).toEqual(['forum:gfmd-2016-dhaka', 'forum:gfmd-2016-dhaka']);
  });

  it('differs in a text that is printed within it', () => {
    const { facts, text, reading } = read(PAPER);
    expect(facts.authors).toEqual(['actor:unicef']);
    const section = factsAt(text.indexOf('Build more'), facts);
    expect(section).toMatchObject({ forum: 'forum:international-conference-on-harbour-schools', dated: { date: '2011-05-04' }, authors: ['actor:international-conference-on-harbour-schools-participants'] });
    expect(factsAt(text.indexOf('UNICEF has'), facts).self).toEqual(['actor:unicef']);
    expect(reading.entities.has('actor:international-conference-on-harbour-schools-participants')).toBe(true);
  });

  const facts = (raw: string) => read(raw).facts;
  const PROSE = 'The cooks of this harbour have not been paid since the winter, and nobody has told them when they will be.';

  it('names its authors in its opening, its letterhead, behind "by" or among those who sign', () => {
    expect(facts(`Quay Forum\n\nThank you, Chair. I take the floor for UNICEF, which runs four schools here. ${PROSE}`).authors).toEqual(['actor:unicef']);
    expect(facts(`# Joint paper\n\nUNICEF (the fund for children) prepared this statement together with the World Health Organization. ${PROSE}`).authors).toEqual(['actor:unicef', 'actor:who']);
    expect(facts(`UNICEF\n\nBackground paper No. 3\n\nLima, 4 May 2011\n\n${PROSE} UNICEF asked them. UNICEF will ask again.`).authors).toEqual(['actor:unicef']);
    expect(facts(`# Open letter\n\nWe, the undersigned organisations, write to you about the cooks of this harbour. ${PROSE}\n\nSigned by:\nUN Women\nWorld Health Organization`).authors).toEqual(['actor:un-women', 'actor:who']);
  });

  it('belongs to the meeting that a number, a place or a year in its head tells, over two lines or one', () => {
    expect(facts(`Statement of UNICEF\nto the Eighth Meeting of the Global Forum on Migration and Development\nLima, 3 May 2015\n\n${PROSE}`).forum).toBe('forum:gfmd-2015-istanbul');
    expect(facts(`COMMITTEE ON THE ELIMINATION OF DISCRIMINATION AGAINST WOMEN\nSixty-third session\nGeneva, 15 February 2016\n\n${PROSE}`).forum).toBe('forum:63rd-session-of-the-committee-on-the-elimination-of-discrimination-against-women');
    expect(facts(`# Notes ahead of the Global Forum on Migration and Development\n\n${PROSE}`).forum).toBeNull();
  });

  it('belongs to a numbered round table or a titled session of a meeting, as a forum of its own', () => {
    const { facts: own, reading } = read(`UNICEF Statement\nGlobal Forum on Migration and Development, Dhaka, Round Table 2\n10 December 2016\n\n${PROSE}`);
    expect(own).toMatchObject({ forum: 'forum:gfmd-2016-dhaka-round-table-2', part: { whole: 'forum:gfmd-2016-dhaka' } });
    expect(reading.mentions.some(({ surface, entity }) => surface === 'Round Table 2' && entity === 'forum:gfmd-2016-dhaka-round-table-2')).toBe(true);
    expect(facts(`Global Forum on Migration and Development\nDhaka, 10 December 2016\n\nSession no. / title:   2.1 / Cooks at sea: who pays them\n\n${PROSE}`).part?.record.aliases).toContain('Cooks at sea: who pays them');
  });

  it('speaks for those who met where they name neither themselves nor their meeting', () => {
    const { facts: own, reading } = read('DECLARATION OF THE COOKS\n\nWe, forty women cooks from six harbours, meeting in Lima, Peru, from 4 to 6 June 2013,\n\nRecalling what we were promised,\n\ndemand:\n\n1. Bread;\n2. Butter.');
    expect(own).toMatchObject({ forum: 'forum:meeting-in-lima-peru-2013-06', self: ['actor:meeting-in-lima-peru-2013-06-participants'] });
    expect(reading.entities.has('forum:meeting-in-lima-peru-2013-06')).toBe(true);
  });

  it('bears the date of its release or of its adoption before that of a year in its title', () => {
    expect(facts(`PRESS RELEASE\n\nLima, 16 June 2016 – ${PROSE}`).dated).toMatchObject({ date: '2016-06-16', dateBasis: 'STATED' });
    expect(facts(`# The cooks after 2012\n\n${PROSE}\n\nAdopted at Lima, 6 June 2013`).dated).toMatchObject({ date: '2013-06-06', datePrecision: 'DAY' });
  });

  it('belongs to whoever a delegation or an office speaks for, whatever lines stand between', () => {
    expect(facts(`PERMANENT MISSION OF THE PHILIPPINES\n12 Dock Road\n\nINTERVENTION\n\nby\n\nHON. ANA CRUZ\n\nat the Universal Periodic Review\n\n${PROSE}`)).toMatchObject({ authors: ['country:PHL'], forum: 'forum:upr' });
    expect(facts(`Statement by the Head of the Delegation of Norway\nduring the Universal Periodic Review\n\n${PROSE}`).authors).toEqual(['country:NOR']);
    expect(facts(`Keynote address\n\nAna Cruz\nDeputy Executive Director (Programmes), UNICEF\n\nLima, 3 May 2015\n\n${PROSE}`).authors).toEqual(['actor:unicef']);
    expect(facts(`Session report\n\nModerator: Ana Cruz, Director, UNICEF\n\n${PROSE}`).authors).toEqual([]);
  });

  it('belongs to those who sign at its end where it says so, not to the one whose paper it is written on', () => {
    const letter = facts(`UN Women\n12 Dock Road\n\nJOINT CONTRIBUTION OF THREE ORGANISATIONS TO THE PUBLIC CONSULTATION ON PAY AT SEA, 3 MAY – 4 JUNE 2015\n\n${PROSE}\n\nYours sincerely,\n\nFor UN Women      For the World Health Organization (Lima)\nAna Cruz, Chair      Eva Reyes, Officer\n\nUNICEF, Norway`);
    expect(letter).toMatchObject({ authors: ['actor:un-women', 'actor:who', 'actor:unicef'], forum: 'forum:public-consultation-on-pay-at-sea' });
  });

  it('is not of the state whose report it is about, and was adopted at the session that a note tells', () => {
    const observed = facts(`United Nations\n\nCommittee on the Elimination of Discrimination against Women\n\nConcluding observations on the initial report of Jordan*\n\n* As adopted on 3 May 2015, in the course of the Committee's sixty-third session.\n\n1. The Committee regrets that cooks are not paid, and asks the State party to pay them.\n\n2. The Committee recommends that the State party, without delay, build schools.`);
    expect(observed).toMatchObject({ authors: ['actor:cedaw-committee'], forum: 'forum:63rd-session-of-the-committee-on-the-elimination-of-discrimination-against-women' });
  });

  it('calls itself "the Committee" also below the name of another one', () => {
    const { reading } = read(`Committee on the Elimination of Discrimination against Women\n\nConcluding observations on the initial report of Jordan\n\n1. The Committee recalls what the Harbour Rights Committee has written. It regrets that cooks are not paid.\n\n2. The Committee recommends that the State party pay them.`);
    expect(reading.mentions.filter(({ surface }) => surface === 'Committee').map(({ entity }) => entity)).toEqual(['actor:cedaw-committee', 'actor:cedaw-committee']);
  });

  it('is spoken by those who met where it reports their meeting, under a name over two lines, in a hall that wrote nothing', () => {
    const report = facts(`UNICEF\n\nExpert consultation\nCooks at sea: pay and papers\n\nREPORT OF THE MEETING\n\nLima, Peru | 4-5 May 2015 | World Health Organization\n\n${PROSE} UNICEF convened the consultation. UNICEF will print this.`);
    expect(report.forum).toBe('forum:expert-consultation-cooks-at-sea-pay-and-papers');
    expect(report.self).toEqual(['actor:expert-consultation-cooks-at-sea-pay-and-papers-participants']);
    expect(report.authors).toEqual(['actor:unicef']);
  });

  it('is the word of the body whose congress resolves it, not of the branch that moved it', () => {
    const { facts: own, reading } = read(`Harbour Cooks Union\n2nd Congress\n16-19 November 2018\n\nRESOLUTION No. 4: PAY\nSubmitted by: UNICEF\n\nThis Congress resolves to:\n1. Pay the cooks;\n2. Build schools.`);
    expect(own).toMatchObject({ authors: ['actor:harbour-cooks-union'], holder: 'actor:harbour-cooks-union', forum: 'forum:2nd-congress-of-the-harbour-cooks-union' });
    expect(reading.mentions.some(({ surface, entity }) => surface === '2nd Congress' && entity === own.forum)).toBe(true);
  });

  it('is of the body that speaks in it most, and of the meeting that it first tells of having been at', () => {
    expect(facts(`# Cooks at sea\n\nSome cooks are women. UNICEF has trained six of them. In Lima it rained.\n\nUNICEF asks that they be paid. UNICEF will come back to this.`).authors).toEqual(['actor:unicef']);
    expect(facts(`# News from the quay\n\nUNICEF took part in the Lima+20 Regional Review Meeting last week. This is what we told the delegates.`)).toMatchObject({ authors: ['actor:unicef'], forum: 'forum:lima-20-regional-review-meeting' });
  });

  it('belongs to the numbered meeting of a series although its head spells the name out', () => {
    expect(facts(`Eighth Global Forum on Migration and Development (GFMD)\n\nCivil society days\n\nIstanbul, 14-16 October 2015\n\n${PROSE}`).forum).toBe('forum:gfmd-2015-istanbul');
  });

  it('carries the Chatham House rule, and then no person is tied to a body or a meeting', () => {
    const { facts, relations } = read(`${STATEMENT}\n\nThe meeting was held under the Chatham House rule. Ana Cruz came.\n\nModerator: Ana Cruz, Quay Cooks Union`);
    expect(facts.restriction).toBe('CHATHAM_HOUSE');
    expect(relations.filter(({ from }) => from === 'actor:ana-cruz')).toEqual([]);
  });

  it('tells the language by its small words or its script', () => {
    expect(languageOf('Las mujeres que trabajan en los puertos piden que se les pague por su trabajo.')).toBe('es');
    expect(languageOf('Les femmes qui travaillent dans les ports demandent que leur travail soit payé par les armateurs.')).toBe('fr');
    expect(languageOf('تطالب النساء العاملات في الموانئ بأجورهن')).toBe('ar');
    expect(languageOf('123 – 456')).toBe('und');
  });

  it('changes nothing when it is settled twice', () => {
    const { reading, facts } = read(STATEMENT);
    expect(settleOwnForum(reading, facts, { ...(reading as never as object), forums: new Map(), entities: reading.entities } as never).mentions).toEqual(reading.mentions); // only these two fields are read
  });
});
