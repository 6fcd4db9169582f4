// Lists without markers: "We call on governments: First, to open the gates. … Second, to print the rules.", and items that lost
// their bullets on the way into the file, so that each stands as a paragraph of its own under "We call on governments to:".

import { isImperative } from './imperatives.ts';
import type { Sentence } from './sentence.ts';

const COUNTED = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|finally|last)(?:ly)?\b\s?[,:.–—-]/iu;
const FIRST = /^first/iu;
/** An item that lost its bullet goes on with the sentence that introduces it. */
const goesOn = (sentence: Sentence): boolean => /^(?:\p{Ll}|to\s|that\s|not\sto\s)/iu.test(sentence.marked.text) && !/^[A-Z]/.test(sentence.marked.text.replace(/^(?:to|that|not\sto)\b/iu, '')) ? true : isImperative(sentence) && /[;,.]$/.test(sentence.marked.text.trim());

interface Opened {
  readonly position: number;
  readonly counted: boolean | null;
}

/** The position of the lead-in for each first sentence of a paragraph that goes on with one. */
export function spokenLists(sentences: readonly (Sentence | null)[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  /** The introduction that waits for items, and whether they count themselves. */
  let open = null as Opened | null;
  let previous: Sentence | null = null;
  for (const sentence of sentences) {
    if (!sentence) continue;
    const { role, leadIns, block } = sentence.passage;
    const opens = previous?.passage.block !== block;
    if (role === 'HEADING' || role === 'TITLE') open = null;
    else if (role === 'SENTENCE' && leadIns.length === 0) {
      if (opens && open) {
        const counted: boolean = COUNTED.test(sentence.marked.text) && (open.counted === true || FIRST.test(sentence.marked.text));
        if (counted || (open.counted !== true && goesOn(sentence))) {
          found.set(sentence.position, open.position);
          open = { ...open, counted };
        } else if (open.counted !== true) open = null;
      }
      if (sentence.marked.text.trim().endsWith(':') && !found.has(sentence.position)) open = { position: sentence.position, counted: null };
    } else if (open && leadIns.at(-1) === open.position) open = { ...open, counted: true };
    else if (open?.counted !== true) open = null;
    previous = sentence;
  }
  return found;
}
