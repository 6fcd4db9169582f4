// Loading as it happens to people: real files, real processes, a real database; two at once, one killed half-way.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { decideOnStatement } from '../../graph/decisions/decideOnStatement.ts';
import type { DatabaseAddress } from '../../graph/databaseErrors.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import { livingServer, openDatabase } from '../../graph/local/localServer.ts';
import { signal } from '../../graph/local/processes.ts';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { readSettings } from '../../schema/settings.ts';
import { domainFolder } from '../../loaders/entities/gazetteer.ts';
import { loadDocuments } from '../../loaders/loadDocuments.ts';
import type { LoadReport } from '../../loaders/report.ts';
import { clearGraph, graphCounts, wholeGraph } from '../fixtures/wholeGraph.ts';

const ROOT = join(import.meta.dirname, '../..');
const ASKS = ['ratify the Convention on Migrant Workers', 'end the detention of migrant children', 'ensure firewalls between services and immigration enforcement', 'ratify ILO Convention 189', 'include domestic workers in labour law', 'recognise care work'];
const BODIES = ['The Women in Migration Network', 'UN Women', 'The International Labour Organization', 'Migrant Forum in Asia'];

/** A page of statements by bodies that other pages name too. */
const page = (at: number): string => [`Statement ${at} to the International Migration Review Forum`, '', ...[2020, 2030, 2040, 2050].flatMap((year) => ASKS.map((ask, no) => `${BODIES[(at + no) % BODIES.length] ?? ''} calls on Member States to ${ask} by ${year + ((at + no) % 10)}.`)), ''].join('\n');

/** One line for each document: how much of it is there. */
const extents: Query<object, string> = {
  name: 'extents',
  cypher: `MATCH (d:Document) RETURN d.uri + ' ' + COUNT { (d)-[:HAS_PASSAGE]->() } + ' ' + COUNT { (d)-[:HAS_PASSAGE]->()-[:MENTIONS]->() } + ' ' + COUNT { (d)-[:HAS_PASSAGE]->()<-[:EVIDENCED_BY]-() } AS extent ORDER BY extent`,
  decode: ({ extent }) => String(extent),
};
const anyStatement: Query<{ uri: string }, string> = { name: 'anyStatement', cypher: 'MATCH (:Document {uri: $uri})-[:HAS_PASSAGE]->()<-[:EVIDENCED_BY]-(s:Statement) RETURN s.id AS id ORDER BY id LIMIT 1', decode: ({ id }) => String(id) };

