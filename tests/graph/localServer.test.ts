// The database that the atlas runs for itself, with real processes: each test plays what a person or an accident does to it.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livingServer, openDatabase, type OpenDatabase } from '../../graph/local/localServer.ts';
import { ended, lives, seen, self } from '../../graph/local/processes.ts';
import { stopServerProcess } from '../../graph/local/serverProcess.ts';
import { inTurn } from '../../graph/local/turns.ts';
import { openStore, type Query } from '../../graph/store.ts';
import { readSettings } from '../../schema/settings.ts';

const LOCAL_SERVER = join(import.meta.dirname, '../../graph/local/localServer.ts');
const remember: Query<{ what: string }, null> = { name: 'remember', cypher: 'CREATE (:Remembered {what: $what})', decode: () => null };
const recall: Query<object, unknown> = { name: 'recall', cypher: 'MATCH (r:Remembered) RETURN r.what AS what ORDER BY what', decode: ({ what }) => what };
/** A server that has just started answers its first question slowly. */
const COLD = { timeLimit: 60_000 };

/** A process of its own that opens the database, says so, and keeps it until it is ended. */
function anotherUser(folder: string): { child: ChildProcess; opened: Promise<void> } {
  const code = `import { openDatabase } from ${JSON.stringify(LOCAL_SERVER)}; const { close } = await openDatabase({ NEO4J_USER: 'neo4j', NEO4J_DATA: ${JSON.stringify(folder)} }); console.log('opened'); process.once('SIGTERM', async () => { await close(); process.exit(0); }); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, opened: new Promise((resolve, reject) => child.once('error', reject).once('close', () => reject(new Error('ended before it opened'))).stdout?.once('data', () => resolve())) };
}

const until = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('close', () => resolve());
  });

describe('the own database', () => {
  let folder: string;
  const settings = () => readSettings({ NEO4J_DATA: folder });
  const withStore = async <T>(database: OpenDatabase, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> => {
    const store = await openStore(database);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-own-'));
  });
  afterAll(async () => {
    // Whatever a failed test left running goes with its folder.
    const left = livingServer(folder);
    if (left) await stopServerProcess(left);
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts behind a password that only its owner can read, and stops when the last user leaves; closing twice does no harm', async () => {
    const database = await openDatabase(settings());
    expect(database.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(database.password).toHaveLength(32);
    await expect(openStore({ ...database, password: 'neo4j' })).rejects.toMatchObject({ code: 'SETUP_REQUIRED' });
    await withStore(database, (store) => store.write(remember, { what: 'first run' }));
    await Promise.all([database.close(), database.close()]);
    expect(livingServer(folder)).toBeNull();
    expect(readdirSync(join(folder, 'turns'))).toEqual([]);
  });

  it('serves a second process, keeps running when the first leaves, and is found again after everybody was killed', async () => {
    const { child, opened } = anotherUser(folder);
    await opened;
    const server = livingServer(folder);
    const joined = await openDatabase(settings());
    expect(livingServer(folder)).toEqual(server);
    await withStore(joined, (store) => store.write(remember, { what: 'second run' }));
    child.kill('SIGTERM');
    await until(child);
    expect(await withStore(joined, (store) => store.read(recall, {}, COLD))).toEqual(['first run', 'second run']);

    const killed = anotherUser(folder);
    await killed.opened;
    await joined.close();
    expect(livingServer(folder)).toEqual(server);
    killed.child.kill('SIGKILL');
    await until(killed.child);
    const recovered = await openDatabase(settings());
    expect(livingServer(folder)).toEqual(server);
    expect(await withStore(recovered, (store) => store.read(recall, {}, COLD))).toEqual(['first run', 'second run']);
    await recovered.close();
    expect(server && lives(server)).toBe(false);
  });

  it('loses nothing that was acknowledged when owner and server are killed, and starts again over what they left', async () => {
    const owner = anotherUser(folder);
    await owner.opened;
    const server = livingServer(folder);
    const database = await openDatabase(settings());
    await withStore(database, (store) => store.write(remember, { what: 'third run' }));
    owner.child.kill('SIGKILL');
    if (server) process.kill(server.pid, 'SIGKILL');
    expect(server && (await ended(server, 10_000))).toBe(true);
    await database.close();
    // A lock of a process that is gone, and one whose pid has been given to somebody else.
    writeFileSync(join(folder, 'turns', '999999999~1~gone'), '');
    writeFileSync(join(folder, 'turns', `${process.pid}~long%20ago~other`), '');
    const again = await openDatabase(settings());
    expect(await withStore(again, (store) => store.read(recall, {}, COLD))).toEqual(['first run', 'second run', 'third run']);
    await again.close();
  });

  it('says what to install where Java is missing or too old, and where Maven is needed and missing', async () => {
    const tools = mkdtempSync(join(tmpdir(), 'atlas-tools-'));
    const without = (env: Record<string, string>) => openDatabase(settings(), { env: { PATH: tools, XDG_CACHE_HOME: join(tools, 'cache'), ...env } });
    const anyJava = (version: string) => writeFileSync(join(tools, 'java'), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`, { mode: 0o755 });
    try {
      await expect(without({ PATH: '' })).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringMatching(/^Java 17 or newer is needed .* none was found .*apt-get install openjdk-17.*brew install.*dnf install/) });
      anyJava('1.8.0_402');
      await expect(without({})).rejects.toMatchObject({ message: expect.stringContaining('java is Java 8') });
      anyJava('17.0.15');
      await expect(without({})).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringMatching(/^Maven is needed once.*apt-get install maven.*brew install maven.*dnf install maven/) });
      writeFileSync(join(tools, 'mvn'), '#!/bin/sh\necho "[ERROR] the repository cannot be reached"; exit 1\n', { mode: 0o755 });
      await expect(without({})).rejects.toMatchObject({ message: expect.stringMatching(/^Maven could not fetch Neo4j [\d.]+ \(the repository cannot be reached\): check the connection/) });
      expect(readdirSync(join(tools, 'cache', 'advocacy-atlas')).filter((name) => name.startsWith('neo4j-'))).toEqual([]);
    } finally {
      rmSync(tools, { recursive: true, force: true });
    }
  });

  it('says that the data folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(openDatabase(readSettings({ NEO4J_DATA: file }))).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringContaining('set NEO4J_DATA to another folder') });
  });

  it('names the log and its last error when the server ends while it starts', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'atlas-broken-'));
    mkdirSync(join(broken, 'data'));
    writeFileSync(join(broken, 'data', 'databases'), 'a file where a folder belongs');
    try {
      await expect(openDatabase(readSettings({ NEO4J_DATA: broken }))).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringMatching(/^The database ended while it was starting: .+ The whole story stands in .*neo4j\.log$/) });
      expect(livingServer(broken)).toBeNull();
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });

  it('uses the database that NEO4J_URI names and starts none', async () => {
    const unused = join(folder, 'unused');
    const { close, ...address } = await openDatabase(readSettings({ NEO4J_URI: 'neo4j://graph.example.org', NEO4J_PASSWORD: 'secret', NEO4J_DATABASE: 'atlas', NEO4J_DATA: unused }));
    await close();
    expect(address).toEqual({ uri: 'neo4j://graph.example.org', user: 'neo4j', password: 'secret', database: 'atlas' });
    expect(existsSync(unused)).toBe(false);
  });
});

describe('turns', () => {
  it('lets one at a time into the folder, whoever comes first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-turns-'));
    let within = 0;
    let most = 0;
    const visit = async () => {
      most = Math.max(most, ++within);
      await new Promise((resolve) => setImmediate(resolve));
      within -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => inTurn(folder, visit)));
    expect({ most, left: readdirSync(folder) }).toEqual({ most: 1, left: [] });
    rmSync(folder, { recursive: true, force: true });
  });

  it('knows a process from another that was given the same pid', () => {
    expect(lives(self())).toBe(true);
    expect(lives({ pid: process.pid, started: 'long ago' })).toBe(false);
    expect(seen(999_999_999)).toBeNull();
  });
});
