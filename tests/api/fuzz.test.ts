// Every argument of every question gets what nobody should send. Built from the schema itself: a field that is added is tried too.

import fc from 'fast-check';
import { getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isInterfaceType, isScalarType, isUnionType, buildSchema, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLOutputType } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sdl } from '../../api/sdl.ts';
import { startServer, type RunningServer } from '../../api/server.ts';
import { openStore, type Store } from '../../graph/store.ts';
import { RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { wholeGraph } from '../fixtures/wholeGraph.ts';
import { atlasOf } from './atlas.ts';

/** The same values in every run; another seed looks elsewhere. */
const SEED = Number(process.env.FUZZ_SEED ?? 20161219);
/** Tries for each argument. */
const TRIES = Number(process.env.FUZZ_TRIES ?? 8);

const CYPHER = ["' OR 1=1 //", "'}) DETACH DELETE n //", '"}) MATCH (n) DETACH DELETE n //', '`) CALL dbms.shutdown() //', "x'; LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line; //", '$ids', '{id: "actor:wimn"}', '\\u0027 RETURN 1', '/* */ RETURN 1'];
const LUCENE = ['*', '?', '~', 'name:*', '+-&&||!(){}[]^"~*?:\\/', '"unclosed', '(((((', 'AND OR NOT', '[* TO *]', 'a~99999999', 'a^1e99', '/.*.*.*.*b/', '\\'];
const STRANGE = ['', ' ', '\u0000', '\u{feff}', '\ud800', '\udfff', 'a\ud800b', '\u202Egnp', 'e\u0301'.repeat(50), '🌍'.repeat(50), 'İıſẞ', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '../../etc/passwd', '<script>alert(1)</script>', '%00', 'x'.repeat(10_000), '\n\r\t', 'DROP', '9'.repeat(400)];
const IDS = ['actor:wimn', 'actor:nobody', 'country:PHL', 'country:___', 'forum:gfmd', 'commitment:end-immigration-detention', 'theme:detention', 'instrument:ilo-c189', WIMN_STATEMENT.document.id, `${WIMN_STATEMENT.passages[1]?.id}`, `${WIMN_STATEMENT.statements[0]?.id}`, 'doc:0000000000000000', 'doc:0000000000000000#0-1', 'doc:#', 'actor:', ':', 'actor:__proto__', 'constructor:x', 'ACTOR:WIMN', "actor:x'}) //"];
const CURSORS = ['bm9uc2Vuc2U', Buffer.from('[]').toString('base64url'), Buffer.from('["x",null,{"a":1}]').toString('base64url'), Buffer.from('["2020","doc:x",1e308,"\ud800"]').toString('base64url')];
const DAYS = ['2016-01-01', '2016-13-45', '0000-00-00', '-999999-01-01', '2016', '9999-12-31', '2016-02-30T00:00:00Z'];

const hostileText = fc.oneof(fc.constantFrom(...CYPHER, ...LUCENE, ...STRANGE, ...IDS, ...CURSORS, ...DAYS), fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...LUCENE).chain((one) => fc.constantFrom(...STRANGE).map((other) => one + other)));
const hostileInt = fc.oneof(fc.constantFrom(0, -1, 1, 2, 3, 100, 101, 2 ** 31 - 1, -(2 ** 31)), fc.integer());
/** What is not even of the type: refused by GraphQL itself, and never further than that. */
const wrongKind: fc.Arbitrary<unknown> = fc.constantFrom<unknown>({ __proto__: 1 }, JSON.parse('{"__proto__": {"first": 1}}'), JSON.parse('{"constructor": {"prototype": 1}}'), [[]], 2 ** 53, 1e308, -0.5, true, {}, null, 'x');

/** Values that GraphQL takes for the type, as nasty as they come. */
function hostile(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return hostile(type.ofType, depth).map((value) => value ?? '');
  if (isListType(type)) return fc.oneof({ weight: 9, arbitrary: fc.array(hostile(type.ofType, depth), { maxLength: 4 }) }, { weight: 1, arbitrary: hostile(type.ofType, depth).map((one) => Array.from({ length: 1_200 }, () => one)) });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const isRequired = ({ type, defaultValue }: (typeof fields)[number]) => isNonNullType(type) && defaultValue === undefined;
    const optional = depth > 2 ? [] : fields.filter((field) => !isRequired(field));
    // Few at once: a value that the first check refuses must not hide what the others would do.
    return fc.subarray(optional, { maxLength: Math.min(2, optional.length) }).chain((chosen) => fc.record(Object.fromEntries([...fields.filter(isRequired), ...chosen].map((field) => [field.name, hostile(field.type, depth + 1)])))).map((record) => ({ ...record }));
  }
  switch (isScalarType(type) ? type.name : '') {
    case 'Int':
      return hostileInt;
    case 'Float':
      return fc.oneof(hostileInt, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e308, -1e308, 5e-324, -0));
    case 'Boolean':
      return fc.boolean();
    default:
      return hostileText;
  }
}

