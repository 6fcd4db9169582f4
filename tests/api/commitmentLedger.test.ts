import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS, CLOSED } from '../fixtures/asks.ts';
import { atlasOf, type Atlas } from './atlas.ts';

const ENTRY = `promisedBy { name } commitment { name } promisedTo { name } forum { name } due { text start end kind date { iso basis } } status followUpCount followUp { kind statement { quote } } statement { quote date { iso } passages { text } }`;

describe('the ledger of promises', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ASKS);
  });
  afterAll(() => atlas.close());

  it('says who promised what to whom, where, by when, and what later texts say of it', async () => {
    const { data, errors } = await atlas.ask(`{ commitmentLedger(filter: { actors: ["country:PHL"] }) { totalCount nodes { ${ENTRY} } } }`);
    expect(errors).toEqual([]);
    const quote = 'The Philippines will close its detention centres by the end of 2012.';
    expect(data.commitmentLedger).toEqual({
      totalCount: 1,
      nodes: [
        {
          promisedBy: [{ name: 'Philippines' }], commitment: { name: 'End immigration detention' }, promisedTo: [{ name: 'Women in Migration Network' }], forum: { name: 'GFMD 2008, Manila' },
          due: { text: 'by the end of 2012', start: 49, end: 67, kind: 'BY', date: { iso: '2012', basis: 'STATED' } },
          status: 'DISPUTED', followUpCount: 4,
          followUp: expect.arrayContaining([
            { kind: 'REPORTS_ACTING', statement: { quote: 'The Philippines has closed two detention centres.' } },
            { kind: 'CRITICISES_MAKER', statement: { quote: 'The Philippines still detains migrants, WIMN regrets.' } },
            { kind: 'CRITICISES_MATTER', statement: { quote: 'Detaining people is wrong, UN Women said.' } },
            { kind: 'REAFFIRMS', statement: { quote: 'The Philippines supports an end to detention.' } },
          ]),
          statement: { quote, date: { iso: '2008-10-30' }, passages: [{ text: quote }] },
        },
      ],
    });
    const { due } = data.commitmentLedger.nodes[0];
    expect(quote.slice(due.start, due.end)).toBe(due.text);
  });

  it('never tells by what follows who promised something under the Chatham House rule', async () => {
    const { data } = await atlas.ask(`{ commitmentLedger(filter: { documents: ["${CLOSED.document.id}"] }) { nodes { ${ENTRY} } } byHer: commitmentLedger(filter: { actors: ["actor:ana-cruz"] }) { totalCount } }`);
    expect(data.commitmentLedger.nodes).toMatchObject([{ promisedBy: [], due: null, status: 'NOTHING_REPORTED', followUpCount: 0, followUp: [], statement: { quote: 'One speaker will campaign against detention.' } }]);
    expect(data.byHer.totalCount).toBe(0);
  });

  it('pages through the promises, latest first, with the same few questions for a page of one and of many', async () => {
    const count = async (first: number) => {
      atlas.sent.length = 0;
      const { data, errors } = await atlas.ask(`query ($first: Int) { commitmentLedger(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${ENTRY} } } }`, { first });
      expect(errors).toEqual([]);
      return { sent: atlas.sent.length, ledger: data.commitmentLedger };
    };
    const [one, many] = [await count(1), await count(50)];
    expect(one.ledger).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ statement: { quote: 'One speaker will campaign against detention.' } }] });
    expect(many.ledger.nodes).toHaveLength(2);
    expect(many.sent - one.sent).toBeLessThanOrEqual(1); // the second has follow-ups to read, the first has none
    const { data } = await atlas.ask('query ($after: String) { commitmentLedger(after: $after) { nodes { due { text } } pageInfo { hasNextPage } } }', { after: one.ledger.pageInfo.endCursor });
    expect(data.commitmentLedger).toEqual({ nodes: [{ due: { text: 'by the end of 2012' } }], pageInfo: { hasNextPage: false } });
  });

  it('holds promises only, and says so to whoever asks for other acts', async () => {
    const { errors } = await atlas.ask('{ commitmentLedger(filter: { acts: [CALLS_FOR, COMMITS] }) { totalCount } }');
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(/filter.acts takes COMMITS or nothing, got CALLS_FOR/), extensions: { code: 'BAD_USER_INPUT' } });
  });
});
