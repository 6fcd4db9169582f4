// A file as a stream of what its documents say: one for a paper, many for a file that holds many.
// A format that holds several documents in one file adds a branch to `documentsIn`; nothing else needs to know.

import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import type { Extraction } from '../schema/extraction.ts';
import { reportOf } from '../schema/failures.ts';
import { documentId } from '../schema/ids.ts';
import { projectReadings } from './dnaProject.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { languageNote } from './facts/language.ts';
import { lineReadings } from './givenLines.ts';
import { extractDocument } from './pipeline.ts';
import { holdsExtractions, isCodedProject, isTable } from './reading/formats.ts';
import { LARGEST_FILE } from './reading/fileLimits.ts';
import { readDocument, tableOnDisk, uriOf, type ReadDocument } from './reading/readDocument.ts';
import type { NamedMapping } from './tables/mappingFile.ts';
import { tableReadings, type TableTold } from './tables/tableReadings.ts';

/** One document of a file, or why there is none. */
export type Reading =
  | {
      readonly kind: 'said';
      readonly extraction: Extraction;
      /** What read it: the same document with the same mark is not written twice. The rules, or for what others have read the reading itself. */
      readonly readBy: string;
      /** What a person should know although the document was read: sentences about it. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'known'; readonly uri: string }
  /** What became of a table as a whole, after its documents. */
  | TableTold
  | { readonly kind: 'failed'; readonly uri: string; readonly reason: string };

/** What reading takes, beside the file. */
export interface Reader {
  readonly gazetteer: Gazetteer;
  /** The fingerprint of the rules. */
  readonly rules: string;
  /** Whether this document is in the graph as read by this. */
  readonly isLoaded: (id: string, readBy: string) => boolean;
  /** The mapping that the person named for the tables, if any. */
  readonly mapping?: NamedMapping | null;
}

/** What should be known of a document that was read: parts of it that were not, and a language that the rules do not read. */
function notesOn({ uri, notes = [] }: ReadDocument, { document: { language, text } }: Extraction): string[] {
  const foreign = languageNote(language, text);
  return [...notes, ...(foreign ? [foreign] : [])].map((note) => `${uri} ${note}.`);
}

/** Whether the file as a whole is a document that is loaded. Cheaper than reading: a PDF that is known is not unpacked again. Where the file cannot be read, reading says why. */
export async function isKnown(path: string, { rules, isLoaded }: Pick<Reader, 'rules' | 'isLoaded'>): Promise<boolean> {
  if (holdsExtractions(path) || isTable(path) || isCodedProject(path)) return false; // the documents within are known one by one
  const status = await lstat(path).catch(() => null);
  if (!status?.isFile() || status.size > LARGEST_FILE) return false;
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && isLoaded(documentId(createHash('sha256').update(bytes).digest('hex')), rules);
}

async function* documentsIn(path: string, reader: Reader): AsyncGenerator<Reading> {
  if (holdsExtractions(path)) {
    yield* lineReadings(path, reader);
    return;
  }
  if (isCodedProject(path)) {
    yield* projectReadings(path, reader);
    return;
  }
  // A table's documents are groups of its rows; each is known by itself.
  if (isTable(path)) {
    yield* tableReadings(path, await tableOnDisk(path), reader);
    return;
  }
  const read = await readDocument(path);
  const extraction = extractDocument(read, reader.gazetteer);
  yield { kind: 'said', extraction, readBy: reader.rules, notes: notesOn(read, extraction) };
}

/** The documents of a file, in its order. Never throws: what cannot be read is a reading that says why, and the last of its file. */
export async function* readingsOf(path: string, reader: Reader): AsyncGenerator<Reading> {
  try {
    yield* documentsIn(path, reader);
  } catch (error) {
    yield { kind: 'failed', uri: uriOf(path), reason: reportOf(error) };
  }
}
