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

/** The domain of the bundled corpus. */
export const DEFAULT_DOMAIN = 'women-and-migration';

export const VARIABLES = {
  PORT: { means: 'Port of the page and the API.', example: '4000', shape: z.string().default('4000').transform(Number).pipe(z.number('must be a number').int().min(1).max(65535)) },
  HOST: { means: 'Address to listen on. Anything but the local host opens the atlas to the network.', example: '127.0.0.1', shape: text.default('127.0.0.1') },
  ATLAS_DOMAIN: { means: 'Domain whose names, themes and asks the loaders know: a folder of `schema/domains`, or the path of one of your own.', example: 'climate-hearings', shape: text.default(DEFAULT_DOMAIN) },
  NEO4J_URI: { means: 'A Neo4j of your own: bolt://, neo4j:// (a cluster, with routing), or their +s forms. Without it the atlas runs its own.', example: 'neo4j+s://graph.example.org', shape: z.string().regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, 'must start with bolt://, neo4j://, bolt+s:// or neo4j+s://').optional() },
  NEO4J_USER: { means: 'User of that Neo4j.', example: 'neo4j', shape: text.default('neo4j') },
  NEO4J_PASSWORD: { means: 'Password of that Neo4j. The atlas’s own database keeps a generated one.', example: '(none)', shape: text.optional() },
  NEO4J_DATABASE: { means: 'Database on that Neo4j; without it, the user’s home database.', example: 'neo4j', shape: text.optional() },
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
