import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from '../fixtures/asks.ts';
import { atlasOf, type Atlas } from './atlas.ts';

const SILENCES = 'presentCount spokeCount silentCount personsWithheld spoken { totalCount } caveat { text documentCount statementCount documents { title } } silent { totalCount nodes { actor { name } presences { role forum { name } passages { text } } statementCountThere statementsThere { totalCount } forElsewhere againstElsewhere statementsElsewhere { totalCount } } }';

describe('a silence', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ASKS);
  });
  afterAll(() => atlas.close());

  const silences = async (forum: string, commitment: string) => {
    const { data, errors } = await atlas.ask(`{ silences(forum: "${forum}", commitment: "${commitment}") { ${SILENCES} } }`);
    expect(errors).toEqual([]);
    return data.silences;
  };

  it('is that of whoever was present and made no statement on the ask there, with what they spoke of instead and their position elsewhere', async () => {
    const found = await silences('forum:gfmd', 'commitment:ratify-cedaw');
    expect(found).toMatchObject({ presentCount: 7, spokeCount: 1, silentCount: 6, personsWithheld: 0, spoken: { totalCount: 1 } });
    const rows = found.silent.nodes.map(({ actor, presences, statementCountThere, forElsewhere }: { actor: { name: string }; presences: { role: string }[]; statementCountThere: number; forElsewhere: number }) => [actor.name, presences.map(({ role }) => role).join(), statementCountThere, forElsewhere]);
    expect(rows).toEqual([
      ['Women in Migration Network', '', 1, 2],
      ['UNIFEM', '', 2, 0],
      ['Ana Cruz', '', 1, 0],
      ['Philippines', 'HOST', 1, 0],
      ['UN Women', 'MODERATOR', 1, 0],
      ['Ghana', 'PARTICIPANT', 0, 0],
    ]);
    for (const { actor, statementCountThere, statementsThere, forElsewhere, againstElsewhere, statementsElsewhere } of found.silent.nodes) {
      expect(statementsThere.totalCount, actor.name).toBe(statementCountThere);
      expect(statementsElsewhere.totalCount, actor.name).toBe(forElsewhere + againstElsewhere);
    }
    expect(found.silent.nodes[5].presences).toEqual([{ role: 'PARTICIPANT', forum: { name: 'GFMD 2008, Manila' }, passages: [{ text: 'Ghana took part.' }] }]);
  });

  it('stands with what was loaded of the forum', async () => {
    const { caveat } = await silences('forum:gfmd', 'commitment:ratify-cedaw');
    expect(caveat).toEqual({
      text: 'Silent in what is loaded of Global Forum on Migration and Development: 2 documents with 7 statements made there. What was said there and is in none of them is not known here.',
      documentCount: 2, statementCount: 7, documents: [{ title: 'What was said at the Manila meeting' }, { title: 'What was said in Marrakech' }],
    });
    expect((await silences('forum:gfmd-2024-geneva', 'commitment:ratify-cedaw')).caveat.text).toBe('Nothing is loaded of GFMD 2024, Geneva: that somebody is silent here says nothing.');
  });

  it('tells of no person where the Chatham House rule was given: whoever is not silent would be known to have spoken', async () => {
    const found = await silences('forum:imrf-2022', 'commitment:end-immigration-detention');
    expect(found).toMatchObject({ presentCount: 2, spokeCount: 1, silentCount: 1, personsWithheld: 1 });
    expect(found.silent.nodes).toMatchObject([{ actor: { name: 'Women in Migration Network' }, forElsewhere: 3 }]);
  });

  it('can be read page by page', async () => {
    const { data } = await atlas.ask('{ silences(forum: "forum:gfmd", commitment: "commitment:ratify-cedaw") { silent(first: 4) { totalCount pageInfo { hasNextPage endCursor } } } }');
    const { silent } = data.silences;
    expect([silent.totalCount, silent.pageInfo.hasNextPage]).toEqual([6, true]);
    const { data: rest } = await atlas.ask('query ($after: String) { silences(forum: "forum:gfmd", commitment: "commitment:ratify-cedaw") { silent(after: $after) { nodes { actor { name } } } } }', { after: silent.pageInfo.endCursor });
    expect(rest.silences.silent.nodes).toEqual([{ actor: { name: 'UN Women' } }, { actor: { name: 'Ghana' } }]);
  });
});
