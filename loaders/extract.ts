// `npm run --silent extract -- FILE|FOLDER…`: what documents say, one line of JSON for each on stdout, without a database.
// A file that cannot be read is reported on stderr by name and reason and the others go on; the exit code is 1 when any failed.

import { resolve } from 'node:path';
import { readSettings } from '../schema/settings.ts';
import { domainFolder, loadGazetteer } from './entities/gazetteer.ts';
import { listDocuments } from './reading/listDocuments.ts';
import { readingsOf } from './readings.ts';

export interface ExtractTo {
  /** Takes one line of JSON, without its line end; resolves when more can be taken. */
  readonly line: (json: string) => Promise<void>;
  /** Takes why a file failed, or what of it was not read: a sentence that names it. */
  readonly problem: (text: string) => void;
}

/** Extracts files and folders in the order given. Returns how many files failed. */
export async function extractAll(paths: readonly string[], to: ExtractTo): Promise<number> {
  const [{ files, refused }, gazetteer] = await Promise.all([listDocuments(paths), loadGazetteer(domainFolder(readSettings(process.env).ATLAS_DOMAIN))]);
  for (const { path, reason } of refused) to.problem(`${path}: ${reason}`);
  let failed = refused.length;
  for (const file of files) {
    for await (const reading of readingsOf(file, { gazetteer, rules: '', isLoaded: () => false })) {
      if (reading.kind === 'said') {
        for (const note of reading.notes) to.problem(note);
        await to.line(JSON.stringify(reading.extraction));
      } else if (reading.kind === 'failed') {
        failed++;
        to.problem(reading.reason);
      }
    }
  }
  return failed;
}

/** A pipe may take less than a whole line at once; waiting keeps memory flat. */
const print = (json: string): Promise<void> => new Promise((resolve, reject) => process.stdout.write(`${json}\n`, (error) => (error ? reject(error) : resolve())));

if (import.meta.main) {
  // npm changes the working directory to the project; paths are meant from where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd();
  const paths = process.argv.slice(2).map((path) => resolve(from, path));
  if (paths.length === 0) {
    process.stderr.write('Say which documents to read: npm run --silent extract -- FILE|FOLDER…\n');
    process.exitCode = 1;
  } else {
    // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
    const failed = await extractAll(paths, { line: print, problem: (text) => process.stderr.write(`${text}\n`) });
    process.exitCode = failed > 0 ? 1 : 0;
  }
}
