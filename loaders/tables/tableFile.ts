// The rows of a table on disk, read as a stream: a table may be far larger than memory.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { Failure } from '../../schema/failures.ts';
import { byMark, byZeros, oldEncodingOf } from '../reading/encoding.ts';
import { cleanCharacters } from '../text/characters.ts';

/** One record of a table, its cells trimmed and cleaned. */
export interface TableRow {
  readonly cells: readonly string[];
  /** As a spreadsheet counts: from 1, the heading and empty lines too. */
  readonly row: number;
  /** Line of the file on which it begins, from 1; more than `row` where cells hold line ends. */
  readonly line: number;
}

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type Delimiter = keyof typeof DELIMITERS;
const SAMPLE = 256 * 1024;
/** A longer record is a quotation that was never closed; in characters. */
const LONGEST_RECORD = 1_000_000;
/** Records by which the delimiter is found. */
const ENOUGH = 30;

const options = { bom: true, trim: true, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_RECORD } as const;
const sentence = (error: CsvError): string => error.message.replace(/\.$/, '');
const noTable = (uri: string, error: CsvError): Failure => new Failure('UNREADABLE_DOCUMENT', `${uri} is no table that can be read: ${sentence(error)}.`, { cause: error });

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Bytes of the beginning of which an old encoding is told. */
const TELLING = 64 * 1024;

/** Null where a whole file is UTF-8; otherwise bytes by which its encoding is told, from a little before the first beyond ASCII. */
async function notUtf8(path: string): Promise<Uint8Array | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let telling: Uint8Array | null = null;
  let before: Uint8Array = new Uint8Array();
  let isUtf8 = true;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer; // a stream without an encoding gives buffers
    if (telling !== null) telling = telling.length < TELLING ? Buffer.concat([telling, bytes]) : telling;
    else if (bytes.some((byte) => byte > 0x7f)) telling = Buffer.concat([before, bytes]);
    before = bytes.subarray(-200);
    isUtf8 &&= isNextOfUtf8(decoder, bytes);
    if (!isUtf8 && telling !== null && telling.length >= TELLING) break;
  }
  return isUtf8 && isNextOfUtf8(decoder) ? null : telling;
}

function isNextOfUtf8(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // the decoder's word for "not UTF-8"
    throw error;
  }
}

/** The delimiter that cuts the first records into most cells, all into equally many. */
function delimiterOf(sample: string): Delimiter {
  const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((name) => {
    try {
      const records = parseAtOnce(sample, { ...options, skip_empty_lines: true, delimiter: DELIMITERS[name], to: ENOUGH });
      const width = records[0]?.length ?? 0;
      return { name, score: width < 2 ? 0 : (records.filter(({ length }) => length === width).length / records.length) * 1000 + width };
    } catch (error) {
      if (error instanceof CsvError) return { name, score: 0 };
      throw error;
    }
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).name;
}

export interface TableForm {
  readonly encoding: string;
  readonly delimiter: Delimiter;
}

/** Told as that of other texts. @throws Failure UNREADABLE_DOCUMENT where it cannot be told */
async function encodingOf(path: string, first: Uint8Array): Promise<string> {
  const marked = byMark(first) ?? byZeros(first);
  if (marked !== null) return marked;
  const telling = await notUtf8(path);
  const old = telling === null ? 'utf-8' : oldEncodingOf(telling);
  if (typeof old === 'string') return old;
  throw new Failure('UNREADABLE_DOCUMENT', `${path} ${old.problem}, or name its encoding in the mapping.`);
}

/** How a table is written: as its mapping says, else as its bytes show. @throws Failure UNREADABLE_DOCUMENT where its encoding cannot be told */
export async function formOf(path: string, told: { readonly encoding?: string | undefined; readonly delimiter?: Delimiter | undefined }): Promise<TableForm> {
  const bytes = await firstBytes(path);
  const encoding = told.encoding ?? (await encodingOf(path, bytes));
  const sample = new TextDecoder(encoding).decode(bytes);
  // The last line of the sample may be cut in the middle.
  return { encoding, delimiter: told.delimiter ?? delimiterOf(bytes.length < SAMPLE ? sample : sample.slice(0, sample.lastIndexOf('\n'))) };
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true }); // as above
  yield decoder.decode();
}

const lineEnds = (cell: string): number => cell.match(/\r\n?|\n/g)?.length ?? 0;
const clean = (cell: string): string => cleanCharacters(cell).trim();

/** All records in order, empty ones too. @throws Failure UNREADABLE_DOCUMENT where the file is no table, as where a quotation is never closed */
export async function* rowsOf(path: string, uri: string, { encoding, delimiter }: TableForm): AsyncGenerator<TableRow> {
  const parser = parse({ ...options, delimiter: DELIMITERS[delimiter], info: true });
  const input = Readable.from(decoded(path, encoding));
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let row = 0;
  try {
    // With `info`, and without `columns`, each record comes as these two.
    for await (const { record, info } of parser as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>) {
      row += 1;
      yield { cells: record.map(clean), row, line: info.lines - record.reduce((sum, cell) => sum + lineEnds(cell), 0) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw noTable(uri, error);
    throw error;
  } finally {
    input.destroy();
  }
}
