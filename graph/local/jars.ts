// The program of the database: fetched once by Maven into a folder that all clones share, then never again.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { Failure } from '../../schema/failures.ts';
import { cacheFolder, complaintAboutMaven, jarsFolder, NEO4J_VERSION as VERSION, onPath } from './prerequisites.mjs';
import { inTurn } from './turns.ts';

const POM = join(import.meta.dirname, 'pom.xml');

export interface Fetching {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told how far it is, one short line at a time. */
  readonly say: (progress: string) => void;
  readonly abort?: AbortSignal;
}

/** The folder of the jars, in place or fetched now. SETUP_REQUIRED where Maven is missing or cannot fetch. */
export async function jars({ env, say, abort }: Fetching): Promise<string> {
  const place = jarsFolder(env);
  if (existsSync(place)) return place;
  const cache = cacheFolder(env);
  const maven = onPath('mvn', env);
  if (!maven) throw new Failure('SETUP_REQUIRED', complaintAboutMaven);
  makeFolder(cache);
  return inTurn(
    join(cache, 'fetching.lock'),
    async () => {
      if (existsSync(place)) return place;
      // Whatever another fetch left unfinished is of nobody: only one fetches at a time.
      for (const name of readdirSync(cache)) if (name.endsWith('.part')) rmSync(join(cache, name), { recursive: true, force: true });
      const part = `${place}.part`;
      await fetch(maven, part, { env, say, ...(abort ? { abort } : {}) });
      renameSync(part, place);
      return place;
    },
    abort,
  );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure('SETUP_REQUIRED', `The cache folder ${folder} cannot be made (${error instanceof Error ? error.message : String(error)}): set XDG_CACHE_HOME to a folder that you may write.`, { cause: error });
  }
}

/** Some 213 jars, 123 MB. Maven checks each against its checksum. */
async function fetch(maven: string, folder: string, { env, say, abort }: Fetching): Promise<void> {
  say(`Fetching Neo4j ${VERSION} with Maven (once, about 123 MB) …`);
  const child = spawn(maven, ['-B', '-f', POM, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`, 'dependency:copy-dependencies'], { env, stdio: ['ignore', 'pipe', 'pipe'], ...(abort ? { signal: abort } : {}) });
  let files = 0;
  let complaint = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (coloured) => {
      const line = stripVTControlCharacters(coloured);
      if (/^Downloaded .*\.jar/.test(line)) say(`Fetching Neo4j ${VERSION} with Maven (once, about 123 MB): ${++files} files`);
      else if (line.startsWith('[ERROR] ') && !complaint) complaint = line.slice('[ERROR] '.length);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const fetched = code === 0 ? readdirSync(folder).length : 0;
  if (fetched === 0) throw new Failure('SETUP_REQUIRED', `Maven could not fetch Neo4j ${VERSION} (${complaint || `it ended with ${code}`}): check the connection or the proxy in ~/.m2/settings.xml and start again.`);
  say(`Fetched Neo4j ${VERSION}: ${fetched} jars in ${folder.replace(/\.part$/, '')}`);
}
