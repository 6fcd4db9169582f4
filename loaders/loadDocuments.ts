// Files into the graph: read on all cores, written in order, each document whole or not at all.
// A run that was killed leaves whole documents behind; the next one skips those and goes on.

import { availableParallelism } from 'node:os';
import type { Extraction } from '../schema/extraction.ts';
import type { Store } from '../graph/store.ts';
import { loadedDocuments, type LoadedRow } from '../graph/traversals/loadedDocuments.ts';
import { Failure } from '../schema/failures.ts';
import { compareWithGraph, removeDocuments, writeExtractions, type Item, type Written } from '../graph/writeExtraction.ts';
import { domainFolder, loadGazetteer, type Gazetteer } from './entities/gazetteer.ts';
import type { Progress } from './progress.ts';
import { listDocuments } from './reading/listDocuments.ts';
import { uriOf } from './reading/readDocument.ts';
import { readInPool } from './readingPool.ts';
import type { ThreadData } from './readingWorker.ts';
import { isKnown, readingsOf, type Reader, type Reading } from './readings.ts';
import { ReportBuilder, type LoadReport, type Outcome } from './report.ts';
import { rulesVersion } from './rulesVersion.ts';
import type { NamedMapping } from './tables/mappingFile.ts';

export interface LoadOptions {
  /** Say what would change and write nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: Progress['at'];
  /** The mapping that the person named for the tables, if any. */
  readonly mapping?: NamedMapping | null;
  /** The folder of the domain whose names, themes and asks are known: women and migration. What was read under another is read again. */
  readonly domain?: string;
  /** Threads to read with where there are many files: as many as the machine has cores. */
  readonly threads?: number;
}

/** Milliseconds that the first question may take: a server just started on a busy machine needs more than the usual 5 s. */
const COLD_START = 60_000;

/** Threads need a second or two to start: for a few files it is over before. */
const FILES_FOR_A_POOL = 6;

interface FileReadings {
  readonly path: string;
  readonly readings: AsyncIterable<Reading>;
}

const isOneOf = (loaded: ReadonlySet<string>): Reader['isLoaded'] => (id, readBy) => loaded.has(`${id} ${readBy}`);

async function* readHere(paths: readonly string[], reader: Reader): AsyncGenerator<FileReadings> {
  for (const path of paths) yield { path, readings: readingsOf(path, reader) };
}

async function* knownAlready(path: string): AsyncGenerator<Reading> {
  yield { kind: 'known', uri: uriOf(path) };
}

/** The files in their order, those that are loaded without opening them again. Threads are started only where there is work for them. */
async function* readAll(files: readonly string[], reader: Reader, data: ThreadData, threads: number): AsyncGenerator<FileReadings> {
  const fresh: string[] = [];
  for (const file of files) if (!(await isKnown(file, reader))) fresh.push(file);
  const read = threads > 1 && fresh.length >= FILES_FOR_A_POOL ? readInPool(fresh, { threads: Math.min(threads, fresh.length), data }) : readHere(fresh, reader);
  try {
    let at = 0;
    for (const file of files) {
      if (file !== fresh[at]) {
        yield { path: file, readings: knownAlready(file) };
        continue;
      }
      at++;
      const next = await read.next();
      if (next.done !== true) yield next.value;
    }
  } finally {
    await read.return(undefined);
  }
}

/** Documents are written together until they have as many rows: small ones one by one cost the database several times as much. */
const ROWS_AT_ONCE = 1_000;
const rowsOf = ({ passages, mentions, statements, relations }: Extraction): number => passages.length + mentions.length + 5 * statements.length + relations.length;

/** A document that waits to be written, or what became of one that need not be; in the order in which they were met. */
type Pending = Outcome | (Item & { readonly notes: readonly string[] });

const keyOf = ({ id, readBy }: Pick<LoadedRow, 'id' | 'readBy'>): string => `${id} ${readBy}`;
const unread = (uri: string, result: Outcome['result'], note?: string): Outcome => ({ uri, result, statements: 0, added: 0, removed: 0, notes: note === undefined ? [] : [note] });

/** One run over some files: what is in the graph when it begins, and what it has met until now. */
class Run {
  readonly report: ReportBuilder;
  private readonly store: Store;
  private readonly dryRun: boolean;
  private readonly readBefore: ReadonlyMap<string, string>;
  private readonly loaded: readonly LoadedRow[];
  /** Documents met in this run: the same bytes in a second file say nothing new. */
  private readonly met = new Set<string>();
  private readonly pending: Pending[] = [];
  private rows = 0;

  constructor(store: Store, gazetteer: Gazetteer, loaded: readonly LoadedRow[], dryRun: boolean) {
    this.store = store;
    this.dryRun = dryRun;
    this.report = new ReportBuilder((id) => gazetteer.entities.has(id) || gazetteer.commitments.some((entry) => entry.id === id));
    this.readBefore = new Map(loaded.map(({ id, readBy }) => [id, readBy]));
    this.loaded = loaded;
  }

