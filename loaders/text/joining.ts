// Puts together again what the page cut: a sentence over a page break or a stray blank line, a heading over two lines.

import type { Draft } from './drafts.ts';
import { stripMarks } from './marks.ts';
import { beginsClause, breaksOff, endsSentence, glue, isCapitals, isDateline, isOperative } from './wrapping.ts';

/** A paragraph of this length that stops without a full stop was cut, whatever the next one begins with. */
const LONG_PROSE = 200;

const PHRASE = 40;
/** How many lines of furniture and notes may stand between the halves of a sentence. */
const FARTHEST = 20;

/** A draft that others were joined to. */
interface Run {
  readonly draft: Draft;
  readonly pieces: string[];
  length: number;
}

function isCut({ draft: before, pieces, length }: Run, after: Draft): boolean {
  if (before.kind !== 'paragraph' && before.kind !== 'item' && before.kind !== 'footnote') return false;
  if (after.kind !== 'paragraph' || after.cell) return false;
  if (before.kind === 'item' && !after.opens && after.page === before.page && after.indent < before.indent) return false;
  const text = pieces.at(-1) ?? '';
  if (text === '' || endsSentence(text) || /[:;]["”’)]*$/.test(text) || beginsClause(text, after.text) || isOperative(text, after.text) || isDateline(text)) return false;
  if (/^["“‘'(]?\p{Ll}/u.test(after.text)) return true;
  if (before.kind === 'footnote' || (!after.alone && before.page === after.page && !breaksOff(text))) return false;
  return (length >= PHRASE && breaksOff(text)) || (length >= LONG_PROSE && before.kind === 'paragraph' && !/[)”"\d]$/.test(text) && after.text.length >= PHRASE);
}

function isSplitHeading(before: Draft, after: Draft): boolean {
  if (before.kind !== 'heading' || after.kind !== 'heading' || after.marker || before.page !== after.page) return false;
  if (/^\p{Ll}/u.test(after.text) && !endsSentence(before.text)) return true;
  return isCapitals(before.text) && isCapitals(after.text) && breaksOff(before.text);
}

/**
 * The drafts with cut sentences and headings whole. Furniture that stood in the middle of a sentence is left out;
 * footnotes at the foot of the page on which it broke follow it.
 */
export function joinCut(drafts: readonly Draft[]): Draft[] {
  const runs: Run[] = [];
  for (const draft of drafts) {
    let at = runs.length - 1;
    while (at > runs.length - 1 - FARTHEST && isPassedOver(runs[at], draft)) at -= 1;
    const before = runs[at];
    if (before && (isCut(before, draft) || (at === runs.length - 1 && isSplitHeading(before.draft, draft)))) {
      const notes = runs.splice(at + 1).filter((run) => run.draft.kind === 'footnote');
      runs.push(...notes);
      before.pieces.push(draft.text);
      before.length += draft.text.length;
    } else runs.push({ draft, pieces: [draft.text], length: draft.text.length });
  }
  return runs.map(({ draft, pieces }) => (pieces.length === 1 ? draft : { ...draft, text: stripMarks(glue(pieces)), lines: draft.lines + pieces.length - 1 }));
}

/** What may stand between the two halves of a sentence: furniture, and notes at the foot of the page before. */
const isPassedOver = (run: Run | undefined, draft: Draft): boolean => run?.draft.kind === 'furniture' || (run?.draft.kind === 'footnote' && draft.kind === 'paragraph' && run.draft.page !== draft.page);
