// The enums of the API, derived from the vocabulary so that a word is defined once.

import { INFLUENCE_MEASURES } from './influenceMeasures.ts';
import { LINK_TERMS } from './links.ts';
import { ACTOR_KINDS, ACTS, DATE_BASES, DATE_PRECISIONS, DECISION_KINDS, DOCUMENT_KINDS, FORUM_KINDS, INSTRUMENT_KINDS, PASSAGE_ROLES, POSITIONS, RESTRICTIONS, REVIEWS, STANCES, VOICES } from './vocabulary.ts';

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
  DecisionKind: DECISION_KINDS,
  LinkType: LINK_TERMS,
  InfluenceMeasure: INFLUENCE_MEASURES,
} as const;

const MEANINGS = {
  Act: 'What kind of speech a statement is.',
  Stance: 'For or against the thing that the sentence names.',
  Position: 'For or against the commitment as it is titled.',
  Voice: 'Whose voice carries the position.',
  Review: 'What a person has decided about an extracted statement.',
  ActorKind: 'What sort of actor it is.',
  InstrumentKind: 'What sort of text with standing it is.',
  ForumKind: 'What sort of occasion it is.',
  DatePrecision: 'How much of a date is known.',
  DateBasis: 'How a date is known.',
  DocumentKind: 'The format a document was read from.',
  Restriction: 'A rule of the meeting that travels with every statement.',
  PassageRole: 'What a passage is in the structure of its document.',
  DecisionKind: 'What a person has decided.',
  LinkType: 'How two named things are joined: by statements that involve both, or by a fact that a text or table states.',
  InfluenceMeasure: 'How influence is measured; the description of each is its formula.',
} as const satisfies Record<keyof typeof ENUMS, string>;

/** The enums as SDL, each value with its defining sentence. */
export function vocabularySdl(): string {
  const names = Object.keys(ENUMS).filter((name): name is keyof typeof ENUMS => Object.hasOwn(ENUMS, name));
  const enums = names.map((name) => {
    const values = Object.entries(ENUMS[name]).map(([value, { means }]) => `  ${JSON.stringify(means)}\n  ${value}`);
    return `${JSON.stringify(MEANINGS[name])}\nenum ${name} {\n${values.join('\n')}\n}`;
  });
  return `${enums.join('\n\n')}\n`;
}
