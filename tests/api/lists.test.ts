import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, RATIFICATIONS, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

const CLOSED_MEETING = documentOf({
  uri: 'closed-meeting.txt',
  title: 'A closed meeting',
  restriction: 'CHATHAM_HOUSE',
  says: [{ sentence: 'Detention must end, said Ana Cruz.', actors: ['actor:ana-cruz'], commitment: 'commitment:end-immigration-detention', title: 'End immigration detention', themes: ['theme:detention'] }],
  facts: [
    { sentence: 'Ana Cruz is a member of WIMN.', type: 'MEMBER_OF', from: 'actor:ana-cruz', to: 'actor:wimn', properties: {} },
    { sentence: 'The Manila GFMD was held in the Philippines.', type: 'HELD_IN', from: 'forum:gfmd-2008-manila', to: 'country:PHL', properties: {} },
  ],
});

const LISTS = ['actors', 'countries', 'instruments', 'forums', 'commitments', 'themes', 'documents', 'passages'];

describe('lists of what there is', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, RATIFICATIONS, CLOSED_MEETING]);
  });
  afterAll(() => atlas.close());

  const ask = async (question: string): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(question);
    expect(errors).toEqual([]);
    return data;
  };
  const idsOf = ({ nodes }: Reply['data']): string[] => nodes.map(({ id }: { id: string }) => id);

  it('gives the thing of each kind that an id names, null where it names nothing, and refuses the id of another kind', async () => {
    const [statement] = WIMN_STATEMENT.statements;
    const [passage] = WIMN_STATEMENT.passages;
    const data = await ask(`{ actor(id: "actor:wimn") { id } country(id: "country:PHL") { id } instrument(id: "instrument:cedaw") { id } forum(id: "forum:gfmd") { id } commitment(id: "commitment:ratify-c189") { id }
      theme(id: "theme:detention") { id } document(id: "${WIMN_STATEMENT.document.id}") { id } statement(id: "${statement?.id}") { id } passage(id: "${passage?.id}") { id } nobody: actor(id: "actor:nobody") { id } }`);
    expect(data).toEqual({
      actor: { id: 'actor:wimn' }, country: { id: 'country:PHL' }, instrument: { id: 'instrument:cedaw' }, forum: { id: 'forum:gfmd' }, commitment: { id: 'commitment:ratify-c189' },
      theme: { id: 'theme:detention' }, document: { id: WIMN_STATEMENT.document.id }, statement: { id: statement?.id }, passage: { id: passage?.id }, nobody: null,
    });
    for (const [question, message] of [['{ actor(id: "country:PHL") { id } }', /takes the id of a Actor, got "country:PHL", which is the id of a Country/], ['{ statement(id: "nonsense") { id } }', /takes the id of a Statement, got "nonsense"\./]] as const) {
      const { errors } = await atlas.ask(question);
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it.each([
    ['actors', 'kinds: [UN_ENTITY]', ['actor:un-women', 'actor:unifem']],
    ['actors', 'text: "development fund for"', ['actor:unifem']],
    ['actors', 'memberOf: ["actor:wimn"]', ['actor:ana-cruz']],
    ['actors', 'participatedIn: ["forum:imrf-2022"]', ['actor:wimn']],
    ['actors', 'withStatements: false', ['actor:ana-cruz']],
    ['countries', 'regions: ["south-eastern asia"]', ['country:PHL']],
    ['countries', 'regions: ["Africa"]', []],
    ['countries', 'partyTo: ["instrument:cedaw"]', ['country:PHL']],
    ['countries', 'partyTo: ["instrument:ilo-c189"]', []],
    ['instruments', 'kinds: [ILO_CONVENTION]', ['instrument:ilo-c189']],
    ['instruments', 'from: "1979-01-01", to: "1979-12-31"', ['instrument:cedaw']],
    ['instruments', 'text: "c189"', ['instrument:ilo-c189']],
    ['forums', 'partOf: ["forum:gfmd"]', ['forum:gfmd-2008-manila']],
    ['forums', 'years: [2022]', ['forum:imrf-2022']],
    ['forums', 'from: "2008-10-29", to: "2008-12-01"', ['forum:gfmd-2008-manila']],
    ['forums', 'place: "MANÍLA"', ['forum:gfmd-2008-manila']],
    ['forums', 'heldIn: ["country:PHL"]', ['forum:gfmd-2008-manila']],
    ['forums', 'participants: ["actor:wimn"]', ['forum:imrf-2022']],
    ['commitments', 'themes: ["theme:detention"]', ['commitment:end-immigration-detention']],
    ['themes', 'text: "domestic"', ['theme:domestic-work']],
    ['documents', 'authors: ["actor:unifem"]', [UNIFEM_REPORT.document.id]],
    ['documents', 'forums: ["forum:gfmd"]', [UNIFEM_REPORT.document.id]],
    ['documents', 'from: "2022-01-01"', [WIMN_STATEMENT.document.id]],
    ['documents', 'undated: true, text: "ratif"', [RATIFICATIONS.document.id]],
    ['documents', 'kinds: [PDF]', []],
    ['documents', 'languages: ["en"], mentions: ["instrument:cedaw"]', [RATIFICATIONS.document.id, UNIFEM_REPORT.document.id]],
  ])('narrows %s by %s', async (list, filter, expected) => {
    const data = await ask(`{ found: ${list}(filter: { ${filter} }) { totalCount nodes { id } } }`);
    expect(idsOf(data.found).toSorted()).toEqual(expected.toSorted());
    expect(data.found.totalCount).toBe(expected.length);
  });

  it('narrows passages by words, document, role and what they mention', async () => {
    const texts = async (filter: string) => (await ask(`{ passages(filter: { ${filter} }) { totalCount nodes { text } } }`)).passages.nodes.map(({ text }: { text: string }) => text);
    expect(await texts('text: "spoke cedaw"')).toEqual(['Ana Cruz spoke of CEDAW.']);
    expect(await texts('mentions: ["instrument:cedaw"], text: "of"')).toEqual(['Ana Cruz spoke of CEDAW.']);
    expect(await texts(`documents: ["${WIMN_STATEMENT.document.id}"], roles: [TITLE]`)).toEqual(['Statement of the Women in Migration Network']);
  });

  it.each(LISTS.flatMap((list): [string, string][] => (list === 'passages' ? [[list, '']] : [[list, 'NAME'], [list, 'STATEMENTS'], ...(['instruments', 'forums', 'documents'].includes(list) ? [[list, 'DATE'] satisfies [string, string]] : [])])))('reads %s in order %s alike from either end', async (list, orderBy) => {
    const order = orderBy === '' ? '' : `orderBy: ${orderBy},`;
    const { all } = await ask(`{ all: ${list}(${order} first: 100) { totalCount nodes { id } } }`);
    expect(all.totalCount).toBe(all.nodes.length);
    expect(new Set(idsOf(all)).size).toBe(all.nodes.length);
    const walk = async (size: string, from: string): Promise<string[]> => {
      const found: string[][] = [];
      for (let cursor: string | null = null, isMore = true; isMore; ) {
        const { page }: Reply['data'] = await ask(`{ page: ${list}(${order} ${size}: 2 ${cursor ? `${from}: "${cursor}"` : ''}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`);
        found.push(idsOf(page));
        [cursor, isMore] = size === 'first' ? [page.pageInfo.endCursor, page.pageInfo.hasNextPage] : [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
      }
      return (size === 'first' ? found : found.toReversed()).flat();
    };
    expect(await walk('first', 'after')).toEqual(idsOf(all));
    expect(await walk('last', 'before')).toEqual(idsOf(all));
  });

  it('orders as it says: by name, by statements, by date', async () => {
    const data = await ask('{ forums(orderBy: DATE) { nodes { id } } commitments(orderBy: STATEMENTS) { nodes { statementCount } } countries: actors { nodes { name } } }');
    expect(idsOf(data.forums)).toEqual(['forum:imrf-2022', 'forum:gfmd-2008-manila', 'forum:gfmd']);
    expect(data.commitments.nodes.map(({ statementCount }: { statementCount: number }) => statementCount)).toEqual([4, 2]);
    expect(data.countries.nodes.map(({ name }: { name: string }) => name)).toEqual(['Ana Cruz', 'States', 'UN Women', 'UNIFEM', 'Women in Migration Network']);
  });

  it('counts for each thing exactly the statements it leads to, those of a series with its parts, and none of a person under the Chatham House rule', async () => {
    const FIELDS = 'nodes { id statementCount statements { totalCount } }';
    const all: { id: string; statementCount: number; statements: { totalCount: number } }[] = [];
    for (const list of LISTS.slice(0, 6)) all.push(...(await ask(`{ found: ${list} { ${FIELDS} } }`)).found.nodes);
    expect(all.length).toBeGreaterThan(12);
    for (const { id, statementCount, statements } of all) expect([id, statementCount]).toEqual([id, statements.totalCount]);
    expect(Object.fromEntries(all.map(({ id, statementCount }) => [id, statementCount]))).toMatchObject({ 'actor:ana-cruz': 0, 'forum:gfmd': 1, 'theme:detention': 4 });
  });

  it('asks the statements of all things of a list together', async () => {
    const sent = async (first: number): Promise<number> => {
      atlas.sent.length = 0;
      await ask(`{ actors(first: ${first}) { totalCount nodes { name statements(first: 2) { totalCount nodes { quote commitment { name } } } } } documents(first: ${first}) { nodes { statements(last: 1) { undatedCount nodes { id } } } } }`);
      return atlas.sent.length;
    };
    const [two, five] = [await sent(2), await sent(5)];
    expect(five).toBe(two);
  });

  it('refuses what makes no sense in a filter, and a cursor of another list', async () => {
    const { themes } = await ask('{ themes(first: 1) { pageInfo { endCursor } } }');
    const cases: [string, RegExp][] = [
      ['forums(filter: { partOf: ["actor:wimn"] })', /filter.partOf takes ids of Forum, got "actor:wimn"/],
      ['instruments(filter: { from: "2020" })', /filter.from must be a day/],
      [`commitments(after: "${themes.pageInfo.endCursor}")`, /not one of this list/],
      [`themes(orderBy: STATEMENTS, after: "${themes.pageInfo.endCursor}")`, /not one of this list in this order/],
      ['documents(first: 2, last: 2)', /not for both/],
    ];
    for (const [list, message] of cases) {
      const { errors } = await atlas.ask(`{ ${list} { totalCount } }`);
      expect(errors[0], list).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
    }
  });
});
