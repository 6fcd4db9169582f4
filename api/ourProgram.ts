// A program of ours run as a process of its own, beside this one.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DEFAULT_DOMAIN } from '../schema/settings.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Loads what comes with the atlas; what is loaded already is not loaded again. It reads the environment as this program does.
 * Null under a domain of one's own: its word lists do not know the names of our corpus, and a graph of hearings on climate has no use for it.
 */
export const corpusLoader = (domain: string): readonly string[] | null => (domain === DEFAULT_DOMAIN ? ['loaders/load.ts', join(ROOT, 'loaders', 'corpus')] : null);

export interface RunningProgram {
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** Starts `node …args` in the project's folder. With `quiet`, its standard output goes to standard error. */
export function startProgram(args: readonly string[], { quiet = false }: { quiet?: boolean } = {}): RunningProgram {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs it to its end. When aborted it is stopped, and has ended before this throws: it may be using what we close next. */
export async function runProgram(args: readonly string[], abort: AbortSignal, options: { quiet?: boolean } = {}): Promise<number | null> {
  abort.throwIfAborted();
  const program = startProgram(args, options);
  const stop = () => void program.stop();
  abort.addEventListener('abort', stop, { once: true });
  const code = await program.ended;
  abort.removeEventListener('abort', stop);
  abort.throwIfAborted();
  return code;
}
