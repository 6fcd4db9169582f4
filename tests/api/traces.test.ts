// Traces as a collector receives them: OTLP over HTTP, into a server of the test's own.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTraces } from '../../api/observing/traces.ts';
import { startServer } from '../../api/server.ts';
import { openStore, type Store } from '../../graph/store.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code?: number; readonly message?: string };
}

interface Export {
  readonly resourceSpans: readonly { readonly resource: { readonly attributes: readonly object[] }; readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

describe('a trace', () => {
  let store: Store;
  let collector: Server;
  let endpoint: string;
  let received: string[];

  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        if (request.url === '/v1/traces') received.push(Buffer.concat(chunks).toString());
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  });
  afterAll(async () => {
    await new Promise((resolve) => collector.close(resolve));
    await store.close();
  });

  /** The spans of one request, by name. */
  const spansOf = async (query: string, traceparent: string): Promise<ReadonlyMap<string, Span>> => {
    received = [];
    const traces = await openTraces(endpoint);
    const server = await startServer({ settings: { PORT: 0 }, store, page: null, log: pino({ level: 'silent' }), traces });
    await fetch(`${server.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', traceparent }, body: JSON.stringify({ query }) });
    await server.close();
    await traces.close();
    const exported = received.map((text) => JSON.parse(text) as Export).flatMap(({ resourceSpans }) => resourceSpans);
    expect(JSON.stringify(exported.map(({ resource }) => resource))).toContain('advocacy-atlas');
    return new Map(exported.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)).map((span) => [span.name, span]));
  };

  it('goes on from the caller through the request and the question to each statement of the database, and holds no text of either', async () => {
    const spans = await spansOf('query Hush { mine: corpus { statementCount } }', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    const [request, question, cypher] = ['POST /graphql', 'graphql corpus', 'cypher corpusCounts'].map((name) => spans.get(name));
    expect([request?.traceId, question?.traceId, cypher?.traceId]).toEqual(Array.from({ length: 3 }, () => '0af7651916cd43dd8448eb211c80319c'));
    expect([request?.parentSpanId, question?.parentSpanId, cypher?.parentSpanId]).toEqual(['b7ad6b7169203331', request?.spanId, question?.spanId]);
    expect(cypher?.attributes).toContainEqual({ key: 'db.response.returned_rows', value: { intValue: 1 } });
    expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
    expect(received.join('')).not.toMatch(/Hush|mine|MATCH|RETURN/);
  });

  it('tells by its code that a question failed', async () => {
    const spans = await spansOf('{ statements(first: 0) { nodes { id } } }', 'no traceparent');
    expect(spans.get('graphql statements')?.status).toEqual({ code: 2, message: 'BAD_USER_INPUT' });
    expect(spans.get('POST /graphql')?.parentSpanId ?? '').toBe('');
  });
});
