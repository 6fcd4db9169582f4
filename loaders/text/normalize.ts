// The text of record: what a document says without the marks of its file format, in paragraphs, with its structure.
// Letters and digits of the source are never invented and never change places; marks, addresses of links and the
// furniture inside a cut sentence are what may be left out.

import { cleanCharacters } from './characters.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { markFurniture } from './furniture.ts';
import { markHeadings } from './headings.ts';
import { joinCut } from './joining.ts';
import { follows } from './listMarkers.ts';
import { countedItems, nestItems, recoverItems } from './lists.ts';

/** A structural piece of the text of record: what it is and where it stands. Offsets: UTF-16 units, end exclusive. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'furniture';
  /** Heading: 1 (title-like) to 6. Item: nesting depth from 1. Otherwise 0. */
  readonly level: number;
  /** The place of its text, list marker and marks excluded. */
  readonly start: number;
  readonly end: number;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** The list marker as printed: "1.", "(a)", "-"; null where there is none. */
  readonly marker: string | null;
  /** The place of a cell in its table, from 0; null for everything else. */
  readonly cell: { readonly row: number; readonly column: number; readonly header: boolean } | null;
}

/** The text of record, into which all offsets point, with its structure. Blocks in order, not overlapping. */
export interface NormalizedText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Items of lists stand line under line, as far as they can be told apart without air. */
const isTight = (before: Draft, after: Draft): boolean => before.kind === 'item' && after.kind === 'item' && before.marker !== null && after.marker !== null && (after.marker.family !== 'decimal' || after.level > before.level || follows(after.marker, before.marker));

/** What stands between two blocks: a row is a line, a list is tight, paragraphs have air. */
function gap(before: Draft, after: Draft): string {
  if (before.cell && after.cell) return after.cell.row === before.cell.row && after.cell.column > before.cell.column ? ' | ' : after.cell.row >= before.cell.row ? ' |\n| ' : ' |\n\n| ';
  const opened = before.cell ? ' |\n\n' : isTight(before, after) ? '\n' : '\n\n';
  return after.cell ? `${opened}| ` : opened;
}

function render(drafts: readonly Draft[], paged: boolean): NormalizedText {
  const blocks: Block[] = [];
  let text = drafts[0]?.cell ? '| ' : '';
  for (const [at, draft] of drafts.entries()) {
    const before = drafts[at - 1];
    if (before) text += gap(before, draft);
    if (draft.kind === 'item') text += '  '.repeat(draft.level - 1);
    if (draft.marker) text += `${draft.marker.text} `;
    const start = text.length;
    text += draft.text;
    blocks.push({ kind: draft.kind, level: draft.level, start, end: text.length, page: paged ? draft.page : null, marker: draft.marker?.text ?? null, cell: draft.cell });
  }
  return { text: drafts.at(-1)?.cell ? `${text} |` : text, blocks };
}

/** @param raw as a reader returns it: Markdown marks for structure, form feeds between pages. Any string is accepted. */
export function normalize(raw: string): NormalizedText {
  const clean = cleanCharacters(raw);
  const drafts = draftsOf(clean);
  markFurniture(drafts);
  markHeadings(drafts);
  const whole = joinCut(drafts);
  countedItems(whole);
  nestItems(whole);
  recoverItems(whole);
  return render(whole, clean.includes('\f'));
}
