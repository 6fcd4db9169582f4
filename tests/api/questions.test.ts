import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

describe('a question in GraphQL', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS]);
  });
  afterAll(() => atlas.close());

  const ask = (query: string, variables?: Record<string, unknown>): Promise<Reply> => atlas.ask(query, variables);

  it('finds who advocated what, in which forum, citing what, and the sentence that says so', async () => {
    const { data, errors } = await ask(`{ statements(filter: { commitments: ["commitment:ratify-c189"], positions: [FOR] }) { totalCount nodes {
      act stance position voice quote date { iso label precision basis } actors { name } commitment { name } forum { name } addressees { name } instruments { symbol } themes { name }
      passages { text start end page document { title uri date { label } } } confidence rule review } } }`);
    expect(errors).toEqual([]);
    const quote = 'States should ratify ILO Convention 189 without delay.';
    expect(data.statements).toEqual({
      totalCount: 1,
      nodes: [
        {
          act: 'CALLS_FOR', stance: 'SUPPORTS', position: 'FOR', voice: 'OWN', quote, date: { iso: '2022-05-17', label: '17 May 2022', precision: 'DAY', basis: 'STATED' },
          actors: [{ name: 'Women in Migration Network' }], commitment: { name: 'Ratify the Domestic Workers Convention' }, forum: { name: 'International Migration Review Forum 2022' }, addressees: [{ name: 'States' }],
          instruments: [{ symbol: 'C189' }], themes: [{ name: 'Domestic work' }], confidence: 0.9, rule: 'fixture', review: 'PROPOSED',
          passages: [{ text: quote, start: 96, end: 150, page: null, document: { title: 'Statement of the Women in Migration Network', uri: 'wimn-statement.txt', date: { label: '17 May 2022' } } }],
        },
      ],
    });
  });

  it('pages through every statement once, in one order, and counts them all', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask('query ($after: String) { statements(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }', { after });
      expect(data.statements.totalCount).toBe(5);
      seen.push(...data.statements.nodes.map(({ id }: { id: string }) => id));
      after = data.statements.pageInfo.hasNextPage ? data.statements.pageInfo.endCursor : null;
    } while (after);
    const inOrder = [...WIMN_STATEMENT.statements, ...UNIFEM_REPORT.statements].map(({ id }) => id);
    expect(seen).toEqual(inOrder);
  });

  it('narrows by every field of the filter', async () => {
    const cases: [string, number][] = [
      ['actors: ["actor:wimn"]', 3],
      ['actors: ["actor:un-women", "actor:unifem"]', 3],
      ['actorKinds: [NETWORK]', 3],
      ['commitments: ["commitment:end-immigration-detention"]', 3],
      ['themes: ["theme:domestic-work"]', 2],
      ['forums: ["forum:gfmd"]', 1],
      ['forums: ["forum:gfmd-2008-manila"]', 1],
      ['withoutForum: true', 1],
      ['withoutForum: false', 4],
      ['instruments: ["instrument:ilo-c189"]', 2],
      ['addressees: ["country:PHL"]', 1],
      [`documents: ["${UNIFEM_REPORT.document.id}"]`, 2],
      ['acts: [CRITICIZES]', 2],
      ['stances: [OPPOSES]', 2],
      ['positions: [AGAINST]', 1],
      ['voices: [REPORTED]', 0],
      ['reviews: [REJECTED]', 0],
      ['from: "2008-11-15", to: "2009-01-01"', 2],
      ['from: "2008-12-01"', 3],
      ['to: "2008-10-31"', 0],
      ['text: "END detention"', 2],
      ['actors: ["actor:wimn"], acts: [CALLS_FOR], instruments: ["instrument:ilo-c189"]', 1],
    ];
    for (const [filter, count] of cases) {
      const { data, errors } = await ask(`{ statements(filter: { ${filter} }) { totalCount nodes { id } } }`);
      expect(errors, filter).toEqual([]);
      expect([data.statements.totalCount, data.statements.nodes.length], filter).toEqual([count, count]);
    }
  });

  it('draws the map of the same statements: counts on links are the statements behind them', async () => {
    const { data } = await ask('{ advocacyMap { statementCount hiddenStatementCount withoutForumCount undatedCount nodes { column entity { id } statementCount for against } links { from to statementCount for against } } }');
    expect(data.advocacyMap).toMatchObject({ statementCount: 5, hiddenStatementCount: 0, withoutForumCount: 1, undatedCount: 0 });
    for (const link of data.advocacyMap.links) {
      const [actors, commitments, forums] = link.from.startsWith('commitment:') ? [undefined, [link.from], [link.to]] : [[link.from], [link.to], undefined];
      const { data: evidence } = await ask('query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }', { filter: { actors, commitments, forums } });
      expect(evidence.statements.totalCount, `${link.from} to ${link.to}`).toBe(link.statementCount);
    }
  });

  it('says what a map had to leave out', async () => {
    const { data } = await ask('{ advocacyMap(top: 1) { nodes { entity { name } } hiddenStatementCount hidden { actors commitments forums } } }');
    expect(data.advocacyMap.nodes.map(({ entity }: { entity: { name: string } }) => entity.name)).toEqual(['Women in Migration Network', 'End immigration detention', 'International Migration Review Forum 2022']);
    expect(data.advocacyMap).toMatchObject({ hiddenStatementCount: 3, hidden: { actors: 2, commitments: 1, forums: 1 } });
  });

  it('searches names, acronyms and symbols as people type them', async () => {
    const first = async (text: string) => (await ask('query ($text: String!) { search(text: $text, first: 1) { nodes { id } edges { matched } } }', { text })).data.search.nodes[0]?.id;
    expect(await first('CEDAW')).toBe('instrument:cedaw');
    expect(await first('C189')).toBe('instrument:ilo-c189');
    expect(await first('unifem')).toBe('actor:unifem');
    expect(await first('migrtion netwrk')).toBe('actor:wimn');
    expect(await first('detent')).toMatch(/detention$/);
    expect(await first('") OR *:*')).toBeUndefined();
  });

  it('offers what is spoken of most before anything is typed', async () => {
    const { data } = await ask('{ search(text: " ", types: [THEME]) { totalCount nodes { ... on Entity { name statementCount } } } }');
    expect(data.search).toEqual({ totalCount: 2, nodes: [{ name: 'Detention', statementCount: 3 }, { name: 'Domestic work', statementCount: 2 }] });
  });

  it('tells the facts about an entity from its own side, each with what says so', async () => {
    const { data } = await ask('{ node(id: "actor:un-women") { ... on Actor { name statementCount relations { nodes { reads other { name } date { label } passages { text } } } } } }');
    expect(data.node).toEqual({ name: 'UN Women', statementCount: 1, relations: { nodes: [{ reads: 'succeeded', other: { name: 'UNIFEM' }, date: { label: 'July 2010' }, passages: [{ text: 'UNIFEM was succeeded by UN Women.' }] }] } });
  });

  it('never lets a state that is not bound read as a party', async () => {
    const { data } = await ask('{ country: node(id: "country:PHL") { ... on Country { relations { nodes { reads other { name } source } } } } treaty: node(id: "instrument:ilo-c189") { ... on Instrument { relations { nodes { reads other { name } } } } } }');
    expect(data.country.relations.nodes.map(({ reads, other }: { reads: string; other: { name: string } }) => `${reads} ${other.name}`)).toEqual(['ratified Convention on the Elimination of All Forms of Discrimination against Women', 'is not a party to Domestic Workers Convention, 2011 (No. 189)']);
    expect(data.treaty.relations.nodes).toEqual([{ reads: 'does not bind', other: { name: 'Philippines' } }]);
  });

  it('opens a document: its text, its passages, its mentions, its statements', async () => {
    const { data } = await ask(`query ($id: ID!) { node(id: $id) { ... on Document { text authors { name } forum { name } passages { text start end } mentions { start end surface entity { name } } statements { totalCount nodes { quote } } } } }`, { id: UNIFEM_REPORT.document.id });
    const { node } = data;
    for (const { text, start, end } of node.passages) expect(node.text.slice(start, end)).toBe(text);
    for (const { surface, start, end } of node.mentions) expect(node.text.slice(start, end)).toBe(surface);
    expect(node).toMatchObject({ authors: [{ name: 'UNIFEM' }], forum: { name: 'GFMD 2008, Manila' }, statements: { totalCount: 2 } });
  });

  it('sends the same few statements to the database for one result and for many', async () => {
    const question = 'query ($first: Int) { statements(first: $first) { totalCount nodes { actors { name statementCount } commitment { name themes { name } } forum { name } addressees { name } instruments { name } passages { text document { title authors { name } } } } } }';
    const count = async (first: number) => {
      atlas.sent.length = 0;
      expect((await ask(question, { first })).errors).toEqual([]);
      return atlas.sent.length;
    };
    const [one, five] = [await count(1), await count(5)];
    expect(five).toBe(one);
    expect(five).toBeLessThanOrEqual(12);
  });

  it('answers a wrong question with one clear sentence and a code', async () => {
    const cases: [string, RegExp][] = [
      ['{ statements(filter: { actors: ["forum:gfmd"] }) { totalCount } }', /filter.actors takes ids of Actor or Country, got "forum:gfmd"/],
      ['{ statements(filter: { from: "2021-02-30" }) { totalCount } }', /filter.from must be a day such as 2016-09-19, got "2021-02-30"/],
      ['{ statements(filter: { from: "2021-02-02", to: "2020-01-01" }) { totalCount } }', /is later than/],
      ['{ statements(after: "nonsense") { totalCount } }', /is not one of this list/],
      ['{ statements(first: 0) { totalCount } }', /first must be at least 1, got 0/],
      ['{ advocacyMap(top: 1001) { statementCount } }', /top must be between 1 and 1000, got 1001/],
    ];
    for (const [question, message] of cases) {
      const { errors } = await ask(question);
      expect(errors[0]?.message, question).toMatch(message);
      expect(errors[0]?.extensions?.code, question).toBe('BAD_USER_INPUT');
    }
  });

  it('refuses, before it asks the database anything, a question whose pages within pages would bring the server down', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'id' : `document { statements(first: 50) { nodes { ${nested(depth - 1)} } } }`);
    atlas.sent.length = 0;
    for (const question of [`{ statements(first: 100) { nodes { ${nested(3)} } } }`, `query ($n: Int = 90) { statements(first: $n) { nodes { ...S } } } fragment S on Statement { document { statements(first: $n) { edges { node { document { statements(first: $n) { nodes { id } } } } } } } }`]) {
      const { errors } = await ask(question);
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(/may return more than 50,000 objects/), extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
    }
    expect(atlas.sent).toEqual([]);
    expect((await ask(`{ statements(first: 5) { nodes { ${nested(1)} } } }`)).errors).toEqual([]);
  });

  it('gives null, not an error, for an id that names nothing', async () => {
    expect((await ask('{ node(id: "actor:nobody") { id } nodes(ids: ["nonsense", "actor:wimn"]) { id } }')).data).toEqual({ node: null, nodes: [null, { id: 'actor:wimn' }] });
  });
});
