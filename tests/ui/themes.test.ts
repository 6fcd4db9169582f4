import { describe, expect, it } from 'vitest';
import type { AdvocacyMapData, Column } from '../../ui/map/elements.ts';
import { canGroup, groupByTheme } from '../../ui/map/themes.ts';

const tally = (of: number, against = 0) => ({ statementCount: of + against, for: of, against });
const node = (id: string, column: Column, of: number, against = 0): AdvocacyMapData['nodes'][number] => ({ entity: { id, name: id }, column, ...tally(of, against) });
const commitment = (id: string, of: number, against: number, ...themes: string[]): AdvocacyMapData['nodes'][number] => ({ entity: { id, name: id, themes: themes.map((theme) => ({ id: `theme:${theme}`, name: theme })) }, column: 'COMMITMENTS', ...tally(of, against) });
const link = (from: string, to: string, of: number, against = 0): AdvocacyMapData['links'][number] => ({ id: `${from} ${to}`, from, to, ...tally(of, against) });

const MAP: AdvocacyMapData = {
  nodes: [node('actor:a', 'ACTORS', 6, 1), node('actor:b', 'ACTORS', 1), commitment('commitment:free', 3, 1, 'detention', 'children'), commitment('commitment:learn', 2, 0, 'children'), commitment('commitment:odd', 1, 0), node('forum:x', 'FORUMS', 4)],
  links: [link('actor:a', 'commitment:free', 3, 1), link('actor:a', 'commitment:learn', 2), link('actor:a', 'commitment:odd', 1), link('actor:b', 'commitment:free', 1), link('commitment:free', 'forum:x', 2, 1), link('commitment:learn', 'forum:x', 1)],
  statementCount: 7, hiddenStatementCount: 0, withoutForumCount: 3, undatedCount: 0, hidden: { actors: 0, commitments: 0, forums: 0 },
};
const drawn = ({ map }: ReturnType<typeof groupByTheme>) => map.links.map(({ from, to, for: of, against }) => `${from} ${to} ${of}-${against}`);

describe('the map by theme', () => {
  it('counts a statement under each theme of its commitment, for and against apart', () => {
    const { map } = groupByTheme(MAP, 25);
    expect(map.nodes.filter(({ column }) => column === 'COMMITMENTS').map(({ entity, for: of, against }) => [entity.id, of, against])).toEqual([['theme:children', 5, 1], ['theme:detention', 3, 1]]);
  });

  it('joins actors and forums to the themes of what they are linked to', () => {
    expect(drawn(groupByTheme(MAP, 25))).toEqual(['actor:a theme:children 5-1', 'actor:a theme:detention 3-1', 'theme:children forum:x 3-1', 'theme:detention forum:x 2-1', 'actor:b theme:detention 1-0', 'actor:b theme:children 1-0']);
  });

  it('says how many statements stand on no theme, and how many only on themes that were cut', () => {
    expect(groupByTheme(MAP, 25)).toMatchObject({ withoutTheme: 1, onHiddenThemes: 0 });
    const cut = groupByTheme(MAP, 1);
    expect(cut).toMatchObject({ withoutTheme: 1, onHiddenThemes: 0, map: { hidden: { actors: 1, commitments: 1, forums: 0 } } });
    expect(drawn(cut)).toEqual(['actor:a theme:children 5-1', 'theme:children forum:x 3-1']);
    const apart = { ...MAP, nodes: [commitment('commitment:free', 3, 0, 'detention'), commitment('commitment:learn', 2, 0, 'children')], links: [] };
    expect(groupByTheme(apart, 1).onHiddenThemes).toBe(2);
  });

  it('is not offered where commitments were cut, because its numbers would be too small', () => {
    expect(canGroup(MAP)).toBe(true);
    expect(canGroup({ ...MAP, hidden: { ...MAP.hidden, commitments: 1 } })).toBe(false);
  });
});
