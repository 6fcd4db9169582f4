// Reads files on all cores, and gives their documents in the order of the files. What is read ahead is bounded, so memory does not grow
// with the number of files; a thread that breaks costs the file that it was reading, and no other.

import { Worker } from 'node:worker_threads';
import { uriOf } from './reading/readDocument.ts';
import type { Reading } from './readings.ts';
import type { FromThread, ToThread } from './readingThread.ts';
import type { ThreadData } from './readingWorker.ts';

/** Megabytes of a thread's young objects. Node ends a thread that meets its limit with 16 MB to spare: were more promoted at once, the whole process would die in its place. */
const YOUNG = 12;

export interface PoolOptions {
  readonly threads: number;
  readonly data: ThreadData;
  /** Milliseconds that one document may take: 300,000. */
  readonly patience?: number;
  /** Memory that a thread may take: 2048. */
  readonly megabytes?: number;
  /** The module that runs in each thread. */
  readonly module?: URL;
}

/** Readings that a thread may have ready before they are asked for. */
const AHEAD = 2;
/** Files that may be under way or waiting to be taken, for each thread. */
const FILES_AHEAD = 3;

/** What has been read of one file and not been taken yet. */
class Channel {
  readonly path: string;
  private readonly ready: Reading[] = [];
  private ended = false;
  private wake = (): void => {};
  /** Tells the thread that one more may come. */
  private taken = (): void => {};

  constructor(path: string) {
    this.path = path;
  }

  /** As much is ready as may be: the thread waits for whoever takes it. */
  get isFull(): boolean {
    return this.ready.length >= AHEAD;
  }

  onTaken(taken: () => void): void {
    this.taken = taken;
  }

  push(reading: Reading): void {
    this.ready.push(reading);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *readings(): AsyncGenerator<Reading> {
    for (;;) {
      const reading = this.ready.shift();
      if (reading) {
        this.taken();
        yield reading;
      } else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** One thread, replaced when it breaks. */
class ReadingThread {
  private worker: Worker | null = null;
  private channel: Channel | null = null;
  private broken: string | null = null;
  private isReady = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly options: PoolOptions;
  private readonly onFree: () => void;

  constructor(options: PoolOptions, onFree: () => void) {
    this.options = options;
    this.onFree = onFree;
  }

  get isFree(): boolean {
    return this.channel === null;
  }

  read(channel: Channel): void {
    this.channel = channel;
    const worker = (this.worker ??= this.start());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
    const tell = (message: ToThread): void => worker.postMessage(message);
    channel.onTaken(() => {
      if (this.channel !== channel) return;
      tell({ more: 1 });
      this.watch();
    });
    tell({ more: AHEAD });
    tell({ read: channel.path });
    this.watch();
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.channel = null;
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.options.module ?? new URL('./readingWorker.ts', import.meta.url), { workerData: this.options.data, resourceLimits: { maxOldGenerationSizeMb: this.options.megabytes ?? 2048, maxYoungGenerationSizeMb: YOUNG } });
    worker.on('message', (message: FromThread) => {
      if ('ended' in message) return this.release();
      if ('ready' in message) this.isReady = true;
      else this.channel?.push(message.reading);
      if (this.channel?.isFull) clearTimeout(this.timer);
      else this.watch();
    });
    worker.on('error', (error: Error) => (this.broken = error.message));
    worker.on('exit', () => {
      this.worker = null;
      this.isReady = false;
      const { channel } = this;
      if (channel) channel.push({ kind: 'failed', uri: uriOf(channel.path), reason: `${channel.path} could not be read: ${this.broken ?? 'the reader ended without a word'}; leave it out, or save it in a simpler form, such as plain text.` });
      this.broken = null;
      this.release();
    });
    return worker;
  }

  private release(): void {
    clearTimeout(this.timer);
    const { channel } = this;
    this.channel = null;
    channel?.end();
    if (channel) this.onFree();
  }

  private watch(): void {
    clearTimeout(this.timer);
    // A thread that is just starting takes its time, whatever it will read.
    if (!this.isReady) return;
    const patience = this.options.patience ?? 300_000;
    this.timer = setTimeout(() => {
      this.broken = `it took longer than ${patience / 1000} seconds`;
      void this.worker?.terminate();
    }, patience);
  }
}

/** The readings of each file, files in their order. */
export async function* readInPool(paths: readonly string[], options: PoolOptions): AsyncGenerator<{ readonly path: string; readonly readings: AsyncIterable<Reading> }> {
  const waiting = new Map<number, Channel>();
  let begun = 0;
  let taken = 0;
  const assign = (): void => {
    for (const thread of threads) {
      if (begun >= paths.length || begun >= taken + options.threads * FILES_AHEAD) return;
      if (!thread.isFree) continue;
      const channel = new Channel(paths[begun] ?? '');
      waiting.set(begun++, channel);
      thread.read(channel);
    }
  };
  const threads = Array.from({ length: options.threads }, () => new ReadingThread(options, assign));
  try {
    for (const [at, path] of paths.entries()) {
      assign();
      const channel = waiting.get(at);
      if (!channel) throw new Error(`${path} was not given to any thread`);
      yield { path, readings: channel.readings() };
      waiting.delete(at);
      taken = at + 1;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}
