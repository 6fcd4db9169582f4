// A file becomes a document: looked at before it is opened, recognised by its first bytes, read by the reader of its format.

import { createHash } from 'node:crypto';
import { lstat, open, readFile } from 'node:fs/promises';
import { basename, extname, relative, resolve, sep } from 'node:path';
import { Failure } from '../../schema/failures.ts';
import { documentId, type DocumentId } from '../../schema/ids.ts';
import type { DocumentKind } from '../../schema/vocabulary.ts';
import { whyNotRead, KINDS_BY_EXTENSION } from './formats.ts';
import { whyNotDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { emailDocument, headersIn } from './emailText.ts';
import { LARGEST_FILE, LARGEST_TABLE, LONGEST_TEXT, LONGEST_WORD } from './fileLimits.ts';
import { readFrontMatter } from './frontMatter.ts';
import { READING_LIMITS, readIsolated, type ReadingLimits } from './isolation.ts';

/** A file as read, before anything is understood of it. */
export interface ReadDocument {
  readonly id: DocumentId;
  /** Where it was read from: a path relative to the working directory where it lies below it, else absolute; or an address. */
  readonly uri: string;
  readonly kind: DocumentKind;
  /** Text as read; Markdown marks stand for headings and lists whatever the format; pages are separated by a form feed (\f). */
  readonly raw: string;
  /** What the file says of itself outside its text: front matter, HTML and PDF metadata. Keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What whoever loads it should know of how it was read (attachments left aside), in words that end a sentence behind its name. */
  readonly notes?: readonly string[];
}

const unreadable = (path: string, problem: string, cause?: unknown): Failure => new Failure('UNREADABLE_DOCUMENT', `${path} ${problem}.`, cause === undefined ? {} : { cause });

/** Looks at a file before it is opened. @throws Failure UNREADABLE_DOCUMENT where it is none that can be read. Returns its size in bytes. */
export async function sizeOf(path: string): Promise<number> {
  const status = await lstat(path).catch((error: unknown) => {
    throw unreadable(path, 'was not found; check the path', error);
  });
  if (status.isSymbolicLink()) throw unreadable(path, 'is a symbolic link; give the file that it points to');
  if (status.isDirectory()) throw unreadable(path, 'is a folder; give its files, or the folder to a command that walks folders');
  if (!status.isFile()) throw unreadable(path, 'is no regular file; give a file');
  if (status.size === 0) throw unreadable(path, 'is empty; there is nothing to load');
  return status.size;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

async function bytesOf(path: string): Promise<Buffer> {
  const size = await sizeOf(path);
  if (size > LARGEST_FILE) throw unreadable(path, `has ${megabytes(size)} MB, more than the ${megabytes(LARGEST_FILE)} MB that a document may have; split it or save it without its pictures`);
  return readFile(path).catch((error: unknown) => {
    throw unreadable(path, 'could not be opened; check who may read it', error);
  });
}

/** The characters of the longest stretch without white space, Chinese and Japanese texts apart, which have none. */
function longestWord(text: string): number {
  let longest = 0;
  for (const [word] of text.matchAll(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]{1000,}/gu)) longest = Math.max(longest, word.length);
  return longest;
}

function refuseTooLong(path: string, text: string): void {
  const word = longestWord(text);
  if (word > LONGEST_WORD) throw unreadable(path, `holds a stretch of ${word} characters without a space, which is data and no text; take it out`);
  if (text.length > LONGEST_TEXT) throw unreadable(path, `holds ${(text.length / 1_000_000).toFixed(1)} million characters of text, more than the ${LONGEST_TEXT / 1_000_000} million that a document may have; split it`);
}

type Content = 'PDF' | 'ZIP' | 'OLD_WORD' | 'RTF' | 'TEXT';
const CONTENTS = { PDF: 'a PDF', ZIP: 'an archive, such as a Word document', OLD_WORD: 'an old or password-protected Office document', RTF: 'a Rich Text document', TEXT: 'text' } as const satisfies Record<Content, string>;

/** What the first bytes say the file is, whatever its name says. */
function contentOf(bytes: Buffer): Content {
  if (bytes.subarray(0, 1024).includes('%PDF-') && !/^\s*[<\p{L}]/u.test(bytes.toString('latin1', 0, 8))) return 'PDF';
  if (bytes.readUInt32BE(0) === 0x504b0304 || bytes.readUInt32BE(0) === 0x504b0506) return 'ZIP';
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) return 'OLD_WORD';
  return bytes.toString('latin1', 0, 5) === '{\\rtf' ? 'RTF' : 'TEXT';
}

