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
  const seen = new Set<string>();
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]);
  });
  afterAll(async () => {
    console.log(`looked at ${seen.size} plans`);
    await atlas.close();
  });

  /** The queries sent for a question whose plans do what they must not. */
  const badPlansOf = async (query: string, variables: Record<string, unknown>): Promise<string[]> => {
    atlas.read.length = 0;
    const { errors } = await atlas.ask(query, variables);
    const bad = errors.map(({ message }) => message);
    if (atlas.read.length === 0) bad.push('nothing was asked of the database');
    for (const { name, cypher, parameters } of atlas.read) {
      if (seen.has(cypher)) continue;
      seen.add(cypher);
      bad.push(...(await operatorsOf(cypher, parameters)).filter((operator) => /AllNodesScan|CartesianProduct|AllRelationshipsScan/.test(operator)).map((operator) => `${name}: ${operator}`));
    }
    return bad;
  };

  it.each(questionsAsked(1, 1).map(({ name, query }): [string, string] => [name, query]))('for the measured question “%s”', async (_, query) => {
    const declared = [...query.matchAll(/\$(\w+):/g)].map(([, name = '']) => name);
    expect(await badPlansOf(query, Object.fromEntries(declared.map((name) => [name, HERE[name]])))).toEqual([]);
  });

  it.each(EXAMPLES)('for the example %s', async (_, query) => {
    expect(await badPlansOf(query, {})).toEqual([]);
  });

  it('for statements under each field of the filter', async () => {
    for (const field of UNDER_EVERY_FIELD) expect(await badPlansOf(`{ statements(filter: { ${field} }, first: 5) { totalCount nodes { id } } }`, {})).toEqual([]);
  });
});
