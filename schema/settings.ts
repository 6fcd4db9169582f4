// Every environment variable that the program reads, validated in one place and documented beside its check.
// The README's table is this list (a test compares them).

import { z } from 'zod';
import { Failure } from './failures.ts';

interface Variable {
  readonly means: string;
  readonly example: string;
  readonly shape: z.ZodType<unknown, string | undefined>;
}

const text = z.string().min(1);
const onOrOff = z.enum(['on', 'off'], 'must be on or off');
/** Values between commas, each of this shape; none where the variable is absent. */
const list = <Value extends z.ZodType<string, string>>(value: Value) => z.string().default('').transform((text) => text.split(',').map((one) => one.trim()).filter((one) => one !== '')).pipe(z.array(value));
const proxy = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(['loopback', 'linklocal', 'uniquelocal'])], 'must be addresses, networks such as 10.0.0.0/8, or uniquelocal, between commas');

/** The domain of the bundled corpus. */
export const DEFAULT_DOMAIN = 'women-and-migration';

export const VARIABLES = {
  PORT: { means: 'Port of the page and the API.', example: '4000', shape: z.string().default('4000').transform(Number).pipe(z.number('must be a number').int().min(1).max(65535)) },
  HOST: { means: 'Address to listen on. Anything but the local host opens the atlas to the network.', example: '127.0.0.1', shape: text.default('127.0.0.1') },
  ATLAS_TOKENS: { means: 'Who may write through the API: pairs of name and token (24 characters or more), separated by commas, or the path of a file with one pair in each line. Without it the API only reads.', example: '/etc/atlas/tokens', shape: text.optional() },
  ATLAS_DOMAIN: { means: 'Domain whose names, themes and asks the loaders know: a folder of `schema/domains`, or the path of one of your own.', example: 'climate-hearings', shape: text.default(DEFAULT_DOMAIN) },
  NEO4J_URI: { means: 'A Neo4j of your own: bolt://, neo4j:// (a cluster, with routing), or their +s forms. Without it the atlas runs its own.', example: 'neo4j+s://graph.example.org', shape: z.string().regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, 'must start with bolt://, neo4j://, bolt+s:// or neo4j+s://').optional() },
  NEO4J_USER: { means: 'User of that Neo4j.', example: 'neo4j', shape: text.default('neo4j') },
  NEO4J_PASSWORD: { means: 'Password of that Neo4j. The atlas’s own database keeps a generated one.', example: '(none)', shape: text.optional() },
  NEO4J_DATABASE: { means: 'Database on that Neo4j; without it, the user’s home database.', example: 'neo4j', shape: text.optional() },
  ATLAS_HOSTS: { means: 'Further names, between commas, under which the atlas may be addressed (the `Host` header). Listening on the local host it answers to `localhost`, `127.0.0.1`, `[::1]` and `HOST` only, so that no web page can reach it under a name of its own; listening elsewhere, to any name unless this is set.', example: 'atlas.example.org', shape: list(z.string().regex(/^[\w.:[\]-]+$/, 'must be host names between commas')) },
  ATLAS_CORS_ORIGINS: { means: 'Web origins, between commas, whose pages may ask the API from a browser. None by default.', example: 'https://tool.example.org', shape: list(z.string().regex(/^https?:\/\/[\w.:[\]-]+$/, 'must be origins such as https://tool.example.org, between commas')) },
  ATLAS_RATE_LIMIT: { means: 'Requests that one client address may send in a minute before it is asked to wait (429, `TOO_MANY_REQUESTS`), counted by each process for itself; 0 sets no limit. Opening the page sends four that count, each pause in typing a search one.', example: '600', shape: z.string().default('600').transform(Number).pipe(z.number('must be a number').int().min(0)) },
  TRUST_PROXY: { means: 'Addresses or networks, between commas, of the balancers before the atlas; `uniquelocal` stands for all private networks. A client is then whom they name in `X-Forwarded-For`. Without it that header is not believed.', example: '10.0.0.0/8', shape: list(proxy) },
  ATLAS_INTROSPECTION: { means: 'Whether the API tells its contract: introspection, `/schema.graphql`, `/graphiql` and suggestions in errors. `off` closes all four.', example: 'on', shape: onOrOff.default('on') },
  ATLAS_METRICS: { means: 'Whether `/metrics` is served for Prometheus, to whoever can reach the port. By default on the local host only.', example: 'on', shape: onOrOff.optional() },
  OTEL_EXPORTER_OTLP_ENDPOINT: { means: 'Collector to which traces are sent (OTLP over HTTP). Without it none are made.', example: 'http://127.0.0.1:4318', shape: z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4318' }).optional() },
  LOG_LEVEL: { means: 'What is logged, as JSON lines on standard error: `error`, `warn` (slow queries too) or `info` (each request too).', example: 'warn', shape: z.enum(['error', 'warn', 'info'], 'must be error, warn or info').default('warn') },
  NEO4J_DATA: { means: 'Folder in which the atlas’s own database keeps its files. Back it up while the atlas is stopped.', example: 'data/neo4j', shape: text.default('data/neo4j') },
} as const satisfies Record<string, Variable>;

type VariableName = keyof typeof VARIABLES;
type SettingsOf = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['shape']> };

export type Settings = SettingsOf;

/** Reads the settings out of an environment. An empty variable counts as absent. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const read = Object.entries(VARIABLES).map(([name, { shape, example }]) => {
    const result = shape.safeParse(env[name] || undefined);
    if (!result.success) wrong.push(`${name}=${env[name] ?? ''} ${result.error.issues[0]?.message ?? 'is not valid'} (example: ${name}=${example})`);
    return [name, result.data];
  });
  if (wrong.length === 0 && env.NEO4J_URI && !env.NEO4J_PASSWORD) wrong.push('NEO4J_URI is set, so NEO4J_PASSWORD must be set too');
  if (wrong.length > 0) throw new Failure('SETUP_REQUIRED', `The environment is not right: ${wrong.join('; ')}.`);
  return Object.fromEntries(read) as Settings;
}
