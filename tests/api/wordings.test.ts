import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from '../fixtures/asks.ts';
import { atlasOf, type Atlas } from './atlas.ts';

interface Compared {
  readonly text: string;
  readonly different: readonly { readonly start: number; readonly end: number }[];
}
const marked = ({ text, different }: Compared): string[] => different.map(({ start, end }) => text.slice(start, end));

describe('the wordings of an ask', () => {
  let atlas: Atlas;

  beforeAll(async () => {
    atlas = await atlasOf(ASKS);
  });
  afterAll(() => atlas.close());

  const wordings = async (fields: string, commitment: string) => {
    const { data, errors } = await atlas.ask(`{ rivalWordings(commitment: "${commitment}") { ${fields} } }`);
    expect(errors).toEqual([]);
    return data.rivalWordings;
  };

  it('that share most words and are kept apart stand side by side, what differs marked, each with who, where and when', async () => {
    const SPREAD = 'spread { statementCount actorCount actors { entity { name } statements { totalCount } } forums { entity { name } } years { year } }';
    const { spread, rivals } = await wordings(`${SPREAD} rivals { similarity commitment { name } ours { text different { start end } } theirs { text different { start end } } ${SPREAD} }`, 'commitment:protect-women');
    expect(rivals).toMatchObject([{ similarity: 1, commitment: { name: "Protect women's rights" } }]);
    expect([marked(rivals[0].ours), marked(rivals[0].theirs)]).toEqual([[], ['rights']]);
    expect(spread).toMatchObject({ statementCount: 1, actors: [{ entity: { name: 'Ana Cruz' }, statements: { totalCount: 1 } }], forums: [{ entity: { name: 'GFMD 2008, Manila' } }], years: [{ year: 2008 }] });
    expect(rivals[0].spread).toMatchObject({ statementCount: 1, actors: [{ entity: { name: 'UNIFEM' } }] });
    expect((await wordings('rivals { similarity }', 'commitment:ratify-cedaw')).rivals).toEqual([]);
  });

  it('within it count each statement once: by the name it follows, or as other words', async () => {
    const { wordings: found, spread } = await wordings('spread { statementCount } wordings { name statementCount actors { entity { name } statementCount } forums { entity { name } } firstDate { iso } lastDate { iso } quotationCount quotations { statementCount wording { text different { start end } } statements { quote } } }', 'commitment:end-immigration-detention');
    expect(found.map(({ name, statementCount }: { name: string | null; statementCount: number }) => [name, statementCount])).toEqual([['End immigration detention', 8], [null, 5]]);
    expect(found.reduce((sum: number, { statementCount }: { statementCount: number }) => sum + statementCount, 0)).toBe(spread.statementCount);
    const [followed, others] = found;
    expect(followed).toMatchObject({ firstDate: { iso: '2008-10-30' }, lastDate: { iso: '2022-06' }, quotationCount: 8 });
    // One of the eight and one of the five are hers under the Chatham House rule; one of the five she said in public.
    expect(followed.actors.map(({ entity }: { entity: { name: string } }) => entity.name)).not.toContain('Ana Cruz');
    expect(others.actors).toContainEqual({ entity: { name: 'Ana Cruz' }, statementCount: 1 });
    const call = followed.quotations.find(({ wording }: { wording: Compared }) => wording.text === 'We call on States to end the detention of migrants.');
    expect(marked(call.wording)).toEqual(['call', 'States', 'migrants']);
    expect(call.statements).toEqual([{ quote: call.wording.text }]);
  });

  it('can be asked with the life of the ask', async () => {
    const { data } = await atlas.ask('{ askLineage(commitment: "commitment:protect-women") { rivalWordings { rivals { commitment { name } } } } }');
    expect(data.askLineage.rivalWordings.rivals).toEqual([{ commitment: { name: "Protect women's rights" } }]);
  });
});
