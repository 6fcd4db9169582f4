// `npm run load -- FILE|FOLDER…`: reads documents and tables and writes what they say into the graph.
// Each document is written whole or not at all. A file that cannot be read is reported by name and reason and the others go on;
// the exit code is 1 when any failed. What is already loaded, by the same rules, is not read again.

import { Command } from 'commander';
import { resolve } from 'node:path';
import { reportOf } from '../schema/failures.ts';
import { readSettings } from '../schema/settings.ts';
import { applyConstraints } from '../graph/constraints.ts';
import { openDatabase } from '../graph/local/localServer.ts';
import { openStore, type Store } from '../graph/store.ts';
import { loadedDocuments, type LoadedRow } from '../graph/traversals/loadedDocuments.ts';
import { writeExtraction } from '../graph/writeExtraction.ts';
import { loadGazetteer } from './entities/gazetteer.ts';
import { readingsOf } from './extractionsIn.ts';
import { progressOver } from './progress.ts';
import { listDocuments } from './reading/listDocuments.ts';
import { rulesVersion } from './rulesVersion.ts';

export interface Outcome {
  readonly uri: string;
  readonly result: 'loaded' | 'replaced' | 'already there' | 'left out' | 'failed';
  readonly statements: number;
  /** Why it failed or was left out, or what of it was not read; empty otherwise. */
  readonly reason: string;
}

/** Milliseconds that the first question may take: a server just started on a busy machine needs more than the usual 5 s. */
const COLD_START = 60_000;

type Gazetteer = Awaited<ReturnType<typeof loadGazetteer>>;

/** Reads one file and writes what it says, unless the same was read and written before. What cannot be read is an outcome; a database that cannot be written to ends the load. */
async function* loadFile(store: Store, path: string, gazetteer: Gazetteer, rules: string, loaded: readonly LoadedRow[]): AsyncGenerator<Outcome> {
  const isThere = (id: string, readBy: string): boolean => loaded.some((document) => document.id === id && document.readBy === readBy);
  for await (const reading of readingsOf(path, { gazetteer, rules, isThere })) {
    if (reading.result !== 'said') {
      yield { statements: 0, reason: '', ...reading };
      continue;
    }
    const { extraction, readBy, notes } = reading;
    const { document, statements } = extraction;
    const replaces = loaded.filter(({ id, uri }) => id === document.id || uri === document.uri).map(({ id }) => id);
    await writeExtraction(store, extraction, { readBy, loadedAt: new Date().toISOString(), replaces });
    yield { uri: document.uri, result: replaces.length > 0 ? 'replaced' : 'loaded', statements: statements.length, reason: notes.join(' ') };
  }
}

/** Loads files and folders into the store, in the order given, folders in order of name. Never throws for a bad document: its outcome says why. */
export async function loadDocuments(store: Store, paths: readonly string[], onProgress: (done: number, total: number, current: string) => void = () => {}): Promise<Outcome[]> {
  const [{ files, refused, skipped }, gazetteer, readBy, loaded] = [await listDocuments(paths), await loadGazetteer(), await rulesVersion(), await store.read(loadedDocuments, {}, { timeLimit: COLD_START })];
  const outcomes: Outcome[] = [
    ...refused.map(({ path, reason }): Outcome => ({ uri: path, result: 'failed', statements: 0, reason })),
    ...skipped.map(({ path, reason }): Outcome => ({ uri: path, result: 'left out', statements: 0, reason })),
  ];
  for (const [at, path] of files.entries()) {
    onProgress(at, files.length, path);
    for await (const outcome of loadFile(store, path, gazetteer, readBy, loaded)) outcomes.push(outcome);
  }
  onProgress(files.length, files.length, '');
  return outcomes;
}

/** "12 documents: 3 loaded, 8 already there, 1 failed; 145 statements found." */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const by = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  const counts = (['loaded', 'replaced', 'already there', 'left out', 'failed'] as const).filter((result) => by(result) > 0).map((result) => `${by(result)} ${result}`);
  const statements = outcomes.reduce((sum, outcome) => sum + outcome.statements, 0);
  const many = outcomes.length === 1 ? '1 document' : `${outcomes.length} documents`;
  return `${many}: ${counts.join(', ') || 'nothing to load'}${statements > 0 ? `; ${statements} statements found` : ''}.`;
}

/** Ctrl-C, a closed terminal or a polite kill: the database is left in good order. What was loaded until then is whole, the rest is not there. */
function leaveWhenAsked(leave: () => Promise<void>): AbortSignal {
  const asked = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (asked.signal.aborted) return; // npm passes on what the terminal has sent already
      process.stderr.write('Stopping; what was loaded until now stays …\n');
      asked.abort();
      void leave().finally(() => process.exit(130));
    });
  }
  return asked.signal;
}

async function main(paths: readonly string[]): Promise<number> {
  let leave = (): Promise<void> => Promise.resolve();
  // While the database is being started, openDatabase itself stops it again.
  const abort = leaveWhenAsked(() => leave());
  leave = async () => {
    const opened = await opening.catch(() => null);
    await opened?.close();
  };
  const opening = openDatabase(readSettings(process.env), { say: (line) => process.stderr.write(`${line}\n`), abort });
  const database = await opening;
  try {
    const store = await openStore(database);
    try {
      await applyConstraints(store);
      // npm changes the working directory to the project; paths are meant from where the person stands.
      const from = process.env.INIT_CWD ?? process.cwd();
      const progress = progressOver('Loading');
      const outcomes = await loadDocuments(store, paths.map((path) => resolve(from, path)), progress.at);
      progress.end();
      for (const { uri, result, reason } of outcomes) if (reason !== '') process.stderr.write(`${result === 'failed' ? '✗' : '–'} ${reason.startsWith(uri) ? reason : `${uri}: ${reason}`}\n`);
      process.stderr.write(`${summaryOf(outcomes)}\n`);
      return outcomes.some(({ result }) => result === 'failed') ? 1 : 0;
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  const command = new Command('npm run load --').argument('<path...>', 'files or folders: .txt .md .html .pdf .docx .eml .csv .jsonl').description('Loads documents and fact tables into the graph.').parse();
  process.exitCode = await main(command.args).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return 130; // whoever stopped it knows why it did not go on
    process.stderr.write(`${reportOf(error)}\n`);
    return 1;
  });
}
