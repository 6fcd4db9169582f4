// A progress bar for people at a terminal; nothing for logs and pipes, which get the summary alone.

import { Presets, SingleBar } from 'cli-progress';
import { basename } from 'node:path';

export interface Progress {
  readonly at: (done: number, total: number, current: string) => void;
  readonly end: () => void;
}

/** A bar on standard error, so that what a command prints stays clean. */
export function progressOver(what: string): Progress {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total} {current}`, hideCursor: true, stopOnComplete: false, stream: process.stderr }, Presets.shades_classic);
  let started = false;
  return {
    at: (done, total, current) => {
      if (!started && total > 0) {
        bar.start(total, 0, { current: '' });
        started = true;
      }
      if (started) bar.update(done, { current: basename(current).slice(0, 40) });
    },
    end: () => {
      if (started) bar.stop();
    },
  };
}
