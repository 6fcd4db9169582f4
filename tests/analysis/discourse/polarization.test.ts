import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, utcSeconds } from '../../../graph/analysis/discourse/coded.ts';
import { bestPartition, type PartitionSearch } from '../../../graph/analysis/discourse/partitions.ts';
import { polarization, polarizationOverTime, polarizationScore } from '../../../graph/analysis/discourse/polarization.ts';
import { numbersFrom } from '../../../graph/analysis/discourse/random.ts';
import { said } from '../../fixtures/codedStatements.ts';

const TWO = { measure: 'SIGNED_MODULARITY', groups: 2, seed: 1 } as const;
const camps = (friends: readonly string[], foes: readonly string[], concepts: readonly string[], date = '2016-12-08') => concepts.flatMap((concept) => [...friends.map((name) => said(name, concept, true, { date })), ...foes.map((name) => said(name, concept, false, { date }))]);

describe('polarization', () => {
  it('is whole between two camps of one mind each, finds them, and is less where everybody differs with everybody', () => {
    const found = polarization(camps(['ILO', 'IOM', 'WIMN'], ['Recruiters', 'Shippers', 'Growers'], ['ratify', 'firewalls']), DEFAULT_SETTINGS, TWO);
    expect(found.groups).toEqual([['Growers', 'Recruiters', 'Shippers'], ['ILO', 'IOM', 'WIMN']]);
    expect([found.method, found.share.toFixed(9)]).toEqual(['ENUMERATION', '1.000000000']);
    const mixed = polarization([...camps(['ILO', 'WIMN'], ['Growers'], ['ratify']), ...camps(['Growers', 'ILO'], ['WIMN'], ['firewalls']), ...camps(['WIMN', 'Growers'], ['ILO'], ['detention'])], DEFAULT_SETTINGS, TWO);
    expect(mixed.share).toBeLessThan(0.3);
    expect(polarization(camps(['ILO', 'IOM', 'WIMN', 'UNICEF'], [], ['ratify', 'firewalls']), DEFAULT_SETTINGS, TWO).share).toBeLessThan(0.01);
  });

  // A ties 0–1 by 4, B ties 0–2 and 1–2 by 2; groups {0, 1} and {2}: W = 2, Bt = 4, ‖A‖ = 8, ‖B‖ = 8.
  const congruence = [[0, 4, 0], [4, 0, 0], [0, 0, 0]];
  const conflict = [[0, 0, 2], [0, 0, 2], [2, 2, 0]];

  it('counts what lies within groups beyond chance', () => {
    const { score, share } = polarizationScore(congruence, conflict, { measure: 'SIGNED_MODULARITY', groups: 2 });
    // Within {0, 1}: A 8 − 8²/8 = 0, B 0 − 4²/8 = −2; within {2}: A 0, B 0 − 4²/8 = −2.
    expect(score([0, 0, 1])).toBeCloseTo((0 + 2 + 2) / 16, 12);
    expect(share(0.25)).toBe(0.5);
  });

  it('by the formula of DNA is a distance, pair by pair', () => {
    const { score, share } = polarizationScore(congruence, conflict, { measure: 'DNA_DISTANCE', groups: 2 });
    // Within: |4 − (2/2)(8/2)| + 0 = 0, twice. Between: 0 + |2 − (2/4)(8/4)| = 1, four times.
    expect(score([0, 0, 1])).toBe(2);
    expect(share(2)).toBe(4 / 32);
  });

  it('by the formula of DNA keeps the groups equal where DNA is followed, and is never higher for it', () => {
    const statements = [...camps(['ILO', 'IOM', 'WIMN', 'UNICEF'], ['Growers'], ['ratify', 'firewalls']), ...camps(['ILO'], ['WIMN'], ['detention'])];
    const by = (compat: 'DOCUMENTED' | 'DNA_3') => polarization(statements, { ...DEFAULT_SETTINGS, compat }, { ...TWO, measure: 'DNA_DISTANCE' });
    expect(by('DNA_3').groups.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([2, 3]);
    expect(by('DOCUMENTED').score).toBeGreaterThanOrEqual(by('DNA_3').score);
  });

  it('over time follows the range, window by window', () => {
    const statements = [...camps(['ILO', 'IOM'], [], ['ratify'], '2016-01-10'), ...camps(['ILO', 'IOM'], ['Growers', 'Shippers'], ['ratify', 'firewalls'], '2017-01-10')];
    const years = polarizationOverTime(statements, { ...DEFAULT_SETTINGS, from: utcSeconds('2016-01-01'), to: utcSeconds('2017-12-31') }, { unit: 'YEARS', size: 1, seed: null }, TWO);
    expect(years.map(({ groups }) => groups)).toEqual([[['ILO'], ['IOM']], [['Growers', 'Shippers'], ['ILO', 'IOM']]]);
    expect(years.map(({ statementCount }) => statementCount)).toEqual([2, 8]);
  });

  it('of fewer actors than groups is none, and of more than can be searched is refused', () => {
    expect(polarization(camps(['ILO'], [], ['ratify']), DEFAULT_SETTINGS, TWO)).toMatchObject({ score: 0, groups: [] });
    expect(() => polarization([], DEFAULT_SETTINGS, { ...TWO, groups: 1 })).toThrow(/whole number from 2/);
    expect(() => polarization(camps(Array.from({ length: 151 }, (_, at) => `actor ${at}`), [], ['ratify']), DEFAULT_SETTINGS, TWO)).toThrow(/151 is more than can be searched/);
  });
});

describe('the best partition', () => {
  /** Pairs of equal sign of a drawn matrix count for it within a group, against it between groups. */
  const scoreFrom = (seed: number, size: number) => {
    const random = numbersFrom(seed);
    const likes = Array.from({ length: size }, () => Array.from({ length: size }, () => random() - 0.5));
    return (groupOf: readonly number[]): number => likes.reduce((sum, line, i) => sum + line.reduce((inner, like, h) => inner + (groupOf[i] === groupOf[h] ? like : -like), 0), 0);
  };
  const bruteForce = ({ size, groups, equalSizes }: PartitionSearch, score: (groupOf: readonly number[]) => number): number => {
    let best = -Infinity;
    for (let code = 0; code < groups ** size; code++) {
      const groupOf = Array.from({ length: size }, (_, at) => Math.floor(code / groups ** at) % groups);
      const sizes = Array.from({ length: groups }, (_, group) => groupOf.filter((one) => one === group).length);
      if (sizes.every((count) => count > 0 && (!equalSizes || Math.abs(count - size / groups) < 1))) best = Math.max(best, score(groupOf));
    }
    return best;
  };

  it('of a few is the best of all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 2, max: 3 }), fc.boolean(), fc.nat(), (size, groups, equalSizes, seed) => {
        const search = { size, groups, equalSizes, seed };
        const score = scoreFrom(seed, size);
        const { groupOf, method } = bestPartition(search, score);
        expect(method).toBe('ENUMERATION');
        expect(score(groupOf)).toBeCloseTo(bruteForce(search, score), 9);
      }),
      { numRuns: 40 },
    );
  });

  it('of many is searched for, finds what is plainly there and is the same for the same seed', () => {
    const side = Array.from({ length: 40 }, (_, at) => (at * 7) % 3 === 0);
    const score = (groupOf: readonly number[]): number => groupOf.reduce((sum, group, i) => sum + groupOf.reduce((inner, other, h) => inner + ((group === other) === (side[i] === side[h]) ? 1 : -1), 0), 0);
    const search = { size: 40, groups: 2, equalSizes: false, seed: 3 };
    const found = bestPartition(search, score);
    expect(found).toEqual({ groupOf: side.map((one) => (one === side[0] ? 0 : 1)), method: 'SEARCH' });
    expect(bestPartition(search, score)).toEqual(found);
  });
});
