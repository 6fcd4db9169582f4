// Documents of strangers are read beside the program, not in it: a thread with a memory limit and a time limit.
// Measured: a docx of half a megabyte can take a gigabyte, a PDF of 200 kB half of one.

import { Worker } from 'node:worker_threads';
import type { TextWithMarks } from './html.ts';

export type IsolatedKind = 'PDF' | 'DOCX' | 'HTML' | 'EMAIL';

export interface ReadingLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export const READING_LIMITS: ReadingLimits = { milliseconds: 120_000, megabytes: 1024 };

export type IsolatedResult = TextWithMarks | { readonly problem: string };

/** Reads a document in a thread of its own. A document that is too much for the limits is a problem, told in words that end a sentence. */
export function readIsolated(kind: IsolatedKind, bytes: Uint8Array, limits: ReadingLimits): Promise<IsolatedResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./isolatedReader.ts', import.meta.url), { workerData: { kind, bytes }, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 }, stdout: true, stderr: true });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(() => finish(() => resolve({ problem: `took longer than ${limits.milliseconds / 1000} seconds to read; save it in a simpler form, such as plain text` })), limits.milliseconds);
    worker.once('message', (result: IsolatedResult) => finish(() => resolve(result)));
    worker.once('error', (error: Error & { code?: string }) =>
      finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: `needs more than ${limits.megabytes} MB of memory to read; save it in a simpler form, such as plain text` }) : reject(error))),
    );
    worker.once('exit', (code) => finish(() => reject(new Error(`the reader of ${kind} documents ended with code ${code} and without a result`))));
  });
}
