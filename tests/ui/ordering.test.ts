import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, orderToCrossLittle, type Tie } from '../../ui/map/ordering.ts';

const tie = (from: string, to: string, weight = 1): Tie => ({ from, to, weight });

/** The same count the slow way: every pair. */
function crossingsOfPairs(left: readonly string[], right: readonly string[], ties: readonly Tie[]): number {
  let sum = 0;
  for (const [at, one] of ties.entries()) {
    for (const other of ties.slice(at + 1)) {
      const a = left.indexOf(one.from) - left.indexOf(other.from);
      const b = right.indexOf(one.to) - right.indexOf(other.to);
      if (a * b < 0) sum += one.weight * other.weight;
    }
  }
  return sum;
}

const left = ['a', 'b', 'c', 'd', 'e'];
const right = ['1', '2', '3', '4'];
const ties = fc.array(fc.record({ from: fc.constantFrom(...left), to: fc.constantFrom(...right), weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 20 });

describe('the order of names in the columns', () => {
  it('counts crossings as comparing every pair does', () => {
    fc.assert(fc.property(ties, (all) => {
        expect(crossings(left, right, all)).toBe(crossingsOfPairs(left, right, all));
      }));
  });

  it('untangles links that need not cross', () => {
    const order = orderToCrossLittle([['a', 'b', 'c'], ['1', '2', '3']], [tie('a', '3'), tie('b', '2'), tie('c', '1')]);
    expect(crossings(order[0] ?? [], order[1] ?? [], [tie('a', '3'), tie('b', '2'), tie('c', '1')])).toBe(0);
  });

  it('keeps every name once and never crosses more than the order that came in', () => {
    fc.assert(
      fc.property(ties, (all) => {
        const order = orderToCrossLittle([left, right], all);
        expect(order.map((column) => [...column].sort())).toEqual([left, right]);
        expect(crossings(order[0] ?? [], order[1] ?? [], all)).toBeLessThanOrEqual(crossings(left, right, all));
      }),
    );
  });
});
