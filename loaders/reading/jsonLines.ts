// A file of JSON Lines, line by line: one value in each line, however many lines there are. Memory is that of one line.

import { createReadStream } from 'node:fs';
import { LARGEST_FILE } from './fileLimits.ts';

/** One line that is not blank. */
export type JsonLine = {
  /** From 1, as editors count. */
  readonly line: number;
  readonly bytes: Buffer;
} & ({ readonly value: unknown } | { /** What is wrong, in words that end a sentence. */ readonly problem: string });

const NEWLINE = 0x0a;
const BLANK = /^[\s\uFEFF]*$/;

function valueOf(line: number, bytes: Buffer): JsonLine | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return { line, bytes, problem: 'is no UTF-8; save the file as UTF-8' };
    throw error;
  }
  if (BLANK.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return { line, bytes, value };
  } catch (error) {
    if (error instanceof SyntaxError) return { line, bytes, problem: `is no JSON (${error.message.replace(/, "[\s\S]*" is not valid JSON$/, '')}); each line must hold one whole object, without line ends in it` };
    throw error;
  }
}

/** The lines of a file in their order. A line longer than the largest document is a problem of that line, not of the file. */
export async function* jsonLinesOf(path: string): AsyncGenerator<JsonLine> {
  let line = 1;
  let pieces: Buffer[] = [];
  let size = 0;
  const finish = (): JsonLine | null => {
    const bytes = Buffer.concat(pieces);
    const found = size > LARGEST_FILE ? { line, bytes: Buffer.alloc(0), problem: `is longer than the ${LARGEST_FILE / 1024 / 1024} MB that a document may have; split it` } : valueOf(line, bytes);
    pieces = [];
    size = 0;
    line += 1;
    return found;
  };
  const take = (piece: Buffer): void => {
    size += piece.length;
    if (size <= LARGEST_FILE) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer; // a stream opened without an encoding gives buffers
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      take(bytes.subarray(from, end));
      from = end + 1;
      const found = finish();
      if (found) yield found;
    }
    take(bytes.subarray(from));
  }
  const last = finish();
  if (last) yield last;
}
