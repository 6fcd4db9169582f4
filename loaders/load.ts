// `npm run load -- FILE|FOLDER…`: reads documents and tables and writes what they say into the graph.
// Each document is written whole or not at all. A file that cannot be read is reported by name and reason and the others go on;
// the exit code is 1 when any failed, or a row of a table was left out. What is already loaded, by the same rules, is not read again.

import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure, reportOf } from '../schema/failures.ts';
import { readSettings } from '../schema/settings.ts';
import { applyConstraints } from '../graph/constraints.ts';
import { openDatabase } from '../graph/local/localServer.ts';
import { openStore } from '../graph/store.ts';
import { domainFolder } from './entities/gazetteer.ts';
import { loadDocuments } from './loadDocuments.ts';
import { progressFor, progressOver, type Progress } from './progress.ts';
import { linesOf, summaryOf, type LoadReport } from './report.ts';
import { readMappingFile } from './tables/mappingFile.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly mapping?: string;
  readonly tell?: boolean;
}

/** Ctrl-C, a closed terminal or a polite kill: the database is left in good order. What was loaded until then is whole, the rest is not there. */
function leaveWhenAsked(leave: () => Promise<void>): AbortSignal {
  const asked = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (asked.signal.aborted) return; // npm passes on what the terminal has sent already
      process.stderr.write('Stopping; what was loaded until now stays …\n');
      asked.abort();
      void leave().finally(() => process.exit(130));
    });
  }
  return asked.signal;
}

/** npm changes the working directory to the project; paths are meant from where the person stands. */
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

async function keepReport(path: string, report: LoadReport): Promise<void> {
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`).catch((error: unknown) => {
    throw new Failure('BAD_USER_INPUT', `The report could not be written to ${path}; the documents are loaded: give --report a file in a folder that you may write to.`, { cause: error });
  });
}

/** Whoever started this may be gone meanwhile; the load goes on. */
const progressOfOurs = (): Progress => progressFor((message) => void process.send?.(message, undefined, undefined, () => {}));

async function main(paths: readonly string[], { dryRun = false, report: reportTo, mapping: mappingFile, tell = false }: Options): Promise<number> {
  const mapping = mappingFile === undefined ? null : await readMappingFile(fromHere(mappingFile));
  let leave = (): Promise<void> => Promise.resolve();
  // While the database is being started, openDatabase itself stops it again.
  const abort = leaveWhenAsked(() => leave());
  leave = async () => {
    const opened = await opening.catch(() => null);
    await opened?.close();
  };
  const settings = readSettings(process.env);
  const opening = openDatabase(settings, { say: (line) => process.stderr.write(`${line}\n`), abort });
  const database = await opening;
  try {
    const store = await openStore(database);
    try {
      if (!dryRun) await applyConstraints(store);
      const progress = tell ? progressOfOurs() : progressOver(dryRun ? 'Reading' : 'Loading');
      const report = await loadDocuments(store, paths.map(fromHere), { dryRun, mapping, domain: domainFolder(settings.ATLAS_DOMAIN), onProgress: progress.at }).finally(progress.end);
      for (const line of linesOf(report)) process.stderr.write(`${line}\n`);
      process.stderr.write(`${summaryOf(report)}\n`);
      if (reportTo !== undefined) await keepReport(fromHere(reportTo), report);
      return report.counts.failed > 0 || report.tables.some(({ leftOut }) => leftOut.length > 0) ? 1 : 0;
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  const command = new Command('npm run load --')
    .argument('<path...>', 'files or folders: .txt .md .html .pdf .docx .eml .csv .tsv .jsonl')
    .option('--mapping <file>', 'what the columns of the tables mean; without it NAME.mapping.yaml beside NAME.csv, else the header')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--report <file>', 'write the closing report as JSON')
    .option('--tell', 'tell the program that started this one how far it is, over the channel it opened for that')
    .description('Loads documents and tables into the graph.')
    .parse();
  process.exitCode = await main(command.args, command.opts<Options>()).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return 130; // whoever stopped it knows why it did not go on
    process.stderr.write(`${reportOf(error)}\n`);
    return 1;
  });
}
