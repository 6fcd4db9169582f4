// How list items announce themselves: "1.", "(a)", "ii)", "•", "- (b)". A family is what siblings share;
// the ordinal is the place among them.

export type MarkerFamily = 'bullet' | 'word' | 'decimal' | 'dotted' | 'lower' | 'upper' | 'roman' | 'upper-roman';

export interface ListMarker {
  /** As printed, without the space around it. */
  readonly text: string;
  readonly family: MarkerFamily;
  /** Distinguishes families of the same kind: "(a)" from "a.", "-" from "•". */
  readonly style: string;
  /** From 1; 0 for bullets. */
  readonly ordinal: number;
  /** Where a single letter may be a Roman numeral too ("i", "v", "c"): its ordinal read that way. */
  readonly romanOrdinal: number | null;
}

/** The letters are what is left of bullets drawn in a font of signs. */
const BULLET = '(?:[-–—•◦▪▫●○■□·*+»‣➢➤✓✔\uF0B7\uF0A7\uF0D8\u2043]|[oØüð](?=\\s)|§(?=\\s+\\D)|•\\*)';
const DOTTED = String.raw`\d{1,2}(?:\.\d{1,2}){1,3}\.?`;
const ENUMERATOR = String.raw`\((?:\d{1,3}|[A-Za-z]|[ivxl]{2,5}|[IVXL]{2,5})\)|(?:\d{1,3}|[A-Za-z]|[ivxl]{2,5}|[IVXL]{2,5})[.)]`;
const MARKER = new RegExp(String.raw`^(?:(${BULLET})(?:\s+|$)(?:(${DOTTED}|${ENUMERATOR})(?:\s+|$))?|(${DOTTED}|${ENUMERATOR})(?:\s+|$)|(\((?:\d{1,3}|[A-Za-z]|[ivx]{2,5})\))(?=\p{L}))`, 'u');

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral in either case, or null where the letters are none. */
export function romanValue(letters: string): number | null {
  const values = [...letters.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  if (values.length === 0 || values.includes(0)) return null;
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function describe(enumerator: string, text: string): ListMarker {
  const bare = enumerator.replace(/[().]+$|^\(/g, '');
  const style = enumerator.replace(bare, '#');
  const of = (family: MarkerFamily, ordinal: number, romanOrdinal: number | null = null): ListMarker => ({ text, family, style, ordinal, romanOrdinal });
  if (/^\d+$/.test(bare)) return of('decimal', Number(bare));
  if (/^\d/.test(bare)) return of('dotted', Number(bare.slice(bare.lastIndexOf('.') + 1)));
  const upper = bare === bare.toUpperCase();
  if (bare.length > 1) return of(upper ? 'upper-roman' : 'roman', romanValue(bare) ?? 0);
  return of(upper ? 'upper' : 'lower', bare.toLowerCase().charCodeAt(0) - 96, romanValue(bare));
}

/** The marker that a line begins with and where its words begin, or null. Whether it is believed is for whoever knows the lines around it. */
export function listMarker(line: string): { readonly marker: ListMarker; readonly wordsAt: number } | null {
  const found = MARKER.exec(line);
  if (!found) return null;
  const [whole, bullet, afterBullet, plain, glued] = found;
  const enumerator = afterBullet ?? plain ?? glued;
  const text = whole.trimEnd();
  const marker: ListMarker = enumerator ? describe(enumerator, text) : { text, family: 'bullet', style: bullet?.charAt(0) ?? '-', ordinal: 0, romanOrdinal: null };
  return { marker, wordsAt: whole.length };
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ORDINAL_WORD = new RegExp(String.raw`^(?<word>${ORDINALS.join('|')}|finally|last)(?:ly)?(?:\s?[,:]|\s[–—-](?=\s))\s+`, 'i');

/** "First, …", "Secondly: …", "Third – …": how a speech numbers its demands; or null. "Finally" has no number of its own. */
export function ordinalWord(text: string): { readonly marker: ListMarker; readonly wordsAt: number } | null {
  const found = ORDINAL_WORD.exec(text);
  if (!found) return null;
  return { marker: { text: found[0].trimEnd(), family: 'word', style: 'word', ordinal: ORDINALS.indexOf(found.groups?.['word']?.toLowerCase() ?? '') + 1, romanOrdinal: null }, wordsAt: found[0].length };
}

/** Whether the second marker is the next one of the first one's list. */
export function follows(next: ListMarker, previous: ListMarker): boolean {
  if (next.family === 'word') return previous.family === 'word' && previous.ordinal > 0 && (next.ordinal === previous.ordinal + 1 || next.ordinal === 0);
  if (next.family === 'bullet') return previous.family === 'bullet' && next.style === previous.style;
  if (next.style !== previous.style) return false;
  if (next.family === previous.family && next.ordinal === previous.ordinal + 1) return true;
  const isRoman = (family: MarkerFamily) => family === 'roman' || family === 'upper-roman';
  const roman = ({ family, ordinal, romanOrdinal }: ListMarker) => (isRoman(family) ? ordinal : romanOrdinal);
  return roman(next) !== null && roman(previous) !== null && roman(next) === (roman(previous) ?? 0) + 1;
}