  /** Documents met until now. */
  get documents(): number {
    return this.report.documents + this.pending.length;
  }

  async take(reading: Reading): Promise<void> {
    if (reading.kind === 'failed') this.pending.push(unread(reading.uri, 'failed', reading.reason));
    else if (reading.kind === 'table') this.report.addTable(reading);
    else if (reading.kind === 'known') this.pending.push(unread(reading.uri, 'already there'));
    else await this.say(reading);
    if (this.rows >= ROWS_AT_ONCE) await this.flush();
  }

  private async say({ extraction, readBy, notes }: Extract<Reading, { kind: 'said' }>): Promise<void> {
    const { id, uri } = extraction.document;
    this.report.meet(extraction);
    const before = this.readBefore.get(id);
    if (before === readBy || this.met.has(`${id} ${readBy}`)) {
      this.pending.push({ ...unread(uri, 'already there'), notes });
      return;
    }
    this.met.add(`${id} ${readBy}`);
    // What is written together is distinct.
    if (this.pending.some((one) => 'extraction' in one && (one.extraction.document.id === id || one.extraction.document.uri === uri))) await this.flush();
    this.pending.push({ extraction, notes, loading: { readBy, loadedAt: new Date().toISOString(), replaces: before === undefined ? [] : [id] } });
    this.rows += rowsOf(extraction);
  }

  /** Writes what is waiting, and reports it in its order. */
  async flush(): Promise<void> {
    const waiting = this.pending.splice(0);
    const items = waiting.filter((one) => 'extraction' in one);
    this.rows = 0;
    const written = items.length === 0 ? [] : await this.write(items);
    const results = new Map(items.map((item, at) => [item, written[at]]));
    for (const one of waiting) {
      if (!('extraction' in one)) {
        this.report.add(one);
        continue;
      }
      const result = results.get(one) ?? { result: 'already there', added: 0, removed: 0 };
      this.report.add({ uri: one.extraction.document.uri, ...result, statements: result.result === 'already there' ? 0 : one.extraction.statements.length, notes: one.notes });
    }
  }

  private async write(items: readonly Item[]): Promise<Written[]> {
    if (this.dryRun) return Promise.all(items.map(({ extraction, loading }) => compareWithGraph(this.store, extraction, loading)));
    try {
      return await writeExtractions(this.store, items);
    } catch (error) {
      // The database is away, or one of them is wrong: then the others are written, and the error names it alone.
      if (error instanceof Failure || items.length === 1) throw error;
      const written: Written[] = [];
      for (const item of items) written.push(...(await writeExtractions(this.store, [item])));
      return written;
    }
  }

  /** Documents of a file (itself, or `table.csv#…`) that it held when it was loaded before and holds no more. @param uris of the documents that it holds now */
  async takeBackParts(path: string, uris: ReadonlySet<string>): Promise<void> {
    const own = uriOf(path);
    const gone = this.loaded.filter(({ uri }) => (uri === own || uri.startsWith(`${own}#`)) && !uris.has(uri));
    if (gone.length === 0) return;
    await this.flush();
    if (!this.dryRun) await removeDocuments(this.store, gone.map(({ id }) => id));
    for (const { uri } of gone) this.report.add(unread(uri, 'taken back'));
  }
}

/**
 * Loads files and folders, in the order given, folders in order of name. Never throws for a bad document: its outcome says why.
 * @throws Failure where the database cannot be written to; what was loaded until then stays
 */
export async function loadDocuments(store: Store, paths: readonly string[], { dryRun = false, mapping = null, domain = domainFolder(), onProgress = () => {}, threads = availableParallelism() }: LoadOptions = {}): Promise<LoadReport> {
  const [{ files, refused, skipped }, gazetteer, rules, loaded] = await Promise.all([listDocuments(paths), loadGazetteer(domain), rulesVersion(domain), store.read(loadedDocuments, {}, { timeLimit: COLD_START })]);
  const run = new Run(store, gazetteer, loaded, dryRun);
  for (const { path, reason } of refused) run.report.add(unread(path, 'failed', reason));
  for (const { path, reason } of skipped) run.report.add(unread(path, 'left out', reason));
  const keys = new Set(loaded.map(keyOf));
  const read = readAll(files, { gazetteer, rules, isLoaded: isOneOf(keys), mapping }, { rules, loaded: keys, mapping, domain }, threads);
  let done = 0;
  for await (const { path, readings } of read) {
    const uris = new Set<string>();
    let isWhole = true;
    for await (const reading of readings) {
      onProgress(done, files.length, path, run.documents);
      await run.take(reading);
      if (reading.kind === 'failed') isWhole = false;
      for (const uri of reading.kind === 'table' ? reading.documents : [reading.kind === 'said' ? reading.extraction.document.uri : reading.uri]) uris.add(uri);
    }
    if (isWhole) await run.takeBackParts(path, uris);
    onProgress(++done, files.length, path, run.documents);
  }
  await run.flush();
  return run.report.report(dryRun);
}
