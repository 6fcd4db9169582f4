// The files a browser is given: the page, the query page GraphiQL, and the contract.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refusal } from './frontDoor.ts';

const GRAPHIQL = 'graphiql/index.html';

/** Files that bear a hash of their content in their name never change; all others are asked for again, and not sent where they are the same (ETag). */
const lifetimeOf = (file: string): string => (/[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** The page and its files; any other address that a browser asks for as a page is the page too: its state lives in the address. */
export async function servePage(app: FastifyInstance, folder: string, { graphiql }: { readonly graphiql: boolean }): Promise<void> {
  await app.register(fastifyStatic, { root: folder, index: false, cacheControl: false, allowedPath: (path) => graphiql || !path.startsWith('/graphiql/'), setHeaders: (reply, file) => void reply.header('cache-control', lifetimeOf(file)) });
  app.get('/', (_, reply) => reply.sendFile('index.html'));
  if (graphiql && existsSync(join(folder, GRAPHIQL))) app.get('/graphiql', (_, reply) => reply.sendFile(GRAPHIQL));
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && request.headers.accept?.includes('text/html')) return reply.sendFile('index.html');
    return reply.code(404).send(refusal('NOT_FOUND', `There is nothing at ${request.url}.`));
  });
}

/** The contract as text, with an ETag. */
export function serveContract(app: FastifyInstance, contract: string): void {
  const etag = `"${createHash('sha256').update(contract).digest('base64url').slice(0, 22)}"`;
  app.get('/schema.graphql', (request, reply) => {
    reply.header('etag', etag).header('cache-control', 'no-cache');
    // Compression weakens the tag (W/), as it should.
    const known = request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
    return known ? reply.code(304).send() : reply.type('text/plain; charset=utf-8').send(contract);
  });
}
