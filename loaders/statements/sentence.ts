// One passage read: its names, words and acts, with places both in the passage and in the text.

import { byPlace } from '../text/byPlace.ts';
import type { Passage } from '../text/passages.ts';
import { findActs, type ActFinding } from './acts.ts';
import { markSentence, type Mark, type MarkedSentence } from './marking.ts';
import type { StatementSources } from './sources.ts';
import { wordsOf, type Word } from './words.ts';

export interface Sentence {
  readonly passage: Passage;
  /** Position among the passages. */
  readonly position: number;
  readonly marked: MarkedSentence;
  readonly words: readonly Word[];
  readonly acts: readonly ActFinding[];
  /** Occasions named or described in it; what is only described ("the negotiations for the charter") is no mark and hides nothing. */
  readonly occasions: readonly Mark[];
  /** The whole sentence, where this is one of its clauses, and where in it the clause begins. */
  readonly within?: { readonly sentence: Sentence; readonly from: number };
}

/** Roles whose passages can carry a statement or introduce one. */
const READ = new Set(['TITLE', 'SENTENCE', 'ITEM', 'CELL', 'HEADING', 'INSTRUCTION', 'FOOTNOTE']);

/** Every passage that can say something, read; null for furniture. */
export function readSentences({ passages, marks, described }: StatementSources): (Sentence | null)[] {
  let from = 0;
  const describedIn = byPlace(described);
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  return passages.map((passage, position) => {
    if (!READ.has(passage.role)) return null;
    while (from < ordered.length && (ordered[from]?.end ?? 0) <= passage.start) from++;
    const own = [];
    for (let at = from; at < ordered.length; at++) {
      const mark = ordered[at];
      if (!mark || mark.start >= passage.end) break;
      if (mark.start >= passage.start && mark.end <= passage.end) own.push({ ...mark, start: mark.start - passage.start, end: mark.end - passage.start });
    }
    const marked = markSentence(passage.text, own);
    const words = wordsOf(passage.text);
    const told = describedIn(passage.start, passage.end).map((mark) => ({ ...mark, start: mark.start - passage.start, end: mark.end - passage.start }));
    const occasions = [...marked.marks.filter(({ kind }) => kind === 'forum'), ...told].toSorted((a, b) => a.start - b.start);
    return { passage, position, marked, words, acts: findActs(marked, words), occasions };
  });
}
