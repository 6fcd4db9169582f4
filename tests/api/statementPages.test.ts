import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

/** An undated meeting report: a person spoke under the Chatham House rule, and an embassy was heard with accents in its words. */
const QUIET_ROOM = documentOf({
  uri: 'quiet-room.txt',
  title: 'A closed meeting',
  restriction: 'CHATHAM_HOUSE',
  says: [
    { sentence: 'Détention must end in the Côte, said one participant.', actors: ['actor:ana-cruz'], commitment: 'commitment:end-immigration-detention', title: 'End immigration detention', themes: ['theme:detention'] },
    { sentence: 'The Philippines will ratify it.', actors: ['country:PHL'], act: 'COMMITS', commitment: 'commitment:ratify-c189', title: 'Ratify the Domestic Workers Convention' },
  ],
  facts: [
    { sentence: 'Ana Cruz is a member of WIMN.', type: 'MEMBER_OF', from: 'actor:ana-cruz', to: 'actor:wimn', properties: {} },
    { sentence: 'The Women in Migration Network is a member of UN Women.', type: 'MEMBER_OF', from: 'actor:wimn', to: 'actor:un-women', properties: {} },
  ],
});

const ORDERS = ['DATE_DESC', 'DATE_ASC', 'DOCUMENT', 'CONFIDENCE_ASC', 'ACTOR', 'COMMITMENT', 'FORUM'];

