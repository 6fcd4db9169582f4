// `npm start`: the database, the bundled corpus, the page and the server, in this order, and all of them down again at the end.
// `--api-only` (used by `npm run dev`): the database and the API alone, without corpus and page.

import { pino } from 'pino';
import { reportOf } from '../schema/failures.ts';
import { readSettings, type Settings } from '../schema/settings.ts';
import { applyConstraints } from '../graph/constraints.ts';
import { openDatabase } from '../graph/local/localServer.ts';
import { openStore } from '../graph/store.ts';
import { endingBySignals, untilAsked, withPatience, type Ending } from './ending.ts';
import { openLoadRuns } from './loads.ts';
import { corpusLoader, runProgram } from './ourProgram.ts';
import { builtPage } from './page.ts';
import { checkPort } from './port.ts';
import { newMetrics } from './observing/metrics.ts';
import { openTraces } from './observing/traces.ts';
import { servesMetrics, startServer } from './server.ts';
import { doorkeeper } from './token.ts';
import { warmUp, warmUpNext } from './warmUp.ts';

/** Milliseconds for which a question is tried again while the database is away, and within which it must be reached; then the page says so and offers to retry. */
const PATIENCE_OF_A_READER = { retryFor: 1_000, beginWithin: 1_800 };

/** Milliseconds beyond which a query is logged as slow. */
const SLOW = 1_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The loader as a process of its own: it joins the database, shows its progress on this terminal, and its memory goes when it ends. */
async function loadCorpus({ ATLAS_DOMAIN }: Settings, abort: AbortSignal): Promise<void> {
  const loader = corpusLoader(ATLAS_DOMAIN);
  if (loader === null) return say(`The bundled corpus is left out: the domain is ${ATLAS_DOMAIN}. Load documents of your own: npm run load -- FILE|FOLDER…`);
  if ((await runProgram(loader, abort)) !== 0) say('Part of the bundled corpus could not be loaded, as said above; everything else is there.');
}

/** Runs until asked to stop. What was started is stopped in the opposite order, whatever happens in between. */
async function serve(settings: Settings, ending: Ending, apiOnly: boolean): Promise<void> {
  await using stops = new AsyncDisposableStack();
  const log = pino({ level: settings.LOG_LEVEL }, pino.destination(2));
  const { asked } = ending;
  const writers = doorkeeper(settings.ATLAS_TOKENS);
  await checkPort(settings);

  const database = await openDatabase(settings, { say, abort: asked });
  stops.defer(() => database.close(ending.hurried));
  const metrics = servesMetrics(settings) ? newMetrics() : undefined;
  let serving = false;
  const store = await openStore(database, {
    ...PATIENCE_OF_A_READER,
    onQuery: (run) => {
      // While it starts a cold database is slow at everything, which tells nobody anything.
      if (!serving) return;
      metrics?.cypher(run);
      if (run.milliseconds > SLOW) log.warn({ query: run.name, milliseconds: Math.round(run.milliseconds), rows: run.rows }, 'slow query');
    },
  });
  stops.defer(() => withPatience(store.close(), ending));
  asked.throwIfAborted();
  await applyConstraints(store);
  // The loader is a process of its own, so the database can be warmed beside it.
  await Promise.all([apiOnly ? null : loadCorpus(settings, asked), warmUp(store)]);
  const page = apiOnly ? null : await builtPage(say, asked);
  asked.throwIfAborted();
  const traces = settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? undefined : await openTraces(settings.OTEL_EXPORTER_OTLP_ENDPOINT);
  if (traces) stops.defer(() => withPatience(traces.close(), ending));
  const loads = await openLoadRuns({ store, env: process.env, log });
  const server = await startServer({ settings, store, page, log, writing: { doorkeeper: writers, loads }, ...(metrics ? { metrics } : {}), ...(traces ? { traces } : {}) }).catch(async (error: unknown) => {
    await checkPort(settings); // taken in the meantime: one sentence instead of a stack
    throw error;
  });
  stops.defer(() => withPatience(server.close(), ending));
  serving = true;
  process.stdout.write(`Advocacy Atlas: ${server.address} (Ctrl-C stops it)\n`);
  const prepared = warmUpNext(store, asked).catch((error: unknown) => {
    if (!asked.aborted) log.warn({ err: error }, 'the likely next questions were not prepared');
  });
  await untilAsked(ending);
  say('Stopping …');
  // Not without a limit: where the database has died meanwhile, an answer may never come.
  await withPatience(prepared, ending);
}

const ending = endingBySignals();
try {
  await serve(readSettings(process.env), ending, process.argv.includes('--api-only'));
} catch (error) {
  // Whoever stopped it while it was starting knows why it did not start.
  if (!ending.asked.aborted) {
    say(reportOf(error));
    process.exitCode = 1;
  }
}
// All that matters has been stopped in order above; a part that hangs must not keep the process.
process.exit();
