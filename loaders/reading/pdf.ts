// A PDF file as text with Markdown marks: lines put together from pieces with places, two columns one after the
// other, larger print as headings, small print at the foot as notes; a form feed between pages.

import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import type { TextWithMarks } from './html.ts';

/** More pages than any paper of a forum has. */
export const MOST_PAGES = 3000;

/** A piece of text with its place; points from the lower left corner. */
export interface PlacedText {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

interface Line {
  readonly y: number;
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

/** Pieces of one height on the page, from left to right, cut where the gap is wider than a space between words. */
function linesOf(items: readonly PlacedText[]): Line[][] {
  const rows: { y: number; size: number; items: PlacedText[] }[] = [];
  for (const item of items.filter(({ str, fontSize }) => str.trim() !== '' && fontSize > 0).toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    // Raised note numbers stand higher than half a line of print would allow.
    const row = rows.findLast(({ y, size }) => Math.abs(y - item.y) < Math.max(size, item.fontSize) * (Math.min(size, item.fontSize) < Math.max(size, item.fontSize) * 0.8 ? 0.6 : 0.45));
    if (row) {
      row.items.push(item);
      if (item.fontSize > row.size) Object.assign(row, { size: item.fontSize, y: item.y });
    } else rows.push({ y: item.y, size: item.fontSize, items: [item] });
  }
  return rows.map(({ items: pieces }) => segmentsOf(pieces.toSorted((a, b) => a.x - b.x)));
}

function segmentsOf(pieces: readonly PlacedText[]): Line[] {
  const segments: { y: number; x: number; end: number; size: number; weight: number; text: string }[] = [];
  for (const { str, x, y, width, fontSize } of pieces) {
    const open = segments.at(-1);
    const gap = open ? x - open.end : 0;
    if (!open || gap > fontSize * 1.8) {
      segments.push({ y, x, end: x + width, size: fontSize, weight: str.length, text: str.trimStart() });
      continue;
    }
    // A small number above the line is a note's.
    const isNote = fontSize < open.size * 0.8 && y > open.y + open.size * 0.15 && /^\d{1,3}$/.test(str.trim());
    const space = isNote || /\s$/.test(open.text) || /^\s/.test(str) || gap < fontSize * 0.15 ? '' : ' ';
    open.text += isNote ? `<sup>${str.trim()}</sup>` : `${space}${str}`;
    open.end = Math.max(open.end, x + width);
    if (!isNote && str.length > open.weight) Object.assign(open, { size: fontSize, weight: str.length });
  }
  return segments.map(({ weight: _weight, text, ...line }) => ({ ...line, text: text.trim() }));
}

/** The middle of the gap between two columns, or null where the page has one. */
function gutterOf(rows: readonly (readonly Line[])[]): number | null {
  const split = rows.filter((row) => row.length === 2 && row.every(({ text }) => text.length >= 12));
  if (split.length < 6 || split.length < rows.length * 0.35) return null;
  const lefts = split.map((row) => row[0]?.end ?? 0).toSorted((a, b) => a - b);
  const rights = split.map((row) => row[1]?.x ?? 0).toSorted((a, b) => a - b);
  const left = lefts[Math.floor(lefts.length * 0.9)] ?? 0;
  const right = rights[Math.floor(rights.length * 0.1)] ?? 0;
  return right > left ? (left + right) / 2 : null;
}

/** The lines of a page in reading order: down the left column, then down the right; a line across both ends them. */
function readingOrder(rows: readonly (readonly Line[])[]): Line[] {
  const gutter = gutterOf(rows);
  const whole = (row: readonly Line[]): Line[] => {
    const [first] = row;
    return first ? [{ ...first, end: row.at(-1)?.end ?? first.end, text: row.map(({ text }) => text).join('  ').replace(/ {2,}/g, ' ') }] : [];
  };
  if (gutter === null) return rows.flatMap(whole);
  const ordered: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  for (const row of rows) {
    if (row.some(({ x, end }) => x < gutter - 6 && end > gutter + 6)) {
      ordered.push(...left, ...right, ...whole(row));
      left = [];
      right = [];
      continue;
    }
    left.push(...whole(row.filter(({ x }) => x < gutter)));
    right.push(...whole(row.filter(({ x }) => x >= gutter)));
  }
  return [...ordered, ...left, ...right];
}

/** The size in which most of the text is set, in points. */
function bodySize(lines: readonly Line[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) weights.set(Math.round(size * 2) / 2, (weights.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function pageText(lines: readonly Line[], body: number, sizes: readonly number[]): string {
  const gaps = lines.flatMap(({ y }, at) => (at > 0 ? [(lines[at - 1]?.y ?? y) - y] : [])).filter((gap) => gap > 0).toSorted((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const leftmost = Math.min(...lines.map(({ x }) => x));
  let written = '';
  let before: Line | undefined;
  for (const [at, line] of lines.entries()) {
    const level = line.size >= body * 1.15 ? sizes.indexOf(Math.round(line.size)) + 1 : 0;
    const isNote = level === 0 && line.size <= body * 0.9 && at > lines.length / 3 && /^(?:<sup>)?\d{1,3}(?:<\/sup>)?\s*\p{L}/u.test(line.text) && lines.slice(at).every(({ size }) => size < body * 0.95);
    const apart = !before || before.y - line.y > usual * 1.35 || before.y < line.y || Math.abs(before.size - line.size) > body * 0.08 || isNote;
    const text = isNote ? line.text.replace(/^(?:<sup>)?(\d{1,3})(?:<\/sup>)?\s*/, '[^$1]: ') : line.text;
    const marks = level > 0 && /\p{L}/u.test(text) ? `${'#'.repeat(Math.min(level, 6))} ` : '';
    const indent = marks || isNote ? '' : ' '.repeat(Math.min(24, Math.max(0, Math.round((line.x - leftmost) / (body || 10) / 1.2))));
    if (marks && before && !apart && Math.round(before.size) === Math.round(line.size)) written += ` ${text}`;
    else written += `${written === '' ? '' : apart ? '\n\n' : '\n'}${marks}${indent}${text}`;
    before = line;
  }
  return written;
}

/** @param bytes a PDF file; throws what pdf.js throws on a damaged or locked one. `raw` is empty where the pages are pictures. */
export async function readPdf(bytes: Uint8Array): Promise<TextWithMarks> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  if (pdf.numPages > MOST_PAGES) throw new RangeError(`it has ${pdf.numPages} pages, more than ${MOST_PAGES}`);
  const { items } = await extractTextItems(pdf);
  const pages = items.map((page) => readingOrder(linesOf(page)));
  const all = pages.flat();
  const body = bodySize(all);
  const sizes = [...new Set(all.filter(({ size }) => size >= body * 1.15).map(({ size }) => Math.round(size)))].toSorted((a, b) => b - a);
  const { info } = await getMeta(pdf);
  const metadata = Object.entries(info).flatMap(([key, value]): [string, string][] => (typeof value === 'string' && value.trim() !== '' ? [[key.toLowerCase(), value.trim()]] : []));
  return { raw: all.length === 0 ? '' : pages.map((lines) => pageText(lines, body, sizes)).join('\n\f\n'), metadata: Object.fromEntries(metadata) };
}
