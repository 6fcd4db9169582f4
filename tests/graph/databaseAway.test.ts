// What a question meets when the database is killed, frozen or away: real processes, each test with what happens to them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livingServer, openDatabase, type OpenDatabase } from '../../graph/local/localServer.ts';
import { ended, signal as send } from '../../graph/local/processes.ts';
import { stopServerProcess } from '../../graph/local/serverProcess.ts';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { readSettings } from '../../schema/settings.ts';

const one: Query<object, unknown> = { name: 'one', cypher: 'RETURN 1 AS one', decode: ({ one }) => one };
/** Longer than any limit here. */
const endless: Query<object, unknown> = { name: 'endless', cypher: 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total', decode: ({ total }) => total };
const running: Query<object, string> = { name: 'running', cypher: 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS name', decode: ({ name }) => String(name) };
const AWAY = { code: 'DATABASE_UNAVAILABLE' };

describe('a question whose database', () => {
  let folder: string;
  let database: OpenDatabase;
  let store: Store;

  const serverProcess = () => livingServer(folder) ?? expect.unreachable('the database is not running');
  const open = async () => {
    database = await openDatabase(readSettings({ NEO4J_DATA: folder }));
    store = await openStore(database, { retryFor: 1_000, beginWithin: 1_800 });
    await store.read(one, {}, { timeLimit: 60_000 });
  };
  /** Resolves when the database is at work on the endless question. */
  const begun = async (): Promise<void> => {
    for (;;) if ((await store.read(running, {})).includes('endless')) return;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-away-'));
    await open();
  });
  afterAll(async () => {
    await store.close();
    await database.close();
    const left = livingServer(folder);
    if (left) await stopServerProcess(left);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is told to stop when the asker has gone: nothing is left running', async () => {
    const gone = new AbortController();
    const answer = store.read(endless, {}, { timeLimit: 60_000, signal: gone.signal });
    await begun();
    gone.abort(new Error('the asker has gone'));
    await expect(answer).rejects.toThrow('the asker has gone');
    await expect.poll(async () => (await store.read(running, {})).includes('endless'), { timeout: 20_000 }).toBe(false);
  });

  it('is frozen before it begins gets a named failure in time, and its answer when the database goes on', async () => {
    const server = serverProcess();
    process.kill(server.pid, 'SIGSTOP');
    try {
      await expect(store.read(one, {})).rejects.toMatchObject({ ...AWAY, message: expect.stringContaining('has not answered for 1.8 s') });
      expect(await store.verify()).toMatchObject({ state: 'DEGRADED' });
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await expect.poll(() => store.read(one, {}).catch(() => []), { timeout: 20_000 }).toEqual([1]);
  });

  it('is frozen in the middle is given up: at once where nothing else is answered either, else a little after its own time limit', async () => {
    const failures = Promise.all([
      store.read(endless, {}, { timeLimit: 3_000 }).catch((error: unknown) => error),
      store.transaction('endless change', (run) => run(endless, {}), { timeLimit: 3_000 }).catch((error: unknown) => error),
    ]);
    await begun();
    const server = serverProcess();
    process.kill(server.pid, 'SIGSTOP');
    try {
      const [answer, change] = await failures;
      // Whether the database lives is asked once: frozen before that, it is away; frozen after it, the question runs out of time.
      expect(answer).toMatchObject({ code: expect.stringMatching(/^(DATABASE_UNAVAILABLE|TIMEOUT)$/) });
      expect(change).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('its limit of 3 s') });
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
  });

  it('is killed in the middle gets a named failure, so does the next, and answers again once it is back', async () => {
    const answer = store.read(endless, {}, { timeLimit: 60_000 });
    const failure = answer.catch((error: unknown) => error);
    await begun();
    const server = serverProcess();
    send(server, 'SIGKILL');
    await ended(server, 10_000);
    expect(await failure).toMatchObject(AWAY);
    await expect(store.read(one, {})).rejects.toMatchObject(AWAY);
    expect(await store.verify()).toMatchObject({ state: 'DEGRADED' });
    await Promise.all([store.close(), database.close()]);
    await open();
    expect(await store.read(one, {})).toEqual([1]);
  });
});
