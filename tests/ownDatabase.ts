// The tests' own Neo4j: a temporary folder, a port of its own, thrown away afterwards. Never the user's, whatever the environment says.
// `inject('neo4j')` gives a test its address. A machine that cannot run it fails the tests; it does not skip them.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyConstraints } from '../graph/constraints.ts';
import type { DatabaseAddress } from '../graph/databaseErrors.ts';
import { livingServer, openDatabase } from '../graph/local/localServer.ts';
import { seen, signal } from '../graph/local/processes.ts';
import { openStore, type Query } from '../graph/store.ts';
import { readSettings } from '../schema/settings.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: DatabaseAddress;
  }
}

const warmUp: Query<object, number> = {
  name: 'warmUp',
  cypher: "CALL db.index.fulltext.queryNodes('names', 'nobody') YIELD node RETURN count(node) AS found",
  decode: ({ found }) => Number(found),
};

const PREFIX = 'atlas-test-database-';

/** Stops the throwaway server without ceremony, its data being of no value, and removes its folder. */
function throwAway(folder: string): void {
  const server = livingServer(folder);
  if (server) signal(server, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed outright could not clear up; its folder names its process, so the next run does. */
function clearUpAfterTheDead(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? /^\d+(?=-)/.exec(name.slice(PREFIX.length))?.[0] : undefined;
    if (pid !== undefined && !seen(Number(pid))) throwAway(join(tmpdir(), name));
  }
}

export default async function ownDatabase(project: TestProject): Promise<() => Promise<void>> {
  clearUpAfterTheDead();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // However the run ends, also by an impatient second Ctrl-C, the throwaway server goes with it.
  const discard = () => throwAway(folder);
  process.once('exit', discard);
  process.once('SIGTERM', () => process.exit(143));
  const say = (progress: string) => process.stderr.write(`${progress}\n`);
  try {
    const { close, ...address } = await openDatabase(readSettings({ NEO4J_DATA: folder }), { say });
    const store = await openStore(address);
    await applyConstraints(store);
    // The first query on a cold server takes seconds; no test should wait for it.
    await store.read(warmUp, {}, { timeLimit: 60_000 });
    await store.close();
    project.provide('neo4j', address);
    return async () => {
      await close();
      discard();
    };
  } catch (error) {
    discard();
    throw error;
  }
}
