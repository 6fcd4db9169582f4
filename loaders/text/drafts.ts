// From clean characters to drafts of blocks: lines joined to paragraphs, items told from prose, cells from lines.
// What a draft is in the end (heading, furniture, half of a cut sentence) is decided where its neighbours are known.

import { follows, listMarker, type ListMarker } from './listMarkers.ts';
import { isEmphasized, runInHeading, stripMarks } from './marks.ts';
import { isRow, rowsOf } from './tables.ts';
import { continues, glue, wrapWidth } from './wrapping.ts';

export interface Draft {
  kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'furniture';
  /** As Block.level. */
  level: number;
  /** One line, marks and list marker taken off. */
  text: string;
  marker: ListMarker | null;
  /** Columns of space before it. */
  readonly indent: number;
  readonly page: number;
  /** Nothing else stands between the blank lines around it. */
  alone: boolean;
  /** How many lines of the source it fills. */
  lines: number;
  /** All bold or all italic. */
  readonly emphasized: boolean;
  /** Some of its words are bold or italic, the others not. */
  readonly partlyEmphasized: boolean;
  /** Marked as a heading in the source, not by its looks. */
  readonly explicit: boolean;
  readonly cell: { readonly row: number; readonly column: number; readonly header: boolean } | null;
}

const SPACES = /[ \t]+/g;
const ATX = /^ {0,3}(#{1,6})(?=\s|$)(?:\s+#{1,6}(?=\s|$))*/;
const ATX_END = /\s#+\s*$/;
const RULE = /^\s*(?:([-*_=])(?:\s*\1){2,}|\|[\s|:-]*\|)\s*$/;
const UNDERLINE = /^\s*(?:={3,}|-{3,})\s*$/;
const FENCE = /^\s*(?:`{3,}|~{3,})(?:text|txt|md|markdown|html|yaml|json|csv)?\s*$/;
const QUOTED = /^(?:\s{0,3}>\s?)+/;
/** "¹ See …", "[3] See …" */
const FOOTNOTE = /^\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*|\[\d{1,3}\]:?\s+)(?=[^\s:])/;
/** After such an end a line that begins like an item is one; otherwise it is prose that happens to begin with a number. */
const ITEM_MAY_FOLLOW = /[.!?:;)\]”"’,]$|\b(?:and|or|that|to)$/;

/** Ornaments and empty bullets are no text. */
const HAS_WORDS = /[\p{L}\p{M}\p{N}\p{So}]/u;

/** How many blocks back the sibling above may stand, its nested items in between. */
const SIBLINGS_AWAY = 60;

const indentOf = (line: string): number => (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length;

class ChunkReader {
  readonly drafts: Draft[] = [];
  private readonly chunk: string;
  private readonly page: number;
  private readonly width: number;
  private readonly last: ListMarker | null;
  private readonly emphasized: boolean;
  private readonly partlyEmphasized: boolean;
  /** The lines of the draft at hand, put together when it ends: a paragraph of a thousand lines is written once. */
  private pieces: string[] = [];

  constructor(chunk: string, page: number, width: number, last: ListMarker | null) {
    this.chunk = chunk;
    this.page = page;
    this.width = width;
    this.last = last;
    this.emphasized = isEmphasized(chunk);
    this.partlyEmphasized = !this.emphasized && /\*\*|__|<(?:b|strong)>/i.test(chunk);
  }

  read(): Draft[] {
    const rows = rowsOf(this.chunk);
    if (rows) return this.drafts.concat(rows.map(({ text, ...cell }) => this.draft('cell', text, 0, { cell })));
    const lines = stripMarks(this.chunk.split('\n').map((line) => line.replace(QUOTED, '')).join('\n')).split('\n');
    for (const [at, line] of lines.entries()) this.line(line, lines[at - 1] ?? null, lines[at + 1] ?? null);
    this.close();
    // A number without words is no item, but its digits stay.
    for (const draft of this.drafts) {
      if (draft.lines > 1) draft.text = stripMarks(draft.text).replace(/\s+/g, ' ').trim();
      if (!HAS_WORDS.test(draft.text) && draft.marker && HAS_WORDS.test(draft.marker.text)) Object.assign(draft, { kind: 'paragraph', text: `${draft.marker.text} ${draft.text}`.trim(), marker: null });
    }
    const words = this.drafts.filter(({ text }) => HAS_WORDS.test(text));
    for (const draft of words) draft.alone = words.length === 1;
    return words;
  }

  private draft(kind: Draft['kind'], text: string, indent: number, more: Partial<Draft> = {}): Draft {
    return { kind, level: 0, text: text.replace(SPACES, ' ').trim(), marker: null, indent, page: this.page, alone: false, lines: 1, emphasized: this.emphasized, partlyEmphasized: this.partlyEmphasized, explicit: false, cell: null, ...more };
  }

  private begin(draft: Draft): void {
    this.close();
    this.drafts.push(draft);
    this.pieces = draft.text === '' ? [] : [draft.text];
  }

  private close(): void {
    const open = this.drafts.at(-1);
    if (open && this.pieces.length > 1) open.text = glue(this.pieces);
    else if (open && open.text === '') open.text = this.pieces[0] ?? '';
  }

  /** The last line of the draft at hand. */
  private get tail(): string {
    return this.pieces.at(-1) ?? '';
  }

  private line(line: string, before: string | null, after: string | null): void {
    if (FENCE.test(line)) return;
    const open = this.drafts.at(-1);
    if (RULE.test(line)) {
      if (open && before?.trim() && UNDERLINE.test(line) && open.kind === 'paragraph' && this.pieces.length <= 2) Object.assign(open, { kind: 'heading', level: line.includes('=') ? 1 : 2, explicit: true });
      return;
    }
    if (line.trim() === '') return;
    const atx = ATX.exec(line);
    if (atx) {
      const words = line.slice(atx[0].length).replace(ATX_END, '').trim().replace(QUOTED, '');
      const number = listMarker(words);
      const level = { level: atx[1]?.length ?? 1, explicit: true };
      if (number && number.marker.family !== 'bullet' && words.length > number.wordsAt) this.begin(this.draft('heading', words.slice(number.wordsAt), 0, { ...level, marker: number.marker }));
      else this.begin(this.draft('heading', words, 0, level));
      return;
    }
    const footnote = FOOTNOTE.exec(line);
    if (footnote && (!open || open.kind === 'footnote' || /[.!?)”"]$/.test(this.tail))) {
      this.begin(this.draft('footnote', line, indentOf(line)));
      return;
    }
    const item = listMarker(line.trimStart());
    if (item && this.believes(item.marker, line, after)) {
      this.begin(this.draft('item', line.trimStart().slice(item.wordsAt), indentOf(line), { marker: item.marker }));
      return;
    }
    this.append(line, before);
  }

  private append(line: string, before: string | null): void {
    const open = this.drafts.at(-1);
    const words = line.replace(SPACES, ' ').trim();
    // "A. The Philippines" over a line of prose heads it; an item numbered otherwise runs on over its lines.
    const runsOn = this.pieces.length === 0 || open?.kind === 'footnote' || (open?.kind === 'item' && !(open.lines === 1 && /^(?:upper|upper-roman|dotted)$/.test(open.marker?.family ?? '')));
    if (!open || open.kind === 'heading' || before === null || !(runsOn || continues(before, line, this.width))) {
      this.begin(this.draft('paragraph', line, indentOf(line)));
      return;
    }
    open.lines += 1;
    this.pieces.push(words);
  }

  /** A marker in the middle of prose ("… in article\n8. The …", "… women\n- and men - …") begins no item. */
  private believes(marker: ListMarker, line: string, after: string | null): boolean {
    const open = this.drafts.at(-1);
    const words = line.trimStart().slice(marker.text.length).trim();
    if (/^[-–—*+·=_.]+$/.test(words)) return false;
    if (marker.family === 'upper' && marker.text.endsWith('.') && !marker.text.startsWith('(')) {
      // "A. Overview" begins an item or heading; "M. Cecilia Alvarez" is a name.
      const next = after === null ? null : listMarker(after.trimStart());
      if (words !== words.toUpperCase() && marker.ordinal !== 1 && !(this.last && follows(marker, this.last)) && !(next && follows(next.marker, marker))) return false;
    }
    if (!open || open.kind === 'heading' || this.drafts.slice(-SIBLINGS_AWAY).some((draft) => draft.marker !== null && follows(marker, draft.marker))) return true;
    if (open.kind === 'item') return marker.family !== 'decimal' || indentOf(line) > open.indent || ITEM_MAY_FOLLOW.test(this.tail);
    if (marker.family === 'bullet' && /^[•◦▪▫●○■□‣➢➤✓✔\uF0B7\uF0A7\uF0D8\u2043]/.test(marker.text)) return true;
    return ITEM_MAY_FOLLOW.test(this.tail);
  }
}

/** What stands between blank lines, tables apart from the lines around them. */
function chunksOf(page: string): string[] {
  const chunks: string[][] = [];
  let open: string[] = [];
  for (const line of page.split('\n')) {
    if (line.trim() === '') {
      open = [];
      continue;
    }
    const before = open.at(-1);
    if (before === undefined || isRow(before) !== isRow(line)) {
      open = [];
      chunks.push(open);
    }
    open.push(line);
  }
  return chunks.map((lines) => lines.join('\n'));
}

/** The drafts of a whole text. @param clean text as cleanCharacters returns it, pages separated by \f */
export function draftsOf(clean: string): Draft[] {
  const width = wrapWidth(clean);
  const drafts: Draft[] = [];
  let last: ListMarker | null = null;
  for (const [page, pageText] of clean.split('\f').entries()) {
    for (const whole of chunksOf(pageText)) {
      const read: Draft[] = new ChunkReader(whole, page + 1, width, last).read();
      const heading = runInHeading(whole);
      const first = read[0];
      if (heading !== null && first?.kind === 'paragraph' && first.text.startsWith(`${heading} `)) {
        drafts.push({ ...first, kind: 'heading', level: 4, text: heading, explicit: true, alone: false });
        first.text = first.text.slice(heading.length + 1);
      }
      drafts.push(...read);
      last = read.findLast(({ marker }) => marker !== null)?.marker ?? last;
    }
  }
  return drafts;
}
