// Questions made to bring a server down: each is refused under a code of the contract, before the database hears of it.

import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf } from '../../api/cost.ts';
import { MAX_ALIASES } from '../../api/limits.ts';
import { sdl } from '../../api/sdl.ts';
import { atlasOf, type Atlas } from './atlas.ts';

const times = (count: number, write: (at: number) => string): string => Array.from({ length: count }, (_, at) => write(at)).join(' ');
/** `outer` as often as `depth` says, around `inner`. */
const nested = (depth: number, outer: string, inner: string): string => `${outer.repeat(depth)} ${inner} ${'}'.repeat(depth)}`;

/** Fragments of which each spreads the next twice: 2 to the power of their number, if each spread is counted anew. */
const doubling = (steps: number): string => `${times(steps, (at) => `fragment F${at} on Corpus { ...F${at + 1} ...F${at + 1} }`)} fragment F${steps} on Corpus { version }`;
/** What is known of all who spoke on a page, as large as one question may be. */
const FACTS = (fields: string): string => `statements(first: 100) { nodes { actors { relations { nodes { ${fields} } } } } }`;

interface Attack {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: 'QUERY_TOO_EXPENSIVE' | 'GRAPHQL_VALIDATION_FAILED' | 'GRAPHQL_PARSE_FAILED';
  readonly says?: RegExp;
}

const PAGES = 'statements(first: $n) { nodes { document { statements(first: $n) { nodes { document { statements(first: $n) { nodes { id } } } } } } } }';
const ATTACKS: Record<string, Attack> = {
  'pages within pages, sized by a variable': { query: `query ($n: Int) { ${PAGES} }`, variables: { n: 100 }, code: 'QUERY_TOO_EXPENSIVE', says: /objects/ },
  'pages within pages, sized by the default of a variable': { query: `query ($n: Int = 100) { ${PAGES} }`, code: 'QUERY_TOO_EXPENSIVE', says: /objects/ },
  'the same page under many aliases': { query: `{ ${times(4, (at) => `a${at}: ${FACTS('id')}`)} }`, code: 'QUERY_TOO_EXPENSIVE', says: /objects/ },
  'a flood of aliases': { query: `{ ${times(MAX_ALIASES + 1, (at) => `a${at}: corpus { version }`)} }`, code: 'QUERY_TOO_EXPENSIVE', says: /101 aliases/ },
  'a flood of aliases of __typename': { query: `{ ${times(300, (at) => `a${at}: __typename`)} }`, code: 'QUERY_TOO_EXPENSIVE', says: /300 aliases/ },
  'many values of each object of many pages': { query: `{ ${FACTS(times(20, (at) => `a${at}: type`))} }`, code: 'QUERY_TOO_EXPENSIVE', says: /values/ },
  'the whole text of every document, again and again': { query: `{ corpus { documents { ${times(10, (at) => `t${at}: text`)} } } }`, code: 'QUERY_TOO_EXPENSIVE', says: /objects/ },
  'a flood of directives': { query: `{ corpus { ${times(60, () => 'version @include(if: true)')} } }`, code: 'QUERY_TOO_EXPENSIVE', says: /60 directives/ },
  'a flood of directives on one field': { query: `{ corpus { version ${times(100, () => '@include(if: true)')} } }`, code: 'GRAPHQL_VALIDATION_FAILED' },
  'fields within fields': { query: `{ corpus { documents { ${nested(15, 'statements(first: 1) { nodes { document { ', 'id')} ${'} }'.repeat(15)} } } }`, code: 'QUERY_TOO_EXPENSIVE', says: /depth of/ },
  'brackets without end': { query: `{ corpus ${'{ a '.repeat(5_000)}`, code: 'GRAPHQL_PARSE_FAILED' },
  'a list value nested without end': { query: `{ nodes(ids: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { id } }`, code: 'GRAPHQL_PARSE_FAILED' },
  'a fragment that spreads itself': { query: '{ corpus { documents { ...A } } } fragment A on Document { forum { relations { nodes { passages { document { ...A } } } } } }', code: 'GRAPHQL_VALIDATION_FAILED', says: /spread/ },
  'fragments that double at each step': { query: `{ statements(first: 1) { nodes { ...F0 } } } ${times(18, (at) => `fragment F${at} on Statement { a: document { ...G${at} } b: document { ...G${at} } } fragment G${at} on Document { statements(first: 1) { nodes { ...F${at + 1} } } }`)} fragment F18 on Statement { id }`, code: 'QUERY_TOO_EXPENSIVE' },
  'fragments that double at each step and ask for nothing': { query: `{ corpus { ...F0 } } ${doubling(60)}`, code: 'GRAPHQL_VALIDATION_FAILED', says: /too many selections/ },
  'introspection of types of fields of types of fields': { query: `{ __schema { types { ${nested(4, 'fields { type { ', 'name')} ${'}'.repeat(4)} } } }`, code: 'GRAPHQL_VALIDATION_FAILED', says: /introspection depth/ },
  'introspection under many aliases': { query: `{ ${times(50, (at) => `a${at}: __schema { types { fields { type { fields { name } } } } }`)} }`, code: 'QUERY_TOO_EXPENSIVE', says: /objects/ },
  'introspection of kinds of kinds': { query: `{ __type(name: "Query") { fields { type { ${nested(30, 'ofType { ', 'name')} } } } }`, code: 'QUERY_TOO_EXPENSIVE', says: /depth of/ },
};

