// A sentence as the rules read it: every name is hidden behind a mark of the same length, so that a rule says "somebody urges
// somebody" and every place it finds is a place in the sentence. "The Harbour Union urges States to" → "The Ⓐ············ urges Ⓖ····· to".
// Hiding names also keeps their words from speaking: "Call to Action" calls for nothing, "Forum" is no verb.

import type { ActorRef, EntityId } from '../../schema/ids.ts';

/** What a hidden stretch stands for: a named actor, a generic group, a voice ("we", "this paper"), an instrument, a forum. */
export type MarkKind = 'actor' | 'group' | 'voice' | 'instrument' | 'forum';

export interface Mark {
  readonly kind: MarkKind;
  /** Place in the sentence; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The entity named; for a voice the word itself decides later (voice.ts), so it is null. */
  readonly entity: EntityId | null;
  readonly surface: string;
}

export interface MarkedSentence {
  readonly text: string;
  /** Same length as the text. */
  readonly masked: string;
  /** In order, not overlapping. */
  readonly marks: readonly Mark[];
}

const SIGNS: Readonly<Record<MarkKind, string>> = { actor: 'Ⓐ', group: 'Ⓖ', voice: 'Ⓥ', instrument: 'Ⓘ', forum: 'Ⓕ' };

/**
 * Words by which a text speaks of its author or of something it has just introduced. "it" and "they" only at the head of a sentence
 * or clause, where they are a subject; elsewhere they are grammar ("it is vital", "they face").
 */
const VOICE =
  /\b(?:we(?!['’]re\b)|my (?:delegation|country|government|organi[sz]ation|union)|our (?:organi[sz]ations?|networks?|members|coalition|union|movement|delegation)|th(?:e|is|ese) (?:(?:present|joint|global|regional|background|pilot|summary|outcome|policy) )?(?:papers?|statement|submission|report|note|brief|communiqué|declaration|manifesto|document|position|project|programme|program|initiative|network|coalition|fund|participants|delegates|attendees|speakers|panellists|panelists|panel|meeting|session|discussions?|workshop|roundtable|round table|conference|group|agency|organi[sz]ation|union|alliance|federation|secretariat|office|committee|commission|undersigned(?: organi[sz]ations)?)|(?:(?:one|an?other|several|some|many|most|other|all) (?:speakers?|participants?|delegations?|delegates?|panellists?|panelists?|discussants?|respondents?))|participants|delegates|delegations|attendees|panellists|panelists|speakers|representatives from [^.;:]{5,250}?(?=,? (?:gathered|meeting|met|call|urge|adopt|convened))|civil society (?:representatives|participants)|contributors|some contributions|a number of contributions|(?<=^|[.;:] |, and |, but |\band |\bthat )(?:they|it(?!\s(?:is|was|remains|will\sbe|would\sbe|has\sbeen|seems|appears)\b)))\b/giu;

/** Marks the voices of a sentence and hides all names. Marks that overlap an earlier or longer one are dropped. */
export function markSentence(text: string, named: readonly Mark[]): MarkedSentence {
  const voices: Mark[] = [];
  for (const found of text.matchAll(VOICE)) voices.push({ kind: 'voice', start: found.index, end: found.index + found[0].length, entity: null, surface: found[0] });
  const marks: Mark[] = [];
  for (const mark of [...named.toSorted((a, b) => b.end - b.start - (a.end - a.start)), ...voices]) {
    if (mark.end > mark.start && marks.every(({ start, end }) => mark.end <= start || mark.start >= end)) marks.push(mark);
  }
  marks.sort((a, b) => a.start - b.start);
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of marks) {
    masked += `${text.slice(from, start)}${SIGNS[kind]}${'·'.repeat(end - start - 1)}`;
    from = end;
  }
  return { text, masked: masked + text.slice(from), marks };
}

/** The marks whose place lies within the stretch; kinds given, or all. */
export const marksIn = ({ marks }: MarkedSentence, start: number, end: number, kinds?: readonly MarkKind[]): Mark[] => marks.filter((mark) => mark.start >= start && mark.end <= end && (!kinds || kinds.includes(mark.kind)));

/** The actors among the marks, each once, in order; possessors ("the Office’s register") are no actors of a sentence and are left to the caller. */
export function actorsOf(marks: readonly Mark[]): ActorRef[] {
  const actors = marks.flatMap(({ entity }) => (entity !== null && (entity.startsWith('actor:') || entity.startsWith('country:')) ? [entity as ActorRef] : []));
  return [...new Set(actors)];
}
