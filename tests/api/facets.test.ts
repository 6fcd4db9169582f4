import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

const DIMENSIONS = ['actors', 'actorKinds', 'countries', 'commitments', 'themes', 'forums', 'instruments', 'addressees', 'documents', 'acts', 'stances', 'positions', 'voices', 'reviews', 'years'];

const CLOSED_MEETING = documentOf({
  uri: 'closed-meeting.txt',
  title: 'A closed meeting',
  restriction: 'CHATHAM_HOUSE',
  says: [
    { sentence: 'Detention must end, said one participant.', actors: ['actor:ana-cruz'], commitment: 'commitment:end-immigration-detention', title: 'End immigration detention', themes: ['theme:detention'] },
    { sentence: 'The Philippines will ratify it.', actors: ['country:PHL'], act: 'COMMITS', commitment: 'commitment:ratify-c189', title: 'Ratify the Domestic Workers Convention' },
  ],
});
/** Of the year alone, and rejected by a person in one of its statements. */
const YEARBOOK = documentOf({
  uri: 'yearbook.txt',
  title: 'Yearbook',
  date: '2008',
  says: [
    { sentence: 'UNIFEM launched a guide.', actors: ['actor:unifem'], act: 'ACTS', commitment: 'commitment:publish-guides', title: 'Publish guides' },
    { sentence: 'UNIFEM said nothing of the kind.', actors: ['actor:unifem'], act: 'ACTS', commitment: 'commitment:publish-guides', title: 'Publish guides' },
  ],
});

