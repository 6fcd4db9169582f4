import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INFLUENCE_MEASURES } from '../../schema/influenceMeasures.ts';
import { forumsOfActors, jointStatements, positionsOfActors } from '../../graph/traversals/positionsOfActors.ts';
import { ALLIANCES } from '../fixtures/alliances.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';
import { operatorsOf } from './plans.ts';

interface Side {
  readonly statementCount: number;
  readonly statements: { readonly totalCount: number };
}

describe('who stands together, and who has influence', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ALLIANCES);
  });
  afterAll(() => atlas.close());

  const ask = async (query: string): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(query);
    expect(errors, query).toEqual([]);
    return data;
  };

  it('tells pairs who agree, by shared commitments, with the statements they made together counted once', async () => {
    const { coAdvocacy } = await ask('{ coAdvocacy { totalCount actorCount notComparedCount nodes { one { name } other { name } agreementCount oppositionCount agreement agreeingStatementCount agreements { commitment { name } jointCount } } } }');
    expect(coAdvocacy).toMatchObject({ totalCount: 3, actorCount: 4, notComparedCount: 0 });
    expect(coAdvocacy.nodes).toEqual([
      {
        one: { name: 'UNIFEM' }, other: { name: 'Women in Migration Network' }, agreementCount: 2, oppositionCount: 0, agreement: 1, agreeingStatementCount: 6,
        agreements: [{ commitment: { name: 'End immigration detention' }, jointCount: 0 }, { commitment: { name: 'Ratify the Domestic Workers Convention' }, jointCount: 0 }],
      },
      { one: { name: 'UN Women' }, other: { name: 'UNIFEM' }, agreementCount: 1, oppositionCount: 0, agreement: 1 / 3, agreeingStatementCount: 3, agreements: [{ commitment: { name: 'End immigration detention' }, jointCount: 0 }] },
      { one: { name: 'UN Women' }, other: { name: 'Women in Migration Network' }, agreementCount: 1, oppositionCount: 0, agreement: 1 / 3, agreeingStatementCount: 4, agreements: [{ commitment: { name: 'End immigration detention' }, jointCount: 1 }] },
    ]);
  });

  it('tells who is opposed, and what either side said, word for word', async () => {
    const { coAdvocacy } = await ask('{ coAdvocacy(orderBy: OPPOSITION, with: "country:PHL") { nodes { one { id } other { id } opposition opposingStatementCount oppositions { one { position statements { nodes { quote } } } other { position } } } } }');
    expect(coAdvocacy.nodes).toEqual([
      { one: { id: 'actor:unifem' }, other: { id: 'country:PHL' }, opposition: 0.5, opposingStatementCount: 2, oppositions: [{ one: { position: 'FOR', statements: { nodes: [{ quote: 'UNIFEM called for ratification of the domestic workers text.' }] } }, other: { position: 'AGAINST' } }] },
      { one: { id: 'actor:wimn' }, other: { id: 'country:PHL' }, opposition: 0.5, opposingStatementCount: 2, oppositions: [{ one: { position: 'FOR', statements: { nodes: [{ quote: 'States should ratify the domestic workers text.' }] } }, other: { position: 'AGAINST' } }] },
    ]);
  });

  it('leads from every count of a pair to exactly those statements, whatever the filter', async () => {
    for (const filter of ['{}', '{ actors: ["actor:wimn", "actor:un-women"] }', '{ madeBy: ["actor:wimn", "actor:un-women", "actor:unifem"], actors: ["actor:wimn", "actor:un-women"] }', '{ from: "2022-01-01" }', '{ themes: ["theme:detention"], positions: [FOR] }']) {
      const { coAdvocacy } = await ask(`{ coAdvocacy(filter: ${filter}, first: 10) { nodes { agreeingStatementCount agreements(first: 5) { jointCount jointStatements(first: 5) { totalCount } one { statementCount statements(first: 5) { totalCount } } other { statementCount statements(first: 5) { totalCount } } } } } }`);
      expect(coAdvocacy.nodes.length, filter).toBeGreaterThan(0);
      for (const { agreeingStatementCount, agreements } of coAdvocacy.nodes as { agreeingStatementCount: number; agreements: { jointCount: number; jointStatements: { totalCount: number }; one: Side; other: Side }[] }[]) {
        for (const { jointCount, jointStatements: joint, one, other } of agreements) expect([one.statements.totalCount, other.statements.totalCount, joint.totalCount], filter).toEqual([one.statementCount, other.statementCount, jointCount]);
        expect(agreements.reduce((sum, { one, other, jointCount }) => sum + one.statementCount + other.statementCount - jointCount, 0)).toBe(agreeingStatementCount);
      }
    }
  });

  it('pages through pairs and keeps those with enough in common', async () => {
    const first = (await ask('{ coAdvocacy(first: 1) { pageInfo { hasNextPage endCursor } nodes { id } } }')).coAdvocacy;
    expect(first).toEqual({ pageInfo: { hasNextPage: true, endCursor: 'actor:unifem actor:wimn' }, nodes: [{ id: 'actor:unifem actor:wimn' }] });
    expect((await ask('{ coAdvocacy(first: 5, after: "actor:unifem actor:wimn") { nodes { id } } }')).coAdvocacy.nodes).toEqual([{ id: 'actor:un-women actor:unifem' }, { id: 'actor:un-women actor:wimn' }]);
    expect((await ask('{ coAdvocacy(minimum: 2) { nodes { id } } }')).coAdvocacy.nodes).toEqual([{ id: 'actor:unifem actor:wimn' }]);
  });

  it('lays actors out by attention and stance on a topic, shared statements whole and by their part', async () => {
    const { stakeholderMap } = await ask('{ stakeholderMap(topic: "theme:detention") { measure statementCount statements { totalCount } actorCount hiddenActorCount highest stakeholders { actor { name } statementCount for against attention fractionalAttention influence { raw normalised } } } }');
    expect(stakeholderMap).toMatchObject({ measure: 'FORUM_REACH', statementCount: 7, statements: { totalCount: 7 }, actorCount: 3, hiddenActorCount: 0, highest: 1 });
    expect(stakeholderMap.stakeholders).toEqual([
      { actor: { name: 'UN Women' }, statementCount: 3, for: 3, against: 0, attention: 3 / 7, fractionalAttention: 2.5 / 7, influence: { raw: 1, normalised: 1 } },
      { actor: { name: 'Women in Migration Network' }, statementCount: 3, for: 3, against: 0, attention: 3 / 7, fractionalAttention: 2 / 7, influence: { raw: 1, normalised: 1 } },
      { actor: { name: 'UNIFEM' }, statementCount: 1, for: 1, against: 0, attention: 1 / 7, fractionalAttention: 1 / 7, influence: { raw: 1, normalised: 1 } },
    ]);
  });

  it('spells out every measure and what each figure is made of, and leads from each to its evidence', async () => {
    const expected: Record<string, Record<string, number>> = {
      FORUM_REACH: { 'actor:unifem': 1, 'actor:wimn': 1, 'actor:un-women': 1, 'country:PHL': 1 },
      // The network and UN Women took up ending detention; ratification only the network.
      UPTAKE: { 'actor:unifem': 3, 'actor:wimn': 0, 'actor:un-women': 0, 'country:PHL': 0 },
      OUTCOMES: { 'actor:unifem': 0, 'actor:wimn': 0, 'actor:un-women': 0, 'country:PHL': 0 },
      BRIDGING: { 'actor:unifem': 0, 'actor:wimn': 0, 'actor:un-women': 0, 'country:PHL': 0 },
      ASKED_TO_ACT: { 'actor:unifem': 0, 'actor:wimn': 0, 'actor:un-women': 0, 'country:PHL': 2 },
      ROLES: { 'actor:unifem': 4, 'actor:wimn': 2, 'actor:un-women': 0, 'country:PHL': 3 },
      MEMBERSHIP: { 'actor:unifem': 0, 'actor:wimn': 1, 'actor:un-women': 1, 'country:PHL': 0 },
    };
    for (const [measure, { means }] of Object.entries(INFLUENCE_MEASURES)) {
      const { stakeholderMap: map } = await ask(`{ stakeholderMap(measure: ${measure}, top: 10) { formula stakeholders { actor { id } statementCount statements(first: 1) { totalCount } influence { raw partCount parts(first: 9) { value statements(first: 1) { totalCount } passages { id } } } } } }`);
      expect(map.formula).toBe(means);
      const raw = Object.fromEntries(map.stakeholders.map(({ actor, influence }: { actor: { id: string }; influence: { raw: number } }) => [actor.id, influence.raw]));
      expect(raw, measure).toEqual(expected[measure]);
      for (const { statementCount, statements, influence } of map.stakeholders) {
        expect(statements.totalCount).toBe(statementCount);
        expect(influence.parts).toHaveLength(influence.partCount);
        const summed = influence.parts.reduce((sum: number, { value }: { value: number }) => sum + value, 0);
        expect(measure === 'BRIDGING' ? influence.raw : summed, measure).toBe(influence.raw);
        for (const part of influence.parts) expect((part.statements?.totalCount ?? 0) + part.passages.length, measure).toBeGreaterThan(0);
      }
    }
  });

  it('keeps the actors with the most statements and counts the others, who still set what 1 stands for', async () => {
    const { stakeholderMap } = await ask('{ stakeholderMap(measure: ROLES, top: 1) { actorCount hiddenActorCount highest stakeholders { actor { name } influence { raw normalised } } } }');
    expect(stakeholderMap).toEqual({ actorCount: 4, hiddenActorCount: 3, highest: 4, stakeholders: [{ actor: { name: 'Women in Migration Network' }, influence: { raw: 2, normalised: 0.5 } }] });
  });

  it('names nobody who spoke under the Chatham House rule', async () => {
    const told = JSON.stringify([await ask('{ coAdvocacy(minimum: 1) { nodes { one { name } other { name } } } }'), await ask('{ stakeholderMap(measure: ROLES, top: 50) { stakeholders { actor { name } } } }'), await ask('{ stakeholderMap(measure: ASKED_TO_ACT, top: 50) { stakeholders { influence { parts { entity { name } } } } } }')]);
    expect(told).not.toContain('Ana Cruz');
    expect((await ask('{ stakeholderMap(topic: "commitment:fund-shelters") { statementCount stakeholders { actor { name } } } }')).stakeholderMap).toEqual({ statementCount: 2, stakeholders: [{ actor: { name: 'UN Women' } }] });
  });

  it('asks the same few queries however many actors there are', async () => {
    atlas.sent.length = 0;
    await ask('{ stakeholderMap(measure: UPTAKE) { stakeholders { actor { name } influence { raw parts { entity { name } value } } } } }');
    expect(atlas.sent.map((name) => name.replace(/ under .*/, '')).sort()).toEqual(['count of statements', 'entitiesById', 'positions of actors']);
    atlas.sent.length = 0;
    await ask('{ coAdvocacy { nodes { one { name } other { name } agreements { commitment { name } one { statementCount } } } } }');
    expect(atlas.sent.map((name) => name.replace(/ under .*/, '')).sort()).toEqual(['entitiesById', 'joint statements', 'positions of actors']);
  });

  it('says what is wrong with an argument', async () => {
    const cases: [string, RegExp, string][] = [
      ['coAdvocacy(with: "forum:gfmd") { totalCount }', /with takes the id of an actor/, 'BAD_USER_INPUT'],
      ['coAdvocacy(with: "actor:nobody") { totalCount }', /there is no actor:nobody/, 'NOT_FOUND'],
      ['coAdvocacy(minimum: 0) { totalCount }', /minimum must be between 1/, 'BAD_USER_INPUT'],
      ['coAdvocacy(after: "x") { totalCount }', /not one of this list/, 'BAD_USER_INPUT'],
      ['stakeholderMap(topic: "actor:wimn") { highest }', /topic takes the id of a commitment/, 'BAD_USER_INPUT'],
      ['stakeholderMap(topic: "theme:nothing") { highest }', /there is no theme:nothing/, 'NOT_FOUND'],
      ['stakeholderMap(topic: "theme:detention", filter: { themes: ["theme:detention"] }) { highest }', /topic and filter.themes/, 'BAD_USER_INPUT'],
      ['stakeholderMap(top: 501) { highest }', /top must be between 1 and 500, got 501/, 'BAD_USER_INPUT'],
    ];
    for (const [question, message, code] of cases) {
      const { errors } = await atlas.ask(`{ ${question} }`);
      expect(errors[0]?.message, question).toMatch(message);
      expect(errors[0]?.extensions?.code, question).toBe(code);
    }
  });

  it('reads no plan with all nodes or multiplied rows', async () => {
    for (const asked of [positionsOfActors({ themes: ['theme:detention'] }), jointStatements({ themes: ['theme:detention'] }), forumsOfActors({ themes: ['theme:detention'] })]) {
      const operators = await operatorsOf(asked.query.cypher, asked.parameters);
      expect(operators.filter((name) => /AllNodesScan|CartesianProduct/.test(name)), asked.query.name).toEqual([]);
    }
  });
});
