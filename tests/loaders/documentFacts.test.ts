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