describe('statements by dimension and in time', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT, CLOSED_MEETING, YEARBOOK]);
    await atlas.store.write({ name: 'reject', cypher: "MATCH (s:Statement) WHERE s.quote CONTAINS 'nothing of the kind' SET s.review = 'REJECTED'", decode: () => null }, {});
  });
  afterAll(() => atlas.close());

  const ask = async (question: string): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(question);
    expect(errors).toEqual([]);
    return data;
  };
  const counts = ({ values }: Reply['data']): Record<string, number> => Object.fromEntries(values.map(({ value, count }: { value: string; count: number }) => [value, count]));

  it('counts each dimension, a series of forums with its parts', async () => {
    const { facets } = await ask(`{ facets { statementCount ${DIMENSIONS.map((dimension) => `${dimension} { values { value count } valueCount otherCount withoutCount }`).join(' ')} } }`);
    expect(facets.statementCount).toBe(8);
    const found = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, { ...counts(facets[dimension]), without: facets[dimension].withoutCount }]));
    expect(found).toMatchObject({
      actors: { 'actor:wimn': 3, 'actor:unifem': 3, 'actor:un-women': 1, 'country:PHL': 1, without: 0 },
      actorKinds: { NETWORK: 3, UN_ENTITY: 4, STATE: 1, PERSON: 1 },
      countries: { 'country:PHL': 2 },
      themes: { 'theme:detention': 4, 'theme:domestic-work': 3, without: 1 },
      forums: { 'forum:gfmd': 1, 'forum:gfmd-2008-manila': 1, 'forum:imrf-2022': 3, without: 4 },
      instruments: { 'instrument:ilo-c189': 2, without: 6 },
      addressees: { 'actor:states': 2, 'country:PHL': 1, without: 5 },
      acts: { CALLS_FOR: 4, CRITICIZES: 2, COMMITS: 1, ACTS: 1 },
      positions: { FOR: 7, AGAINST: 1 },
      reviews: { PROPOSED: 8, REJECTED: 1 },
      years: { 2022: 3, 2008: 3, without: 2 },
    });
    // Nobody is counted by name who may not be named.
    expect(found.actors).not.toHaveProperty('actor:ana-cruz');
  });

  it('gives of each count exactly its statements, under whatever filter', async () => {
    for (const filter of ['{}', '{ acts: [CALLS_FOR], from: "2008-11-30" }', '{ forums: ["forum:gfmd"], actors: ["actor:unifem"] }', '{ actorKinds: [PERSON, NETWORK], withoutForum: true, reviews: [PROPOSED] }', '{ text: "detention" }']) {
      for (const group of [DIMENSIONS.slice(0, 5), DIMENSIONS.slice(5, 10), DIMENSIONS.slice(10)]) {
        const { facets } = await ask(`{ facets(filter: ${filter}) { ${group.map((dimension) => `${dimension} { values { value count statements { totalCount } } }`).join(' ')} } }`);
        for (const dimension of group) for (const { value, count, statements } of facets[dimension].values) expect([filter, dimension, value, statements.totalCount]).toEqual([filter, dimension, value, count]);
      }
    }
  });

  it('counts a dimension without its own field, so that one sees what else could be chosen', async () => {
    const { facets } = await ask('{ facets(filter: { acts: [COMMITS] }) { statementCount acts { values { value label count } } actors { values { value label count node { id } } } } }');
    expect(facets.statementCount).toBe(1);
    expect(facets.acts.values.map(({ label, count }: { label: string; count: number }) => `${label} ${count}`)).toEqual(['calls for 4', 'criticises 2', 'acts for 1', 'commits to 1']);
    expect(facets.actors.values).toEqual([{ value: 'country:PHL', label: 'Philippines', count: 1, node: { id: 'country:PHL' } }]);
  });

  it('says how much it leaves out', async () => {
    const { facets } = await ask('{ facets(top: 1) { actors { values { value } valueCount otherCount } years { values { value } valueCount otherCount withoutCount } } }');
    expect(facets.actors).toEqual({ values: [{ value: 'actor:unifem' }], valueCount: 4, otherCount: 5 });
    expect(facets.years).toEqual({ values: [{ value: '2022' }], valueCount: 2, otherCount: 3, withoutCount: 2 });
    for (const top of [0, 101]) expect((await atlas.ask(`{ facets(top: ${top}) { statementCount } }`)).errors[0]).toMatchObject({ message: `top must be between 1 and 100, got ${top}.`, extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('asks the words of statements once for all dimensions that share a filter', async () => {
    atlas.sent.length = 0;
    await ask('{ facets { acts { valueCount } stances { valueCount } positions { valueCount } voices { valueCount } years { valueCount } } }');
    expect(atlas.sent).toHaveLength(1);
  });

  it('puts statements in time, and gives of each period exactly its statements', async () => {
    for (const [filter, bucket] of [['{}', 'YEAR'], ['{}', 'QUARTER'], ['{ from: "2008-11-10", to: "2008-11-20" }', 'MONTH'], ['{ positions: [FOR] }', 'MONTH']]) {
      const { timeline } = await ask(`{ timeline(filter: ${filter}, bucket: ${bucket}) { statementCount undatedCount buckets { period statementCount for against statements { totalCount } } coarser { period statementCount statements { totalCount } } } }`);
      for (const { period, statementCount, statements } of [...timeline.buckets, ...timeline.coarser]) expect([filter, bucket, period, statements.totalCount]).toEqual([filter, bucket, period, statementCount]);
      const placed = [...timeline.buckets, ...timeline.coarser].reduce((sum, { statementCount }) => sum + statementCount, timeline.undatedCount);
      expect(placed).toBe(timeline.statementCount);
    }
    const { timeline } = await ask('{ timeline(bucket: QUARTER) { statementCount undatedCount buckets { period statementCount against } coarser { period from to statementCount } } }');
    expect(timeline).toMatchObject({ statementCount: 8, undatedCount: 2, coarser: [{ period: '2008', from: '2008-01-01', to: '2008-12-31', statementCount: 1 }] });
    expect(timeline.buckets).toHaveLength(55);
    expect(timeline.buckets[0]).toEqual({ period: '2008-Q4', statementCount: 2, against: 1 });
  });

  it('refuses a timeline of more buckets than anybody reads', async () => {
    await atlas.store.write({ name: 'ancient', cypher: "MATCH (s:Statement) WHERE s.date = '2008' SET s.date = '0203-01', s.datePrecision = 'MONTH'", decode: () => null }, {});
    expect((await atlas.ask('{ timeline(bucket: MONTH) { undatedCount } }')).errors[0]).toMatchObject({ message: expect.stringMatching(/would have 21,833 buckets, at most 2,400 are told/), extensions: { code: 'BAD_USER_INPUT' } });
  });
});