describe('pages of statements', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, QUIET_ROOM]);
  });
  afterAll(() => atlas.close());

  const page = async (variables: Record<string, unknown>): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(
      `query ($filter: StatementFilter, $orderBy: StatementOrder, $first: Int, $after: String, $last: Int, $before: String) {
         statements(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
           totalCount undatedCount nodes { id quote date { iso } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { orderBy: 'DATE_DESC', ...variables },
    );
    expect(errors).toEqual([]);
    return data.statements;
  };
  const idsOf = ({ nodes }: Reply['data']): string[] => nodes.map(({ id }: { id: string }) => id);

  it.each(ORDERS)('reads the same list from its beginning and from its end, in order %s', async (orderBy) => {
    const whole = await page({ orderBy, first: 100 });
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const all = idsOf(whole);
    expect(new Set(all).size).toBe(7);
    const forwards: string[] = [];
    for (let after = null, isMore = true; isMore; ) {
      const { pageInfo, ...rest } = await page({ orderBy, first: 3, after });
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      forwards.push(...idsOf(rest));
      [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    const backwards: string[] = [];
    for (let before = null, isMore = true; isMore; ) {
      const { pageInfo, ...rest } = await page({ orderBy, last: 3, before });
      expect(pageInfo.hasNextPage).toBe(before !== null);
      backwards.unshift(...idsOf(rest));
      [before, isMore] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect([forwards, backwards]).toEqual([all, all]);
  });

  it('reads what stands between two cursors', async () => {
    const [start, end] = [await page({ first: 2 }), await page({ last: 2 })];
    const between = await page({ after: start.pageInfo.endCursor, before: end.pageInfo.startCursor });
    expect(idsOf(between)).toEqual(idsOf(await page({ first: 100 })).slice(2, -2));
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('keeps its place while the data grows in front of it', async () => {
    const first = await page({ first: 3 });
    const rest = idsOf(await page({ after: first.pageInfo.endCursor, first: 100 }));
    await atlas.store.write({ name: 'grow', cypher: "CREATE (:Statement:Grown {id: 'doc:0000000000000000#s0-1.acts', start: 0, end: 1, quote: 'x', act: 'ACTS', stance: 'SUPPORTS', position: 'FOR', voice: 'OWN', review: 'PROPOSED', date: '2024-01-01', datePrecision: 'DAY', dateBasis: 'STATED', confidence: 1.0, rule: 'fixture'})", decode: () => null }, {});
    expect(idsOf(await page({ after: first.pageInfo.endCursor, first: 100 }))).toEqual(rest);
    await atlas.store.write({ name: 'shrink', cypher: 'MATCH (s:Grown) DETACH DELETE s', decode: () => null }, {});
  });

  it('orders by date with the undated last either way, and by what is read first', async () => {
    const dates = async (orderBy: string) => (await page({ orderBy })).nodes.map(({ date }: { date: { iso: string | null } }) => date.iso);
    expect(await dates('DATE_DESC')).toEqual(['2022-05-17', '2022-05-17', '2022-05-17', '2008-11', '2008-11', null, null]);
    expect(await dates('DATE_ASC')).toEqual(['2008-11', '2008-11', '2022-05-17', '2022-05-17', '2022-05-17', null, null]);
    const quotes = async (orderBy: string) => (await page({ orderBy })).nodes.map(({ quote }: { quote: string }) => quote.slice(0, 12));
    expect((await quotes('DOCUMENT'))[0]).toBe('Détention mu');
    // Philippines, UN Women (the first of two), UNIFEM, the network; the participant who may not be named comes last, not under her name.
    expect(await quotes('ACTOR')).toEqual(['The Philippi', 'Detaining ch', ...(await quotes('ACTOR')).slice(2, 6), 'Détention mu']);
    expect((await quotes('FORUM')).slice(0, 2)).toEqual(['UNIFEM oppos', 'We call on S']);
  });

  it('never finds a statement by the person whom the rule of the meeting hides, nor shows the name in a cursor', async () => {
    for (const filter of [{ actors: ['actor:ana-cruz'] }, { madeBy: ['actor:ana-cruz'] }, { membersOf: ['actor:wimn'] }, { actors: ['actor:ana-cruz'], commitments: ['commitment:end-immigration-detention'] }, { membersOf: ['actor:wimn'], documents: [QUIET_ROOM.document.id] }]) expect((await page({ filter })).totalCount, JSON.stringify(filter)).toBe(0);
    const { pageInfo } = await page({ orderBy: 'ACTOR', last: 1 });
    expect(Buffer.from(pageInfo.endCursor, 'base64url').toString().toLowerCase()).not.toContain('cruz');
  });

  it.each([
    [{ membersOf: ['actor:un-women'] }, 3],
    [{ countries: ['country:PHL'] }, 2],
    [{ countries: ['country:PHL'], acts: ['COMMITS'] }, 1],
    [{ countries: ['country:PHL'], documents: [UNIFEM_REPORT.document.id] }, 1],
    [{ undated: true }, 2],
    [{ undated: false }, 5],
    [{ datePrecisions: ['MONTH'] }, 2],
    [{ from: '2008-11-30', to: '2008-12-31' }, 2],
    [{ text: 'cote DETENTION' }, 1],
    [{ text: 'end the det' }, 3],
    [{ text: 'the' }, 5],
    [{ text: 'tention' }, 0],
    [{ text: '“detention!?' }, 3],
    [{ text: '— ? —' }, 7],
  ])('narrows by %j', async (filter, count) => {
    const { totalCount, nodes } = await page({ filter });
    expect([totalCount, nodes.length]).toEqual([count, count]);
    // The same words mean the same where the filter starts elsewhere than in the index of words.
    const within = { ...filter, documents: [WIMN_STATEMENT, UNIFEM_REPORT, QUIET_ROOM].map(({ document }) => document.id), ...('documents' in filter ? { documents: filter.documents } : {}) };
    expect((await page({ filter: within })).totalCount).toBe(count);
  });

  it('counts the undated apart, under the filter without its dates', async () => {
    expect(await page({ filter: { from: '2008-01-01', to: '2008-12-31' } })).toMatchObject({ totalCount: 2, undatedCount: 2 });
    expect(await page({ filter: { from: '2008-01-01', commitments: ['commitment:ratify-c189'] } })).toMatchObject({ totalCount: 2, undatedCount: 1 });
  });

  it('refuses a page that makes no sense, and says what would', async () => {
    const { pageInfo } = await page({ first: 1 });
    const cases: [string, RegExp][] = [
      ['first: 1, last: 1', /first or for last, not for both/],
      ['last: 0', /last must be at least 1, got 0/],
      [`orderBy: ACTOR, after: "${pageInfo.endCursor}"`, /not one of this list in this order/],
      ['before: "x"', /not one of this list in this order/],
      ['filter: { undated: true, from: "2008-01-01" }', /filter.undated asks for what has no date/],
      ['filter: { countries: ["actor:wimn"] }', /filter.countries takes ids of Country/],
    ];
    for (const [given, message] of cases) {
      const { errors } = await atlas.ask(`{ statements(${given}) { totalCount } }`);
      expect(errors[0], given).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
    }
  });
});
