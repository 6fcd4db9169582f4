// Loads that people ask for: one at a time, the others wait their turn, each can be followed to its end.
// Runs are kept in memory, the last hundred: what was loaded is in the graph, and says itself when.

import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Failure } from '../schema/failures.ts';
import type { Store } from '../graph/store.ts';
import { documentsAt } from '../graph/traversals/documentsAt.ts';
import { MAX_WAITING_LOADS, REMEMBERED_LOADS } from './limits.ts';
import { checkedUpload, clearUpAfterTheDead, putAside, type CheckedUpload, type PrivateFolder, type Upload } from './loadedFile.ts';
import { loaderEnvironment, runLoader, type Outcome } from './loaderProgram.ts';
import type { LoadReport } from './loadReport.ts';

/** A load as it stands; a new value with every change. */
export interface LoadRun {
  readonly id: string;
  readonly state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  /** Who asked for it. */
  readonly by: string;
  /** The file as it was named, without what means something in a path. */
  readonly name: string;
  readonly uri: string;
  /** Documents written or looked at, and how many there are: a table tells that only at its end. */
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly report: LoadReport | null;
  readonly failure: string | null;
  /** ISO instants in UTC. */
  readonly queuedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface LoadRuns {
  /** @throws Failure BAD_USER_INPUT, CONFLICT (another document of that name is loaded), TOO_MANY_REQUESTS */
  submit(upload: Upload, by: string): Promise<LoadRun>;
  /** Null where no run of that id is remembered. */
  find(id: string): LoadRun | null;
  /** Latest first. */
  latest(first: number): LoadRun[];
  /** Tells every change from now on, until the function that it returns is called. */
  follow(id: string, told: (run: LoadRun) => void): () => void;
  /** Stops the one under way, politely, and lets none begin. */
  close(): Promise<void>;
}

export interface LoadRunsOptions {
  readonly store: Store;
  readonly env: NodeJS.ProcessEnv;
  readonly log: { error(fields: object, message: string): void };
}

export const isOver = ({ state }: LoadRun): boolean => state === 'DONE' || state === 'FAILED';
const now = (): string => new Date().toISOString();
const STOPPING = 'The server stopped before it was loaded: send it again.';

interface Job {
  readonly id: string;
  readonly upload: CheckedUpload;
  readonly folder: PrivateFolder;
}

class Queue implements LoadRuns {
  private readonly runs = new Map<string, LoadRun>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly waiting: Job[] = [];
  private readonly stopping = new AbortController();
  private readonly options: LoadRunsOptions;
  private readonly env: NodeJS.ProcessEnv;
  private underWay: Promise<void> | null = null;

  constructor(options: LoadRunsOptions) {
    this.options = options;
    this.env = loaderEnvironment(options.env);
  }

  async submit(sent: Upload, by: string): Promise<LoadRun> {
    const upload = checkedUpload(sent);
    const conflict = await this.conflictOf(upload);
    if (conflict !== null) throw new Failure('CONFLICT', conflict);
    if (this.stopping.signal.aborted) throw new Failure('TOO_MANY_REQUESTS', STOPPING);
    // What is under way, and what was accepted a moment ago and is still being written down.
    if ([...this.runs.values()].filter((run) => !isOver(run)).length > MAX_WAITING_LOADS) throw new Failure('TOO_MANY_REQUESTS', `${MAX_WAITING_LOADS} loads wait already: come back when one of them has ended, in a minute or so.`);
    const id = randomUUID();
    const run: LoadRun = { id, state: 'QUEUED', by, name: upload.name, uri: upload.uri, progress: { done: 0, total: null }, report: null, failure: null, queuedAt: now(), startedAt: null, endedAt: null };
    this.runs.set(id, run);
    try {
      this.waiting.push({ id, upload, folder: await putAside(upload) });
    } catch (error) {
      this.runs.delete(id);
      throw error;
    }
    this.forget();
    void this.goOn();
    return this.find(id) ?? run;
  }

  find(id: string): LoadRun | null {
    return this.runs.get(id) ?? null;
  }

  latest(first: number): LoadRun[] {
    return [...this.runs.values()].toReversed().slice(0, first);
  }

  follow(id: string, told: (run: LoadRun) => void): () => void {
    this.changes.on(id, told);
    return () => this.changes.off(id, told);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.underWay;
    for (const { id, folder } of this.waiting.splice(0)) {
      this.change(id, { state: 'FAILED', failure: STOPPING, endedAt: now() });
      await folder.remove();
    }
  }

  /** Whether another document of that name would lose its place without anybody having said so. */
  private async conflictOf({ uri, id, replace, name }: CheckedUpload): Promise<string | null> {
    if (replace) return null;
    const others = (await this.options.store.read(documentsAt, { uris: [uri] })).filter((one) => !one.isWhole || one.id !== id);
    return others.length === 0 ? null : `A document named ${name} is loaded already (${others[0]?.id}): give this one another name, or say replace: true to let it take the other's place.`;
  }

  private change(id: string, changes: Partial<LoadRun>): void {
    const run = this.runs.get(id);
    if (!run) return;
    const changed = { ...run, ...changes };
    this.runs.set(id, changed);
    this.changes.emit(id, changed);
  }

  private forget(): void {
    const over = [...this.runs.values()].filter(isOver);
    for (const { id } of over.slice(0, Math.max(0, this.runs.size - REMEMBERED_LOADS))) this.runs.delete(id);
  }

  /** Takes the next, unless one is under way. */
  private async goOn(): Promise<void> {
    if (this.underWay !== null || this.stopping.signal.aborted) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.underWay = this.load(job);
    await this.underWay;
    this.underWay = null;
    void this.goOn();
  }

  /** Never throws: whatever happens, the run says so. */
  private async load({ id, upload, folder }: Job): Promise<void> {
    const { log } = this.options;
    this.change(id, { state: 'RUNNING', startedAt: now() });
    try {
      const { report, failure } = await this.outcomeOf(id, upload, folder);
      const done = report?.documentCount ?? this.find(id)?.progress.done ?? 0;
      this.change(id, { state: failure === null ? 'DONE' : 'FAILED', report, failure, progress: { done, total: report?.documentCount ?? null }, endedAt: now() });
    } catch (error) {
      log.error({ err: error, run: id }, 'a load broke off');
      this.change(id, { state: 'FAILED', failure: error instanceof Failure ? error.message : 'The load broke off; the log of the server says why.', endedAt: now() });
    }
    await folder.remove().catch((error: unknown) => log.error({ err: error, run: id }, 'the folder of a load could not be removed'));
  }

  private async outcomeOf(id: string, upload: CheckedUpload, folder: PrivateFolder): Promise<Outcome> {
    // One that was waiting before this may have loaded a document of that name.
    const conflict = await this.conflictOf(upload);
    if (conflict !== null) return { report: null, failure: conflict };
    return runLoader(folder, {
      env: this.env,
      signal: this.stopping.signal,
      onDocuments: (done) => this.change(id, { progress: { done, total: null } }),
      onBug: (said) => this.options.log.error({ run: id, said }, 'the loader broke off'),
    });
  }
}

/** The loads of one server. Clears up what servers before it have left behind. */
export async function openLoadRuns(options: LoadRunsOptions): Promise<LoadRuns> {
  await clearUpAfterTheDead();
  return new Queue(options);
}
