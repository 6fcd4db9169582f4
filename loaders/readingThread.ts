// Runs in a thread of the pool (readingPool.ts): files in, their readings out, never more of them than the pool has asked for.

import { parentPort } from 'node:worker_threads';
import type { Reading } from './readings.ts';

export type ToThread = { readonly read: string } | { readonly more: number };
export type FromThread = { readonly ready: true } | { readonly reading: Reading } | { readonly ended: true };

/** Answers for this thread as long as it lives. */
export function serveReadings(readings: (path: string) => AsyncIterable<Reading>): void {
  const port = parentPort;
  if (!port) throw new Error('readings are served from a thread of the pool');
  let asked = 0;
  let wake = (): void => {};
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
  const post = (message: FromThread): void => port.postMessage(message);
  const read = async (path: string): Promise<void> => {
    for await (const reading of readings(path)) {
      // oxlint-disable-next-line eslint/no-unmodified-loop-condition -- a message of the pool modifies it while this waits
      while (asked === 0) await new Promise<void>((resolve) => (wake = resolve));
      asked--;
      post({ reading });
    }
    post({ ended: true });
  };
  port.on('message', (message: ToThread) => {
    if ('more' in message) {
      asked += message.more;
      wake();
      return;
    }
    // What breaks here is a bug: it ends the thread, and the pool says of which file.
    read(message.read).catch((error: unknown) => setImmediate(() => { throw error; }));
  });
  post({ ready: true });
}
