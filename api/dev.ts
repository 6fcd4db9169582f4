// `npm run dev`: the API starts again when its code changes, and Vite's own server shows changes of the page at once.
// This process keeps the database, so that it stays up while the API comes and goes.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { reportOf } from '../schema/failures.ts';
import { readSettings, type Settings } from '../schema/settings.ts';
import { openDatabase } from '../graph/local/localServer.ts';
import { endingBySignals, untilAsked, type Ending } from './ending.ts';
import { checkPort } from './port.ts';

const ROOT = join(import.meta.dirname, '..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Starts a program of ours on this terminal; `ended` waits for its end, and stopping asks it to end and waits. */
function ours(args: readonly string[]): { ended: Promise<number | null>; stop: () => Promise<void> } {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function develop(settings: Settings, ending: Ending): Promise<void> {
  await using stops = new AsyncDisposableStack();
  await checkPort(settings);
  const database = await openDatabase(settings, { say, abort: ending.asked });
  stops.defer(() => database.close(ending.hurried));
  for (const once of [['api/generateTypes.ts'], ['loaders/load.ts', join(ROOT, 'loaders', 'corpus')]]) {
    const program = ours(once);
    ending.asked.addEventListener('abort', () => void program.stop(), { once: true });
    await program.ended;
    ending.asked.throwIfAborted();
  }
  const api = ours(['--watch', '--watch-preserve-output', 'api/start.ts', '--api-only']);
  stops.defer(api.stop);
  const page = await createServer({ root: join(ROOT, 'ui'), configFile: join(ROOT, 'ui', 'vite.config.ts') });
  stops.defer(() => page.close());
  await page.listen();
  page.printUrls();
  await untilAsked(ending);
}

const ending = endingBySignals();
try {
  await develop(readSettings(process.env), ending);
} catch (error) {
  if (!ending.asked.aborted) {
    say(reportOf(error));
    process.exitCode = 1;
  }
}
