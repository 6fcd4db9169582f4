import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedBackbone } from '../../../graph/analysis/discourse/backbone.ts';
import { centralities, CENTRALITIES, type Centrality } from '../../../graph/analysis/discourse/centralities.ts';
import { coalitions } from '../../../graph/analysis/discourse/coalitions.ts';
import { DEFAULT_SETTINGS, type Network } from '../../../graph/analysis/discourse/coded.ts';
import { symmetricEigenvalues } from '../../../graph/analysis/discourse/spectrum.ts';
import { said } from '../../fixtures/codedStatements.ts';

const SUBTRACT = { ...DEFAULT_SETTINGS, aggregation: 'SUBTRACT' } as const;
const FIELD = [
  ...['ILO', 'IOM', 'WIMN'].flatMap((name) => [said(name, 'ratify', true), said(name, 'firewalls', true), said(name, 'consult us', true)]),
  ...['Growers', 'Shippers'].flatMap((name) => [said(name, 'ratify', false), said(name, 'consult us', true), said(name, 'cut fees', true)]),
  said('Observer', 'report yearly', true),
];

describe('coalitions', () => {
  const found = coalitions(FIELD, SUBTRACT, { seed: 1, resolution: 1 });

  it('are those who agree more than they disagree; who agrees with nobody stands alone', () => {
    expect(found.coalitions.map(({ members, statementCount }) => [members, statementCount])).toEqual([[['ILO', 'IOM', 'WIMN'], 9], [['Growers', 'Shippers'], 6]]);
    expect(found.unattached).toEqual(['Observer']);
    expect(found.modularity).toBeGreaterThan(0);
  });

  it('are bound by the asks on which they agree, with counts', () => {
    expect(found.coalitions[0]?.binding).toEqual(['consult us', 'firewalls', 'ratify'].map((concept) => ({ concept, for: 3, against: 0, statementCount: 3, agreeingPairs: 3, opposedPairs: 0 })));
    expect(found.coalitions[1]?.binding.map(({ concept, for: pro, against }) => [concept, pro, against])).toEqual([['consult us', 2, 0], ['cut fees', 2, 0], ['ratify', 0, 2]]);
  });

  it('are split by the asks on which they are opposed, not by those that all share', () => {
    expect(found.splitting).toEqual([{ concept: 'ratify', inField: { for: 3, against: 2, statementCount: 5 }, stands: [{ for: 3, against: 0, statementCount: 3 }, { for: 0, against: 2, statementCount: 2 }], opposedPairs: 6, agreeingPairs: 0 }]);
  });

  it('are the same for the same seed, whatever the order of the statements', () => {
    expect(coalitions(FIELD.toReversed(), SUBTRACT, { seed: 1, resolution: 1 })).toEqual(found);
  });

  it('need positions, and a resolution', () => {
    expect(() => coalitions(FIELD, { ...DEFAULT_SETTINGS, aggregation: 'IGNORE' }, { seed: 1, resolution: 1 })).toThrow(/CONGRUENCE or SUBTRACT/);
    expect(() => coalitions(FIELD, SUBTRACT, { seed: 1, resolution: 0 })).toThrow(/above 0/);
    expect(coalitions([], SUBTRACT, { seed: 1, resolution: 1 })).toEqual({ coalitions: [], unattached: [], splitting: [], modularity: 0 });
  });
});

