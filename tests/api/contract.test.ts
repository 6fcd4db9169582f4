// The contract against what was promised before, against its own rules, and against the rules of GraphQL over HTTP.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BreakingChangeType, buildSchema, findBreakingChanges, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedDirective, isSpecifiedScalarType, type BreakingChange, type GraphQLSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { printedContract, sdl } from '../../api/sdl.ts';
import { startServer, type RunningServer } from '../../api/server.ts';
import { openStore, type Store } from '../../graph/store.ts';

const COMMITTED = join(import.meta.dirname, '../../schema/schema.graphql');

/** Changes after which a client's question may fail or mean something else. Directives for the server alone are nobody's question. */
const breaking = (before: string, after: string): BreakingChange[] => findBreakingChanges(buildSchema(before), buildSchema(after)).filter(({ type }) => type !== BreakingChangeType.DIRECTIVE_REMOVED);

/** Everything of the contract that a person reads, with its description. */
function described(schema: GraphQLSchema): ReadonlyMap<string, { readonly kind: string; readonly description: string }> {
  const found = new Map<string, { kind: string; description: string }>();
  const note = (kind: string, name: string, description: string | null | undefined) => found.set(name, { kind, description: description?.trim() ?? '' });
  for (const type of Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))) {
    note('types', type.name, type.description);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        note('fields', `${type.name}.${field.name}`, field.description);
        for (const argument of field.args) note('arguments', `${type.name}.${field.name}(${argument.name}:)`, argument.description);
      }
    }
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) note('input fields', `${type.name}.${field.name}`, field.description);
    if (isEnumType(type)) for (const value of type.getValues()) note('enum values', `${type.name}.${value.name}`, value.description);
  }
  for (const directive of schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive))) {
    note('directives', `@${directive.name}`, directive.description);
    for (const argument of directive.args) note('arguments', `@${directive.name}(${argument.name}:)`, argument.description);
  }
  return found;
}

describe('the contract', () => {
  it('breaks nothing that was promised: a field that goes is first deprecated', async () => {
    expect(breaking(await readFile(COMMITTED, 'utf8'), await sdl()).map(({ type, description }) => `${type}: ${description}`)).toEqual([]);
  });

  it('stands whole in schema/schema.graphql (npm run generate -- --contract writes it)', async () => {
    expect(await readFile(COMMITTED, 'utf8')).toBe(printedContract(await sdl()));
  });

  it('would name what was broken, and not what was only added', async () => {
    const now = await sdl();
    const planted = now.replace(/(type AdvocacyMap \{[^}]*)undatedCount: Int!/, '$1undated: Int!').replace('type Theme implements', 'type Addition {\n  id: ID!\n}\n\ntype Theme implements');
    expect(planted).not.toBe(now);
    expect(breaking(now, planted).map(({ description }) => description)).toEqual(['AdvocacyMap.undatedCount was removed.']);
    expect(breaking(now, now.replace('type Theme implements', 'type Addition {\n  id: ID!\n}\n\ntype Theme implements'))).toEqual([]);
  });

  it('describes every type, field, argument, enum value, input field and directive', async () => {
    const all = described(buildSchema(await sdl()));
    const counts = Object.entries(Object.groupBy([...all.values()], ({ kind }) => kind)).map(([kind, list]) => `${list?.length} ${kind}`);
    console.info(`looked at ${counts.join(', ')}`);
    expect([...all].filter(([, { description }]) => description === '').map(([name]) => name)).toEqual([]);
    expect(all.size).toBeGreaterThan(200);
  });
});

describe('the endpoint', () => {
  let store: Store;
  let server: RunningServer;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    server = await startServer({ settings: { PORT: 0, ATLAS_RATE_LIMIT: 0 }, store, page: null, log: pino({ level: 'silent' }) });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  it('keeps the rules of GraphQL over HTTP', async () => {
    const results: { id: string; name: string; status: string; reason: string }[] = [];
    for (const audit of serverAudits({ url: `${server.address}/graphql`, fetchFn: fetch })) {
      const result = await audit.fn();
      results.push({ id: audit.id, name: audit.name, status: result.status, reason: 'reason' in result ? result.reason : '' });
    }
    const of = (status: string) => results.filter((result) => result.status === status);
    console.info(`${results.length} audits: ${of('ok').length} kept, ${of('notice').length} notices, ${of('warn').length} warnings`);
    expect(of('error')).toEqual([]);
    expect(of('ok').length).toBeGreaterThan(50);
  });
});
