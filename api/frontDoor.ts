// Who may ask, from where and how often; and how a refusal is worded. Everything passes here before any route sees it.

import { isIP } from 'node:net';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance } from 'fastify';
import { Failure, type FailureCode } from '../schema/failures.ts';
import type { Settings } from '../schema/settings.ts';

/** Nothing but what this server sends itself; styles may be inline because Cytoscape and the editor of GraphiQL set them so. */
const CONTENT_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

const STATUS: Partial<Record<FailureCode, number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, CONFLICT: 409, TOO_MANY_REQUESTS: 429, DATABASE_UNAVAILABLE: 503 };

/** The name a `Host` header gives, without its port; null where it is no name at all. */
function hostName(header: string | undefined): string | null {
  return /^(?<name>\[[\da-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?$/.exec(header ?? '')?.groups?.name?.toLowerCase() ?? null;
}

export const isLocalHost = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** What may always be asked and is not counted: files of the page, health and metrics. */
const FREE = new Set(['/', '/*', '/healthz', '/readyz', '/metrics']);
/** A balancer asks these under the machine's own address. */
const HEALTH = new Set(['/healthz', '/readyz']);

/** A web page can give its own name the address 127.0.0.1 (DNS rebinding) and then read what it likes: only the Host header tells. */
function checkHosts(app: FastifyInstance, { HOST, ATLAS_HOSTS }: Settings): void {
  const bracketed = isIP(HOST) === 6 ? `[${HOST}]` : HOST;
  const known = isLocalHost(HOST) || ATLAS_HOSTS.length > 0 ? new Set(['localhost', '127.0.0.1', '[::1]', bracketed, ...ATLAS_HOSTS].map((host) => host.toLowerCase())) : null;
  app.addHook('onRequest', async (request, reply) => {
    const name = hostName(request.headers.host);
    if (name !== null && (known === null || known.has(name) || HEALTH.has(request.routeOptions.url ?? ''))) return;
    const message = name === null ? 'The Host header is no name of a host.' : `The atlas does not answer to the name ${name}: set ATLAS_HOSTS=${name} if it should.`;
    await reply.code(name === null ? 400 : 421).send(refusal('BAD_REQUEST', message));
  });
}

/** A refusal outside of GraphQL in the words of GraphQL, so that a client reads both alike. */
export const refusal = (code: string, message: string): object => ({ errors: [{ message, extensions: { code } }] });

/** Failures and errors of the client tell what is wrong; anything else is logged whole under the request's id and masked. */
function wordRefusals(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    // A reader who closes the page while an answer is under way is nobody's bug: nothing to log, nobody to answer.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' && request.raw.socket.destroyed) return reply.hijack();
    if (error instanceof Failure) return reply.code(STATUS[error.code] ?? 400).send(refusal(error.code, error.message));
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(refusal('BAD_REQUEST', error.message));
    request.log.error({ err: error }, 'a bug answered a request');
    return reply.code(status).send(refusal('INTERNAL_SERVER_ERROR', `Something went wrong on our side; it is logged as ${request.id}.`));
  });
}

export async function openFrontDoor(app: FastifyInstance, settings: Settings): Promise<void> {
  wordRefusals(app);
  await app.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: false });
  checkHosts(app, settings);
  if (settings.ATLAS_CORS_ORIGINS.length > 0) {
    await app.register(fastifyCors, { origin: settings.ATLAS_CORS_ORIGINS, methods: ['GET', 'POST'], exposedHeaders: ['x-request-id', 'retry-after'], maxAge: 3_600 });
  }
  if (settings.ATLAS_RATE_LIMIT > 0) {
    await app.register(fastifyRateLimit, {
      max: settings.ATLAS_RATE_LIMIT,
      timeWindow: 60_000,
      allowList: ({ routeOptions }) => FREE.has(routeOptions.url ?? ''),
      errorResponseBuilder: (_, { after, max }) => new Failure('TOO_MANY_REQUESTS', `More than ${max} requests in a minute came from your address: come back in ${after}.`),
    });
  }
}
