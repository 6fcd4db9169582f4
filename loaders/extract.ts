// `npm run --silent extract -- FILE|FOLDER…`: what documents say, one line of JSON for each on stdout, without a database.
// A file that cannot be read is reported on stderr by name and reason and the others go on; the exit code is 1 when any failed.

import { Command } from 'commander';
import { resolve } from 'node:path';
import { reportOf } from '../schema/failures.ts';
import { readSettings } from '../schema/settings.ts';
import { domainFolder, loadGazetteer } from './entities/gazetteer.ts';
import { listDocuments } from './reading/listDocuments.ts';
import { uriOf } from './reading/readDocument.ts';
import { readingsOf, type Reading } from './readings.ts';
import { readMappingFile, type NamedMapping } from './tables/mappingFile.ts';

export interface ExtractTo {
  /** Takes one line of JSON, without its line end; resolves when more can be taken. */
  readonly line: (json: string) => Promise<void>;
  /** Takes why something failed, what of a file was not read, or what the reader of a table should know: a sentence that names the file. */
  readonly problem: (text: string) => void;
}

export interface ExtractOptions {
  /** What the columns of the tables among the files mean, where a person has said it. */
  readonly mapping?: NamedMapping | null;
  /** The folder of the domain whose names, themes and asks are known: women and migration. */
  readonly domain?: string;
}

/** Why a file could not be read, or rows of a table could not. */
const problemsOf = (reading: Reading): readonly string[] => (reading.kind === 'failed' ? [reading.reason] : reading.kind === 'table' ? reading.leftOut : []);
const notesOf = (reading: Reading): readonly string[] => (reading.kind === 'said' || reading.kind === 'table' ? reading.notes : []);

/** Extracts files and folders in the order given. Returns how many files, and rows of tables, failed. */
export async function extractAll(paths: readonly string[], to: ExtractTo, { mapping = null, domain = domainFolder() }: ExtractOptions = {}): Promise<number> {
  const [{ files, refused }, gazetteer] = await Promise.all([listDocuments(paths), loadGazetteer(domain)]);
  for (const { path, reason } of refused) to.problem(`${path}: ${reason}`);
  let failed = refused.length;
  for (const file of files) {
    for await (const reading of readingsOf(file, { gazetteer, rules: '', isLoaded: () => false, mapping })) {
      if (reading.kind === 'said') await to.line(JSON.stringify(reading.extraction));
      const problems = problemsOf(reading);
      failed += problems.length;
      for (const text of [...problems, ...notesOf(reading)]) to.problem(text.includes(file) || text.includes(uriOf(file)) ? text : `${file}: ${text}`);
    }
  }
  return failed;
}

/** A pipe may take less than a whole line at once; waiting keeps memory flat. */
const print = (json: string): Promise<void> => new Promise((resolve, reject) => process.stdout.write(`${json}\n`, (error) => (error ? reject(error) : resolve())));

if (import.meta.main) {
  const command = new Command('npm run --silent extract --').argument('[path...]').option('--mapping <file>', 'what the columns of the tables mean').parse();
  // npm changes the working directory to the project; paths are meant from where the person stands.
  const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const paths = command.args.map(fromHere);
  const { mapping } = command.opts<{ mapping?: string }>();
  if (paths.length === 0) {
    process.stderr.write('Say which documents to read: npm run --silent extract -- FILE|FOLDER…\n');
    process.exitCode = 1;
  } else {
    // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
    const problem = (text: string): void => void process.stderr.write(`${text}\n`);
    try {
      const domain = domainFolder(readSettings(process.env).ATLAS_DOMAIN);
      const failed = await extractAll(paths, { line: print, problem }, { domain, mapping: mapping === undefined ? null : await readMappingFile(fromHere(mapping)) });
      process.exitCode = failed > 0 ? 1 : 0;
    } catch (error) {
      problem(reportOf(error));
      process.exitCode = 1;
    }
  }
}
