// One process at a time: a lock between processes that a killed process cannot leave behind.
// Each contender puts a ticket of its own into the folder and holds the lock if no other living process has one there.
// Tickets are never taken over, only those of dead processes are removed, so there is no race over a stale lock.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../schema/failures.ts';
import { lives, self, type Seen } from './processes.ts';

/** How long to wait for others; starting or fetching a database may take minutes on a slow machine. */
const PATIENCE = 600_000;

/** Runs the work while nobody else, in this process or another, runs any under the same folder. */
export async function inTurn<T>(folder: string, work: () => Promise<T>, abort?: AbortSignal): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const own = ticketOf(self());
  const until = performance.now() + PATIENCE;
  for (;;) {
    abort?.throwIfAborted();
    // Looking before putting a ticket keeps those who wait out of each other's way.
    if (others(folder, own).length === 0) {
      writeFileSync(join(folder, own), '', { flag: 'wx' });
      if (others(folder, own).length === 0) break;
      rmSync(join(folder, own), { force: true });
    }
    const [holder] = others(folder, own);
    if (performance.now() > until && holder) throw new Failure('SETUP_REQUIRED', `Process ${holder.pid} has kept ${folder} for ten minutes: see what it is doing, end it and start again.`);
    await wait(randomInt(20, 150));
  }
  try {
    return await work();
  } finally {
    rmSync(join(folder, own), { force: true });
  }
}

/** The owner stands in the name of the file, so that a ticket is whole from the moment it exists. */
const ticketOf = ({ pid, started }: Seen): string => [pid, encodeURIComponent(started), randomUUID()].join('~');

function others(folder: string, own: string): Seen[] {
  return readdirSync(folder)
    .filter((name) => name !== own)
    .flatMap((name) => {
      const [pid = '', started = ''] = name.split('~');
      const holder = { pid: Number(pid), started: decodeURIComponent(started) };
      if (lives(holder)) return [holder];
      rmSync(join(folder, name), { force: true });
      return [];
    });
}
