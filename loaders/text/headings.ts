// Headings that nobody marked: capitals, bold lines, numbered lines, short lines alone above a paragraph.

import type { Draft } from './drafts.ts';
import { isDirection } from './instructions.ts';
import { follows } from './listMarkers.ts';
import { breaksOff, endsSentence, isCapitals, isDateline } from './wrapping.ts';

const NUMBERED_PART = /^(?:theme|part|section|chapter|annex|appendix|session|panel|track|pillar|objective|goal|action|round\s?table|day|question|topic|cluster|priority|step|module)\s+(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b/i;
/** Parts that are headed by one word, on a line of its own or not. */
const NAMED_PART = /^(?:preamble|introduction|background|conclusions?|recommendations|(?:foot|end)?notes|references|bibliography|annex|acknowledgements?|executive summary)$/i;
const LABELLED = /^[\p{L}][\p{L} /-]{1,30}:\s+\S/u;
/** Who delivered a text is told below its title, and is no title. */
const BYLINE = /^(?:(?:delivered|presented|submitted|prepared|read|issued|written|moderated|signed)\s(?:\w+\s)?(?:by|on behalf of)|by|from|on behalf of|check(?:ed)? against delivery|for immediate release|embargo\w*|original:|distr\.)\b/i;
/** The rank of a line that labels some items of a list. */
export const LABEL_LEVEL = 6;
const SHORT_LINE = 60;
const FEW_WORDS = 8;
const LONGEST = 100;
const MOST_WORDS = 13;
const LONGEST_CAPITALS = 220;
const LONGEST_TITLE = 220;
const PROSE = 60;
/** After a paragraph of this length that ends in a full stop the title is over. */
export const SHORTEST_PROSE = 25;

const isProse = (draft: Draft | undefined): boolean => draft?.kind === 'paragraph' && draft.text.length >= PROSE && endsSentence(draft.text);
const endsOpen = (text: string): boolean => /[;,]$/.test(text) || (endsSentence(text) && !/\b[A-Z]\.$/.test(text));

/** A numbered line is a heading when its neighbours are no items of the same list and prose or a list of its own follows. */
function isNumberedHeading(draft: Draft, before: Draft | undefined, after: Draft | undefined, resumes: boolean): boolean {
  const { marker, text } = draft;
  if (!marker || marker.family === 'bullet' || text === '') return false;
  const capitals = isCapitals(text) && text.length <= LONGEST_CAPITALS && !endsOpen(text);
  const looks = capitals || draft.emphasized || (text.length <= LONGEST && /^[\p{Lu}\d“"'‘]/u.test(text) && !endsOpen(text) && !text.endsWith(':'));
  if (!looks) return false;
  const sibling = (other: Draft | undefined) => other?.kind === 'item' && other.marker !== null && (follows(other.marker, marker) || follows(marker, other.marker));
  if (capitals || draft.emphasized) return !sibling(after) || marker.family === 'upper' || marker.family === 'upper-roman';
  const overProse = /^(?:upper|upper-roman|dotted)$/.test(marker.family) && after?.kind === 'paragraph' && draft.lines === 1;
  if (!(draft.alone || overProse) || before?.text.endsWith(':') || sibling(before) || sibling(after) || resumes) return false;
  return after !== undefined && (after.kind === 'heading' || after.kind === 'paragraph' || (after.kind === 'item' && after.marker?.family !== marker.family));
}

function isPlainHeading(draft: Draft, before: Draft | undefined, after: Draft | undefined, inFront: boolean): boolean {
  const { text, alone, emphasized, partlyEmphasized, lines } = draft;
  if (labelsItems(draft, before, after)) return true;
  if (text === '' || isDateline(text) || BYLINE.test(text) || /[@]|https?:|www\./.test(text) || !/\p{L}/u.test(text)) return false;
  if (isCapitals(text) && text.length <= LONGEST_CAPITALS && !endsOpen(text) && (/\s/.test(text) || text.length >= 6)) return true;
  if (emphasized && text.length <= LONGEST && !endsOpen(text)) return true;
  if (isDirection(text) || /[.!?]\s+[\p{Lu}“"]|^[“"'‘]/u.test(text) || partlyEmphasized || endsOpen(text) || breaksOff(text) || !/^[\p{Lu}\d“"'‘]/u.test(text)) return false;
  if (NAMED_PART.test(text)) return after !== undefined;
  if (NUMBERED_PART.test(text) && text.length <= LONGEST && lines <= 4) return alone || lines <= 2;
  if (text.endsWith(':') || LABELLED.test(text)) return false;
  if (!alone) return headsChunk(draft, after);
  if (inFront) return text.length <= LONGEST_TITLE && lines <= 3 && after !== undefined;
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS || lines > 3 || before?.text.endsWith(':') || !after) return false;
  return isProse(after) || after.kind === 'heading' || after.kind === 'item' || after.kind === 'cell' || (after.kind === 'paragraph' && after.text.length > text.length && after.text.length >= PROSE);
}

/** "Ministry of Labour" between two groups of items that are set in deeper: the next ones are for it. */
const labelsItems = ({ text, lines, indent }: Draft, before: Draft | undefined, after: Draft | undefined): boolean =>
  lines === 1 && text.length <= LONGEST && !endsOpen(text) && !text.endsWith(':') && after?.kind === 'item' && !after.opens && after.indent > indent && before?.kind === 'item' && before.indent > indent;

/** "Who is speaking" right above its paragraph or list, without a blank line between. */
function headsChunk({ text, opens, lines }: Draft, after: Draft | undefined): boolean {
  if (!opens || !after || after.opens || lines > 1 || text.length > SHORT_LINE || text.split(' ').length > FEW_WORDS) return false;
  return after.kind === 'item' || (after.kind === 'paragraph' && (after.text.length >= PROSE || after.text.endsWith(':')));
}

function levelOf({ marker, text, level }: Draft): number {
  if (level > 0) return level;
  if (marker?.family === 'dotted') return Math.min(6, 2 + marker.text.split('.').filter(Boolean).length);
  if (marker && marker.family !== 'upper' && marker.family !== 'upper-roman') return 3;
  return isCapitals(text) || marker ? 2 : 3;
}

/** Level 1 is for titles: the first line of the text, and unmarked lines like it above the first paragraph. */
function rankOf(draft: Draft, after: Draft | undefined, inFront: boolean, isFirst: boolean, labelled: boolean): number {
  if (isFirst || (inFront && !(after?.opens === false && isProse(after)) && !draft.explicit && !draft.marker && !NAMED_PART.test(draft.text))) return 1;
  return labelled ? LABEL_LEVEL : Math.max(2, levelOf(draft));
}

/** Turns into headings those paragraphs and numbered lines that head something. Needs furniture marked before. */
export function markHeadings(drafts: Draft[]): void {
  const inText = drafts.filter(({ kind }) => kind !== 'furniture');
  let inFront = true;
  let lastItem: Draft | null = null;
  for (const [at, draft] of inText.entries()) {
    const before = inText[at - 1];
    const after = inText[at + 1];
    const resumes = lastItem?.marker && draft.marker && lastItem !== before ? follows(draft.marker, lastItem.marker) && lastItem.text.length > LONGEST : false;
    const heads = draft.kind === 'heading' || (draft.kind === 'paragraph' && isPlainHeading(draft, before, after, inFront)) || (draft.kind === 'item' && isNumberedHeading(draft, before, after, resumes));
    if (heads) Object.assign(draft, { kind: 'heading', level: rankOf(draft, after, inFront, at === 0, labelsItems(draft, before, after)) });
    if (draft.kind === 'item') lastItem = draft;
    if ((draft.kind === 'paragraph' && draft.text.length >= SHORTEST_PROSE && endsSentence(draft.text)) || draft.kind === 'item' || draft.kind === 'cell' || (draft.kind === 'paragraph' && LABELLED.test(draft.text))) inFront = false;
  }
}
