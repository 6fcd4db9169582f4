import { describe, expect, it } from 'vitest';
import { distancesFrom, learn, pathsOfLength, type KnownGraph } from '../../graph/analysis/simplePaths.ts';
import type { Reached } from '../../graph/analysis/subgraph.ts';

/** "a b 3": a is joined to b by three statements. */
function graphOf(...lines: readonly string[]): KnownGraph {
  const graph: KnownGraph = new Map();
  learn(graph, lines.map((line): Reached => {
    const [of = '', other = '', weight = '1', relationship = 'ADVOCATES'] = line.split(' ');
    return { of, other, name: other, link: { id: `${of} ${relationship} ${other}`, relationship: relationship as 'ADVOCATES', from: of, to: other, weight: Number(weight), for: 0, against: 0, details: [], passages: [] } };
  }));
  return graph;
}
const told = (graph: KnownGraph, length: number, wanted = 10): string[] => pathsOfLength(graph, 'a', 'z', length, wanted).paths.map(({ ids, weakest, total }) => `${ids.join('')} ${weakest} ${total}`);

describe('paths between two things', () => {
  it('come with the strongest weakest hop first, then with more evidence, then by id', () => {
    const graph = graphOf('a b 9', 'b z 1', 'a c 2', 'c z 2', 'a d 3', 'd z 2', 'a e 2', 'e z 2');
    expect(told(graph, 2)).toEqual(['adz 2 5', 'acz 2 4', 'aez 2 4', 'abz 1 10']);
    expect(told(graph, 2, 2)).toEqual(['adz 2 5', 'acz 2 4']);
  });

  it('have exactly the length asked for and pass nothing twice, neither end among them', () => {
    const graph = graphOf('a b', 'b z', 'b c', 'c z', 'a z', 'z y', 'y c');
    expect(told(graph, 1)).toEqual(['az 1 1']);
    expect(told(graph, 2)).toEqual(['abz 1 2']);
    expect(told(graph, 3)).toEqual(['abcz 1 3']);
    expect(told(graph, 4)).toEqual(['abcyz 1 4']);
    expect(told(graph, 5)).toEqual([]);
  });

  it('count all that joins two things as one hop, and a link met from both ends once', () => {
    const graph = graphOf('a b 2 ADVOCATES', 'a b 3 SPOKE_IN', 'b z 1');
    learn(graph, [{ of: 'b', other: 'a', name: 'a', link: { id: 'a SPOKE_IN b', relationship: 'SPOKE_IN', from: 'a', to: 'b', weight: 3, for: 0, against: 0, details: [], passages: [] } }]);
    expect(told(graph, 2)).toEqual(['abz 1 6']);
    expect(graph.get('b')?.get('a')?.links.map(({ relationship }) => relationship)).toEqual(['SPOKE_IN', 'ADVOCATES']);
  });

  it('are the strongest of thousands without walking all of them, and say when the search gave up', () => {
    const middle = Array.from({ length: 60 }, (_, at) => `m${String(at).padStart(2, '0')}`);
    const dense = graphOf(...middle.flatMap((one, at) => [`a ${one} ${at + 1}`, `${one} z ${at + 1}`, ...middle.slice(at + 1).map((other) => `${one} ${other} ${at + 1}`)]));
    const found = pathsOfLength(dense, 'a', 'z', 3, 2);
    expect(found.complete).toBe(true);
    expect(found.paths.map(({ ids }) => ids.join(' '))).toEqual(['a m58 m59 z', 'a m59 m58 z']);
    expect(pathsOfLength(dense, 'a', 'z', 5, 1_000_000).complete).toBe(false);
  });

  it('are none where nothing is known, and distances stop where nothing leads on', () => {
    expect(pathsOfLength(new Map(), 'a', 'z', 1, 5)).toEqual({ paths: [], complete: true });
    expect([...distancesFrom(graphOf('a b 1', 'b c 5', 'x y 1'), 'a')]).toEqual([['a', 0], ['b', 1], ['c', 2]]);
    expect([...distancesFrom(graphOf('a b 1', 'b c 5'), 'a', 2)]).toEqual([['a', 0]]);
  });
});
