// `npm run dev`: the API starts again when its code changes, and Vite's own server shows changes of the page at once.
// This process keeps the database, so that it stays up while the API comes and goes.

import { join } from 'node:path';
import { createServer } from 'vite';
import { reportOf } from '../schema/failures.ts';
import { readSettings, type Settings } from '../schema/settings.ts';
import { openDatabase } from '../graph/local/localServer.ts';
import { endingBySignals, untilAsked, type Ending } from './ending.ts';
import { corpusLoader, runProgram, startProgram } from './ourProgram.ts';
import { checkPort } from './port.ts';

const ROOT = join(import.meta.dirname, '..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function develop(settings: Settings, ending: Ending): Promise<void> {
  await using stops = new AsyncDisposableStack();
  await checkPort(settings);
  const database = await openDatabase(settings, { say, abort: ending.asked });
  stops.defer(() => database.close(ending.hurried));
  for (const once of [['api/generateTypes.ts'], corpusLoader(settings.ATLAS_DOMAIN)]) if (once !== null) await runProgram(once, ending.asked);
  const api = startProgram(['--watch', '--watch-preserve-output', 'api/start.ts', '--api-only']);
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
