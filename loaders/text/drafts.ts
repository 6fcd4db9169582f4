// From clean characters to drafts of blocks: lines joined to paragraphs, items told from prose, cells from lines.
// What a draft is in the end (heading, furniture, half of a cut sentence) is decided where its neighbours are known.

import { follows, listMarker, type ListMarker } from './listMarkers.ts';
import { isEmphasized, runInHeading, stripMarks } from './marks.ts';
import { isRow, rowsOf } from './tables.ts';
import { breaksOff, continues, endsSentence, glue, hadRoom, isUnwrapped, lineEndsIn, wrapWidth, type LineEnds } from './wrapping.ts';

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
  /** Nothing else stands between the blank lines around it, or it is a line of the head. */
  alone: boolean;
  /** It stands right behind a blank line. */
  opens: boolean;
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

/** A paragraph of this length that ends in a full stop is prose. */
const PROSE = 60;
/** Columns side by side at the head of a form or letter: what stands so far from the words before it is a line of its own. */
const COLUMN_GAP = /(?<=[^\s:])(?: {6,}|\t{2,})(?=[^\s[])/g;
const inColumns = (chunk: string): string => chunk.replace(COLUMN_GAP, '\n');

/** How many blocks back the sibling above may stand, its nested items in between. */
const SIBLINGS_AWAY = 60;

const indentOf = (line: string): number => (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length;

/** What is known of the text when one of its chunks is read. */
interface Setting {
  readonly page: number;
  readonly ends: Omit<LineEnds, 'flowing' | 'inHead'>;
  /** No paragraph of prose and no item stands above. */
  readonly inHead: boolean;
  /** The markers of the items above, the last one of each style. */
  readonly markers: readonly ListMarker[];
}

class ChunkReader {
  readonly drafts: Draft[] = [];
  private readonly chunk: string;
  private readonly page: number;
  private readonly setting: Setting;
  private readonly ends: LineEnds;
  private readonly emphasized: boolean;
  private readonly partlyEmphasized: boolean;
  /** The lines of the draft at hand, put together when it ends: a paragraph of a thousand lines is written once. */
  private pieces: string[] = [];
  /** The second line of the item at hand stands under its words, not under its marker. */
  private hanging = false;

  constructor(chunk: string, setting: Setting) {
    this.chunk = setting.inHead ? inColumns(chunk) : chunk;
    this.page = setting.page;
    this.setting = setting;
    this.ends = lineEndsIn(this.chunk, { ...setting.ends, inHead: setting.inHead });
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
    const prose = words.findIndex(({ kind, text }) => kind !== 'paragraph' || (text.length >= PROSE && endsSentence(text)));
    // In the head each line stands for itself.
    for (const [at, draft] of words.entries()) Object.assign(draft, { opens: at === 0, alone: words.length === 1 || (this.setting.inHead && (prose < 0 || at < prose)) });
    return words;
  }

  private draft(kind: Draft['kind'], text: string, indent: number, more: Partial<Draft> = {}): Draft {
    return { kind, level: 0, text: text.replace(SPACES, ' ').trim(), marker: null, indent, page: this.page, alone: false, opens: false, lines: 1, emphasized: this.emphasized, partlyEmphasized: this.partlyEmphasized, explicit: false, cell: null, ...more };
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
    // What begins to the left of an indented item, or of lines that hang under it, is none of its lines.
    const outside = open?.kind === 'item' && !breaksOff(this.tail) && (indentOf(line) < open.indent || (/^\s*\p{Lu}/u.test(line) && open.lines > 1 && this.hanging && indentOf(line) <= open.indent));
    if (open?.kind === 'item' && open.lines === 1) this.hanging = indentOf(line) >= open.indent + 2;
    if (!open || open.kind === 'heading' || before === null || outside || !(runsOn || continues(before, line, this.ends))) {
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
    // "- check against delivery -"
    if (/^[-–—]$/.test(marker.text) && /\s[-–—]$/.test(words)) return false;
    if (marker.family === 'upper' && marker.text.endsWith('.') && !marker.text.startsWith('(')) {
      // "A. Overview" begins an item or heading; "M. Cecilia Alvarez" is a name.
      const next = after === null ? null : listMarker(after.trimStart());
      if (words !== words.toUpperCase() && marker.ordinal !== 1 && !this.setting.markers.some((above) => follows(marker, above)) && !(next && follows(next.marker, marker))) return false;
    }
    if (!open || open.kind === 'heading' || this.drafts.slice(-SIBLINGS_AWAY).some((draft) => draft.marker !== null && follows(marker, draft.marker))) return true;
    if (open.kind === 'item') return marker.family !== 'decimal' || indentOf(line) > open.indent || ITEM_MAY_FOLLOW.test(this.tail);
    // Under a line that ended early because it was meant to ("Recommendations") a list may begin.
    if (this.tail.length <= PROSE && hadRoom(this.tail, line.trim(), this.ends) && !breaksOff(this.tail)) return true;
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
  const ends = { width: wrapWidth(clean), unwrapped: isUnwrapped(clean) };
  const drafts: Draft[] = [];
  const markers = new Map<string, ListMarker>();
  let inHead = true;
  for (const [page, pageText] of clean.split('\f').entries()) {
    for (const whole of chunksOf(pageText)) {
      const read: Draft[] = new ChunkReader(whole, { page: page + 1, ends, inHead, markers: [...markers.values()] }).read();
      const heading = runInHeading(whole);
      const first = read[0];
      if (heading !== null && first?.kind === 'paragraph' && first.text.startsWith(`${heading} `)) {
        drafts.push({ ...first, kind: 'heading', level: 4, text: heading, explicit: true, alone: false, opens: true });
        first.opens = false;
        first.text = first.text.slice(heading.length + 1);
      }
      // One by one: a list of three hundred thousand items is more than a call may have arguments.
      for (const draft of read) drafts.push(draft);
      for (const { marker } of read) if (marker) markers.set(`${marker.family} ${marker.style}`, marker);
      inHead &&= !read.some(({ kind, text }) => kind === 'item' || kind === 'cell' || (kind === 'paragraph' && text.length >= PROSE && endsSentence(text)));
    }
  }
  return drafts;
}
