// OpenTelemetry traces: a span for each request, its GraphQL operation, and each Cypher statement. The libraries are loaded only
// where a collector is named. Spans hold names and counts, never texts of queries or their parameters.

import type { Context, Span } from '@opentelemetry/api';
import type { QueryRun } from '../../graph/store.ts';
import { kindOfQuery } from './metrics.ts';

export interface RequestTrace {
  /** The GraphQL operation has begun; the statements that follow are its own. */
  questionBegan(): void;
  /** @param question root field of the contract. */
  questionEnded(question: string, codes: readonly string[]): void;
  cypher(run: QueryRun): void;
  end(status: number): void;
}

export interface Traces {
  /** @param traceparent the header of that name (W3C Trace Context), so that a caller's trace goes on here. */
  requestBegan(method: string, route: string, traceparent: string | undefined): RequestTrace;
  /** Sends what is left. */
  close(): Promise<void>;
}

const TRACEPARENT = /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$/;

/** @param endpoint as in OTEL_EXPORTER_OTLP_ENDPOINT: traces go to its /v1/traces. A collector that is away loses traces and disturbs nobody. */
export async function openTraces(endpoint: string): Promise<Traces> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const attributes = { 'service.name': 'advocacy-atlas' };
  const resource = { attributes, merge: () => resource, getRawAttributes: (): [string, string][] => Object.entries(attributes) };
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracer = provider.getTracer('advocacy-atlas');

  const callerOf = (traceparent: string | undefined): Context => {
    const { traceId, spanId, flags } = TRACEPARENT.exec(traceparent ?? '')?.groups ?? {};
    return traceId && spanId && flags ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }) : ROOT_CONTEXT;
  };
  const failed = (span: Span, codes: readonly string[]): void => {
    span.setAttribute('atlas.codes', [...codes]).setStatus({ code: SpanStatusCode.ERROR, message: codes.join(', ') });
  };

  return {
    requestBegan: (method, route, traceparent) => {
      const request = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } }, callerOf(traceparent));
      const inRequest = trace.setSpan(ROOT_CONTEXT, request);
      let question: Span | null = null;
      return {
        questionBegan: () => {
          question = tracer.startSpan('graphql', {}, inRequest);
        },
        questionEnded: (name, codes) => {
          question?.updateName(`graphql ${name}`);
          if (question && codes.length > 0) failed(question, codes);
          question?.end();
        },
        cypher: ({ name, access, milliseconds, rows, failure }) => {
          const now = Date.now();
          const span = tracer.startSpan(`cypher ${kindOfQuery(name)}`, { kind: SpanKind.CLIENT, startTime: now - milliseconds, attributes: { 'db.system.name': 'neo4j', 'db.operation.name': name, 'atlas.access': access, 'db.response.returned_rows': rows } }, question ? trace.setSpan(ROOT_CONTEXT, question) : inRequest);
          if (failure !== null) failed(span, [failure]);
          span.end(now);
        },
        end: (status) => {
          request.setAttribute('http.response.status_code', status);
          if (status >= 500) request.setStatus({ code: SpanStatusCode.ERROR });
          request.end();
        },
      };
    },
    close: () => provider.shutdown(),
  };
}
