import fc from 'fast-check';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkedUpload, plainName } from '../../api/loadedFile.ts';
import { openLoadRuns, type LoadRun, type LoadRuns } from '../../api/loads.ts';
import { startServer, type RunningServer } from '../../api/server.ts';
import { doorkeeper } from '../../api/token.ts';
import { Failure } from '../../schema/failures.ts';
import { openStore, type Store } from '../../graph/store.ts';
import { clearGraph } from '../fixtures/wholeGraph.ts';

const TOKEN = 'a-token-of-the-tests-0123456789';
const refused = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });
const SIGNED_IN = { authorization: `Bearer ${TOKEN}` };
const PAPER = `---
title: Statement of the Women in Migration Network
authors: Women in Migration Network
date: 2022-05-17
---
We call on States to end the immigration detention of children.

We urge governments to ratify ILO Convention 189.
`;
const RUN = 'id state by name uri progress { done total } report { documentCount loadedCount replacedCount unchangedCount statementCount newEntityCount newEntities { id } failureCount failures { uri reason } documents { uri result statementCount document { id title statements { nodes { quote } } } } } failure queuedAt startedAt endedAt';

const nameOrCode = (name: string): string => {
  try {
    return plainName(name);
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
};

describe('the name of a file that is sent', () => {
  it('is only a name, whatever it was', () => {
    expect(['statement.pdf', 'Déclaration finale (v2).PDF', '../../etc/passwd.txt', 'C:\\notes\\minutes.docx', '/abs/olute.md', 'a\u0000b\nc.txt', 'table.csv#x.csv', '--report.txt', '.hidden.txt', 'a?b=c&d.html', '声明.txt'].map(plainName)).toEqual([
      'statement.pdf', 'Déclaration finale (v2).pdf', 'passwd.txt', 'minutes.docx', 'olute.md', 'a-b-c.txt', 'table.csv-x.csv', 'report.txt', 'hidden.txt', 'a-b-c&d.html', '声明.txt',
    ]);
    expect(Buffer.byteLength(plainName(`${'声'.repeat(200_000)}.txt`))).toBeLessThanOrEqual(184);
    expect(nameOrCode('.'.repeat(200_000))).toBe('BAD_USER_INPUT');
    for (const name of ['', '.', '..', '/', '.txt', 'no extension', '../..', '-.txt', 'x.']) expect(() => plainName(name), name).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('means nothing in a path, an address or a command', () => {
    const names = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-./\\#?%:~ a-z]{0,12}\.txt$/));
    fc.assert(
      fc.property(names, (name) => {
        expect(nameOrCode(name)).toMatch(/^[^\p{C}/\\#?%:~.\s-][^\p{C}/\\#?%:~]*\.[a-z0-9]+$|^BAD_USER_INPUT$/u);
      }),
    );
  });

  it('is no way around the limits of what may be sent', () => {
    const upload = (bytes: Uint8Array, mapping: string | null = null) => () => checkedUpload({ name: 'a.csv', bytes, mapping, replace: false });
    expect(upload(new Uint8Array())).toThrow(/a\.csv is empty/);
    expect(upload(new Uint8Array(20 * 1024 * 1024 + 1))).toThrow(/more than the 20\.0 MB/);
    expect(upload(new Uint8Array(1), 'x'.repeat(300_000))).toThrow(/mapping takes at most 200 kB/);
  });
});

describe('a document that is sent to be loaded', () => {
  let store: Store;
  let loads: LoadRuns;
  let server: RunningServer;
  let folder: string;
  let temporary: string | undefined;

  const openLoads = () => {
    const { uri, user, password } = inject('neo4j');
    return openLoadRuns({ store, env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ATLAS_TOKENS: `ana:${TOKEN}` }, log: { error: ({ said, err }: { said?: unknown; err?: unknown }) => console.error(said ?? err) } });
  };
  beforeAll(async () => {
    temporary = process.env.TMPDIR;
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'atlas-loads-')));
    process.env.TMPDIR = folder;
    store = await openStore(inject('neo4j'));
    await store.write(clearGraph, {});
    loads = await openLoads();
    server = await startServer({ settings: { HOST: '127.0.0.1', PORT: 0 }, store, page: null, log: pino({ level: 'silent' }), writing: { doorkeeper: doorkeeper(`ana:${TOKEN}`), loads } });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as { data: any; errors?: { message: string; extensions: { code: string } }[] }; // eslint-disable-line
  };
  const load = async (input: object) => {
    const { data, errors } = await ask('mutation ($input: LoadDocumentInput!) { loadDocument(input: $input) { run { id state by name uri } } }', { input }, SIGNED_IN);
    return data?.loadDocument.run ?? errors?.[0];
  };
  const send = (fields: Record<string, string | File>, headers: Record<string, string> = SIGNED_IN) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return fetch(`${server.address}/documents`, { method: 'POST', headers, body });
  };
  /** The run as it stands when it has ended, and every state it went through, as events tell them. */
  const followed = async (id: string): Promise<LoadRun[]> => {
    const response = await fetch(`${server.address}/loads/${id}/events`);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-encoding')]).toEqual([200, 'text/event-stream; charset=utf-8', null]);
    return (await response.text()).split('\n\n').flatMap((event) => (event.startsWith('data: ') ? [JSON.parse(event.slice(6)) as LoadRun] : []));
  };
  const asked = async (id: string) => (await ask(`query ($id: ID!) { loadRun(id: $id) { ${RUN} } }`, { id })).data.loadRun;

  it('is followed from the queue to the sentence in the graph, by events and by asking', async () => {
    const run = await load({ name: '../wimn.md', content: PAPER });
    expect(run).toMatchObject({ by: 'ana', name: 'wimn.md', uri: 'uploads/wimn.md', state: expect.stringMatching(/QUEUED|RUNNING/) });
    const events = await followed(run.id);
    expect(events.at(-1)).toMatchObject({ id: run.id, state: 'DONE', progress: { done: 1, total: 1 }, report: { loadedCount: 1, failures: [] } });
    const done = await asked(run.id);
    expect(done).toMatchObject({ state: 'DONE', failure: null, progress: { done: 1, total: 1 }, report: { documentCount: 1, loadedCount: 1, statementCount: 2, failureCount: 0, documents: [{ uri: 'uploads/wimn.md', result: 'LOADED', statementCount: 2 }] } });
    expect(done.report.documents[0].document.statements.nodes.map(({ quote }: { quote: string }) => quote)).toContain('We urge governments to ratify ILO Convention 189.');
    expect(done.queuedAt <= done.startedAt && done.startedAt < done.endedAt).toBe(true);
    // Whoever comes late is told how it ended.
    expect(await followed(run.id)).toEqual([events.at(-1)]);
    expect(readdirSync(folder).filter((name) => name.startsWith('atlas-load-'))).toEqual([]);
  });

  it('changes nothing when it is sent again, and takes the place of another only where that is said', async () => {
    const same = await load({ name: 'wimn.md', base64: Buffer.from(PAPER).toString('base64') });
    expect((await followed(same.id)).at(-1)).toMatchObject({ state: 'DONE', report: { unchangedCount: 1, loadedCount: 0 } });
    const newer = { name: 'wimn.md', content: `${PAPER}\nWe demand an end to the detention of all migrants.\n` };
    expect(await load(newer)).toMatchObject({ message: expect.stringMatching(/named wimn\.md is loaded already \(doc:[0-9a-f]{16}\).*replace: true/), extensions: { code: 'CONFLICT' } });
    const replaced = await load({ ...newer, replace: true });
    expect((await followed(replaced.id)).at(-1)).toMatchObject({ state: 'DONE', report: { replacedCount: 1, documents: [{ result: 'REPLACED', addedStatementCount: 1, removedStatementCount: 0 }] } });
  });

  it('may be a file with its mapping, sent as a form, and a table tells every row that was left out', async () => {
    const table = 'State,Asks,Day\nPhilippines,Ratify ILO Convention 189,2021-05-03\nNowhere at all,,2021-05-03\n';
    const mapping = 'row: statement\nact: CALLS_FOR\nactor: State\ntext: Asks\ndate: Day\n';
    const response = await send({ document: new File([table], 'asks.csv'), mapping: new File([mapping], 'asks.mapping.yaml') });
    expect(response.status).toBe(202);
    const run = (await response.json()) as LoadRun;
    expect(response.headers.get('location')).toBe(`/loads/${run.id}/events`);
    const end = (await followed(run.id)).at(-1);
    expect(end).toMatchObject({ state: 'DONE', uri: 'uploads/asks.csv', report: { loadedCount: 1, statementCount: 1, failureCount: 1, failures: [{ uri: 'uploads/asks.csv', reason: expect.stringMatching(/^uploads\/asks\.csv, line 3: the column "Asks" is empty/) }] } });
    const wrong = await load({ name: 'other.csv', content: table, mapping: 'row: nonsense\n' });
    expect((await followed(wrong.id)).at(-1)).toMatchObject({ state: 'FAILED', report: null, failure: expect.stringMatching(/^mapping\.yaml, line 1, column/) });
  });

  it('fails with the reason, and without a path of the server, where it cannot be read', async () => {
    for (const [name, content, reason] of [
      ['broken.pdf', 'not a PDF at all', /named \.pdf but holds text/],
      ['archive.zip', 'PK', /unpack it/],
    ] as const) {
      const run = await load({ name, content });
      const end = (await followed(run.id)).at(-1);
      expect(end, name).toMatchObject({ state: 'FAILED', failure: expect.stringMatching(reason) });
      expect(JSON.stringify(end)).not.toContain(tmpdir());
    }
  });

  it('is refused before its body is read where nobody is signed in, and with a reason where it is no upload', async () => {
    const file = new File(['x'], 'a.txt');
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const response = await send({ document: file }, headers);
      expect([response.status, response.headers.get('www-authenticate'), await response.json()]).toEqual([401, 'Bearer', refused('UNAUTHENTICATED')]);
    }
    const answers = [await send({ mapping: 'x' }), await send({ document: new File(['x'], 'no extension') }), await fetch(`${server.address}/documents`, { method: 'POST', headers: { ...SIGNED_IN, 'content-type': 'application/json' }, body: '{}' }), await send({ document: new File([new Uint8Array(21 * 1024 * 1024)], 'a.txt') })];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 415, 413]);
    for (const answer of answers) expect(await answer.json()).toEqual(refused('BAD_USER_INPUT'));
    expect(await load({ name: 'a.txt' })).toMatchObject({ message: expect.stringMatching(/content or base64/), extensions: { code: 'BAD_USER_INPUT' } });
    expect(await load({ name: 'a.txt', base64: '***' })).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const unknown = await fetch(`${server.address}/loads/nothing/events`);
    expect([unknown.status, await unknown.json()]).toEqual([404, refused('NOT_FOUND')]);
  });

  it('lists its runs to those who may write, latest first', async () => {
    const { data } = await ask('{ loadRuns(first: 2) { name state } }', {}, SIGNED_IN);
    expect(data.loadRuns).toEqual([{ name: 'archive.zip', state: 'FAILED' }, { name: 'broken.pdf', state: 'FAILED' }]);
    expect((await ask('{ loadRuns { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask('{ loadRun(id: "nothing") { id } }')).data).toEqual({ loadRun: null });
  });

  it('lets a reader who goes away go, and the load goes on', async () => {
    const run = await load({ name: 'left.txt', content: 'We call on States to ratify CEDAW.' });
    // More than may follow at once, so that one of them who left something behind would keep the last ones out.
    for (let reader = 0; reader < 120; reader++) {
      const away = new AbortController();
      const response = await fetch(`${server.address}/loads/${run.id}/events`, { signal: away.signal });
      expect(response.status).toBe(200);
      await response.body?.getReader().read();
      away.abort();
    }
    expect((await followed(run.id)).at(-1)).toMatchObject({ state: 'DONE' });
  });

  it('waits its turn among ten, and all are ended in order when the server stops', async () => {
    const own = await openLoads();
    const paper = (name: string) => ({ name, bytes: Buffer.from('We call on States to ratify CEDAW.'), mapping: null, replace: false });
    const runs = await Promise.all(Array.from({ length: 11 }, (_, at) => own.submit(paper(`paper-${at}.txt`), 'ana')));
    await expect(own.submit(paper('one-too-many.txt'), 'ana')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(own.latest(20).filter(({ state }) => state === 'QUEUED')).toHaveLength(10);
    const told: string[] = [];
    for (const { id } of runs) own.follow(id, ({ state }) => told.push(state));
    await own.close();
    expect(told.filter((state) => state === 'FAILED' || state === 'DONE')).toHaveLength(11);
    for (const { id } of runs) expect(own.find(id)).toMatchObject({ endedAt: expect.any(String) });
    expect(readdirSync(folder).filter((name) => name.startsWith('atlas-load-'))).toEqual([]);
    await expect(own.submit(paper('too-late.txt'), 'ana')).rejects.toMatchObject({ message: expect.stringMatching(/stopped/) });
  });
});
