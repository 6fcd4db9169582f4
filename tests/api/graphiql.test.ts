// The example questions of the query page: each is one that the contract knows and the atlas answers.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdl } from '../../api/sdl.ts';
import { RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

const FOLDER = join(import.meta.dirname, '../../ui/graphiql/examples');
const EXAMPLES = readdirSync(FOLDER).sort().map((file): [string, string] => [file, readFileSync(join(FOLDER, file), 'utf8')]);

describe('an example of the query page', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]);
  });
  afterAll(() => atlas.close());

  it('is one of several', () => {
    expect(EXAMPLES.length).toBeGreaterThan(5);
  });

  it.each(EXAMPLES)('%s says in its first line what it asks, is valid, and is answered', async (_, query) => {
    expect(query).toMatch(/^# \S.*[?.]\n/);
    expect(validate(buildSchema(await sdl()), parse(query))).toEqual([]);
    // A cold database may need its whole time to plan a question; asked again it knows the plan.
    const hurried = ({ errors }: Reply): boolean => errors.some(({ extensions }) => extensions?.code === 'TIMEOUT');
    let reply = await atlas.ask(query);
    for (let again = 0; again < 4 && hurried(reply); again++) reply = await atlas.ask(query);
    expect(reply.errors).toEqual([]);
    expect(reply.data).toBeTruthy();
  });
});
