// What a statement is on: the codebook's ask where its patterns recognise one, else an ask of its own, titled from the sentence.
// The id depends on the sentence and the codebook alone, so the order in which documents are loaded changes nothing.

import { entityId, type CommitmentId, type ThemeId } from '../../schema/ids.ts';
import type { Position, Stance } from '../../schema/vocabulary.ts';
import { askKey } from './askKeys.ts';
import { wordsOfAsks } from './askWords.ts';
import { codedAsk, similarAsk, type Codebook } from './codebook.ts';
import type { MarkedSentence } from './marking.ts';
import { wordsOf } from './words.ts';

/** Words of a name beyond which its own words would speak: "… on the Protection of the Rights of All Migrant Workers …" asks for nothing. */
const SHORT_NAME = { actor: 1, forum: 3, instrument: 5 } as const;
/** Of longer names the id speaks ("instrument ilo c189"), unless it is the name again. */
const SHORT_ID = 4;

/**
 * The words of a sentence from a place on as the codebook reads them: long names give way to their ids, so that what a network or a
 * treaty is called is not taken for what is asked; an instrument is told by its id besides, however the text names it.
 */
export function codedWords({ text, marks }: MarkedSentence, from = 0, to = text.length): string {
  let words = '';
  let at = from;
  for (const { kind, start, end, entity, surface } of marks) {
    if (start < at || end > to || entity === null || !(kind in SHORT_NAME)) continue;
    const id = entity.split(/[:-]/);
    const isShort = kind !== 'actor' && kind !== 'forum' && kind !== 'instrument' ? true : surface.split(/\s+/).length <= SHORT_NAME[kind];
    const told = isShort || (kind !== 'actor' && id.length > SHORT_ID) ? surface : '';
    words += `${text.slice(at, start)}${told}${told === '' || kind === 'instrument' ? ` ${id.length <= SHORT_ID ? id.join(' ') : kind}` : ''}`;
    at = end;
  }
  return words + text.slice(at, to);
}

export interface Commitment {
  readonly id: CommitmentId;
  readonly title: string;
  readonly themes: readonly ThemeId[];
  /** Whether the codebook knows it. */
  readonly known: boolean;
}

/** An ask that the codebook does not know. Its id comes from the content of its title, so that other words for the same make one ask. */
export function newAsk(codebook: Codebook, title: string): Commitment {
  return { id: entityId('Commitment', askKey(title, codebook.words) ?? title), title, themes: [], known: false };
}

/** @param asks the words in which it is asked, the narrowest first. @param title the title it gets where the codebook does not know it. */
export function commitmentFor(codebook: Codebook, asks: readonly string[], title: string): Commitment {
  let entry: ReturnType<typeof codedAsk> = null;
  for (const ask of asks) entry ??= codedAsk(codebook, ask);
  entry ??= similarAsk(codebook, title);
  return entry ? { id: entry.id, title: entry.title, themes: entry.themes, known: true } : newAsk(codebook, title);
}

/** A topic that somebody wants to see taken up is no ask of the codebook: nothing is said of what should become of it. */
export const topicOf = (codebook: Codebook, title: string): Commitment => newAsk(codebook, title);

/** "We reject attempts to end …", "the lack of …": not the ask itself is rejected. */
const NEGATIONS = /\b(?:without|lack|fail\w*|unless|attempts?|refusal|absence|denial|delays?)\b/i;

/**
 * For the commitment as titled, unless the ask itself is rejected: "we reject the regularisation of …" is against "Regularise …".
 * Whoever opposes a state of affairs ("locking the gate is not the solution") is for its remedy, and remedies are what titles say.
 */
export function positionOn(commitment: Commitment, stance: Stance, rejects: boolean, rejected: string): Position {
  if (stance === 'SUPPORTS' || !rejects || !commitment.known) return 'FOR';
  const opening = rejected.trim().split(/\s+/).slice(0, 4).join(' ');
  if (NEGATIONS.test(opening)) return 'FOR';
  const { standingFor } = wordsOfAsks(null);
  const meanings = (text: string): string[] => wordsOf(text).map(({ lemma }) => standingFor.get(lemma) ?? lemma);
  const [head = ''] = meanings(commitment.title);
  const stem = commitment.title.slice(0, 5).toLowerCase();
  return ((standingFor.has(head) || head.length > 4) && meanings(opening).includes(head)) || (!stem.includes(' ') && opening.toLowerCase().includes(stem)) ? 'AGAINST' : 'FOR';
}
