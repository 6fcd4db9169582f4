// What is seen of each request: its id, its line in the log, its metrics and its trace; and its end, when the client leaves.

import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Store } from '../../graph/store.ts';
import type { RequestContext } from '../context.ts';
import type { Metrics } from './metrics.ts';
import type { RequestTrace, Traces } from './traces.ts';

export interface Observers {
  /** Null where nobody reads them. */
  readonly metrics: Metrics | null;
  readonly traces: Traces | null;
}

/** What is known of a request while it is answered. */
interface Watch {
  readonly id: string;
  readonly trace: RequestTrace | null;
  question: string | null;
  codes: readonly string[];
}

/** An id that a balancer may have given; anything else is replaced by one of ours, so that nothing foreign enters the log. */
const GIVEN_ID = /^[\w.:-]{8,64}$/;

export const requestId = (request: { headers: Record<string, string | string[] | undefined> }): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
};

const watches = new WeakMap<FastifyRequest, Watch>();
/** By the store of the request: Apollo copies the context, and the copy has the same store. */
const askedThrough = new WeakMap<Store, Watch>();
/** Which request met an error, so that a masked bug is told and logged under the id of its request. */
const metBy = new WeakMap<object, string>();

/** The id under which an error that a client sees masked stands in the log. */
export const idOfBug = (error: unknown): string => (typeof error === 'object' && error !== null ? metBy.get(error) : undefined) ?? randomUUID();

/** What is logged as the status of an answer that nobody waited for, as nginx does. */
const CLIENT_GONE = 499;

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';

/** Every answer bears its request's id; every request is logged (level info), counted and traced. Paths are logged without what follows `?`. */
export function watchRequests(app: FastifyInstance, { metrics, traces }: Observers): void {
  app.addHook('onRequest', async (request, reply) => {
    const { traceparent } = request.headers;
    const trace = traces?.requestBegan(request.method, routeOf(request), typeof traceparent === 'string' ? traceparent : undefined) ?? null;
    const watch: Watch = { id: request.id, trace, question: null, codes: [] };
    watches.set(request, watch);
    reply.header('x-request-id', request.id);
    // Fastify's own hook at the end of a response is not called where the client has left.
    reply.raw.once('close', () => {
      const status = reply.raw.writableFinished ? reply.statusCode : CLIENT_GONE;
      trace?.end(status);
      metrics?.request(request.method, routeOf(request), status, reply.elapsedTime);
      request.log.info(lineOf(request, watch, status, reply.elapsedTime), 'request');
    });
  });
}

function lineOf(request: FastifyRequest, { question, codes }: Watch, status: number, elapsed: number): object {
  const line = { method: request.method, path: request.url.split('?', 1)[0], status, milliseconds: Math.round(elapsed), client: request.ip };
  return question === null ? line : { ...line, question, ...(codes.length > 0 ? { codes } : {}) };
}

/** Aborted when the client goes away before it is answered. */
function whenClientLeaves(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The store as one request uses it: what it reads is traced, and given up when its client leaves. What it writes is written whoever waits. */
export function storeFor(request: FastifyRequest, reply: FastifyReply, store: Store): Store {
  const signal = whenClientLeaves(reply);
  const trace = watches.get(request)?.trace;
  const always = trace ? { signal, onQuery: trace.cypher } : { signal };
  return { ...store, read: (query, parameters, options) => store.read(query, parameters, { ...always, ...options }) };
}

/** What is asked in this context is seen as part of the request. Returns the context. */
export function seenWith(request: FastifyRequest, context: RequestContext): RequestContext {
  const watch = watches.get(request);
  if (watch) askedThrough.set(context.store, watch);
  return context;
}

/** The root field asked: a word of the contract, as the operation has been validated. */
function questionOf({ selectionSet: { selections } }: OperationDefinitionNode): string {
  const [first, ...others] = selections;
  return first?.kind === Kind.FIELD && others.length === 0 ? first.name.value : 'several';
}

/** Sees each GraphQL operation from its beginning to its answer. */
export function watchQuestions({ metrics }: Observers): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue }): Promise<GraphQLRequestListener<RequestContext>> => {
      const began = performance.now();
      const watch = askedThrough.get(contextValue.store);
      let question = 'invalid';
      metrics?.questionBegan();
      watch?.trace?.questionBegan();
      return {
        didResolveOperation: async ({ operation }) => {
          if (operation) question = questionOf(operation);
          if (watch) watch.question = question;
        },
        didEncounterErrors: async ({ errors }) => {
          if (watch) for (const error of errors) metBy.set(error.originalError ?? error, watch.id);
        },
        willSendResponse: async ({ response: { body } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const codes = errors.map(({ extensions }) => (typeof extensions?.code === 'string' ? extensions.code : 'NONE'));
          metrics?.questionEnded(question, performance.now() - began, codes);
          watch?.trace?.questionEnded(question, codes);
          if (watch) Object.assign(watch, { question, codes });
        },
      };
    },
  };
}
