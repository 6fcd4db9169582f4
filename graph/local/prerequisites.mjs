// What the machine must bring and how to install it. Plain JavaScript for Node 20, because `npm run doctor` and the set-up
// read it before anything is installed.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** The oldest Java that the database runs on. */
export const JAVA_NEEDED = 17;

/** @type {(debian: string, mac: string, fedora: string) => string} */
const install = (debian, mac, fedora) => `Debian/Ubuntu: ${debian} · macOS: ${mac} · Fedora: ${fedora}`;

export const INSTALL = {
  node: install('sudo apt-get install nodejs npm (20 or newer)', 'brew install node', 'sudo dnf install nodejs'),
  java: install('sudo apt-get install openjdk-17-jre-headless', 'brew install openjdk@21, then export JAVA_HOME="$(brew --prefix openjdk@21)"', 'sudo dnf install java-21-openjdk-headless'),
  maven: install('sudo apt-get install maven', 'brew install maven', 'sudo dnf install maven'),
  chromium: install('sudo apt-get install chromium fonts-dejavu-core', 'brew install --cask chromium', 'sudo dnf install chromium dejavu-sans-fonts'),
};

/**
 * The file that a command name stands for, null where PATH holds none.
 * @type {(name: string, env: Environment) => string | null}
 */
export function onPath(name, env) {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) if (executable(join(folder, name))) return join(folder, name);
  return null;
}

/** @type {(file: string) => boolean} */
function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: the answer, not an error
  }
}

/**
 * The Java to use: JAVA_HOME first, then PATH. `version` is the major one (17, 21), 0 where it could not be told.
 * @type {(env: Environment) => { command: string, version: number, build: string } | null}
 */
export function findJava(env) {
  const home = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : null;
  const command = home && executable(home) ? home : onPath('java', env);
  if (!command) return null;
  const { status, stderr } = spawnSync(command, ['-version'], { encoding: 'utf8', env });
  // macOS has a /usr/bin/java that only says that there is none.
  if (status !== 0) return null;
  // "1.8.0_402" is 8; "17.0.15" is 17.
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr) ?? [];
  return { command, version: Number(first === '1' ? second : (first ?? 0)), build: `${command}\n${stderr}` };
}

/** @type {(java: { command: string, version: number, build: string } | null) => string | null} what is wrong with it, in one sentence; null when nothing */
export function complaintAboutJava(java) {
  if (!java) return `Java ${JAVA_NEEDED} or newer is needed to run the database, and none was found in JAVA_HOME or PATH. ${INSTALL.java}`;
  if (java.version < JAVA_NEEDED) return `Java ${JAVA_NEEDED} or newer is needed to run the database, and ${java.command} is Java ${java.version}. ${INSTALL.java}`;
  return null;
}

export const complaintAboutMaven = `Maven is needed once, to fetch the database, and mvn was not found in PATH. ${INSTALL.maven}`;

/**
 * The folder that all clones of the atlas share.
 * @type {(env: Environment) => string}
 */
export function cacheFolder(env) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'advocacy-atlas');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches', 'advocacy-atlas') : join(env.HOME ?? homedir(), '.cache', 'advocacy-atlas');
}

/** The version of Neo4j that pom.xml names. */
export const NEO4J_VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(new URL('pom.xml', import.meta.url), 'utf8'))?.[1] ?? 'unknown';

/** @type {(env: Environment) => string} where the program of the database is kept once it is fetched */
export const jarsFolder = (env) => join(cacheFolder(env), `neo4j-${NEO4J_VERSION}`);

/** @type {(env: Environment) => string | null} a Chromium for the tests, null where none was found */
export function findChromium(env) {
  const named = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => onPath(name, env)).find((found) => found !== null);
  const onMac = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((file) => existsSync(file));
  return env.CHROMIUM ?? named ?? onMac ?? null;
}