describe('centrality', () => {
  /** A star: the hub is tied to three, to the first twice as much; the last is opposed to the second, which is no tie. */
  const STAR: Network = { mode: 'ONE_MODE', rows: ['a', 'b', 'c', 'hub'], columns: ['a', 'b', 'c', 'hub'], weights: [[0, 0, 0, 2], [0, 0, -1, 1], [0, -1, 0, 1], [2, 1, 1, 0]], statementCount: 9 };
  const of = (measure: Centrality, network = STAR) => Object.fromEntries(centralities(network, measure).map(({ name, value }) => [name, value]));

  it('counts ties, their weight, and the paths through', () => {
    expect(of('DEGREE')).toEqual({ hub: 3, a: 1, b: 1, c: 1 });
    expect(of('WEIGHTED_DEGREE')).toEqual({ hub: 4, a: 2, b: 1, c: 1 });
    expect(of('BETWEENNESS')).toEqual({ hub: 1, a: 0, b: 0, c: 0 });
  });

  it('of the eigenvector is what its formula says', () => {
    // λ = √6: λ hub = 2a + b + c, λ a = 2 hub, λ b = λ c = hub.
    const { hub = 0, a = 0, b = 0, c = 0 } = of('EIGENVECTOR');
    expect([hub, a, b, c].map((value) => value.toFixed(6))).toEqual([1 / Math.SQRT2, 1 / Math.sqrt(3), 1 / Math.sqrt(12), 1 / Math.sqrt(12)].map((value) => value.toFixed(6)));
  });

  it('of a walk adds up to one and prefers the heavy tie', () => {
    const { hub = 0, a = 0, b = 0, c = 0 } = of('PAGERANK');
    expect(hub + a + b + c).toBeCloseTo(1, 9);
    expect(hub).toBeCloseTo(0.15 / 4 + 0.85 * (a + b + c), 9);
    expect(a).toBeCloseTo(0.15 / 4 + 0.85 * hub * (2 / 4), 9);
  });

  it('lists the most central first, and both sides of a two-mode network', () => {
    expect(centralities(STAR, 'DEGREE').map(({ name }) => name)).toEqual(['hub', 'a', 'b', 'c']);
    const two: Network = { mode: 'TWO_MODE', rows: ['ILO', 'ratify'], columns: ['firewalls', 'ratify'], weights: [[1, 1], [0, 2]], statementCount: 4 };
    expect(centralities(two, 'WEIGHTED_DEGREE')).toEqual([{ name: 'ratify', side: 'COLUMN', value: 3 }, { name: 'ILO', side: 'ROW', value: 2 }, { name: 'ratify', side: 'ROW', value: 2 }, { name: 'firewalls', side: 'COLUMN', value: 1 }]);
  });

  it('among too many is refused rather than waited for', () => {
    const everybody = (size: number): Network => {
      const names = Array.from({ length: size }, (_, at) => `actor ${at}`);
      return { mode: 'ONE_MODE', rows: names, columns: names, weights: names.map((_, i) => names.map((__, h) => (i === h ? 0 : 1))), statementCount: size };
    };
    expect(() => centralities(everybody(600), 'DEGREE')).toThrow(/179,700 ties, more than the 150,000/);
    expect(() => centralities(everybody(500), 'BETWEENNESS')).toThrow(/narrow the filter, or take another measure/);
  });

  it('of a network without ties or nodes is nothing, by every measure', () => {
    const empty: Network = { mode: 'ONE_MODE', rows: ['a', 'b', 'c'], columns: ['a', 'b', 'c'], weights: [[0, 0, 0], [0, 0, 0], [0, 0, 0]], statementCount: 3 };
    const measures = (Object.keys(CENTRALITIES) as Centrality[]).filter((measure) => measure !== 'PAGERANK'); // keys of a constant
    for (const measure of measures) expect(of(measure, empty)).toEqual({ a: 0, b: 0, c: 0 });
    for (const measure of [...measures, 'PAGERANK'] as const) expect(centralities({ ...empty, rows: [], columns: [], weights: [] }, measure)).toEqual([]);
  });
});

describe('the backbone', () => {
  it('drops what ties nobody first and keeps last what ties all', () => {
    const dropped = nestedBackbone(FIELD, { ...DEFAULT_SETTINGS, aggregation: 'CONGRUENCE' }, 'ABSOLUTE_DIFFERENCE');
    expect(dropped.map(({ concept, loss }) => [concept, loss])).toEqual([['report yearly', 0], ['cut fees', 2], ['firewalls', 8], ['ratify', 16], ['consult us', 36]]);
    expect(dropped.at(-1)?.statementCount).toBe(5);
  });

  it('measures the loss by the spectrum, of degrees in DNA; without any concept all is lost', () => {
    // Ties 0–1 and 1–2, one each, by two concepts: the Laplacian has 0, 1, 3, the degrees are 1, 1, 2.
    const path = [said('ILO', 'ratify', true), said('IOM', 'ratify', true), said('IOM', 'firewalls', true), said('WIMN', 'firewalls', true)];
    // With one tie left: 0, 0, 2 and 0, 1, 1.
    expect(nestedBackbone(path, DEFAULT_SETTINGS, 'SPECTRAL').map(({ concept, loss }) => [concept, loss.toFixed(9)])).toEqual([['firewalls', (1 / 4 + 1 / 4).toFixed(9)], ['ratify', '1.000000000']]);
    expect(nestedBackbone(path, { ...DEFAULT_SETTINGS, compat: 'DNA_3' }, 'SPECTRAL').map(({ loss }) => loss.toFixed(9))).toEqual([(1 / 4 + 1 / 4).toFixed(9), '1.000000000']);
  });

  it('is one of a one-mode network', () => {
    expect(() => nestedBackbone(FIELD, { ...DEFAULT_SETTINGS, mode: 'TWO_MODE', aggregation: 'IGNORE' }, 'SPECTRAL')).toThrow(/take mode ONE_MODE/);
    expect(nestedBackbone([], DEFAULT_SETTINGS, 'SPECTRAL')).toEqual([]);
  });
});

describe('eigenvalues', () => {
  it('of small matrices are the known ones', () => {
    expect(symmetricEigenvalues([[1, -1, 0], [-1, 2, -1], [0, -1, 1]]).map((value) => value.toFixed(9).replace('-0.0', '0.0'))).toEqual(['0.000000000', '1.000000000', '3.000000000']);
    expect(symmetricEigenvalues([])).toEqual([]);
  });

  it('add up to the trace, their squares to those of the cells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 81, maxLength: 81 }), (size, values) => {
        const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, h) => values[Math.min(i, h) * 9 + Math.max(i, h)] ?? 0));
        const found = symmetricEigenvalues(matrix);
        expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(matrix.reduce((sum, line, i) => sum + (line[i] ?? 0), 0), 6);
        expect(found.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(matrix.flat().reduce((sum, cell) => sum + cell * cell, 0), 5);
      }),
    );
  });
});
