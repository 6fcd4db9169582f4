// Bytes of a text file as characters: by its byte order mark, by what it declares, as UTF-8, else in the older encoding
// in which it reads best (see oldEncodings.ts). What reads well in none is refused rather than loaded as gibberish.

import { bestOldEncoding } from './oldEncodings.ts';

/** Why bytes are no text, in words that end a sentence. */
export interface NotText {
  readonly problem: string;
}

/** More control characters than this share of the file, and it is no text. */
const BINARY_SHARE = 0.01;
/** A text of which no more of the letters beyond ASCII than this are broken is UTF-8 with a few bytes of something else pasted into it. */
const STRAY_SHARE = 0.34;
const NO_TEXT: NotText = { problem: 'holds bytes that are no text; give the document in one of the formats txt, md, html, pdf, docx, eml or csv' };
const NO_ENCODING: NotText = { problem: 'is text in an encoding that could not be told; open it in the program that wrote it and save it as UTF-8' };

export function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark shows as a zero in every other byte of Latin text. */
export function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return null;
  const zeros = sample.filter((byte) => byte === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const even = zeros - odd;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** The text in this encoding, or null where the bytes are not of it or nobody knows the encoding. */
export function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder says "not of this encoding" by a TypeError, "no such encoding" by a RangeError, and nothing else.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Letters of UTF-8 beyond ASCII, as bytes read one by one. */
const SEQUENCE = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g;

/** UTF-8 into which text of an older encoding was pasted: the strays are read as old Windows text. Null where strays are many. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const whole = latin.match(SEQUENCE)?.length ?? 0;
  const strays = latin.replace(SEQUENCE, '').match(/[\x80-\xFF]/g)?.length ?? 0;
  if (whole < 3 || strays > whole * STRAY_SHARE) return null;
  const windows = new TextDecoder('windows-1252');
  return latin.replace(/(?:[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3})+|[\x80-\xFF]/g, (found) => decodedAs('utf-8', Buffer.from(found, 'latin1')) ?? windows.decode(Buffer.from(found, 'latin1')));
}

/** How much of a text is characters that no text holds, 0 to 1. */
export function controlShare(text: string): number {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 ? code !== 9 && code !== 10 && code !== 12 && code !== 13 : code === 0xfffd || code === 0x7f) controls += 1;
  }
  return text.length === 0 ? 0 : controls / text.length;
}

/** The encoding of bytes that are no Unicode, or why they are no text. */
export function oldEncodingOf(bytes: Uint8Array): string | NotText {
  // Old encodings give every byte a letter, so that bytes of a picture "read" too; their control characters tell.
  if (controlShare(Buffer.from(bytes.subarray(0, 100_000)).toString('latin1')) > BINARY_SHARE) return NO_TEXT;
  return bestOldEncoding(bytes) ?? NO_ENCODING;
}

/** @param declared the encoding that the file names for itself (a web page in its head); believed where the bytes are of it */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | NotText {
  const marked = byMark(bytes) ?? byZeros(bytes);
  const text = marked ? new TextDecoder(marked).decode(bytes) : (decodedAs('utf-8', bytes) ?? (declared && decodedAs(declared, bytes)) ?? mostlyUtf8(bytes));
  if (text !== null) return controlShare(text) > BINARY_SHARE ? NO_TEXT : text;
  const old = oldEncodingOf(bytes);
  return typeof old === 'string' ? new TextDecoder(old).decode(bytes) : old;
}

/** The encoding that a web page names in its first kilobyte, or null. */
export function declaredInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta\s[^>]*?charset\s*=\s*["']?([\w:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
