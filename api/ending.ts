// How a command that runs on is ended: Ctrl-C, a closed terminal or a polite kill stop it in good order, a second Ctrl-C hurries.

export interface Ending {
  /** Aborted when the program should stop. */
  readonly asked: AbortSignal;
  /** Aborted when it should not take its time. */
  readonly hurried: AbortSignal;
}

/** npm passes Ctrl-C on although the terminal has sent it to everybody: what comes within a second is the same Ctrl-C. */
const SAME_KEYSTROKE = 1_000;

export function endingBySignals(): Ending {
  const asked = new AbortController();
  const hurried = new AbortController();
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!asked.signal.aborted) {
        first = performance.now();
        asked.abort();
      } else if (performance.now() - first > SAME_KEYSTROKE) hurried.abort();
    });
  }
  // A terminal that is gone cannot be written to; that must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return { asked: asked.signal, hurried: hurried.signal };
}

/** Resolves when the program is asked to stop. */
export const untilAsked = ({ asked }: Ending): Promise<void> => new Promise((resolve) => (asked.aborted ? resolve() : asked.addEventListener('abort', () => resolve(), { once: true })));

/** What is asked politely may take so long, in milliseconds, before the rest is stopped without it. */
const STOP_PATIENCE = 10_000;

/** Waits for a part to stop, but not for ever, and not at all once hurried: one that hangs must not keep the database from being stopped in order. */
export async function withPatience(stop: Promise<void>, { hurried }: Ending): Promise<void> {
  const patience = AbortSignal.any([hurried, AbortSignal.timeout(STOP_PATIENCE)]);
  const enough = new Promise<void>((resolve) => (patience.aborted ? resolve() : patience.addEventListener('abort', () => resolve(), { once: true })));
  await Promise.race([stop, enough]);
}
