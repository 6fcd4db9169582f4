// How long a transaction is waited for. The driver waits for a silent database without end, and so would whoever asked.

import type { DatabaseAddress } from './databaseErrors.ts';
import { Failure } from '../schema/failures.ts';

/** In milliseconds; Infinity sets no limit. */
interface Limits {
  /** For the database to begin the transaction, tries included. */
  readonly begin: number;
  /** For it to end a transaction that has begun, and what is thrown where it does not: it may be frozen, or at work on what cannot be interrupted. */
  readonly answer: number;
  readonly unanswered: () => Error;
  /** Given where a statement is sent without a transaction, whose beginning nobody sees: half-way the database is asked whether it answers anything at all. */
  readonly lives?: () => Promise<boolean>;
}

export interface Patience {
  /** Rejects when waiting makes no sense any more: with the signal's reason once it is aborted, with DATABASE_UNAVAILABLE where nothing begins. */
  readonly over: Promise<never>;
  /** The transaction has failed, and may be tried again. */
  forBeginning(): void;
  /** The database has begun the transaction. */
  forAnswer(): void;
  end(): void;
}

export function patience({ uri }: DatabaseAddress, limits: Limits, signal: AbortSignal | undefined): Patience {
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const waitFor = (limit: number, failure: () => Error) => {
    clearTimeout(timer);
    if (Number.isFinite(limit)) timer = setTimeout(() => reject(failure()), limit);
  };
  const silent = () => new Failure('DATABASE_UNAVAILABLE', `The database at ${uri} has not answered for ${limits.begin / 1000} s: see that it is running and that NEO4J_URI names it, and try again.`);
  const forBeginning = () => waitFor(limits.begin, silent);
  const forAnswer = () => waitFor(limits.answer, limits.unanswered);
  const { lives } = limits;
  const askWhetherItLives = () => {
    clearTimeout(timer);
    if (!lives) return;
    timer = setTimeout(() => reject(silent()), limits.begin / 2);
    const asked = timer;
    const ask = async (): Promise<void> => {
      if ((await lives()) && timer === asked) forAnswer();
    };
    void ask();
  };
  if (lives && Number.isFinite(limits.begin)) timer = setTimeout(askWhetherItLives, limits.begin / 2);
  else if (lives) forAnswer();
  else forBeginning();
  return {
    over: promise,
    forBeginning,
    forAnswer,
    end: () => {
      clearTimeout(timer);
      timer = undefined;
      signal?.removeEventListener('abort', leave);
    },
  };
}
