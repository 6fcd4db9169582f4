import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore, step, type Query, type QueryRun, type Store } from '../../graph/store.ts';

const rowOf = (name: string, cypher: string): Query<Record<string, unknown>, Readonly<Record<string, unknown>>> => ({ name, cypher, decode: (record) => record });
const count = rowOf('countProbes', 'MATCH (p:Probe {of: $of}) RETURN count(p) AS probes');
const create = rowOf('createProbe', 'CREATE (p:Probe {of: $of, at: $at}) RETURN p');
const clear = rowOf('clearProbes', 'MATCH (p:Probe) DETACH DELETE p');
/** Counts to ten thousand million: longer than any limit here. */
const endless = rowOf('endless', 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total');

describe('the store', () => {
  const runs: QueryRun[] = [];
  let store: Store;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'), { onQuery: (run) => runs.push(run) });
  });
  afterAll(async () => {
    await store.write(clear, {});
    await store.close();
  });

  it('gives plain values: whole numbers, nodes as their properties, dates as ISO strings', async () => {
    await store.write(create, { of: 'plain', at: 3 });
    const [row] = await store.read(rowOf('plain', "MATCH (p:Probe {of: 'plain'}) RETURN p, [1, 2.5, date('2018-12-10')] AS list, {of: p.at} AS map, null AS nothing"), {});
    expect(row).toEqual({ p: { of: 'plain', at: 3 }, list: [1, 2.5, '2018-12-10'], map: { of: 3 }, nothing: null });
  });

  it('sends whole numbers as integers, so that they can be limits and offsets', async () => {
    const rows = await store.read(rowOf('limited', 'UNWIND range(1, 9) AS n RETURN n, valueType($share) STARTS WITH "FLOAT" AS float LIMIT $limit'), { limit: 2, share: 0.5 });
    expect(rows).toEqual([{ n: 1, float: true }, { n: 2, float: true }]);
  });

  it('refuses to write in a read', async () => {
    await expect(store.read(create, { of: 'smuggled', at: 1 })).rejects.toThrow(/createProbe/);
    expect(await store.read(count, { of: 'smuggled' })).toEqual([{ probes: 0 }]);
  });

  it('writes all steps of a transaction or none of them', async () => {
    const broken = rowOf('broken', 'RETURN 1 / 0 AS never');
    await expect(store.writeInOneTransaction([step(create, { of: 'half', at: 1 }), step(broken, {})])).rejects.toThrow(/broken/);
    expect(await store.read(count, { of: 'half' })).toEqual([{ probes: 0 }]);
    const [, counted] = await store.writeInOneTransaction([step(create, { of: 'whole', at: 1 }), step(count, { of: 'whole' })]);
    expect(counted).toEqual([{ probes: 1 }]);
  });

  it('ends a query over its time limit and says which limit', async () => {
    await expect(store.read(endless, {}, { timeLimit: 500 })).rejects.toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('“endless” took longer than its limit of 0.5 s') });
  });

  it('stops waiting when nobody wants the answer any more', async () => {
    const gone = new AbortController();
    const answer = store.read(endless, {}, { timeLimit: 20_000, signal: gone.signal });
    setTimeout(() => gone.abort(), 100);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tells of every statement that was sent, by name, and what became of it', async () => {
    runs.length = 0;
    await store.read(count, { of: 'nobody' });
    await store.writeInOneTransaction([step(create, { of: 'told', at: 1 }), step(count, { of: 'told' })]);
    const ofThisCall: QueryRun[] = [];
    await expect(store.read(endless, {}, { timeLimit: 200, onQuery: (run) => ofThisCall.push(run) })).rejects.toThrow();
    await expect(store.read(rowOf('broken', 'RETURN 1 / 0 AS never'), {})).rejects.toThrow();
    const told = [['countProbes', 'READ', 1, null], ['createProbe', 'WRITE', 1, null], ['countProbes', 'WRITE', 1, null], ['endless', 'READ', 0, 'TIMEOUT'], ['broken', 'READ', 0, 'BUG']];
    expect(runs.map(({ name, access, rows, failure }) => [name, access, rows, failure])).toEqual(told);
    expect(ofThisCall).toEqual([runs[3]]);
  });

  it('is up while the database answers', async () => {
    expect(await store.verify()).toEqual({ state: 'UP' });
  });

  it('says in one sentence that a password was refused', async () => {
    await expect(openStore({ ...inject('neo4j'), password: 'not-the-password' })).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringMatching(/^The password for user neo4j at bolt:\/\/\S+ was refused: set NEO4J_USER and NEO4J_PASSWORD/) });
  });

  it('says in one sentence that there is no such database', async () => {
    const elsewhere = async () => (await openStore({ ...inject('neo4j'), database: 'nowhere' })).read(count, { of: '' });
    await expect(elsewhere()).rejects.toMatchObject({ code: 'SETUP_REQUIRED', message: expect.stringContaining('There is no database named nowhere') });
  });

  it('says in one sentence that nobody answers', async () => {
    await expect(openStore({ uri: 'bolt://127.0.0.1:9', user: 'neo4j', password: 'x' })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', message: expect.stringContaining('does not answer') });
  });
});
