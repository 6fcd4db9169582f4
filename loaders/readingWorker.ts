// The thread of the pool that reads documents with the word lists of the domain.

import { workerData } from 'node:worker_threads';
import { loadGazetteer } from './entities/gazetteer.ts';
import { readingsOf } from './readings.ts';
import type { NamedMapping } from './tables/mappingFile.ts';
import { serveReadings } from './readingThread.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly rules: string;
  /** `‹id› ‹readBy›` of the documents that are in the graph. */
  readonly loaded: ReadonlySet<string>;
  /** The mapping that the person named for the tables, if any. */
  readonly mapping: NamedMapping | null;
  /** The folder of the domain whose word lists are read. */
  readonly domain: string;
}

// The pool put these there.
const { rules, loaded, mapping, domain } = workerData as ThreadData;
const gazetteer = loadGazetteer(domain);
serveReadings(async function* (path) {
  yield* readingsOf(path, { gazetteer: await gazetteer, rules, isLoaded: (id, readBy) => loaded.has(`${id} ${readBy}`), mapping });
});
