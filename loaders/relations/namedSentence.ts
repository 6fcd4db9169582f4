// A sentence as the rules for relations read it: every name is hidden behind a sign of its type, of the same length,
// so that a rule reads "Ⓐ hosted Ⓕ" and every place it finds is a place in the sentence.

import type { EntityId, PassageId } from '../../schema/ids.ts';

/** What the name at a place stands for: one entity, or for a voice ("we") as many as it speaks for. */
export interface Sign {
  /** Place in the sentence; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly entities: readonly EntityId[];
}

export interface NamedSentence {
  readonly passage: PassageId;
  /** Where the sentence begins in the text. */
  readonly offset: number;
  readonly text: string;
  /** Same length as the text. Ⓐ actor, Ⓟ person, Ⓒ country, Ⓘ instrument, Ⓕ forum. */
  readonly masked: string;
  readonly signs: readonly Sign[];
  /** The instruments named last before it in its paragraph, for "has not ratified" without an object. */
  readonly textsBefore: readonly EntityId[];
}

const OTHERS = String.raw`(?:\s\([^)]{0,60}\))?(?:,\s(?:and\s|as\swell\sas\s)?|\sand\s(?:also\s)?|\s&\s|\sas\swell\sas\s|\s?[-–]\s?|\s\/\s?)(?:at\s|in\s|with\s)?(?:the\s|its\s|their\s|an?\s|governments?\sof\s(?:the\s)?)*`;
const list = (signs: string): string => String.raw`[${signs}]·*(?:${OTHERS}[${signs}]·*)*`;

/** One name of a type, and several joined by commas and "and". For use within a rule. */
export const ONE = { actor: 'ⒶⒸⓅ', body: 'ⒶⒸ', person: 'Ⓟ', country: 'Ⓒ', text: 'Ⓘ', forum: 'Ⓕ' } as const;
export const ACTORS = list(ONE.actor);
export const BODIES = list(ONE.body);
export const COUNTRIES = list(ONE.country);
export const TEXTS = list(ONE.text);
export const FORUMS = list(ONE.forum);
/** What may stand between a name and its verb, an office included: "Ⓐ’s Executive Director also addressed". */
export const ADVERBS = String.raw`(?:['’]s?(?:\s\p{L}+){1,3})?(?:\s\([^)]{2,40}\)|,\s[^,;.]{2,60},)?\s(?:(?:also|further|jointly|actively|recently|has|have|had|will|together|successfully|then|subsequently|regularly|formally|first|which|that|who)\s)*`;

/** A rule, compiled: its places are those of the sentence. */
export const rule = (source: string): RegExp => new RegExp(source, 'dgu');

/** The entities named in a stretch of the sentence, each once, in order. */
export function namedBetween(sentence: NamedSentence, place: readonly [number, number] | undefined): EntityId[] {
  if (!place) return [];
  return [...new Set(sentence.signs.filter(({ start, end }) => start >= place[0] && end <= place[1]).flatMap(({ entities }) => entities))];
}
