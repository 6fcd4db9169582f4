import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from '../fixtures/asks.ts';
import { atlasOf, type Atlas } from './atlas.ts';

const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

describe('the life of an ask', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ASKS);
  });
  afterAll(() => atlas.close());

  const lineage = async (fields: string, commitment = 'commitment:end-immigration-detention') => {
    const { data, errors } = await atlas.ask(`query ($commitment: ID!) { askLineage(commitment: $commitment) { ${fields} } }`, { commitment });
    expect(errors).toEqual([]);
    return data.askLineage;
  };

  it('begins with the earliest dated statement and goes on in order of date, each in its exact words; the undated stand apart', async () => {
    const { commitment, firstUse } = await lineage('commitment { name } firstUse { quote }');
    const { uses } = await lineage('uses { totalCount nodes { date { iso } act voice quote actors { name } forum { name } } }');
    const { undatedUses } = await lineage('undatedUses { totalCount nodes { quote date { iso } } }');
    expect(commitment.name).toBe('End immigration detention');
    expect(firstUse.quote).toBe('We call on States to end the detention of migrants.');
    expect(uses.totalCount).toBe(12);
    const dates = uses.nodes.map(({ date }: { date: { iso: string } }) => date.iso);
    expect(dates).toEqual(['2008-10-30', '2008-10-30', '2008-10-30', '2008-10-31', '2009', '2016', '2016', '2016', '2022-05-17', '2022-06', '2022-06', '2023-02-01']);
    expect(uses.nodes[0]).toMatchObject({ act: 'CALLS_FOR', voice: 'OWN', actors: [{ name: 'Women in Migration Network' }], forum: { name: 'GFMD 2008, Manila' } });
    expect(undatedUses).toEqual({ totalCount: 1, nodes: [{ quote: 'End the detention of migrants now.', date: { iso: null } }] });
  });

  it('can be read page by page', async () => {
    const { uses: first } = await lineage('uses(first: 5) { nodes { id } pageInfo { hasNextPage endCursor } }');
    const { uses: rest } = await lineage(`uses(first: 50, after: "${first.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } }`);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.nodes, ...rest.nodes].map(({ id }: { id: string }) => id)).size).toBe(12);
  });

  it('tells the instruments that set it out from those only cited beside it', async () => {
    const { setOutIn, citedWith } = await lineage('setOutIn { instrument { name } passages { text } } citedWith { instrument { name } statementCount statements { totalCount nodes { quote } } }');
    expect(setOutIn).toEqual([{ instrument: { name: 'Manila Call' }, passages: [{ text: 'The Call sets out the end of detention.' }] }]);
    expect(citedWith).toEqual([{ instrument: { name: 'Manila Call' }, statementCount: 1, statements: { totalCount: 1, nodes: [{ quote: 'Detention must end, says UNIFEM.' }] } }]);
    const rights = await lineage('setOutIn { instrument { name } } citedWith { instrument { id } statementCount }', 'commitment:protect-womens-rights');
    expect(rights).toEqual({ setOutIn: [], citedWith: [{ instrument: { id: 'instrument:cedaw' }, statementCount: 1 }] });
  });

  it('names the texts that took it up, and the addressee that accepted; a comment on an outcome is no outcome', async () => {
    const { uptakeCount, uptake } = await lineage('uptakeCount uptake { kind instrument { name } by { name } document { title } date { iso } statementCount statements { quote } passages { text } }');
    expect(uptake).toEqual([
      { kind: 'ACCEPTED_BY_ADDRESSEE', instrument: null, by: [{ name: 'Philippines' }], document: { title: 'What was said at the Manila meeting' }, date: { iso: '2008-10-30' }, statementCount: 1, statements: [{ quote: 'The Philippines will close its detention centres by the end of 2012.' }], passages: [] },
      { kind: 'OUTCOME_TEXT', instrument: { name: 'Manila Call' }, by: [{ name: 'GFMD 2008, Manila' }], document: { title: 'Manila Call 2008' }, date: { iso: '2008-10-31' }, statementCount: 1, statements: [{ quote: 'Detention must end in all its forms.' }], passages: [{ text: 'The Manila meeting adopted the Call.' }] },
      { kind: 'SET_OUT_IN_ADOPTED', instrument: { name: 'Manila Call' }, by: [{ name: 'GFMD 2008, Manila' }], document: null, date: { iso: '2008-10-31' }, statementCount: 0, statements: [], passages: expect.arrayContaining([{ text: 'The Manila meeting adopted the Call.' }, { text: 'The Call sets out the end of detention.' }]) },
      { kind: 'ACCEPTED_BY_ADDRESSEE', instrument: null, by: [{ name: 'Philippines' }], document: { title: 'What was said at the review' }, date: { iso: '2022-05-17' }, statementCount: 1, statements: [{ quote: 'The Philippines supports an end to detention.' }], passages: [] },
    ]);
    expect(uptakeCount).toBe(4);
    const { uptake: ratified } = await lineage('uptake { kind by { name } document { title } }', 'commitment:ratify-cedaw');
    expect(ratified).toEqual([{ kind: 'ADOPTING_ROOM', by: [{ name: 'GFMD 2008, Manila' }], document: { title: 'What was said at the Manila meeting' } }]);
  });

  it('says where a series dropped it, and claims nothing of a session of which no document is loaded', async () => {
    const { dropped } = await lineage('dropped { series { name } lastHeardIn { name } statements { totalCount } silentSince { name } searched { title } searchedStatementCount }');
    expect(dropped).toEqual([{ series: { name: 'Global Forum on Migration and Development' }, lastHeardIn: { name: 'GFMD 2008, Manila' }, statements: { totalCount: 3 }, silentSince: { name: 'GFMD 2018, Marrakech' }, searched: [{ title: 'What was said in Marrakech' }], searchedStatementCount: 1 }]);
    expect((await lineage('dropped { series { name } }', 'commitment:count-migrants')).dropped).toEqual([]);
  });

  it('counts how far it has spread, each count with its statements, and no person of a closed meeting', async () => {
    const { spread } = await lineage('spread { statementCount for against undatedCount documentCount actorCount forumCount yearCount actors { entity { name } statementCount firstDate { iso } lastDate { iso } } forums { entity { name } statementCount } years { year statementCount newActorCount newForumCount } }');
    expect(spread).toMatchObject({ statementCount: 13, for: 13, against: 0, undatedCount: 1, documentCount: 8, actorCount: 6, forumCount: 2, yearCount: 5 });
    for (const list of ['actors', 'forums', 'years']) {
      const { spread: counted } = await lineage(`spread { ${list} { statementCount statements { totalCount } } }`);
      for (const share of counted[list]) expect(share.statements.totalCount, `${list}: ${JSON.stringify(share)}`).toBe(share.statementCount);
    }
    // Of her three statements the two under the Chatham House rule are hers for nobody to know.
    expect(spread.actors.find(({ entity }: { entity: { name: string } }) => entity.name === 'Ana Cruz')).toMatchObject({ statementCount: 1, firstDate: { iso: '2023-02-01' } });
    expect(spread.actors[0]).toMatchObject({ entity: { name: 'Philippines' }, statementCount: 3, firstDate: { iso: '2008-10-30' }, lastDate: { iso: '2022-05-17' } });
    expect(spread.years.map(({ year, newActorCount }: { year: number; newActorCount: number }) => [year, newActorCount])).toEqual([[2008, 4], [2009, 0], [2016, 1], [2022, 0], [2023, 1]]);
    expect(names(spread.forums.map(({ entity }: { entity: { name: string } }) => entity))).toEqual(['GFMD 2008, Manila', 'International Migration Review Forum 2022']);
  });

  it('leaves out what a reviewer has rejected', async () => {
    const review = (state: string) => atlas.store.write({ name: 'review', cypher: "MATCH (s:Statement {quote: 'UNIFEM asked the Philippines to end detention.'}) SET s.review = $state", decode: () => null }, { state });
    await review('REJECTED');
    const { uses, spread, uptakeCount } = await lineage('uses { totalCount } uptakeCount spread { statementCount }');
    await review('PROPOSED');
    // Nobody has asked the Philippines any more, so it accepted nothing.
    expect([uses.totalCount, spread.statementCount, uptakeCount]).toEqual([11, 12, 2]);
  });

  it('asks the database as often for two uses as for many', async () => {
    const questions = async (first: number) => {
      atlas.sent.length = 0;
      await lineage(`firstUse { quote } uses(first: ${first}) { nodes { actors { name } forum { name } } } citedWith { instrument { name } } uptakeCount uptake { by { name } document { title } statements { quote } } spread { actors { entity { name } } years { year } }`);
      // Names are looked up as often as answers come in: which of them arrive together is chance.
      return atlas.sent.filter((name) => name !== 'entitiesById').sort();
    };
    const [two, many] = [await questions(2), await questions(50)];
    expect(many).toEqual(two);
    expect(many.length).toBeLessThanOrEqual(16);
  });

  it('refuses what is no commitment, and says when there is none', async () => {
    expect((await atlas.ask('{ askLineage(commitment: "forum:gfmd") { uptakeCount } }')).errors[0]).toMatchObject({ message: 'commitment takes the id of Commitment, got "forum:gfmd".', extensions: { code: 'BAD_USER_INPUT' } });
    expect((await atlas.ask('{ askLineage(commitment: "commitment:nothing") { uptakeCount } }')).errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });
});