describe('a question made to bring the server down', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([]);
  });
  afterAll(() => atlas.close());

  it.each(Object.entries(ATTACKS))('is refused: %s', async (name, { query, variables, code, says = /./ }) => {
    atlas.sent.length = 0;
    const before = process.cpuUsage();
    const { data, errors } = await atlas.ask(query, variables);
    const { user, system } = process.cpuUsage(before);
    console.info(`${name}: ${((user + system) / 1_000).toFixed(1)} ms of CPU`);
    expect([errors[0]?.extensions?.code, errors[0]?.message]).toEqual([code, expect.stringMatching(says)]);
    expect([data, atlas.sent]).toEqual([undefined, []]);
  });

  it('is told from one that only looks like it: the standard introspection, a dozen look-ups, directives in use', async () => {
    expect((await atlas.ask(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true }))).errors).toEqual([]);
    expect((await atlas.ask(`{ ${times(12, (at) => `a${at}: node(id: "actor:nobody-${at}") { id __typename }`)} }`)).errors).toEqual([]);
    expect((await atlas.ask('query ($with: Boolean!) { statements(first: 100) @skip(if: $with) { nodes { document { statements(first: 100) { nodes { actors { relations(first: 100) { totalCount } } } } } } } corpus { version } }', { with: true })).errors).toEqual([]);
  });

  it('is counted in a time that grows with its length alone', async () => {
    const document = parse(`{ corpus { ...F0 } } ${doubling(50)}`);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the question comes first');
    expect(costOf(buildSchema(await sdl()), document, operation, {}).values).toBe(2 ** 50);
  });

  it('is answered where one of it is asked, and refused where four are', async () => {
    expect((await atlas.ask(`{ ${FACTS('id')} }`)).errors).toEqual([]);
  });

  it('counts what is left out under a variable only when it is let in', async () => {
    const { errors } = await atlas.ask('query ($with: Boolean = true) { statements(first: 100) @include(if: $with) { nodes { document { statements(first: 100) { nodes { actors { relations(first: 100) { totalCount } } } } } } } }');
    expect(errors[0]?.extensions?.code).toBe('QUERY_TOO_EXPENSIVE');
  });

  it('leaves what is wrong with variables to be told as such', async () => {
    expect((await atlas.ask('query ($n: Int) { statements(first: $n) { totalCount } }', { n: 'many' })).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect((await atlas.ask('query ($t: String = "a") { search(text: $t) { totalCount } }', { t: null })).errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('text') });
  });
});
