// The page that the server serves, built when its sources are not those of the last build.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../schema/failures.ts';

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
export async function builtPage(say: (line: string) => void, abort?: AbortSignal): Promise<string> {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return BUILT;
  say('Building the page …');
  await run(['api/generateTypes.ts'], abort);
  await run(['node_modules/vite/bin/vite.js', 'build', 'ui', '--logLevel', 'warn'], abort);
  writeFileSync(STAMP, sources);
  return BUILT;
}

/** Runs a program of ours to its end; what it has to say goes to standard error. */
async function run([program = '', ...args]: readonly string[], abort?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], ...(abort ? { signal: abort } : {}) });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Failure('SETUP_REQUIRED', `The page could not be built: ${program} says why above. In a fresh copy of the project, run npm ci and start again.`);
}
