import type { Act, Stance } from '../../../schema/vocabulary.ts';

/** One way in which English says an act. Patterns read the masked sentence (see marking.ts, subject.ts). */
export interface ActRule {
  readonly id: string;
  readonly act: Act;
  /** Toward the thing that the sentence names. */
  readonly stance: Stance;
  /** 0.5 to 0.95: how often a careful reader agrees where the rule fires. */
  readonly strength: number;
  /**
   * `said`: the pattern is the verb of somebody who speaks, written out by saidBy; `form`: the pattern is the whole form.
   * A spoken act is explicit and goes before a form.
   */
  readonly kind: 'said' | 'form';
  readonly pattern: string;
  /** A sentence of our own that the rule must recognise. Braces hold names: {A harbour network} an actor, {{states}} a group. */
  readonly example: string;
  /** The actor is against the ask itself ("we reject ratification"), not only against a state of affairs. */
  readonly rejects?: boolean;
  /** Holds only where the rest of the sentence shows disapproval or approval as well. */
  readonly needs?: 'negative' | 'positive';
}
