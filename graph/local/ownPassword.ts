// The own database keeps authentication on, with a generated password that only its user can read.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../schema/failures.ts';
import type { DatabaseAddress } from '../databaseErrors.ts';
import { openStore, type Query } from '../store.ts';

const USER = 'neo4j';
/** What every new Neo4j starts with, and refuses to work under. */
const INITIAL = 'neo4j';
const PATIENCE = 120_000;

const setPassword: Query<{ initial: string; password: string }, null> = { name: 'setPassword', cypher: 'ALTER CURRENT USER SET PASSWORD FROM $initial TO $password', decode: () => null };

/**
 * The address under the folder's password, which a new server is given here. The password is written down before the server learns it,
 * so a run that is killed between the two is continued by the next.
 */
export async function openWithOwnPassword(uri: string, folder: string, abort?: AbortSignal): Promise<DatabaseAddress> {
  const own = { uri, user: USER, password: passwordOf(folder) };
  const until = performance.now() + PATIENCE;
  for (;;) {
    abort?.throwIfAborted();
    try {
      await (await openStore(own)).close();
      return own;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'SETUP_REQUIRED') await teach(own, folder);
      else if (performance.now() > until) throw error;
      else await wait(200); // it listens before it can answer
    }
  }
}

async function teach({ uri, password }: DatabaseAddress, folder: string): Promise<void> {
  try {
    const store = await openStore({ uri, user: USER, password: INITIAL, database: 'system' });
    await store.write(setPassword, { initial: INITIAL, password });
    await store.close();
  } catch (error) {
    throw new Failure('SETUP_REQUIRED', `The database in ${folder} was made with another password than the one in ${fileOf(folder)}: put the right one there, or move the folder away to begin anew.`, { cause: error });
  }
}

const fileOf = (folder: string): string => join(folder, 'password');

function passwordOf(folder: string): string {
  const file = fileOf(folder);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600); // the mode above counts only for a file that was not there
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