const composite = (type: GraphQLOutputType): boolean => isCompositeType(getNamedType(type));

/** Every scalar of the answer, and of what it holds to this depth, so that every resolver runs. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) return `{ __typename ${named.getTypes().map((one) => `... on ${one.name} { __typename }`).join(' ')} }`;
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const askable = Object.values(named.getFields()).filter(({ args }) => args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined));
  const scalars = askable.filter((field) => !composite(field.type)).map(({ name }) => name);
  const objects = depth === 0 ? [] : askable.filter((field) => composite(field.type)).map((field) => `${field.name}${field.args.some(({ name }) => name === 'first') ? '(first: 2)' : ''} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${[...scalars, ...objects].join(' ')} }`;
}

/** The question with all its arguments as variables. */
const question = (kind: string, field: GraphQLField<unknown, unknown>, given: readonly GraphQLArgument[]): string =>
  `${kind} ${given.length > 0 ? `(${given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})` : ''} { ${field.name}${given.length > 0 ? `(${given.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''} ${selection(field.type, 1)} }`;

interface Told {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** BAD_REQUEST: a body with `__proto__` or `constructor` in it, or a longer one than is read, is refused before GraphQL sees it. */
const CODES = new Set(['BAD_REQUEST', 'BAD_USER_INPUT', 'NOT_FOUND', 'QUERY_TOO_EXPENSIVE', 'TIMEOUT', 'UNAUTHENTICATED', 'CONFLICT', 'TOO_MANY_REQUESTS']);
/** What only the inside of the program knows. */
const INSIDE = /\bat \S+ \(|node_modules|\.ts:\d|\/api\/|MATCH \(|RETURN |UNWIND|Neo\.|Neo4jError|Cannot read prop|is not a function|undefined is/;

describe('whatever is sent', () => {
  let store: Store;
  let server: RunningServer;
  let before: readonly string[];
  let asked = 0;

  beforeAll(async () => {
    const atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]);
    await atlas.close();
    store = await openStore(inject('neo4j'));
    before = await store.read(wholeGraph, {}, { timeLimit: 60_000 });
    server = await startServer({ settings: { PORT: 0, ATLAS_RATE_LIMIT: 0 }, store, page: null, log: pino({ level: 'error' }) });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const send = async (query: string, variables: object): Promise<void> => {
    asked += 1;
    // JSON.stringify writes a lone surrogate as an escape, so that it arrives as one.
    const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    for (const { message, extensions } of (JSON.parse(text) as Told).errors ?? []) {
      if (!CODES.has(extensions?.code ?? 'none')) throw new Error(`${extensions?.code}: ${message}`);
      // What was sent is told back in quotes.
      if (INSIDE.test(message.replace(/"(?:[^"\\]|\\.)*"/g, ''))) throw new Error(`tells of the inside: ${message}`);
    }
  };

  const rootFields = async (): Promise<[string, GraphQLField<unknown, unknown>][]> => {
    const built = buildSchema(await sdl());
    return [...Object.values(built.getQueryType()?.getFields() ?? {}).map((field): [string, GraphQLField<unknown, unknown>] => ['query', field]), ...Object.values(built.getMutationType()?.getFields() ?? {}).map((field): [string, GraphQLField<unknown, unknown>] => ['mutation', field])];
  };

  it('gets a named answer or a named failure, field by field and argument by argument', { timeout: 900_000 }, async () => {
    const wrong: string[] = [];
    const fields = await rootFields();
    for (const [kind, field] of fields) {
      for (const argument of field.args) {
        const given = field.args.filter((other) => other === argument || (isNonNullType(other.type) && other.defaultValue === undefined));
        const query = question(kind, field, given);
        const values = fc.record(Object.fromEntries(given.map((one) => [one.name, one === argument ? fc.oneof({ weight: 9, arbitrary: hostile(one.type) }, { weight: 1, arbitrary: wrongKind }) : hostile(one.type)])));
        const { failed, counterexample, errorInstance } = await fc.check(fc.asyncProperty(values, (variables) => send(query, variables)), { seed: SEED, numRuns: TRIES, interruptAfterTimeLimit: 60_000 });
        if (failed && counterexample) wrong.push(`${field.name}(${argument.name}: ${JSON.stringify(counterexample[0]).slice(0, 300)}) → ${errorInstance instanceof Error ? errorInstance.message.slice(0, 300) : ''}`);
      }
    }
    console.info(`${asked} requests to ${fields.length} fields (seed ${SEED})`);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(fields.length);
  });

  it('leaves the graph as it was', async () => {
    expect(await store.read(wholeGraph, {}, { timeLimit: 60_000 })).toEqual(before);
  });
});
