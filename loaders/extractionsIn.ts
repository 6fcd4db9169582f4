// What a file says: one extraction for a document, one for each line of a file of extractions (.jsonl).
// Every file is a stream of readings, so that whoever takes them holds one at a time.

import { createHash } from 'node:crypto';
import type { Extraction } from '../schema/extraction.ts';
import { Failure, reportOf } from '../schema/failures.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { languageNote } from './facts/language.ts';
import { givenExtraction } from './givenExtraction.ts';
import { extractDocument } from './pipeline.ts';
import { holdsExtractions } from './reading/formats.ts';
import { jsonLinesOf } from './reading/jsonLines.ts';
import { readDocument, sizeOf, uriOf } from './reading/readDocument.ts';

export type Reading =
  | {
      readonly result: 'said';
      readonly extraction: Extraction;
      /** What made this of the document: our rules, or whoever wrote the line. The same again need not be written again. */
      readonly readBy: string;
      /** Sentences for the report of the load, each beginning with the document's uri. */
      readonly notes: readonly string[];
    }
  | { readonly result: 'already there'; readonly uri: string }
  /** `reason` is a sentence that names the file, and the line where there are many. */
  | { readonly result: 'failed'; readonly uri: string; readonly reason: string };

export interface ReadingOptions {
  readonly gazetteer: Gazetteer;
  /** The fingerprint of our rules. */
  readonly rules: string;
  /** Whether this very reading of the document need not be made again. */
  readonly isThere: (document: string, readBy: string) => boolean;
}

async function* ofDocument(path: string, { gazetteer, rules, isThere }: ReadingOptions): AsyncGenerator<Reading> {
  const read = await readDocument(path);
  if (isThere(read.id, rules)) {
    yield { result: 'already there', uri: read.uri };
    return;
  }
  const said = extractDocument(read, gazetteer);
  const foreign = said.document.kind === 'TABLE' ? null : languageNote(said.document.language, said.document.text);
  const notes = [...(read.notes ?? []), ...(foreign ? [foreign] : [])].map((note) => `${read.uri} ${note}.`);
  yield { result: 'said', extraction: said, readBy: rules, notes };
}

async function* ofLines(path: string, { gazetteer, isThere }: ReadingOptions): AsyncGenerator<Reading> {
  await sizeOf(path);
  const uri = uriOf(path);
  const lines = new Map<string, number>();
  let none = true;
  for await (const given of jsonLinesOf(path)) {
    none = false;
    const name = `${uri}, line ${given.line}`;
    const understood = 'problem' in given ? given : givenExtraction(given.value, `${uri}#${given.line}`, gazetteer);
    if ('problem' in understood) {
      yield { result: 'failed', uri: name, reason: `${name} ${understood.problem}.` };
      continue;
    }
    const { document } = understood;
    const before = lines.get(document.id) ?? lines.get(document.uri);
    if (before !== undefined) {
      // The second would take the place of the first without a word.
      yield { result: 'failed', uri: name, reason: `${name} has the id or the uri of line ${before}; give each document its own.` };
      continue;
    }
    lines.set(document.id, given.line).set(document.uri, given.line);
    const readBy = `given-${createHash('sha256').update(given.bytes).digest('hex').slice(0, 16)}`;
    yield isThere(document.id, readBy) ? { result: 'already there', uri: document.uri } : { result: 'said', extraction: understood, readBy, notes: [] };
  }
  if (none) throw new Failure('UNREADABLE_DOCUMENT', `${path} holds no extraction; there is nothing to load.`);
}

/** The readings of a file in the order of its lines. Never throws for what a file holds: that is a reading that failed. */
export async function* readingsOf(path: string, options: ReadingOptions): AsyncGenerator<Reading> {
  try {
    yield* holdsExtractions(path) ? ofLines(path, options) : ofDocument(path, options);
  } catch (error) {
    yield { result: 'failed', uri: path, reason: error instanceof Failure ? error.message : `${path}: ${reportOf(error)}` };
  }
}
