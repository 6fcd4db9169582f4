// A Word document: its directory is checked before anything is unpacked, then mammoth turns it into HTML,
// which is read like any other page.

import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { readHtml, type TextWithMarks } from './html.ts';

/** A document of this size unpacked is no text that anybody wrote; in bytes. */
export const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_ENTRIES = 10_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly at: number;
}

/** The files that a zip archive says it holds, without unpacking any; null where it has no directory. */
export function zipDirectory(bytes: Buffer): Entry[] | null {
  const lowest = Math.max(0, bytes.length - 65_557);
  let end = bytes.length - 22;
  while (end >= lowest && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  while (entries.length < count && at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.length === count ? entries : null;
}

/** Why an archive is not to be unpacked as a Word document, in words that end a sentence; null where it may be. */
export function whyNotDocx(bytes: Buffer): string | null {
  const entries = zipDirectory(bytes);
  if (!entries) return 'is damaged: the directory of its archive is missing or cut off; save it again from Word';
  if (!entries.some(({ name }) => name === 'word/document.xml')) return 'is an archive without a Word document in it; unpack it and give the documents themselves';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > LARGEST_UNPACKED || entries.length > LARGEST_ENTRIES) return `would unpack to ${Math.ceil(unpacked / 1024 / 1024)} MB in ${entries.length} files, more than the ${LARGEST_UNPACKED / 1024 / 1024} MB that a document may take; save it without its pictures`;
  return null;
}

/**
 * Whether an archive unpacks to more than its directory says: the directory is read first, and believed by what unpacks it.
 * Nothing is kept: each file is unpacked up to the size it claims.
 */
export function unpacksToMore(bytes: Buffer): boolean {
  return (zipDirectory(bytes) ?? []).some(({ at, packed, unpacked, method }) => {
    if (method !== 8 || at + 30 > bytes.length) return false;
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) });
      return false;
    } catch (error) {
      // Whatever else is wrong with the file is for its reader to say.
      return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    }
  });
}

const PROPERTIES = { title: 'title', creator: 'author', created: 'created', subject: 'subject', language: 'language' } as const;

/** Title, author and date as Word keeps them beside the text. */
function propertiesOf(bytes: Buffer): Record<string, string> {
  const entry = zipDirectory(bytes)?.find(({ name }) => name === 'docProps/core.xml');
  if (!entry || entry.unpacked > 1024 * 1024 || entry.at + 30 > bytes.length) return {};
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  const xml = (entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: 1024 * 1024 }) : packed).toString('utf8');
  const found = Object.entries(PROPERTIES).flatMap(([tag, key]) => {
    const value = new RegExp(`<(?:\\w+:)?${tag}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1]?.trim();
    return value ? [[key, value.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'")] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Word's "heading 1" stands below its "Title". */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h1:fresh", ...[1, 2, 3, 4, 5].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`), ...[1, 2, 3, 4, 5].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`), "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh"];

/** @param bytes checked by whyNotDocx; throws what mammoth throws on a damaged document */
export async function readDocx(bytes: Buffer): Promise<TextWithMarks> {
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false });
  const { raw, metadata } = readHtml(value);
  return { raw, metadata: { ...metadata, ...propertiesOf(bytes) } };
}