/** Waits for what the process does; one that ends before it has done it fails the test. */
const until = async (child: ChildProcess, isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} too soon`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const undated = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/"loadedAt":"[^"]*"/, ''));

// Processes and servers take their time to start.
describe('loading', { timeout: 400_000 }, () => {
  let store: Store;
  let folder: string;
  const graph = async () => undated(await store.read(wholeGraph, {}, { timeLimit: 60_000 }));
  const pages = (name: string, from: number, to: number): string => {
    const into = join(folder, name);
    mkdirSync(into, { recursive: true });
    for (let at = from; at < to; at++) writeFileSync(join(into, `page-${String(at).padStart(2, '0')}.txt`), page(at));
    return into;
  };
  /** `npm run load`, as a process of its own. */
  const command = (...args: string[]) => commandOn(inject('neo4j'), ...args);
  const commandOn = ({ uri, user, password }: DatabaseAddress, ...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } => {
    const child = spawn(process.execPath, ['loaders/load.ts', ...args], { cwd: ROOT, env: { PATH: process.env.PATH ?? '', NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }, stdio: ['ignore', 'inherit', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    return { child, ended: new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code, said }))) };
  };

  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    folder = mkdtempSync(join(tmpdir(), 'atlas-loading-'));
  });
  beforeEach(() => store.write(clearGraph, {}));
  afterAll(async () => {
    await store.write(clearGraph, {});
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the same bytes again changes nothing, and a changed document replaces its own statements only', async () => {
    const at = pages('again', 0, 3);
    expect((await loadDocuments(store, [at])).counts).toMatchObject({ loaded: 3, failed: 0 });
    const before = await graph();
    expect((await loadDocuments(store, [at])).counts).toMatchObject({ 'already there': 3, loaded: 0, replaced: 0 });
    expect(await graph()).toEqual(before);

    const changed = join(at, 'page-01.txt');
    writeFileSync(changed, page(1).replace(/^.*firewalls.*$/m, 'Migrant Forum in Asia calls on Member States to ratify CEDAW.'));
    const report = await loadDocuments(store, [at]);
    expect(report.documents.map(({ result, added, removed }) => ({ result, added, removed }))).toEqual([expect.objectContaining({ result: 'already there' }), { result: 'replaced', added: 1, removed: 1 }, expect.objectContaining({ result: 'already there' })]);
    writeFileSync(changed, page(1));
    await loadDocuments(store, [at]);
    expect(await graph()).toEqual(before);
  });

  it('reads a file again under another domain, with the names of that domain, on one core as on several', async () => {
    const at = join(folder, 'domains');
    mkdirSync(at);
    for (let no = 0; no < 6; no++) writeFileSync(join(at, `hearing-${no}.txt`), `Hearing ${no}\n\nNRDC urges Congress to put a tax on carbon by ${2030 + no}.\n`);
    const climate = domainFolder('climate-hearings');
    const taxed = async (): Promise<boolean> => (await graph()).some((line) => line.includes('"id":"commitment:carbon-tax"') && line.includes('"Put a tax on carbon"'));
    await loadDocuments(store, [at]);
    expect(await taxed()).toBe(false);
    expect((await loadDocuments(store, [at], { domain: climate, threads: 1 })).counts).toMatchObject({ replaced: 6, 'already there': 0 });
    expect(await taxed()).toBe(true);
    expect((await loadDocuments(store, [at], { domain: climate })).counts).toMatchObject({ replaced: 0, 'already there': 6 });
    const said = async (): Promise<string[]> => (await graph()).filter((line) => line.startsWith('{"id":"doc:'));
    const onOneCore = await said();
    await store.write(clearGraph, {});
    await loadDocuments(store, [at], { domain: climate, threads: 2 });
    expect(await said()).toEqual(onOneCore);
    expect(onOneCore.length).toBeGreaterThan(6);
  });

  it('says beforehand what would change, and writes nothing', async () => {
    const at = pages('dry', 0, 2);
    await loadDocuments(store, [at]);
    await decideOnStatement(store, (await store.read(anyStatement, { uri: join(at, 'page-00.txt') }))[0] ?? '', { kind: 'REJECT' }, { by: 'ana@example.org', at: '2026-01-01T00:00:00.000Z' });
    writeFileSync(join(at, 'page-01.txt'), page(1).replace(/^.*firewalls.*\n/m, ''));
    writeFileSync(join(at, 'page-02.txt'), page(2));
    const before = await graph();
    const { code, said } = await command('--dry-run', '--report', join(folder, 'dry.json'), at).ended;
    expect(await graph()).toEqual(before);
    expect(code).toBe(0);
    expect(said).toMatch(/page-00\.txt: unchanged\n.*page-01\.txt: replaced, \+0 −1 statements\n.*page-02\.txt: new, \+\d+ statements\nNothing was written\. This would become of 3 documents: 1 loaded, 1 replaced \(0 statements more, 1 less\), 1 already there; /);
    const promised = JSON.parse(readFileSync(join(folder, 'dry.json'), 'utf8')) as LoadReport;
    expect(promised).toMatchObject({ dryRun: true, counts: { loaded: 1, replaced: 1, 'already there': 1 } });
    expect(await loadDocuments(store, [at])).toEqual({ ...promised, dryRun: false });
  });

  it('ends with a code that says that a file failed, and loads the others', async () => {
    const at = pages('failing', 0, 1);
    writeFileSync(join(at, 'broken.pdf'), '%PDF-1.7\nno more of it');
    const { code, said } = await command(at).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/✗ .*broken\.pdf .*\n2 documents: 1 loaded, 1 failed; /);
    expect(await store.read(graphCounts, {})).toEqual([expect.objectContaining({ documents: 1 })]);
  });

  it('two at once, of the same and of other documents that name the same things, makes the graph that one after the other makes', async () => {
    const [both, left, right] = [pages('both', 0, 6), pages('left', 6, 9), pages('right', 9, 12)];
    await loadDocuments(store, [both, left, right]);
    const expected = await graph();
    await store.write(clearGraph, {});
    const ended = await Promise.all([command(both, left).ended, command(both, right).ended]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(await store.read(graphCounts, {})).toEqual([expect.objectContaining({ documents: 12, doubled: 0, turns: 0 })]);
    expect(await graph()).toEqual(expected);
  });

  it('killed half-way leaves whole documents only, and is finished by doing it again', async () => {
    const at = pages('killed', 0, 24);
    await loadDocuments(store, [at]);
    const [expected, whole] = [await graph(), await store.read(extents, {})];
    await store.write(clearGraph, {});
    const { child, ended } = command(at);
    await until(child, async () => (await store.read(extents, {})).length >= 1);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    const left = await store.read(extents, {});
    expect(left.length).toBeLessThan(24);
    expect(whole).toEqual(expect.arrayContaining(left));
    expect((await command(at).ended).code).toBe(0);
    expect(await graph()).toEqual(expected);
  });

  it('whose database is killed half-way says so, and is finished by doing it again', async () => {
    const [at, data] = [pages('orphaned', 0, 24), join(folder, 'neo4j')];
    await loadDocuments(store, [at]);
    const [expected, whole] = [await graph(), await store.read(extents, {})];
    const settings = readSettings({ NEO4J_DATA: data });
    const open = async () => {
      const database = await openDatabase(settings);
      const own = await openStore(database);
      await applyConstraints(own);
      return { database, own };
    };
    const first = await open();
    const { child, ended } = commandOn(first.database, at);
    await until(child, async () => (await first.own.read(extents, {}, { timeLimit: 60_000 })).length >= 1);
    const server = livingServer(data);
    if (server) signal(server, 'SIGKILL');
    expect(await ended).toMatchObject({ code: 1, said: expect.stringMatching(/The database at .* does not answer: see that it is running/) });
    await first.own.close();
    const { database, own } = await open();
    const left = await own.read(extents, {}, { timeLimit: 60_000 });
    expect(whole).toEqual(expect.arrayContaining(left));
    expect((await commandOn(database, at).ended).code).toBe(0);
    expect(undated(await own.read(wholeGraph, {}, { timeLimit: 60_000 }))).toEqual(expected);
    await own.close();
    await database.close();
    // Two servers are started, and the loader waits half a minute for the one that is gone.
  });
});
