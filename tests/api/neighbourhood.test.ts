import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATEMENT_LINKS } from '../../schema/links.ts';
import { linksOf } from '../../graph/traversals/statementLinks.ts';
import { statedLinks } from '../../graph/traversals/statedLinks.ts';
import { requestContext } from '../../api/context.ts';
import { warmUpLinks } from '../../api/exploring.ts';
import { ALLIANCES } from '../fixtures/alliances.ts';
import { RATIFICATIONS } from '../fixtures/documents.ts';
import { atlasOf, type Atlas } from './atlas.ts';
import { operatorsOf } from './plans.ts';

interface Edge {
  readonly id: string;
  readonly weight: number;
  readonly for: number | null;
  readonly against: number | null;
  readonly statements: { readonly totalCount: number; readonly nodes: readonly { readonly position: string }[] } | null;
  readonly passages: readonly unknown[];
}

describe('the neighbourhood of a named thing', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf([...ALLIANCES, RATIFICATIONS]);
    await warmUpLinks(requestContext(atlas.store), { timeLimit: 60_000 });
  });
  afterAll(() => atlas.close());

  const names = async (args: string): Promise<string[]> => (await atlas.ask(`{ neighbourhood(${args}) { nodes { entity { name } } } }`)).data.neighbourhood.nodes.map(({ entity }: { entity: { name: string } }) => entity.name);

  it('shows what statements and facts join to it, most evidence first, with the words in which each link is read', async () => {
    const { data, errors } = await atlas.ask('{ neighbourhood(ids: ["actor:unifem"]) { truncated unexpanded nodes { entity { id } distance expanded leftOut } edges { id reads readsBack weight for against details } } }');
    expect(errors).toEqual([]);
    expect(data.neighbourhood).toMatchObject({ truncated: 0, unexpanded: 0 });
    expect(data.neighbourhood.nodes[0]).toEqual({ entity: { id: 'actor:unifem' }, distance: 0, expanded: true, leftOut: 0 });
    // Two statements and a fact join it to Manila, one statement to each of the others.
    expect(data.neighbourhood.nodes.map(({ entity }: { entity: { id: string } }) => entity.id)).toEqual(['actor:unifem', 'forum:gfmd-2008-manila', 'instrument:ilo-c189', 'commitment:end-immigration-detention', 'country:PHL', 'commitment:ratify-c189']);
    expect(data.neighbourhood.edges).toContainEqual({ id: 'actor:unifem ASKED country:PHL', reads: 'asked', readsBack: 'was asked by', weight: 1, for: 1, against: 0, details: [] });
    expect(data.neighbourhood.edges).toContainEqual({ id: 'actor:unifem PARTICIPATED_IN forum:gfmd-2008-manila', reads: 'took part in', readsBack: 'was attended by', weight: 1, for: null, against: null, details: ['CHAIR'] });
  });

  it('tells the links among all that is shown: who opposes, which treaty binds whom, also for things already on the map', async () => {
    const { data } = await atlas.ask('{ neighbourhood(ids: ["country:PHL"], depth: 0, shown: ["commitment:ratify-c189", "instrument:cedaw", "instrument:ilo-c189"]) { nodes { entity { id } distance expanded } edges { id reads details } } }');
    expect(data.neighbourhood.nodes[1]).toEqual({ entity: { id: 'commitment:ratify-c189' }, distance: null, expanded: false });
    expect(data.neighbourhood.edges).toEqual([
      { id: 'commitment:ratify-c189 INVOKED instrument:ilo-c189', reads: 'was argued from', details: [] },
      { id: 'country:PHL ADVOCATES commitment:ratify-c189', reads: 'opposed', details: [] },
      { id: 'country:PHL PARTY_TO instrument:cedaw', reads: 'ratified', details: ['RATIFIED'] },
      { id: 'country:PHL PARTY_TO instrument:ilo-c189', reads: 'is not a party to', details: ['NOT_PARTY'] },
    ]);
  });

  it('leads from every weight to exactly that evidence, whatever the filter', async () => {
    const filters = [
      ['{}', 'ADVOCATES, MEMBER_OF'],
      ['{ from: "2022-01-01" }', 'HEARD_IN'],
      ['{ madeBy: ["actor:wimn"] }', 'ADVOCATES'],
      ['{ actors: ["actor:un-women"], themes: ["theme:detention"] }', 'ABOUT'],
      ['{ actors: ["actor:wimn"], madeBy: ["actor:un-women"] }', 'ADVOCATES'],
      ['{ addressees: ["actor:states"], instruments: ["instrument:ilo-c189"] }', 'CITED, ASKED'],
    ];
    for (const [filter = '', links = ''] of filters) {
      const { data, errors } = await atlas.ask(`{ neighbourhood(ids: ["commitment:end-immigration-detention", "actor:wimn"], depth: 2, first: 20, filter: ${filter}, relationships: [${links}]) { edges { id weight for against statements(first: 10) { totalCount nodes { position } } passages { id } } } }`);
      expect(errors, filter).toEqual([]);
      const edges: Edge[] = data.neighbourhood.edges;
      expect(edges.length, filter).toBeGreaterThan(0);
      for (const { id, weight, for: pro, against, statements, passages } of edges) {
        const positions = statements?.nodes.map(({ position }) => position) ?? null;
        const counted = (wanted: string): number | null => positions && positions.filter((position) => position === wanted).length;
        expect({ id, weight: statements?.totalCount ?? passages.length, for: counted('FOR'), against: counted('AGAINST') }, filter).toEqual({ id, weight, for: pro, against });
      }
    }
  });

  it('keeps the neighbours with the most evidence and counts what it leaves out, and what would come', async () => {
    const { data } = await atlas.ask('{ neighbourhood(ids: ["actor:wimn"], first: 2, relationships: [ADVOCATES, SPOKE_IN, ASKED, MEMBER_OF]) { truncated nodes { entity { id } leftOut further { type count } } } }');
    expect(data.neighbourhood).toEqual({
      truncated: 3,
      nodes: [
        { entity: { id: 'actor:wimn' }, leftOut: 3, further: [{ type: 'ACTOR', count: 2 }, { type: 'COMMITMENT', count: 1 }] },
        { entity: { id: 'forum:imrf-2022' }, leftOut: 0, further: [{ type: 'ACTOR', count: 1 }] },
        { entity: { id: 'commitment:end-immigration-detention' }, leftOut: 0, further: [{ type: 'ACTOR', count: 2 }] },
      ],
    });
  });

  it('goes further step by step, through the kinds of thing and of link asked for', async () => {
    expect(await names('ids: ["theme:detention"], depth: 1')).toEqual(['Detention', 'End immigration detention', 'Fund shelters']);
    expect(await names('ids: ["theme:detention"], depth: 2, types: [COMMITMENT, FORUM]')).toEqual(['Detention', 'End immigration detention', 'Fund shelters', 'International Migration Review Forum 2022', 'GFMD 2008, Manila']);
    expect(await names('ids: ["actor:unifem"], depth: 3, relationships: [PARTICIPATED_IN, PART_OF]')).toEqual(['UNIFEM', 'GFMD 2008, Manila', 'Global Forum on Migration and Development', 'Philippines']);
  });

  it('places no undated fact in time; one of a forum has the forum’s date', async () => {
    expect(await names('ids: ["actor:wimn"], relationships: [PARTICIPATED_IN, MEMBER_OF]')).toEqual(['Women in Migration Network', 'International Migration Review Forum 2022', 'UN Women']);
    expect(await names('ids: ["actor:wimn"], relationships: [PARTICIPATED_IN, MEMBER_OF], filter: { from: "2022-01-01" }')).toEqual(['Women in Migration Network', 'International Migration Review Forum 2022']);
    expect(await names('ids: ["actor:wimn"], relationships: [PARTICIPATED_IN, MEMBER_OF], filter: { to: "2021-12-31" }')).toEqual(['Women in Migration Network']);
  });

  it('never joins a person to what was said under the Chatham House rule', async () => {
    expect(await names('ids: ["actor:ana-cruz"], depth: 1')).toEqual(['Ana Cruz']);
    expect(await names('ids: ["forum:imrf-2022", "commitment:fund-shelters", "actor:wimn"], depth: 1')).not.toContain('Ana Cruz');
    const { data } = await atlas.ask('{ neighbourhood(ids: ["commitment:fund-shelters"], depth: 0, shown: ["actor:ana-cruz", "actor:states"]) { nodes { further { type count } } edges { id weight } } }');
    expect(data.neighbourhood.edges).toEqual([{ id: 'commitment:fund-shelters ASKED_OF actor:states', weight: 1 }]);
    expect(data.neighbourhood.nodes[1]).toEqual({ further: [] });
  });

  it('costs the same number of queries whatever the number of things', async () => {
    atlas.sent.length = 0;
    await names('ids: ["actor:unifem"], depth: 1');
    const few = atlas.sent.length;
    atlas.sent.length = 0;
    await names('ids: ["actor:unifem", "actor:wimn", "actor:un-women", "country:PHL"], depth: 1');
    expect(atlas.sent.length).toBeLessThanOrEqual(few + 1);
    expect(few).toBeLessThan(16);
  });

  it('says what is wrong with an argument', async () => {
    const cases: [string, RegExp, string][] = [
      ['ids: []', /at least one/, 'BAD_USER_INPUT'],
      ['ids: ["doc:0123456789abcdef"]', /ids takes ids of actors/, 'BAD_USER_INPUT'],
      ['ids: ["actor:nobody"]', /there is no actor:nobody here/, 'NOT_FOUND'],
      ['ids: ["actor:wimn"], depth: 4', /depth must be between 0 and 3, got 4/, 'BAD_USER_INPUT'],
      ['ids: ["actor:wimn"], first: 0', /first must be at least 1, got 0/, 'BAD_USER_INPUT'],
      ['ids: ["actor:wimn"], shown: ["forum:x y"]', /shown takes ids/, 'BAD_USER_INPUT'],
    ];
    for (const [args, message, code] of cases) {
      const { errors } = await atlas.ask(`{ neighbourhood(${args}) { truncated } }`);
      expect(errors[0]?.message, args).toMatch(message);
      expect(errors[0]?.extensions?.code, args).toBe(code);
    }
  });

  it('starts from an index in every role: no plan reads all nodes or multiplies rows', async () => {
    const links = Object.keys(STATEMENT_LINKS) as (keyof typeof STATEMENT_LINKS)[];
    const roles = [['MAKER', 'actor:wimn'], ['ADDRESSEE', 'actor:states'], ['COMMITMENT', 'commitment:ratify-c189'], ['FORUM', 'forum:gfmd'], ['INSTRUMENT', 'instrument:cedaw'], ['THEME', 'theme:detention']] as const;
    for (const [role, id] of roles) {
      const asked = [...linksOf({}, role, [id], links, null), ...linksOf({}, role, [id, id], links, null)];
      expect(asked.length, role).toBeGreaterThan(1);
      for (const { query, parameters } of asked) expect((await operatorsOf(query.cypher, parameters)).filter((name) => /AllNodesScan|NodeByLabelScan|CartesianProduct/.test(name)), query.name).toEqual([]);
    }
    const stated = await operatorsOf(statedLinks.cypher, { ids: ['actor:wimn'], types: [], among: null, from: null, to: null, documents: null });
    expect(stated.filter((name) => /Scan|CartesianProduct/.test(name))).toEqual([]);
  });
});