/** @throws Failure where name and content disagree, saying what to do */
function kindOf(path: string, bytes: Buffer): DocumentKind {
  const extension = extname(path).toLowerCase();
  const kind = KINDS_BY_EXTENSION[extension];
  if (!kind) throw unreadable(path, whyNotRead(path));
  const content = bytes.length < 4 ? 'TEXT' : contentOf(bytes);
  const expected = kind === 'PDF' ? 'PDF' : kind === 'DOCX' ? 'ZIP' : 'TEXT';
  if (content === expected) return kind;
  if (content === 'OLD_WORD' || content === 'RTF') throw unreadable(path, `holds ${CONTENTS[content]}; open it and save it as .docx, without a password`);
  throw unreadable(path, `is named ${extension} but holds ${CONTENTS[content]}; give it the extension of what it holds`);
}

const isWithin = (path: string): boolean => path !== '' && path !== '..' && !path.startsWith(`..${sep}`);

/** The path as a document's uri: relative to the working directory where it lies below it, else absolute; always with forward slashes. */
export function uriOf(path: string): string {
  const absolute = resolve(path);
  const below = relative(process.cwd(), absolute);
  return (isWithin(below) ? below : absolute).split(sep).join('/');
}

/** A table that can be opened, by its uri: tables are not held in memory (loaders/tables). @throws Failure UNREADABLE_DOCUMENT as readDocument */
export async function tableOnDisk(path: string): Promise<string> {
  const size = await sizeOf(path);
  if (size > LARGEST_TABLE) throw unreadable(path, `has ${megabytes(size)} MB, more than the ${megabytes(LARGEST_TABLE)} MB that a table may have; split it`);
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, 'could not be opened; check who may read it', error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    kindOf(path, buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
  return uriOf(path);
}

/**
 * Reads one file. @param uri where it comes from, if not from its path.
 * @throws Failure UNREADABLE_DOCUMENT naming the file, what is wrong with it and what to do.
 */
export async function readDocument(path: string, { uri = uriOf(path), limits = READING_LIMITS }: { readonly uri?: string; readonly limits?: ReadingLimits } = {}): Promise<ReadDocument> {
  const bytes = await bytesOf(path);
  const kind = kindOf(path, bytes);
  const id = documentId(createHash('sha256').update(bytes).digest('hex'));
  if (kind === 'PDF' || kind === 'DOCX' || kind === 'HTML' || kind === 'EMAIL') {
    const refusal = kind === 'DOCX' ? whyNotDocx(bytes) : null;
    if (refusal !== null) throw unreadable(path, refusal);
    const read = await readIsolated(kind, bytes, limits);
    if ('problem' in read) throw unreadable(path, read.problem);
    if (read.raw.trim() === '') throw unreadable(path, 'holds no text; there is nothing to load');
    refuseTooLong(path, read.raw);
    return { id, uri, kind, raw: read.raw, metadata: read.metadata, ...(read.notes ? { notes: read.notes } : {}) };
  }
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw unreadable(path, text.problem);
  const front = kind === 'TABLE' ? { metadata: {}, rest: text } : readFrontMatter(text);
  if ('problem' in front) throw unreadable(path, front.problem);
  if (front.rest.trim() === '') throw unreadable(basename(path) === path ? path : uri, 'holds no text; there is nothing to load');
  refuseTooLong(path, front.rest);
  const saved = kind === 'TEXT' ? headersIn(front.rest) : null;
  if (saved) {
    const message = emailDocument(saved.headers, saved.rest);
    if (message.raw === '') throw unreadable(path, 'is a message that holds no words of its sender, only quoted ones; there is nothing to load');
    return { id, uri, kind, ...message };
  }
  return { id, uri, kind, raw: front.rest, metadata: front.metadata };
}
