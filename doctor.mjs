// `npm run doctor`: what the machine has, what it lacks, and the command that brings it. Works before anything is installed.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complaintAboutJava, complaintAboutMaven, findChromium, findJava, INSTALL, jarsFolder, NEO4J_VERSION, onPath } from './graph/local/prerequisites.mjs';
import { isInstalled, nodeForUs } from './setup.mjs';

/** @typedef {{ what: string, found?: string, missing?: string, required: boolean }} Finding */

const env = process.env;
const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** @returns {Promise<Finding[]>} */
async function findings() {
  const ownDatabase = !env.NEO4J_URI;
  const fetched = existsSync(jarsFolder(env));
  const java = findJava(env);
  const javaComplaint = complaintAboutJava(java);
  const maven = onPath('mvn', env);
  const chromium = findChromium(env);
  const npm = onPath('npm', env);
  const packages = isInstalled();
  return [
    { what: 'Node', required: true, found: process.version },
    { what: 'npm', required: true, ...(npm ? { found: npm } : { missing: `npm was not found in PATH. ${INSTALL.node}` }) },
    { what: 'Packages', required: false, ...(packages ? { found: `as in the lockfile, with Node ${nodeForUs()}` } : { missing: 'not installed yet: npm start installs them' }) },
    { what: 'Java', required: ownDatabase, ...(javaComplaint === null ? { found: `${java?.version} (${java?.command})` } : { missing: javaComplaint }) },
    { what: 'Neo4j', required: false, ...(fetched ? { found: `${NEO4J_VERSION} (${jarsFolder(env)})` } : { missing: `not fetched yet: npm start fetches it into ${jarsFolder(env)}` }) },
    { what: 'Maven', required: ownDatabase && !fetched, ...(maven ? { found: maven } : fetched ? { found: 'not there, and not needed any more' } : { missing: complaintAboutMaven }) },
    { what: 'Chromium', required: false, ...(chromium ? { found: chromium } : { missing: `needed by npm test alone. ${INSTALL.chromium}` }) },
    await portFinding(),
    ...(ownDatabase ? [folderFinding()] : []),
    databaseFinding(packages),
  ];
}

/** @returns {Promise<Finding>} */
async function portFinding() {
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 4000);
  const what = `Port ${env.PORT || port}`;
  /** @type {string | null} */
  const taken = await new Promise((answer) => {
    if (!Number.isInteger(port) || port < 1 || port > 65535) return answer(`PORT=${env.PORT} is no port number`);
    const probe = createServer().once('error', (error) => answer(error.message));
    probe.listen({ host, port }, () => probe.close(() => answer(null)));
  });
  if (taken === null) return { what, required: true, found: `free on ${host}` };
  const atlas = await fetch(`http://${host}:${port}/healthz`).then((response) => response.json()).catch(() => null); // nobody there, or somebody else
  if (atlas?.status === 'up') return { what, required: true, found: 'an atlas is running there' };
  return { what, required: true, missing: `cannot be used on ${host} (${taken}): end the program that uses it, or choose another, as in PORT=4001 npm start` };
}

/** @returns {Finding} */
function folderFinding() {
  const folder = resolve(ROOT, env.NEO4J_DATA || 'data/neo4j');
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const what = 'Data folder';
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return { what, required: true, found: folder };
  } catch {
    return { what, required: true, missing: `${folder} cannot be written: make it writable for you, or set NEO4J_DATA to another folder` };
  }
}

/** @param {boolean} packages whether the driver is there to ask with @returns {Finding} */
function databaseFinding(packages) {
  const what = 'Database';
  if (!packages) return { what, required: false, missing: 'not asked: the packages are not installed yet' };
  const { status, stdout, stderr } = spawnSync('node', ['graph/local/answers.ts'], { cwd: ROOT, encoding: 'utf8', env: { ...env, PATH: `${ROOT}node_modules/.bin:${env.PATH}` } });
  return { what, required: true, ...(status === 0 ? { found: stdout.trim() } : { missing: stderr.trim() }) };
}

/** Prints the findings; ends with 1 where something that is required is missing. */
export async function examine() {
  const all = await findings();
  for (const { what, found, missing, required } of all) {
    const mark = found !== undefined ? 'ok     ' : required ? 'MISSING' : 'later  ';
    process.stdout.write(`${mark}  ${what.padEnd(12)} ${found ?? missing}\n`);
  }
  const lacking = all.filter(({ required, missing }) => required && missing !== undefined);
  process.stdout.write(lacking.length === 0 ? '\nAll is there: npm start\n' : `\nMissing: ${lacking.map(({ what }) => what).join(', ')}. The lines above say how to get it.\n`);
  process.exitCode = lacking.length === 0 ? 0 : 1;
}
