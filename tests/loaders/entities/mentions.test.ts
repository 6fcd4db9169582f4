import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../../../loaders/entities/tokens.ts';
import { mentionsOf, read } from './smallLists.ts';

describe('mentions', () => {
  it('take the longest name and no name inside it', () => {
    expect(mentionsOf('We met officials of the Government of the Philippines and staff of UN Women.')).toEqual(['Government of the Philippines → actor:government-of-the-philippines', 'UN Women → actor:un-women']);
  });

  it('leave out the s of a possessive and words that merely look like a name', () => {
    expect(mentionsOf('We back UN Women’s plan for those who care, in norway street.')).toEqual(['UN Women → actor:un-women']);
    expect(mentionsOf('The WHO’s advice came late.')).toEqual(['WHO → actor:who']);
  });

  it('take no adjective of nationality for a country, but the body that it qualifies', () => {
    expect(mentionsOf('Filipino nurses wrote to the Norwegian government and to the Jordanian Ministry of Health.')).toEqual(['Norwegian government → actor:government-of-norway', 'Jordanian Ministry of Health → actor:ministry-of-health-of-jordan']);
    expect(mentionsOf("They thanked Jordan's Ministry of Health and UNICEF.")).toEqual(["Jordan's Ministry of Health → actor:ministry-of-health-of-jordan", 'UNICEF → actor:unicef']);
  });

  it('take "UN agencies" for a kind of bodies and "the UN" for the organisation', () => {
    expect(mentionsOf('Several UN agencies said that the UN is short of money.')).toEqual(['UN → actor:united-nations']);
  });

  it('read a list of numbers as as many instruments', () => {
    expect(mentionsOf('States should ratify ILO Conventions 97, 143 and 189 at once.')).toEqual(['ILO Conventions 97 → instrument:ilo-c097', '143 → instrument:ilo-c143', '189 → instrument:ilo-c189']);
    expect(mentionsOf('The 2030 Agenda sets Targets 8.7 and 8.8 for this.')).toEqual(['2030 Agenda → instrument:agenda-2030', 'Targets 8.7 → instrument:sdg-target-8-7', '8.8 → instrument:sdg-target-8-8']);
  });

  it('take in the subject of a numbered instrument where it is that of its title', () => {
    expect(mentionsOf('They quote ILO Convention 143 on migrant workers and Target 8.7 on forced work of the 2030 Agenda.')).toEqual(['ILO Convention 143 on migrant workers → instrument:ilo-c143', 'Target 8.7 → instrument:sdg-target-8-7', '2030 Agenda → instrument:agenda-2030']);
  });

  it('find no country in a town that is called after it', () => {
    expect(mentionsOf('We met in Jordan City and in New Norway.')).toEqual([]);
  });

  it('are two where a known body owns a work', () => {
    expect(mentionsOf('Read the ILO’s Domestic Workers Convention.')).toEqual(['ILO → actor:ilo', 'Domestic Workers Convention → instrument:ilo-c189']);
  });

  it('are two where the lines of a title run together', () => {
    expect(mentionsOf('Statement by the Government of the Philippines\nUniversal Periodic Review, 3 May 2022')).toEqual([expect.stringMatching(/^Government of the Philippines → /), expect.stringMatching(/^Universal Periodic Review → forum:/)]);
  });

  it('are missing from an event that its host describes with subject and year; it becomes a forum all the same', () => {
    const { reading } = read('We hosted a listening session in 2020 on night work in ports.');
    const [event] = reading.described;
    expect(event && reading.entities.get(event.entity)).toMatchObject({ type: 'Forum', kind: 'CONSULTATION', name: 'Listening session on night work in ports, 2020', startDate: '2020' });
  });

  it('count no generic group, yet tell where it is spoken of', () => {
    const { reading, text } = read('We urge Member States to listen.');
    expect(reading.mentions).toEqual([]);
    expect(reading.groups.map(({ start, end, actor }) => `${text.slice(start, end)} → ${actor}`)).toEqual(['Member States → actor:states']);
  });

  it('find nothing in web and mail addresses', () => {
    expect(mentionsOf('Write to info@unicef.org or see https://www.ilo.org/UNICEF.')).toEqual([]);
  });

  it('read ordinals in words and in figures alike', () => {
    const forms = (text: string): string[] => readTokens(text).map(({ form }) => form);
    expect(forms('sixty-first session')).toEqual(forms('61st session'));
    expect(forms('Labor Organisation')).toEqual(forms('labour organizations'));
  });

  it('stand where they say, whatever the text', () => {
    const pieces = fc.constantFrom('UNICEF', 'the GFMD in Manila', ' ', '\n', '’s ', '(', ')', ', ', '. ', 'Norway', 'Quay Workers Network (QWN)', '“', '8th and 9th GFMD Summits', '𝕌𝕟', '🚢', 'Ms. Ana Cruz', 'ILO Conventions 97 and 143');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const { text, reading, relations } = read(parts.join(''));
        let last = 0;
        for (const { start, end, surface, entity } of reading.mentions) {
          expect(text.slice(start, end)).toBe(surface);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(reading.entities.has(entity)).toBe(true);
          last = end;
        }
        for (const { from, to, start, end } of relations) expect([reading.entities.has(from as never), reading.entities.has(to as never), start < end]).toEqual([true, true, true]); // an id of another type would not be there
      }),
      { numRuns: 150 },
    );
  });
});
