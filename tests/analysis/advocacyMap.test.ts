import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advocacyMap } from '../../graph/analysis/advocacyMap.ts';

const made = (actor: string, commitment: string, count: number, position: 'FOR' | 'AGAINST' = 'FOR') => ({ actor, actorName: actor, commitment, position, count });
const said = (commitment: string, forum: string | null, count: number, undated = 0, position: 'FOR' | 'AGAINST' = 'FOR') => ({ commitment, commitmentName: commitment, forum, forumName: forum, position, count, undated });

describe('the advocacy map', () => {
  it('joins actors to commitments and commitments to forums, as thick as the statements behind them', () => {
    const map = advocacyMap([made('actor:wimn', 'commitment:end-detention', 2), made('actor:picum', 'commitment:end-detention', 1, 'AGAINST')], [said('commitment:end-detention', 'forum:pga', 2), said('commitment:end-detention', null, 1, 1, 'AGAINST')], 10);
    expect(map.nodes.map(({ column, entity, statementCount }) => [column, entity, statementCount])).toEqual([
      ['ACTORS', 'actor:wimn', 2],
      ['ACTORS', 'actor:picum', 1],
      ['COMMITMENTS', 'commitment:end-detention', 3],
      ['FORUMS', 'forum:pga', 2],
    ]);
    expect(map.links.map(({ from, to, for: agree, against }) => [from, to, agree, against])).toEqual([
      ['actor:wimn', 'commitment:end-detention', 2, 0],
      ['commitment:end-detention', 'forum:pga', 2, 0],
      ['actor:picum', 'commitment:end-detention', 0, 1],
    ]);
    expect(map).toMatchObject({ statementCount: 3, withoutForumCount: 1, undatedCount: 1, hidden: { actors: 0, commitments: 0, forums: 0 } });
  });

  it('keeps the entities with the most statements and counts what it cuts', () => {
    const map = advocacyMap([made('actor:a', 'commitment:x', 3), made('actor:b', 'commitment:y', 1)], [said('commitment:x', 'forum:f', 3), said('commitment:y', 'forum:g', 1)], 1);
    expect(map.nodes.map(({ entity }) => entity)).toEqual(['actor:a', 'commitment:x', 'forum:f']);
    expect(map.links.every(({ from, to }) => from !== 'actor:b' && to !== 'forum:g')).toBe(true);
    expect(map.hidden).toEqual({ actors: 1, commitments: 1, forums: 1 });
  });

  it('never draws a link to something it does not show, and every link adds up', () => {
    const actorRow = fc.record({ actor: fc.constantFrom('a', 'b', 'c'), commitment: fc.constantFrom('x', 'y', 'z'), position: fc.constantFrom('FOR' as const, 'AGAINST' as const), count: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(actorRow), fc.integer({ min: 1, max: 4 }), (rows, top) => {
        const map = advocacyMap(rows.map((row) => ({ ...row, actorName: row.actor })), rows.map(({ commitment, position, count }) => ({ commitment, commitmentName: commitment, forum: 'f', forumName: 'f', position, count, undated: 0 })), top);
        const shown = new Set(map.nodes.map(({ entity }) => entity));
        for (const link of map.links) {
          expect(shown.has(link.from) && shown.has(link.to)).toBe(true);
          expect(link.for + link.against).toBe(link.statementCount);
        }
      }),
    );
  });
});
