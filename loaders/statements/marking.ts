// A sentence as the rules read it: every name is hidden behind a mark of the same length, so that a rule says "somebody urges
// somebody" and every place it finds is a place in the sentence. "The Harbour Union urges States to" → "The Ⓐ············ urges Ⓖ····· to".
// Hiding names also keeps their words from speaking: "Call to Action" calls for nothing, "Forum" is no verb.

import { VOICE_KINDS, type VoiceKind } from '../../schema/english.ts';
import type { ActorRef, EntityId } from '../../schema/ids.ts';
import { english } from './english.ts';

/** What a hidden stretch stands for: a named actor, a generic group, a voice ("we", "this paper"), an instrument, a forum. */
export type MarkKind = 'actor' | 'group' | 'voice' | 'instrument' | 'forum';

export interface Mark {
  readonly kind: MarkKind;
  /** Place in the sentence; UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The entity named. Whom a voice stands for is decided later (voice.ts); here it has at most the group that its words name ("our government"). */
  readonly entity: EntityId | null;
  readonly surface: string;
  /** Of a voice: which it is, and the word that tells the kind of body or the part in a meeting ("fund", "moderator"). */
  readonly voice?: { readonly kind: VoiceKind; readonly word?: string };
}

export interface MarkedSentence {
  readonly text: string;
  /** Same length as the text. */
  readonly masked: string;
  /** In order, not overlapping. */
  readonly marks: readonly Mark[];
}

const SIGNS: Readonly<Record<MarkKind, string>> = { actor: 'Ⓐ', group: 'Ⓖ', voice: 'Ⓥ', instrument: 'Ⓘ', forum: 'Ⓕ' };

interface VoicePattern {
  readonly kind: VoiceKind;
  readonly pattern: RegExp;
}
let patterns: readonly VoicePattern[] | null = null;
/** "it" and "they" only at the head of a sentence or clause, where they are a subject; elsewhere they are grammar ("it is vital", "they face"). The word is looked for first: looking back at every letter is dear. */
const HEAD_OF_CLAUSE = String.raw`(?<=^|[.;:]\s|,\sand\s|,\sbut\s|\band\s|\bthat\s)`;
const voicePatterns = (): readonly VoicePattern[] => (patterns ??= VOICE_KINDS.map((kind) => ({ kind, pattern: new RegExp(String.raw`${kind === 'pronoun' ? `(?=${english().voices[kind]})${HEAD_OF_CLAUSE}` : String.raw`\b`}(?:${english().voices[kind]})\b`, 'giu') })));

/** Words by which a text speaks of its author, of those present or of somebody it has named before. */
function voicesIn(text: string): Mark[] {
  return voicePatterns().flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((found): Mark[] => {
      const [surface] = found;
      if (surface === 'i') return []; // a number, not a speaker
      const word = found.groups?.['kind'] ?? found.groups?.['part'];
      return [{ kind: 'voice', start: found.index, end: found.index + surface.length, entity: null, surface, voice: word ? { kind, word: word.toLowerCase() } : { kind } }];
    }),
  );
}

const length = ({ start, end }: Mark): number => end - start;

/** Marks the voices of a sentence and hides all names. Names go before voices and groups; of these the longer, and "our government" is a voice that may be the group within it. */
export function markSentence(text: string, named: readonly Mark[]): MarkedSentence {
  const names = named.filter(({ kind }) => kind !== 'group').toSorted((a, b) => length(b) - length(a));
  const others = [...named.filter(({ kind }) => kind === 'group'), ...voicesIn(text)].toSorted((a, b) => length(b) - length(a));
  const marks: Mark[] = [];
  for (const mark of [...names, ...others]) {
    if (mark.end <= mark.start || marks.some(({ start, end }) => mark.end > start && mark.start < end)) continue;
    const within = mark.kind === 'voice' ? others.find(({ kind, start, end }) => kind === 'group' && start >= mark.start && end <= mark.end) : undefined;
    marks.push(within ? { ...mark, entity: within.entity } : mark);
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
