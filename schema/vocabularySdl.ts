// The enums of the API, derived from the vocabulary so that a word is defined once.

import { ACTOR_KINDS, ACTS, DATE_BASES, DATE_PRECISIONS, DOCUMENT_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, PASSAGE_ROLES, POSITIONS, RESTRICTIONS, REVIEWS, STANCES, VOICES } from './vocabulary.ts';

const ENUMS = {
  Act: ACTS,
  Stance: STANCES,
  Position: POSITIONS,
  Voice: VOICES,
  Review: REVIEWS,
  ActorKind: ACTOR_KINDS,
  InstrumentKind: INSTRUMENT_KINDS,
  ForumKind: FORUM_KINDS,
  DatePrecision: DATE_PRECISIONS,
  DateBasis: DATE_BASES,
  DocumentKind: DOCUMENT_KINDS,
  Restriction: RESTRICTIONS,
  PassageRole: PASSAGE_ROLES,
} as const;

/** The enums as SDL, each value with its defining sentence. */
export function vocabularySdl(): string {
  const enums = Object.entries(ENUMS).map(([name, terms]) => {
    const values = Object.entries(terms).map(([value, { means }]) => `  ${JSON.stringify(means)}\n  ${value}`);
    return `enum ${name} {\n${values.join('\n')}\n}`;
  });
  return `${enums.join('\n\n')}\n`;
}
