import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf } from '../../graph/analysis/coding.ts';
import { codedRows, codedStatements } from '../../graph/traversals/codedStatements.ts';
import { CLOSED_ROOM, DEBATE } from '../fixtures/debate.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';
import { operatorsOf } from './plans.ts';

const [WIMN, UN_WOMEN, UNIFEM, GROWERS, PHL, ANA] = ['actor:wimn', 'actor:un-women', 'actor:unifem', 'actor:growers', 'country:PHL', 'actor:ana-cruz'];
const [DETENTION, C189] = ['commitment:end-immigration-detention', 'commitment:ratify-c189'];

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly statements: { readonly totalCount: number };
}

describe('a discourse network', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf(DEBATE);
  });
  afterAll(() => atlas.close());

  const ask = async (settings: string, fields: string, filter = '{}'): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(`{ network(filter: ${filter}, settings: ${settings}) { ${fields} } }`);
    expect(errors, settings).toEqual([]);
    return data.network;
  };
  const edges = async (settings: string, filter?: string): Promise<Edge[]> => (await ask(settings, 'networks { edges { from to weight statements(first: 1) { totalCount } } }', filter)).networks[0].edges;
  const asTriples = (list: readonly Edge[]): [string, string, number][] => list.map(({ from, to, weight }) => [from, to, weight]);
  const counts = async (settings: string): Promise<Reply['data']> => (await ask(settings, 'counts { all counted excluded withoutValue undated repeated }')).counts;
  const refusal = async (question: string): Promise<[string | undefined, string]> => {
    const { errors } = await atlas.ask(question);
    return [errors[0]?.extensions?.code, errors[0]?.message ?? ''];
  };

  it('ties those who take the same position on the same ask, by pairs of statements, the heaviest tie first', async () => {
    const found = await edges('{}');
    expect(asTriples(found)).toEqual([[GROWERS, WIMN, 4], [UN_WOMEN, WIMN, 3], [GROWERS, UN_WOMEN, 1], [UNIFEM, WIMN, 1]]);
    // Of the heaviest: four for ending detention, two against the convention. A statement of both stands behind their tie once.
    expect(found.map(({ statements }) => statements.totalCount)).toEqual([6, 3, 4 - 2, 2]);
  });

  it('ties those who contradict each other, or nets both', async () => {
    const conflict = await edges('{ aggregation: CONFLICT }');
    expect(asTriples(conflict)).toEqual([[WIMN, PHL, 3], [GROWERS, UNIFEM, 1], [GROWERS, WIMN, 1], [GROWERS, PHL, 1], [UN_WOMEN, PHL, 1], [UNIFEM, WIMN, 1]].map(([a = '', b = '', w]) => (String(a) < String(b) ? [a, b, w] : [b, a, w])));
    expect(conflict.find(({ from, to }) => from === GROWERS && to === WIMN)?.statements.totalCount).toBe(2);
    const net = await edges('{ aggregation: SUBTRACT }');
    expect(net.find(({ from, to }) => from === GROWERS && to === WIMN)?.weight).toBe(3);
    expect(net.some(({ from, to }) => from === UNIFEM && to === WIMN)).toBe(false);
  });

  it('is normalised by how much the two say', async () => {
    expect((await edges('{ normalization: AVERAGE }')).find(({ from, to }) => from === GROWERS && to === WIMN)?.weight).toBeCloseTo(4 / 3.5, 12);
  });

  it('of two modes weighs every link by its statements, and leads to exactly those', async () => {
    for (const settings of ['{ mode: TWO_MODE }', '{ mode: TWO_MODE, rows: COMMITMENT, columns: FORUM }', '{ mode: TWO_MODE, rows: THEME, columns: ACTOR }', '{ mode: TWO_MODE, rows: INSTRUMENT, columns: COMMITMENT }', '{ mode: TWO_MODE, duplicates: DOCUMENT }']) {
      const found = await edges(settings);
      expect(found.length, settings).toBeGreaterThan(0);
      expect(found.map(({ statements }) => statements.totalCount), settings).toEqual(found.map(({ weight }) => weight));
    }
    expect(asTriples(await edges('{ mode: TWO_MODE }'))).toEqual([[WIMN, DETENTION, 3], [WIMN, C189, 2], [GROWERS, DETENTION, 1], [GROWERS, C189, 1], [UN_WOMEN, DETENTION, 1], [UNIFEM, C189, 1], [PHL, DETENTION, 1]]);
    expect(asTriples(await edges('{ mode: TWO_MODE, aggregation: COMBINE }')).filter(([from]) => from === WIMN || from === PHL)).toEqual([[WIMN, C189, 3], [PHL, DETENTION, 2], [WIMN, DETENTION, 1]]);
  });

  it('tells what became of every statement', async () => {
    expect(await counts('{}')).toEqual({ all: 10, counted: 9, excluded: 0, withoutValue: 1, undated: 0, repeated: 0 });
    expect(await counts('{ duplicates: DOCUMENT }')).toEqual({ all: 10, counted: 8, excluded: 0, withoutValue: 1, undated: 0, repeated: 1 });
    expect(await counts('{ columns: FORUM }')).toEqual({ all: 10, counted: 7, excluded: 0, withoutValue: 3, undated: 0, repeated: 0 });
    expect(await counts(`{ exclude: ["${GROWERS}"] }`)).toMatchObject({ excluded: 2, counted: 7 });
    expect(await counts('{ exclude: ["theme:detention"] }')).toMatchObject({ excluded: 5, counted: 4 });
    expect(await counts(`{ only: ["${C189}"] }`)).toMatchObject({ excluded: 5, counted: 4 });
    expect(await counts('{ windows: { unit: MONTHS, size: 1 } }')).toEqual({ all: 10, counted: 6, excluded: 0, withoutValue: 1, undated: 3, repeated: 0 });
  });

  it('counts a person for the body of which the text says that they are a member, and never one under the Chatham House rule', async () => {
    const nodes = async (settings: string, filter?: string): Promise<[string, number][]> => (await ask(settings, 'networks { nodes { entity { id } frequency statements { totalCount } } }', filter)).networks[0].nodes.map(({ entity, frequency, statements }: Reply['data']) => {
      expect(statements.totalCount).toBe(frequency);
      return [entity.id, frequency];
    });
    expect(await nodes('{}')).toEqual([[WIMN, 5], [GROWERS, 2], [UN_WOMEN, 1], [UNIFEM, 1], [PHL, 1]]);
    expect(await nodes('{ rows: ACTOR }')).toEqual([[WIMN, 4], [GROWERS, 2], [ANA, 1], [UN_WOMEN, 1], [UNIFEM, 1], [PHL, 1]]);
    const closed = `{ documents: ["${CLOSED_ROOM.document.id}"] }`;
    for (const rows of ['ACTOR', 'ORGANISATION']) expect(await nodes(`{ rows: ${rows}, isolates: true }`, closed), rows).toEqual([]);
    expect(await nodes(`{ rows: COMMITMENT, columns: THEME }`, closed)).toEqual([[C189, 1]]);
  });

  it('moves through time by whole years, and places no statement more precisely than its date is known', async () => {
    const { networks } = await ask('{ windows: { unit: YEARS, size: 1 } }', 'networks { statementCount window { from middle to } statements { totalCount } edges { from } }');
    expect(networks.map(({ statementCount }: Reply['data']) => statementCount)).toEqual([3, 0, 1, 0, 5]);
    expect(networks[0]).toMatchObject({ window: { from: '2018-01-01', middle: '2018-01-01', to: '2018-12-31' }, statements: { totalCount: 3 } });
    const months = (await ask('{ windows: { unit: MONTHS, size: 3, step: 12 } }', 'networks { statementCount window { from to } }')).networks;
    expect(months[0]).toEqual({ statementCount: 1, window: { from: '2020-03-01', to: '2020-05-31' } });
    expect(months[1].window.from).toBe('2021-03-01');
    expect(months).toHaveLength(3);
  });

  it('is printed as a matrix with names, for R or a spreadsheet', async () => {
    const { csv } = (await ask('{ mode: TWO_MODE, aggregation: SUBTRACT }', 'networks { csv }')).networks[0];
    expect(csv.split('\r\n')).toEqual(['"","End immigration detention","Ratify the Domestic Workers Convention"', '"Growers, Packers & Co",1,-1', '"UN Women",1,0', '"UNIFEM",0,1', '"Women in Migration Network",3,0', '"Philippines",-1,0', '']);
  });

  it('says what is not shown', async () => {
    const [one] = (await ask('{ top: 2 }', 'networks { truncated hiddenNodeCount hiddenEdgeCount nodes { entity { id } } edges { weight } }')).networks;
    expect(one).toEqual({ truncated: true, hiddenNodeCount: 3, hiddenEdgeCount: 3, nodes: [{ entity: { id: WIMN } }, { entity: { id: GROWERS } }], edges: [{ weight: 4 }] });
    expect(await edges('{ minimumWeight: 3 }')).toHaveLength(2);
  });

  it('tells in words what was computed', async () => {
    const { definition } = await ask(`{ aggregation: CONFLICT, normalization: JACCARD, duplicates: YEAR, exclude: ["${PHL}"], windows: { unit: YEARS, size: 2 } }`, 'definition', '{ from: "2016-01-01", forums: ["forum:imrf-2022"] }');
    for (const part of ['Σ_c Σ_k X[i,c,k] X[h,c,l], l ≠ k', 'm10 + m01 + m11', 'once for each year', 'Excluded: Philippines', 'a window of 2 years', 'forums International Migration Review Forum 2022; from 2016-01-01', 'Of 5 statements under the filter']) expect(definition).toContain(part);
  });

  it('refuses what means nothing, and says what fits', async () => {
    const network = (settings: string) => refusal(`{ network(settings: ${settings}) { definition } }`);
    expect(await network('{ normalization: ACTIVITY }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('take NO, AVERAGE')]);
    expect(await network('{ mode: TWO_MODE, aggregation: CONFLICT }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('take IGNORE, COMBINE or SUBTRACT')]);
    expect(await network('{ rows: THEME, columns: THEME }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('take two variables')]);
    expect(await network('{ exclude: ["doc:0000000000000000"] }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('settings.exclude')]);
    expect(await network('{ mode: TWO_MODE, aggregation: COMBINE, minimumWeight: 2 }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('COMBINE')]);
    expect(await network('{ windows: { unit: DAYS, size: 1 } }')).toEqual([undefined, '']);
    expect(await network('{ windows: { unit: MONTHS, size: 0 } }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('settings.windows.size')]);
    expect(await refusal('{ polarization(settings: { aggregation: IGNORE }) { definition } }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('leave settings.mode')]);
    expect(await refusal('{ coalitions(settings: { windows: { unit: YEARS, size: 1 } }) { definition } }')).toEqual(['BAD_USER_INPUT', expect.stringContaining('coalitions takes no settings.windows')]);
  });

  it('counts rejected statements only where they are asked for, and then as evidence too', async () => {
    const reject = (review: string) => atlas.store.write({ name: 'review', cypher: "MATCH (s:Statement) WHERE s.quote STARTS WITH 'Once more' SET s.review = $review", decode: () => null }, { review });
    await reject('REJECTED');
    expect((await counts('{}')).all).toBe(9);
    const [edge] = await edges('{ mode: TWO_MODE }', '{ reviews: [REJECTED] }');
    expect(edge).toMatchObject({ weight: 1, statements: { totalCount: 1 } });
    await reject('PROPOSED');
  });

  it('pages its evidence as statements are paged, from either end', async () => {
    const page = async (args: string): Promise<Reply['data']> => (await ask('{}', `networks { statements(${args}) { totalCount undatedCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { id } } }`)).networks[0].statements;
    const idsOf = ({ nodes }: Reply['data']): string[] => nodes.map(({ id }: { id: string }) => id);
    const all = (await atlas.ask('{ statements(first: 100) { edges { cursor } nodes { id actors { id } } } }')).data.statements;
    const whole = await page('first: 100');
    expect(whole).toMatchObject({ totalCount: 9, undatedCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
    expect(idsOf(whole)).toEqual(idsOf(all).slice(0, 9));
    expect(whole.edges).toEqual(all.edges.slice(0, 9));
    const start = await page('first: 4');
    const rest = await page(`first: 100, after: "${start.pageInfo.endCursor}"`);
    const end = await page('last: 3');
    const middle = await page(`after: "${start.pageInfo.endCursor}", before: "${end.pageInfo.startCursor}"`);
    expect([...idsOf(start), ...idsOf(rest)]).toEqual(idsOf(whole));
    expect([...idsOf(start), ...idsOf(middle), ...idsOf(end)]).toEqual(idsOf(whole));
  });

  it('is fetched by one question, its evidence by one more, however many ties there are', async () => {
    atlas.sent.length = 0;
    await ask('{ mode: TWO_MODE }', 'networks { edges { from statements(first: 5) { nodes { quote } } } }');
    expect(atlas.sent).toHaveLength(2);
  });

  it('is refused beyond so many statements, and is never looked for among all nodes', async () => {
    const few = codedStatements({}, new Set(['makers']), 3);
    const rows = await atlas.store.read(few.query, few.parameters);
    expect(rows).toEqual([null]);
    expect(() => codedRows(rows)).toThrow(/narrow it by dates/);
    for (const filter of [{}, { themes: ['theme:detention'] }]) {
      const all = codedStatements(filter, new Set(['makers', 'speakers', 'commitments', 'themes', 'forums', 'instruments']));
      const operators = await operatorsOf(all.query.cypher, all.parameters);
      expect(operators.filter((name) => /AllNodesScan|CartesianProduct/.test(name))).toEqual([]);
    }
    expect(fieldOf('statement:x')).toBeNull();
  });
});

describe('the field of a debate', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf(DEBATE);
  });
  afterAll(() => atlas.close());
  const ask = async (question: string): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(question);
    expect(errors).toEqual([]);
    return data;
  };

  it('falls into coalitions, with what binds them and what divides the field, each with its statements', async () => {
    const stand = 'for against statementCount statements { totalCount }';
    const { coalitions } = await ask(`{ coalitions { definition coalitionCount splittingCount unattached { id }
      coalitions { rank memberCount cohesion density statementCount statements { totalCount } members { entity { id } statementCount statements { totalCount } } binding { entity { id } support agreeingPairs stand { ${stand} } } }
      splitting { entity { id } opposedPairs inField { ${stand} } stands { coalition stand { ${stand} } } } } }`);
    expect(coalitions).toMatchObject({ coalitionCount: 1, splittingCount: 2, unattached: [{ id: UNIFEM }, { id: PHL }] });
    expect(coalitions.coalitions).toEqual([
      {
        rank: 1, memberCount: 3, cohesion: 1, density: 1, statementCount: 7, statements: { totalCount: 7 },
        members: [[WIMN, 5], [GROWERS, 2], [UN_WOMEN, 1]].map(([id, count]) => ({ entity: { id }, statementCount: count, statements: { totalCount: count } })),
        binding: [{ entity: { id: DETENTION }, support: 1, agreeingPairs: 3, stand: { for: 3, against: 0, statementCount: 4, statements: { totalCount: 4 } } }],
      },
    ]);
    expect(coalitions.splitting).toEqual([
      { entity: { id: DETENTION }, opposedPairs: 0, inField: { for: 3, against: 1, statementCount: 5, statements: { totalCount: 5 } }, stands: [{ coalition: 1, stand: { for: 3, against: 0, statementCount: 4, statements: { totalCount: 4 } } }] },
      { entity: { id: C189 }, opposedPairs: 0, inField: { for: 1, against: 1, statementCount: 4, statements: { totalCount: 4 } }, stands: [{ coalition: 1, stand: { for: 0, against: 1, statementCount: 3, statements: { totalCount: 3 } } }] },
    ]);
    expect(coalitions.definition).toContain('seed 1');
  });

  it('has central actors, by a measure that says how it counts', async () => {
    const { centralities } = await ask('{ centralities { formula nodeCount nodes { entity { id } value frequency statements { totalCount } } } }');
    expect(centralities.nodes.map(({ entity, value }: Reply['data']) => [entity.id, value])).toEqual([[WIMN, 8], [GROWERS, 5], [UN_WOMEN, 4], [UNIFEM, 1], [PHL, 0]]);
    expect(centralities).toMatchObject({ nodeCount: 5, formula: expect.stringContaining('Σ_h w(i,h)') });
    expect(centralities.nodes[0]).toMatchObject({ frequency: 5, statements: { totalCount: 5 } });
  });

  it('is polarised as far as its camps contradict each other, over the whole time and over years', async () => {
    const { polarization } = await ask('{ polarization { overTime { score } whole { conflictShare caveat method camps { members { id } statementCount statements { totalCount } } statementCount } } }');
    const [agreement, disagreement] = [3 / 3 + 4 / 3.5 + 1 / 1.5 + 1 / 3, 3 / 3 + 1 + 1 / 1.5 + 1 / 3.5 + 1 / 1.5 + 1 / 3];
    expect(polarization.whole.conflictShare).toBeCloseTo(disagreement / (agreement + disagreement), 12);
    expect(polarization).toMatchObject({ overTime: [], whole: { method: 'ENUMERATION', caveat: null, statementCount: 9 } });
    const camps = polarization.whole.camps.map(({ members }: Reply['data']) => members.map(({ id }: { id: string }) => id));
    expect(camps.find((camp: string[]) => camp.includes(WIMN ?? ''))).not.toContain(PHL);
    for (const { statementCount, statements } of polarization.whole.camps) expect(statements.totalCount).toBe(statementCount);
    const years = (await ask('{ polarization(settings: { windows: { unit: YEARS, size: 1 } }) { whole { score } overTime { window { from } statementCount caveat conflictShare } } }')).polarization;
    expect(years.whole).toBeNull();
    expect(years.overTime.map(({ statementCount }: Reply['data']) => statementCount)).toEqual([3, 0, 1, 0, 5]);
    expect(years.overTime[1]).toEqual({ window: { from: '2019-01-01' }, statementCount: 0, conflictShare: 0, caveat: expect.stringContaining('Too few') });
  });
});
