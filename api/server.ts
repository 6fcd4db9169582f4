// Wires and listens: the API at /graphql, its contract at /schema.graphql, health at /healthz and /readyz, the page at /.

import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Settings } from '../schema/settings.ts';
import type { Store } from '../graph/store.ts';
import { requestContext, type RequestContext } from './context.ts';
import { apolloServer } from './executableSchema.ts';
import { HEADERS_TIMEOUT, MAX_BODY, REQUEST_TIMEOUT } from './limits.ts';
import { sdl } from './sdl.ts';

export interface ServerOptions {
  readonly settings: Pick<Settings, 'HOST' | 'PORT'>;
  readonly store: Store;
  /** Folder of the built page; null serves the API alone. */
  readonly page: string | null;
  readonly log: FastifyBaseLogger;
}

export interface RunningServer {
  /** As a person types it: http://127.0.0.1:4000 */
  readonly address: string;
  /** Answers what has been asked, then stops. */
  close(): Promise<void>;
}

/** Nothing but what this server sends itself; styles may be inline because Cytoscape sets them so. */
const CONTENT_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

function serveHealth(app: FastifyInstance, store: Store): void {
  // The process is alive; says nothing of the database.
  app.get('/healthz', () => ({ status: 'up' }));
  // 200 when questions can be answered; 503 with the reason when not.
  app.get('/readyz', async (_, reply) => {
    const health = await store.verify();
    return reply.code(health.state === 'UP' ? 200 : 503).send(health);
  });
}

/** A reader who closes the page while an answer is under way is nobody's bug: nothing to log, nobody to answer. All else is told and logged as Fastify does. */
function letReadersLeave(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' && request.raw.socket.destroyed) return reply.hijack();
    return reply.send(error);
  });
}

/** The page and its files; any other address that a browser asks for as a page is the page too: its state lives in the address. */
async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, immutable: true, maxAge: '365d', index: false });
  app.get('/', (_, reply) => reply.sendFile('index.html', { immutable: false, maxAge: 0 }));
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && request.headers.accept?.includes('text/html')) return reply.sendFile('index.html', { immutable: false, maxAge: 0 });
    return reply.code(404).send({ error: `There is nothing at ${request.url}.` });
  });
}

/** Listens at HOST:PORT; PORT 0 takes any free port. Fails with the system's own error where it cannot listen. */
export async function startServer({ settings, store, page, log }: ServerOptions): Promise<RunningServer> {
  const app = Fastify({ loggerInstance: log, bodyLimit: MAX_BODY, requestTimeout: REQUEST_TIMEOUT, forceCloseConnections: true, http: { headersTimeout: HEADERS_TIMEOUT } });
  await app.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: false });
  await app.register(fastifyCompress);
  letReadersLeave(app);
  const apollo = await apolloServer(log, [fastifyApolloDrainPlugin<RequestContext>(app)]);
  await apollo.start();
  app.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], handler: fastifyApolloHandler(apollo, { context: async () => requestContext(store) }) });
  const contract = await sdl();
  app.get('/schema.graphql', (_, reply) => reply.type('text/plain; charset=utf-8').send(contract));
  serveHealth(app, store);
  if (page !== null) await servePage(app, page);
  const address = await app.listen({ host: settings.HOST, port: settings.PORT });
  return {
    address,
    close: async () => {
      await apollo.stop();
      await app.close();
    },
  };
}
