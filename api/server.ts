// Wires and listens: the API at /graphql, its contract at /schema.graphql, GraphiQL at /graphiql, health at /healthz and /readyz,
// metrics at /metrics, the page at /.

import fastifyCompress from '@fastify/compress';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { buildSchema } from 'graphql';
import { readSettings, type Settings } from '../schema/settings.ts';
import type { Store } from '../graph/store.ts';
import { requestContext, type RequestContext } from './context.ts';
import { serveDna } from './dnaDownload.ts';
import { apolloServer } from './executableSchema.ts';
import { isLocalHost, openFrontDoor } from './frontDoor.ts';
import { HEADERS_TIMEOUT, MAX_BODY, REQUEST_TIMEOUT } from './limits.ts';
import type { Metrics } from './observing/metrics.ts';
import { requestId, seenWith, storeFor, watchQuestions, watchRequests } from './observing/requests.ts';
import type { Traces } from './observing/traces.ts';
import { sdl } from './sdl.ts';
import { serveContract, servePage } from './servedFiles.ts';
import { serveUploads, type Writing } from './uploads.ts';

export interface ServerOptions {
  /** What is not given has its default. */
  readonly settings: Partial<Settings>;
  readonly store: Store;
  /** Folder of the built page; null serves the API alone. */
  readonly page: string | null;
  readonly log: FastifyBaseLogger;
  /** Served at /metrics where the settings allow it. */
  readonly metrics?: Metrics;
  readonly traces?: Traces;
  /** Who may write, and the loads that they may ask for; without it the server only answers questions. */
  readonly writing?: Writing;
}

export interface RunningServer {
  /** As a person types it: http://127.0.0.1:4000 */
  readonly address: string;
  /** Answers what has been asked, then stops; what is asked meanwhile is sent to another copy (503). */
  close(): Promise<void>;
}

function serveHealth(app: FastifyInstance, store: Store): void {
  // The process is alive; says nothing of the database.
  app.get('/healthz', () => ({ status: 'up' }));
  // 200 when questions can be answered; 503 with the reason when not.
  app.get('/readyz', async (_, reply) => {
    const health = await store.verify();
    return reply.code(health.state === 'UP' ? 200 : 503).send(health);
  });
}

/** Whether /metrics is served: as set, else on the local host alone, because whoever reads them learns what is asked. */
export const servesMetrics = ({ ATLAS_METRICS, HOST }: Pick<Settings, 'ATLAS_METRICS' | 'HOST'>): boolean => (ATLAS_METRICS ?? (isLocalHost(HOST) ? 'on' : 'off')) === 'on';

function serveMetrics(app: FastifyInstance, metrics: Metrics, store: Store): void {
  app.get('/metrics', async (_, reply) => {
    const { type, body } = await metrics.text(store.verify);
    return reply.type(type).send(body);
  });
}

function contextOf({ headers }: FastifyRequest, store: Store, writing: Writing | undefined): RequestContext {
  if (!writing) return requestContext(store);
  const { viewer, refusal } = writing.doorkeeper(headers.authorization);
  return requestContext(store, viewer, { refusal, loads: writing.loads });
}

/** Listens at HOST:PORT; PORT 0 takes any free port. Fails with the system's own error where it cannot listen. */
export async function startServer({ settings: given, store, page, log, metrics, traces, writing }: ServerOptions): Promise<RunningServer> {
  const settings = { ...readSettings({}), ...given };
  const open = settings.ATLAS_INTROSPECTION === 'on';
  const observers = { metrics: metrics ?? null, traces: traces ?? null };
  const app = Fastify({ loggerInstance: log, genReqId: requestId, logController: new LogController({ disableRequestLogging: true }), trustProxy: settings.TRUST_PROXY.length > 0 && [...settings.TRUST_PROXY], bodyLimit: MAX_BODY, requestTimeout: REQUEST_TIMEOUT, http: { headersTimeout: HEADERS_TIMEOUT } });
  watchRequests(app, observers);
  await openFrontDoor(app, settings);
  await app.register(fastifyCompress);
  const apollo = await apolloServer(log, [watchQuestions(observers)], open);
  await apollo.start();
  app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo, { context: async (request, reply) => seenWith(request, contextOf(request, storeFor(request, reply, store), writing)) }) });
  if (open) serveContract(app, await sdl());
  serveHealth(app, store);
  serveDna(app, buildSchema(await sdl()), (request, reply) => storeFor(request, reply, store));
  if (writing) await serveUploads(app, writing);
  if (metrics && servesMetrics(settings)) serveMetrics(app, metrics, store);
  if (page !== null) await servePage(app, page, { graphiql: open });
  let closing = false;
  app.addHook('onSend', async (_, reply) => {
    // Else a connection whose client keeps it would keep the server until it times out.
    if (closing) reply.header('connection', 'close');
  });
  const address = await app.listen({ host: settings.HOST, port: settings.PORT });
  return {
    address,
    close: async () => {
      closing = true;
      // First what came over HTTP is answered, then nobody can ask Apollo any more.
      await app.close();
      await apollo.stop();
    },
  };
}
