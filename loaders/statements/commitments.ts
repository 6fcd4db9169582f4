// What a statement is on: the codebook's ask where its patterns recognise one, else an ask of its own, titled from the sentence.
// The id depends on the sentence and the codebook alone, so the order in which documents are loaded changes nothing.

import { entityId, type CommitmentId, type ThemeId } from '../../schema/ids.ts';
import type { Position, Stance } from '../../schema/vocabulary.ts';
import { codedAsk, similarAsk, type Codebook } from './codebook.ts';
import { wordsOf } from './words.ts';

export interface Commitment {
  readonly id: CommitmentId;
  readonly title: string;
  readonly themes: readonly ThemeId[];
  /** Whether the codebook knows it. */
  readonly known: boolean;
}

/** @param asks the words in which it is asked, the narrowest first. @param title the title it gets where the codebook does not know it. */
export function commitmentFor(codebook: Codebook, asks: readonly string[], title: string): Commitment {
  const entry = asks.map((ask) => codedAsk(codebook, ask)).find((found) => found !== null) ?? similarAsk(codebook, title);
  return entry ? { id: entry.id, title: entry.title, themes: entry.themes, known: true } : { id: entityId('Commitment', title), title, themes: [], known: false };
}

/** A topic that somebody wants to see taken up is no ask of the codebook: nothing is said of what should become of it. */
export const topicOf = (title: string): Commitment => ({ id: entityId('Commitment', title), title, themes: [], known: false });

/**
 * For the commitment as titled, unless the ask itself is rejected: "we reject the regularisation of …" is against "Regularise …".
 * Whoever opposes a state of affairs ("locking the gate is not the solution") is for its remedy, and remedies are what titles say.
 */
export function positionOn(commitment: Commitment, stance: Stance, rejects: boolean, rejected: string): Position {
  if (stance === 'SUPPORTS' || !rejects || !commitment.known) return 'FOR';
  const [head] = wordsOf(commitment.title);
  const stem = head?.text.toLowerCase().slice(0, 5) ?? '';
  const opening = rejected.trim().toLowerCase().split(/\s+/).slice(0, 4).join(' ');
  return stem.length === 5 && opening.includes(stem) && !/\b(?:without|lack|fail\w*|unless|end\w*|attempts?)\b/.test(opening) ? 'AGAINST' : 'FOR';
}
