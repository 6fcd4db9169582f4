// Runs before every command (npm's pre-hooks): sees that the packages of the lockfile are installed, among them the Node 24 that the
// commands run on. Plain JavaScript for Node 20, without any package. Prints nothing on stdout: `extract` prints JSON Lines there.
// `node setup.mjs doctor` says what the machine has and what it lacks.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { INSTALL } from './graph/local/prerequisites.mjs';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** What npm itself runs on, and what the commands run on: type stripping without a flag or a warning. */
const NODE_FOR_NPM = 20;
const NODE_FOR_US = 24;

/** @type {(sentence: string) => never} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** @type {(version: string) => number} */
const major = (version) => Number(version.replace(/^v/, '').split('.')[0]);

/** Whether node_modules holds what the lockfile says; npm writes its own list last, so a broken install does not count. */
export function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  /** @type {(file: string) => Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packagesOf(installed);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(([place, { version, optional, devOptional }]) => {
    const found = there[place];
    // Packages for other platforms are optional and may be absent.
    return place === '' || (found ? found.version === version : optional === true || devOptional === true);
  });
}

/** Two commands started at once on a fresh clone: one installs, the other waits. A killed install leaves no living process behind its note. */
async function installInTurn() {
  const note = join(tmpdir(), `atlas-install-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`);
  for (;;) {
    try {
      writeFileSync(note, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!existsSync(note)) continue;
      const pid = Number(readFileSync(note, 'utf8') || process.pid);
      const fresh = Date.now() - statSync(note).mtimeMs < 600_000;
      if (!isAlive(pid) || !fresh) rmSync(note, { force: true });
      await wait(200);
    }
  }
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(note, { force: true });
  }
}

/** @type {(pid: number) => boolean} */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process: the answer, not an error
  }
}

function install() {
  process.stderr.write('Installing the packages of the lockfile (once; about a minute) …\n');
  // The npm that called us, on the Node it runs on: `npm ci` replaces the one in node_modules.
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...args] = npm ? [process.env.npm_node_execpath ?? process.execPath, npm, ...options] : ['npm', ...options];
  const { status, error } = spawnSync(command ?? 'npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) giveUp(`The packages could not be installed (${error?.message ?? 'npm says why above'}): see that npm is there and the network answers, then start again.`);
}

/** The Node that the commands will run on: the installed one where there is one for this platform, else the person's own. */
export function nodeForUs() {
  const own = join(ROOT, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return major(spawnSync(own, ['--version'], { encoding: 'utf8' }).stdout ?? '0');
  return major(process.version);
}

async function prepare() {
  if (!isInstalled()) await installInTurn();
  if (major(process.version) >= NODE_FOR_US || nodeForUs() >= NODE_FOR_US) return;
  giveUp(`Node ${NODE_FOR_US} or newer is needed, none comes with the packages for ${process.platform} ${process.arch}, and this is Node ${process.version}: macOS: brew install node · other systems: https://nodejs.org/en/download`);
}

if (major(process.version) < NODE_FOR_NPM) giveUp(`Node ${NODE_FOR_NPM} or newer is needed to begin, and this is Node ${process.version}. ${INSTALL.node}`);
// Not awaited: the doctor imports this file, which must have ended first.
if (process.argv[2] === 'doctor') void import('./doctor.mjs').then(({ examine }) => examine());
else await prepare();
