// The pages that the server serves, the explorer and GraphiQL, built when its sources are not those of the last build.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../schema/failures.ts';
import { runProgram } from './ourProgram.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'ui', 'dist');
/** Kept within the built page, so that it goes when the page goes. */
const STAMP = join(BUILT, 'built-from.txt');

/** Everything that the page is made of: its sources, the contract they are typed by, the versions of its packages. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const room of ['ui', 'schema']) {
    const files = readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((file) => !file.startsWith(BUILT) && !file.startsWith(join(ROOT, 'ui', 'generated')));
    for (const file of files.sort()) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The folder of the built page; builds it first where that is needed. */
export async function builtPage(say: (line: string) => void, abort: AbortSignal): Promise<string> {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return BUILT;
  say('Building the page …');
  await run(['api/generateTypes.ts'], abort);
  // The explorer first: its build empties the folder.
  for (const page of ['ui', 'ui/graphiql']) await run(['node_modules/vite/bin/vite.js', 'build', page, '--logLevel', 'error'], abort);
  writeFileSync(STAMP, sources);
  return BUILT;
}

async function run(args: readonly string[], abort: AbortSignal): Promise<void> {
  if ((await runProgram(args, abort, { quiet: true })) !== 0) throw new Failure('SETUP_REQUIRED', `The page could not be built: ${args[0]} says why above. In a fresh copy of the project, start again.`);
}
