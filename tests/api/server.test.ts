// The server as its clients meet it: over HTTP, on a port of its own, with a real database behind.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { newMetrics } from '../../api/observing/metrics.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../api/server.ts';
import { openStore, type Store } from '../../graph/store.ts';
import type { Settings } from '../../schema/settings.ts';

const TYPENAME = '{ __typename }';
const CORPUS = '{ corpus { version } }';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** As `fetch`, which may set no Host and no Origin. */
function send(address: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, address), { method: body === undefined ? 'GET' : 'POST', headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject).end(body);
  });
}

describe('the server', () => {
  let store: Store;
  let page: string;
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const running: RunningServer[] = [];

  const serve = async (settings: Partial<Settings> = {}, more: Partial<ServerOptions> = {}): Promise<string> => {
    const server = await startServer({ settings: { PORT: 0, ...settings }, store, page, log, ...more });
    running.push(server);
    return server.address;
  };
  const ask = (address: string, query: string, headers: Record<string, string> = {}): Promise<Answer> => send(address, '/graphql', { headers, body: JSON.stringify({ query }) });
  const codesOf = ({ text }: Answer): string[] => (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors.map(({ extensions }) => extensions.code);

  const requests = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');

  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    page = mkdtempSync(join(tmpdir(), 'atlas-page-'));
    for (const folder of ['assets', 'graphiql']) mkdirSync(join(page, folder));
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>The page</title>');
    writeFileSync(join(page, 'graphiql', 'index.html'), '<!doctype html><title>The query page</title>');
    writeFileSync(join(page, 'assets', 'main-1a2b3c.js'), `console.log(${JSON.stringify('x'.repeat(4_000))})`);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
    lines.length = 0;
  });
  afterAll(async () => {
    await store.close();
    rmSync(page, { recursive: true, force: true });
  });

  it('gives every answer an id, takes a balancer’s own where it is one, and logs a line under it without the query', async () => {
    const address = await serve();
    const own = await ask(address, CORPUS);
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const given = await send(address, '/graphql?query={secretField}', { headers: { 'x-request-id': 'balancer-0001', 'apollo-require-preflight': '1', authorization: 'Bearer hush' } });
    expect(given.headers['x-request-id']).toBe('balancer-0001');
    expect((await ask(address, CORPUS, { 'x-request-id': 'two\twords' })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    await expect.poll(requests).toHaveLength(3);
    const logged = requests();
    expect(logged[0]).toMatchObject({ reqId: own.headers['x-request-id'], method: 'POST', path: '/graphql', status: 200, question: 'corpus' });
    expect(logged[1]).toMatchObject({ reqId: 'balancer-0001', path: '/graphql', status: 400, question: 'invalid', codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(lines.join('')).not.toMatch(/hush|secretField/);
  });

  it('answers to the names of the local host and to those it is given, and to no name that a web page could bring', async () => {
    const address = await serve({ ATLAS_HOSTS: ['atlas.example.org'] });
    const { port } = new URL(address);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'atlas.example.org', 'LOCALHOST']) expect((await ask(address, TYPENAME, { host })).status, host).toBe(200);
    for (const [host, status] of [['evil.example', 421], [`evil.example:${port}`, 421], ['localhost.evil.example', 421], ['127.0.0.1.evil.example', 421], ['a b', 400], ['[::1', 400], ['localhost/x', 400]] as const) expect((await ask(address, TYPENAME, { host })).status, host).toBe(status);
    expect((await send(address, '/', { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await send(address, '/healthz', { headers: { host: '10.0.0.7:4000' } })).status).toBe(200);
  });

  it('answers to any name where it listens to the network', async () => {
    const address = (await serve({ HOST: '0.0.0.0' })).replace('0.0.0.0', '127.0.0.1');
    expect((await ask(address, TYPENAME, { host: 'atlas.example.org' })).status).toBe(200);
  });

  it('lets pages of no other origin ask, and of those that are named', async () => {
    const closed = await serve();
    expect((await ask(closed, TYPENAME, { origin: 'https://tool.example.org' })).headers['access-control-allow-origin']).toBeUndefined();
    const open = await serve({ ATLAS_CORS_ORIGINS: ['https://tool.example.org'] });
    expect((await ask(open, TYPENAME, { origin: 'https://tool.example.org' })).headers['access-control-allow-origin']).toBe('https://tool.example.org');
    expect((await ask(open, TYPENAME, { origin: 'https://evil.example' })).headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await fetch(`${open}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://tool.example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'content-type']);
  });

  it('refuses what a form of another site could send', async () => {
    const address = await serve();
    expect(codesOf(await send(address, `/graphql?query=${encodeURIComponent(TYPENAME)}`))).toEqual(['BAD_REQUEST']);
    expect((await send(address, '/graphql', { body: JSON.stringify({ query: TYPENAME }), headers: { 'content-type': 'text/plain' } })).status).toBeGreaterThanOrEqual(400);
  });

  it('asks a client who asks too often to wait, each client by itself, and says when to come back', async () => {
    const address = await serve({ ATLAS_RATE_LIMIT: 2, TRUST_PROXY: ['127.0.0.1'] });
    const from = (client: string) => ask(address, TYPENAME, { 'x-forwarded-for': client });
    expect([(await from('192.0.2.1')).status, (await from('192.0.2.1')).status]).toEqual([200, 200]);
    const refused = await from('192.0.2.1');
    expect([refused.status, codesOf(refused), Number(refused.headers['retry-after'])]).toEqual([429, ['TOO_MANY_REQUESTS'], expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60)]);
    expect((await from('192.0.2.2')).status).toBe(200);
    expect((await send(address, '/healthz', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
    expect((await send(address, '/assets/main-1a2b3c.js', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
  });

  it('believes X-Forwarded-For of nobody whom it has not been told to trust', async () => {
    const address = await serve({ ATLAS_RATE_LIMIT: 1 });
    expect((await ask(address, TYPENAME, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
    expect((await ask(address, TYPENAME, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
  });

  it('tells its contract, and nothing of it where that is switched off', async () => {
    const open = await serve();
    expect((await ask(open, '{ __schema { queryType { name } } }')).status).toBe(200);
    expect((await ask(open, '{ corpu { version } }')).text).toContain('Did you mean');
    expect((await send(open, '/graphiql', { headers: { accept: 'text/html' } })).text).toContain('The query page');
    const closed = await serve({ ATLAS_INTROSPECTION: 'off' });
    expect(codesOf(await ask(closed, '{ __schema { queryType { name } } }'))).not.toEqual([]);
    expect((await ask(closed, '{ corpu { version } }')).text).not.toContain('Did you mean');
    expect((await send(closed, '/schema.graphql')).status).toBe(404);
    for (const path of ['/graphiql', '/graphiql/index.html']) expect((await send(closed, path, { headers: { accept: 'text/html' } })).text).not.toContain('The query page');
  });

  it('lets files with a hash in their name be kept for ever, compressed, and all others only as long as they are the same', async () => {
    const address = await serve();
    const asset = await send(address, '/assets/main-1a2b3c.js', { headers: { 'accept-encoding': 'gzip' } });
    expect([asset.headers['cache-control'], asset.headers['content-encoding']]).toEqual(['public, max-age=31536000, immutable', 'gzip']);
    for (const path of ['/', '/index.html', '/schema.graphql', '/graphiql']) {
      const first = await send(address, path);
      expect([first.status, first.headers['cache-control'], typeof first.headers.etag], path).toEqual([200, 'no-cache', 'string']);
      const again = await send(address, path, { headers: { 'if-none-match': String(first.headers.etag) } });
      expect([again.status, again.text], path).toEqual([304, '']);
      expect((await send(address, path, { headers: { 'if-none-match': '"another"' } })).status, path).toBe(200);
    }
  });

  it('allows a browser no script, frame or address but its own', async () => {
    const { headers } = await send(await serve(), '/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' });
  });

  it('words a body that is too long or no JSON as GraphQL does, without a stack or a path', async () => {
    const address = await serve();
    const long = await send(address, '/graphql', { body: JSON.stringify({ query: TYPENAME, filler: 'x'.repeat(300_000) }) });
    expect([long.status, codesOf(long)]).toEqual([413, ['BAD_REQUEST']]);
    const broken = await send(address, '/graphql', { body: '{"query":' });
    expect([broken.status, codesOf(broken)]).toEqual([400, ['BAD_REQUEST']]);
    for (const { text } of [long, broken]) expect(text).not.toMatch(/node_modules|\.ts\b|\n\s+at /);
    expect((await send(address, '/graphql', { body: JSON.stringify([{ query: TYPENAME }, { query: TYPENAME }]) })).status).toBe(400);
  });

  it('finishes what has been asked before it stops, and refuses what comes after', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const slow: Store = {
      ...store,
      read: async (query, parameters, options) => {
        arrive();
        await held;
        return store.read(query, parameters, options);
      },
    };
    const server = await startServer({ settings: { PORT: 0 }, store: slow, page: null, log });
    const answer = ask(server.address, CORPUS, { connection: 'keep-alive' });
    await arrived;
    const closed = server.close();
    await expect.poll(() => ask(server.address, TYPENAME).then(({ status }) => status, () => 'refused')).toBe('refused');
    release();
    expect(await answer).toMatchObject({ status: 200, text: expect.stringContaining('"version"') });
    await closed;
  });

  it('gives up what it reads for a client that has left', async () => {
    const { promise: signalled, resolve: tell } = Promise.withResolvers<AbortSignal>();
    const watched: Store = {
      ...store,
      read: (query, parameters, options) => {
        if (options?.signal) tell(options.signal);
        return store.read({ ...query, cypher: 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total' }, parameters, { ...options, timeLimit: 60_000 });
      },
    };
    const address = await serve({}, { store: watched });
    const leaving = new AbortController();
    const answer = fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: CORPUS }), signal: leaving.signal });
    const signal = await signalled;
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await expect.poll(() => signal.aborted).toBe(true);
    await expect.poll(requests).toEqual([expect.objectContaining({ status: 499, question: 'corpus' })]);
    expect(lines.join('')).not.toContain('a bug answered');
  });

  it('masks a bug, and logs it whole under the id that the client was told', async () => {
    const broken: Store = { ...store, read: () => Promise.reject(new Error('MATCH (n) in /srv/atlas/secret.ts')) };
    const answer = await ask(await serve({}, { store: broken }), CORPUS);
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toMatch(/MATCH|secret/);
    expect(answer.text).toContain(String(answer.headers['x-request-id']));
    expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toContainEqual(expect.objectContaining({ msg: 'a bug answered a request', id: answer.headers['x-request-id'], err: expect.objectContaining({ message: expect.stringContaining('secret.ts') }) }));
  });

  it('counts for Prometheus by words of the contract alone, on the local host or where it is told to', async () => {
    const metrics = newMetrics();
    const counted = await openStore(inject('neo4j'), { onQuery: metrics.cypher });
    const address = await serve({}, { store: counted, metrics });
    await ask(address, 'query MyOwnName { mine: corpus { version } }');
    await ask(address, '{ a: corpus { version } b: corpus { version } }');
    await ask(address, '{ statements(filter: { actors: ["actor:nobody"], themes: ["theme:nothing"] }) { totalCount } }');
    await ask(address, '{ nonsense }');
    await ask(address, '{ statements(first: 0) { nodes { id } } }');
    const { text } = await send(address, '/metrics');
    for (const line of ['atlas_graphql_question_duration_seconds_count{question="corpus"} 1', 'atlas_graphql_question_duration_seconds_count{question="several"} 1', 'atlas_graphql_question_duration_seconds_count{question="invalid"} 1', 'atlas_graphql_errors_total{code="BAD_USER_INPUT"} 1', 'atlas_graphql_questions_under_way 0', 'atlas_database_up 1']) expect(text).toContain(`${line}\n`);
    expect(text).toMatch(/atlas_cypher_duration_seconds_count\{query="corpusCounts",access="READ"\} 3/);
    expect(text).toMatch(/atlas_http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} 4/);
    expect(text).toMatch(/atlas_cypher_duration_seconds_count\{query="count of statements",access="READ"\} 1/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/MyOwnName|mine|nonsense/);
    await counted.close();
    for (const [settings, status] of [[{ ATLAS_METRICS: 'off' }, 404], [{ HOST: '0.0.0.0' }, 404], [{ HOST: '0.0.0.0', ATLAS_METRICS: 'on' }, 200]] as const) expect((await send((await serve(settings, { metrics })).replace('0.0.0.0', '127.0.0.1'), '/metrics')).status).toBe(status);
  });
});
