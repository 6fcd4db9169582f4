// A document's text cut into what a reader sees: headings, paragraphs and list items, with the marked sentences in them.
// Every character of the text stands in exactly one piece, in order. Offsets: UTF-16 units, end exclusive.

import type { PassageRole } from '../../schema/vocabulary.ts';

export interface PlacedPassage {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly role: PassageRole;
}

export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly start: number;
  readonly text: string;
  /** The marks that cover it, in the order given. */
  readonly marks: readonly string[];
  /** Null for what stands between passages. */
  readonly passage: string | null;
}

export interface Block {
  readonly start: number;
  readonly role: PassageRole;
  readonly pieces: readonly Piece[];
}

/** Where a quotation stands: as narrow as its words allow, the whole passage where they are not found as they are. */
export function quoteSpan(text: string, passage: { readonly start: number; readonly end: number }, quote: string): { readonly start: number; readonly end: number } {
  const at = text.slice(passage.start, passage.end).indexOf(quote);
  return at < 0 || quote === '' ? { start: passage.start, end: passage.end } : { start: passage.start + at, end: passage.start + at + quote.length };
}

/** Passages in order, without those that begin inside another. */
function inOrder(passages: readonly PlacedPassage[], length: number): PlacedPassage[] {
  const kept: PlacedPassage[] = [];
  for (const passage of [...passages].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (passage.start >= (kept.at(-1)?.end ?? 0) && passage.end > passage.start && passage.end <= length) kept.push(passage);
  }
  return kept;
}

function piecesOf(text: string, start: number, end: number, passage: string | null, marks: readonly Mark[]): Piece[] {
  const over = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [...new Set([start, end, ...over.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end;
    return { start: from, text: text.slice(from, to), passage, marks: over.filter((mark) => mark.start <= from && mark.end >= to).map(({ id }) => id) };
  });
}

/** Sentences of one paragraph run on; anything else, and whatever an empty line parts, begins anew. */
function beginsAnew(before: PassageRole, role: PassageRole, gap: string): boolean {
  if (before !== role || role === 'TITLE' || role === 'HEADING' || role === 'CELL') return true;
  return role === 'SENTENCE' ? /\n\s*\n/.test(gap) : gap.includes('\n');
}

export function blocksOf(text: string, passages: readonly PlacedPassage[], marks: readonly Mark[]): Block[] {
  const blocks: { start: number; role: PassageRole; pieces: Piece[] }[] = [];
  let at = 0;
  for (const passage of inOrder(passages, text.length)) {
    const gap = piecesOf(text, at, passage.start, null, marks);
    const pieces = piecesOf(text, passage.start, passage.end, passage.id, marks);
    const last = blocks.at(-1);
    if (!last || beginsAnew(last.role, passage.role, text.slice(at, passage.start))) {
      blocks.push({ start: at, role: passage.role, pieces: [...gap, ...pieces] });
    } else {
      last.pieces.push(...gap, ...pieces);
    }
    at = passage.end;
  }
  const rest = piecesOf(text, at, text.length, null, marks);
  const last = blocks.at(-1);
  if (last) last.pieces.push(...rest);
  else if (rest.length > 0) blocks.push({ start: at, role: 'SENTENCE', pieces: rest });
  return blocks;
}
