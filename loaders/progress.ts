// How far a long command is: a bar for people at a terminal, a plain line now and then for logs and pipes.

import { Presets, SingleBar } from 'cli-progress';
import { basename } from 'node:path';

export interface Progress {
  /** @param done files; @param documents written or looked at until now, of which a file may hold many */
  readonly at: (done: number, total: number, current: string, documents: number) => void;
  readonly end: () => void;
}

/** Where progress is told; standard error, so that what a command prints stays clean. */
export interface ProgressTo {
  readonly stream: NodeJS.WriteStream;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Milliseconds between two plain lines. */
const BETWEEN_LINES = 10_000;

const MINUTE = 60;
const spell = (seconds: number): string => (seconds < MINUTE ? `${Math.ceil(seconds)} s` : seconds < 90 * MINUTE ? `${Math.round(seconds / MINUTE)} min` : `${Math.round(seconds / MINUTE / MINUTE)} h`);

/** "120 documents, 12.5 a second, 5 min left". @param elapsed milliseconds since the beginning; nothing is foretold before anything is done */
export function paceOf(done: number, total: number, documents: number, elapsed: number): string {
  const perSecond = documents / (elapsed / 1000);
  const left = done > 0 && done < total ? [`${spell(((elapsed / done) * (total - done)) / 1000)} left`] : [];
  const rate = documents > 0 && Number.isFinite(perSecond) ? [`${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)} a second`] : [];
  return [`${documents} ${documents === 1 ? 'document' : 'documents'}`, ...rate, ...left].join(', ');
}

function bar(what: string, { stream, now }: ProgressTo): Progress {
  const shown = new SingleBar({ format: `${what} {bar} {value}/{total} {pace} {current}`, hideCursor: true, stopOnComplete: false, stream }, Presets.shades_classic);
  const began = now();
  let started = false;
  return {
    at: (done, total, current, documents) => {
      if (!started && total > 0) shown.start(total, 0, { current: '', pace: '' });
      started ||= total > 0;
      if (started) shown.update(done, { current: basename(current).slice(0, 30), pace: paceOf(done, total, documents, now() - began) });
    },
    end: () => {
      if (started) shown.stop();
    },
  };
}

function lines(what: string, { stream, now }: ProgressTo): Progress {
  const began = now();
  let last = began;
  return {
    at: (done, total, _current, documents) => {
      if (now() - last < BETWEEN_LINES) return;
      last = now();
      stream.write(`${what} ${done}/${total}: ${paceOf(done, total, documents, last - began)}\n`);
    },
    end: () => {},
  };
}

export const progressOver = (what: string, to: ProgressTo = { stream: process.stderr, now: () => performance.now() }): Progress => (to.stream.isTTY ? bar(what, to) : lines(what, to));

/** What another program is told of a load under way. */
export interface ProgressMessage {
  /** Files done, of so many. */
  readonly files: number;
  readonly of: number;
  /** Written or looked at until now, of which a file may hold many. */
  readonly documents: number;
}

/** Milliseconds between two messages: a table meets thousands of documents in a second. */
const BETWEEN_MESSAGES = 250;

/** Progress for the program that started this one. What is done last is always told. */
export function progressFor(tell: (message: ProgressMessage) => void, now: () => number = () => performance.now()): Progress {
  let last = -Infinity;
  let waiting: ProgressMessage | null = null;
  const say = (message: ProgressMessage): void => {
    last = now();
    waiting = null;
    tell(message);
  };
  return {
    at: (files, of, _current, documents) => {
      waiting = { files, of, documents };
      if (now() - last >= BETWEEN_MESSAGES) say(waiting);
    },
    end: () => {
      if (waiting) say(waiting);
    },
  };
}
