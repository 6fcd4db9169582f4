// What the database does for what people ask: it starts from an index and walks on from there, whatever the size of the graph.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsAsked } from '../bench/questionsAsked.ts';
import { RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas } from './atlas.ts';
import { operatorsOf } from './plans.ts';

const FOLDER = join(import.meta.dirname, '../../ui/graphiql/examples');
const EXAMPLES = readdirSync(FOLDER).sort().map((file): [string, string] => [file, readFileSync(join(FOLDER, file), 'utf8')]);
const UNDER_EVERY_FIELD = ['actors: ["actor:wimn"]', 'actorKinds: [NETWORK]', 'membersOf: ["actor:wimn"]', 'countries: ["country:PHL"]', 'commitments: ["commitment:ratify-c189"]', 'themes: ["theme:detention"]', 'forums: ["forum:gfmd"]', 'withoutForum: true', 'instruments: ["instrument:cedaw"]', 'addressees: ["actor:states"]', 'acts: [CALLS_FOR]', 'voices: [OWN]', 'reviews: [REJECTED]', 'from: "2008-01-01"', 'undated: true', 'text: "detention"'];

/** The ids of the measured questions name things of the bench's graph; here they must be there too. */
const HERE: Readonly<Record<string, unknown>> = { id: 'actor:wimn', from: 'actor:wimn', to: 'actor:unifem', commitment: 'commitment:ratify-c189', topic: 'commitment:ratify-c189', theme: 'theme:detention', forum: 'forum:gfmd', text: 'detention' };

describe('no plan of the database looks at all nodes or multiplies two lists', () => {
  let atlas: Atlas;
  let looked = 0;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]);
  });
  afterAll(async () => {
    console.log(`looked at ${looked} plans`);
    await atlas.close();
  });

  const plansOf = async (query: string, variables: Record<string, unknown>): Promise<void> => {
    atlas.read.length = 0;
    const { errors } = await atlas.ask(query, variables);
    expect(errors).toEqual([]);
    expect(atlas.read.length).toBeGreaterThan(0);
    for (const { name, cypher, parameters } of atlas.read) {
      const operators = await operatorsOf(cypher, parameters);
      looked += 1;
      expect({ name, bad: operators.filter((operator) => /AllNodesScan|CartesianProduct|AllRelationshipsScan/.test(operator)) }).toEqual({ name, bad: [] });
    }
  };

  it.each(questionsAsked(1, 1).map(({ name, query }): [string, string] => [name, query]))('for the measured question “%s”', async (_, query) => {
    const declared = [...query.matchAll(/\$(\w+):/g)].map(([, name = '']) => name);
    await plansOf(query, Object.fromEntries(declared.map((name) => [name, HERE[name]])));
  });

  it.each(EXAMPLES)('for the example %s', (_, query) => plansOf(query, {}));

  it('for statements under each field of the filter', async () => {
    for (const field of UNDER_EVERY_FIELD) await plansOf(`{ statements(filter: { ${field} }, first: 5) { totalCount nodes { id } } }`, {});
  });
});
