import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnPlaces, drawingOf, type AdvocacyMapData } from '../../ui/map/elements.ts';

const measure = (text: string): number => text.length * 7;

type Column = AdvocacyMapData['nodes'][number]['column'];
const node = (id: string, column: Column, name: string, forCount: number, against = 0): AdvocacyMapData['nodes'][number] => ({ entity: { id, name }, column, statementCount: forCount + against, for: forCount, against });
const link = (from: string, to: string, forCount: number, against = 0): AdvocacyMapData['links'][number] => ({ id: `${from}>${to}`, from, to, statementCount: forCount + against, for: forCount, against });

const MAP = {
  nodes: [
    node('actor:wimn', 'ACTORS', 'Women in Migration Network', 4, 1),
    node('actor:iom', 'ACTORS', 'IOM', 1),
    node('commitment:end-detention', 'COMMITMENTS', 'End immigration detention', 3, 1),
    node('commitment:decent-work', 'COMMITMENTS', 'Guarantee decent work to every migrant woman, whatever her status', 2),
    node('forum:gfmd-2016', 'FORUMS', 'GFMD Dhaka 2016', 2),
  ],
  links: [link('actor:wimn', 'commitment:end-detention', 2, 1), link('actor:wimn', 'commitment:decent-work', 2), link('actor:iom', 'commitment:end-detention', 1), link('commitment:end-detention', 'forum:gfmd-2016', 2)],
};

describe('the drawing', () => {
  it('draws as many statements as the API counted on each link', () => {
    const { curves } = drawingOf(MAP, 1200, measure);
    for (const { from, to, statementCount } of MAP.links) {
      const drawn = curves.filter((curve) => curve.from === from && curve.to === to);
      expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBe(statementCount);
    }
  });

  it('tells statements for from statements against between the same two names', () => {
    const drawn = drawingOf(MAP, 1200, measure).curves.filter(({ from, to }) => from === 'actor:wimn' && to === 'commitment:end-detention');
    expect(drawn.map(({ position, count, mixed }) => ({ position, count, mixed }))).toEqual([{ position: 'FOR', count: 2, mixed: true }, { position: 'AGAINST', count: 1, mixed: true }]);
  });

  it('puts names without a drawn link below those with one, and the weightier end above', () => {
    const loner = node('actor:loner', 'ACTORS', 'Nobody heard', 9);
    const { names } = drawingOf({ nodes: [loner, ...MAP.nodes], links: MAP.links }, 1200, measure);
    const actors = names.filter(({ column }) => column === 'ACTORS').sort((a, b) => a.y - b.y);
    expect(actors.map(({ id }) => id)).toEqual(['actor:wimn', 'actor:iom', 'actor:loner']);
  });

  it('draws twice the statements twice as thick', () => {
    const { curves } = drawingOf(MAP, 1200, measure);
    const thickness = (id: string): number => curves.find((curve) => curve.id === id)?.thickness ?? 0;
    expect(thickness('actor:wimn>commitment:decent-work~FOR')).toBeCloseTo(2 * thickness('actor:iom>commitment:end-detention~FOR'));
  });

  it('lets no two names of a column touch, at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2400 }), (width) => {
        const { names } = drawingOf(MAP, width, measure);
        for (const [, column] of Map.groupBy(names, (name) => name.column)) {
          const sorted = [...column].sort((a, b) => a.y - b.y);
          for (const [at, below] of sorted.slice(1).entries()) {
            const above = sorted[at];
            expect(below.y - below.height / 2).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0) / 2);
          }
        }
      }),
    );
  });

  it('keeps the columns apart, in order, and within the width where that can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2400 }), (width) => {
        const columns = columnPlaces(width);
        expect(columns.map(({ column }) => column)).toEqual(['ACTORS', 'COMMITMENTS', 'FORUMS']);
        for (const [at, right] of columns.slice(1).entries()) expect(right.x - ((columns[at]?.x ?? 0) + (columns[at]?.width ?? 0))).toBeGreaterThanOrEqual(44);
        const last = columns[2];
        expect(width < 640 || (last?.x ?? 0) + (last?.width ?? 0) <= width + 0.001).toBe(true);
      }),
    );
  });

  it('bends each link so that it leaves and arrives level', () => {
    const { curves, names } = drawingOf(MAP, 1200, measure);
    const box = new Map(names.map((name) => [name.id, name]));
    for (const { from, to, leaves, arrives, weights, distances } of curves) {
      const start = { x: (box.get(from)?.x ?? 0) + leaves.x, y: (box.get(from)?.y ?? 0) + leaves.y };
      const end = { x: (box.get(to)?.x ?? 0) + arrives.x, y: (box.get(to)?.y ?? 0) + arrives.y };
      const length = Math.hypot(end.x - start.x, end.y - start.y);
      // As Cytoscape places a control point: along the line by its weight, off it by its distance.
      const level = (at: 0 | 1): number => start.y + (end.y - start.y) * weights[at] + ((end.x - start.x) / length) * distances[at];
      expect(level(0)).toBeCloseTo(start.y);
      expect(level(1)).toBeCloseTo(end.y);
    }
  });
});
