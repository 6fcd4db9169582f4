// Puts together again what the page cut: a sentence over a page break or a stray blank line, a heading over two lines.

import type { Draft } from './drafts.ts';
import { stripMarks } from './marks.ts';
import { breaksOff, breaksWord, endsSentence, isCapitals } from './wrapping.ts';

/** A paragraph of this length that stops without a full stop was cut, whatever the next one begins with. */
const LONG_PROSE = 200;

function isCut(before: Draft, after: Draft): boolean {
  if (before.kind !== 'paragraph' && before.kind !== 'item' && before.kind !== 'footnote') return false;
  if (after.kind !== 'paragraph' || after.cell) return false;
  if (before.kind === 'footnote' && !/^\p{Ll}/u.test(after.text)) return false;
  const text = before.text;
  if (text === '' || endsSentence(text) || /[:;]["”’)]*$/.test(text)) return false;
  if (/^[“"‘'(]?\p{Ll}/u.test(after.text)) return true;
  if (before.kind === 'footnote' || !after.alone && before.page === after.page && !breaksOff(text)) return false;
  return text.length >= PHRASE && breaksOff(text) || (text.length >= LONG_PROSE && before.kind === 'paragraph' && !/[)”"\d]$/.test(text) && after.text.length >= PHRASE);
}
const PHRASE = 40;

function isSplitHeading(before: Draft, after: Draft): boolean {
  if (before.kind !== 'heading' || after.kind !== 'heading' || after.marker || before.page !== after.page) return false;
  if (/^\p{Ll}/u.test(after.text) && !endsSentence(before.text)) return true;
  return isCapitals(before.text) && isCapitals(after.text) && breaksOff(before.text);
}

const glue = (before: string, after: string): string => (breaksWord(before, after) ? before.slice(0, -1) + after : /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`);

/**
 * The drafts with cut sentences and headings whole. Furniture that stood in the middle of a sentence is left out;
 * footnotes at the foot of the page on which it broke follow it.
 */
export function joinCut(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    let at = joined.length - 1;
    while (at >= 0 && (joined[at]?.kind === 'furniture' || (joined[at]?.kind === 'footnote' && draft.kind === 'paragraph' && joined[at]?.page !== draft.page))) at -= 1;
    const before = joined[at];
    if (before && (isCut(before, draft) || (at === joined.length - 1 && isSplitHeading(before, draft)))) {
      joined.splice(at + 1, joined.length, ...joined.slice(at + 1).filter(({ kind }) => kind === 'footnote'));
      joined[at] = { ...before, text: stripMarks(glue(before.text, draft.text)), lines: before.lines + draft.lines };
    } else joined.push(draft);
  }
  return joined;
}
