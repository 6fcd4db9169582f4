// What Prometheus reads at /metrics. Every label has a fixed set of values (routes, root fields of the contract, names of our own
// queries, codes of the contract): nothing that a client writes becomes one.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Health, QueryRun } from '../../graph/store.ts';

/** Seconds: from an answer out of memory to the time limits of the database. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a query asks, without the fields of the filter it asks it under: those are a client's choice, and there are too many of them. */
export const kindOfQuery = (name: string): string => name.split(' under ', 1)[0] ?? name;

export interface Metrics {
  /** A request over HTTP was answered: `route` as registered, milliseconds. */
  request(method: string, route: string, status: number, milliseconds: number): void;
  questionBegan(): void;
  /** @param question root field of the contract. @param codes codes of its errors. */
  questionEnded(question: string, milliseconds: number, codes: readonly string[]): void;
  cypher(run: QueryRun): void;
  /** All of it as Prometheus reads it; asks the database whether it is up. */
  text(health: () => Promise<Health>): Promise<{ readonly type: string; readonly body: string }>;
}

export function newMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({ name: 'atlas_http_request_duration_seconds', help: 'Requests by route and status.', labelNames: ['method', 'route', 'status'], buckets: BUCKETS, registers });
  const questions = new Histogram({ name: 'atlas_graphql_question_duration_seconds', help: 'GraphQL operations by the root field they ask; “several” where they ask more than one, “invalid” where they are none.', labelNames: ['question'], buckets: BUCKETS, registers });
  const underWay = new Gauge({ name: 'atlas_graphql_questions_under_way', help: 'GraphQL operations being answered.', registers });
  const errors = new Counter({ name: 'atlas_graphql_errors_total', help: 'Errors in answers by code.', labelNames: ['code'], registers });
  const statements = new Histogram({ name: 'atlas_cypher_duration_seconds', help: 'Cypher statements by what they ask.', labelNames: ['query', 'access'], buckets: BUCKETS, registers });
  const rows = new Counter({ name: 'atlas_cypher_rows_total', help: 'Rows that Cypher statements returned.', labelNames: ['query'], registers });
  const failures = new Counter({ name: 'atlas_cypher_failures_total', help: 'Cypher statements that failed, by code.', labelNames: ['query', 'code'], registers });
  const up = new Gauge({ name: 'atlas_database_up', help: '1 while the database answers, 0 while it does not.', registers });
  return {
    request: (method, route, status, milliseconds) => requests.observe({ method, route, status: String(status) }, milliseconds / 1_000),
    questionBegan: () => underWay.inc(),
    questionEnded: (question, milliseconds, codes) => {
      underWay.dec();
      questions.observe({ question }, milliseconds / 1_000);
      for (const code of codes) errors.inc({ code });
    },
    cypher: ({ name, access, milliseconds, rows: returned, failure }) => {
      const query = kindOfQuery(name);
      statements.observe({ query, access }, milliseconds / 1_000);
      rows.inc({ query }, returned);
      if (failure !== null) failures.inc({ query, code: failure });
    },
    text: async (health) => {
      up.set((await health()).state === 'UP' ? 1 : 0);
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
