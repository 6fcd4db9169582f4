// Which characters a text of record may hold. Nothing is guessed here: letters and digits stay, in their order.

/** Line separators of any system, as \n; the form feed between pages stays. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v]/g;
/** Control characters, bidirectional overrides and marks that no reader sees but every comparison trips over. */
const INVISIBLE = /[\p{Cc}--[\n\f\t]]|[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|(?<=\p{Script=Latin})[\u200C\u200D]|[\u200C\u200D](?=\p{Script=Latin})/gv;
/** Spaces of every width, the tab excepted: tabs indent lists. */
const WIDE_SPACE = /[^\S\n\f\t ]/g;
/** Scanned print: two apostrophes where one was ("women'’s"). */
const DOUBLED_APOSTROPHE = /(?<=\p{L})['’‘´]{2,}(?=\p{L})/gu;
/** "ﬁ" and "ﬂ" as one glyph, from typeset PDF files. */
const LIGATURE = /[\uFB00-\uFB06]/g;

/** Unicode in composed form (NFC), well formed, with \n as the only line end, \f between pages. Applying it twice changes nothing. */
export function cleanCharacters(raw: string): string {
  return raw
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(WIDE_SPACE, ' ')
    .replace(LIGATURE, (glyph) => glyph.normalize('NFKC'))
    .normalize('NFC')
    .replace(DOUBLED_APOSTROPHE, '’');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A footnote number as raised digits, so that it does not run into the word before it. */
export const raised = (digits: string): string => digits.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
