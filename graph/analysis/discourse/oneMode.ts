// One-mode networks: two actors are tied by what they say about the same things. Source: Leifeld, DNA 3.x.
//   IGNORE      Σ_c (Σ_k X[i,c,k]) (Σ_k X[h,c,k])
//   CONGRUENCE  Σ_c Σ_k Σ_l X[i,c,k] X[h,c,l] (1 − d(k,l)),  d(k,l) = |k − l| / (highest level − lowest level)
//   CONFLICT    the same with d, SUBTRACT with 1 − 2d; for a boolean: products of same signs, of opposite signs, their difference
//   of words    CONGRUENCE Σ_c Σ_k X[i,c,k] X[h,c,k]; CONFLICT adds, where just one of two has a word on a thing, how often it has;
//               SUBTRACT is their difference
// Each cell is divided by z, or is 0 where z is:
//   NO 1 · AVERAGE (n(i) + n(h)) / 2 · COSINE n(i) n(h) · JACCARD m10 + m01 + m11 over (c,k), where m10 sums X[i] where X[h] is 0, m01
//   the mirror, m11 sums X[i] X[h] where both are above 0 · VECTOR_COSINE √(Σ X[i]²) √(Σ X[h]²), ours
// The diagonal is 0: nobody agrees with itself.

import type { NetworkSettings, Normalization } from './coded.ts';
import { cell, rowTotals, sumWhereBoth, type Cube } from './cube.ts';
import { products } from './products.ts';

/** How much two levels of a scale are apart, 0 to 1. A scale of which one level occurs knows no distance: 0, in DNA 0/0. */
function distanceOf({ levels }: Cube, { compat }: NetworkSettings): (k: number, l: number) => number {
  const values = levels.map((level) => (typeof level === 'number' ? level : 0));
  const span = Math.max(...values) - Math.min(...values);
  const whole = span === 0 && compat === 'DOCUMENTED' ? 1 : span;
  return (k, l) => Math.abs((values[k] ?? 0) - (values[l] ?? 0)) / whole;
}

const eachPair = (size: number, of: (i: number, h: number) => number): number[][] => Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, h) => (i === h ? 0 : of(i, h))));

/** What one of two has where the other has nothing: n(i) + n(h) − Σ where both (X[i] + X[h]). */
function differing(cube: Cube): number[][] {
  const totals = rowTotals(cube);
  const shared = sumWhereBoth(cube, (one, other) => one + other);
  return eachPair(cube.rows.length, (i, h) => (totals[i] ?? 0) + (totals[h] ?? 0) - cell(shared, i, h));
}

function ties(cube: Cube, settings: NetworkSettings): number[][] {
  const { aggregation, qualifier } = settings;
  if (aggregation === 'IGNORE') return products(cube, () => 1);
  if (qualifier === 'SHORT_TEXT' || qualifier === 'DOCUMENT') {
    if (aggregation === 'CONFLICT') return differing(cube);
    const agreeing = products(cube, (k, l) => (k === l ? 1 : 0));
    if (aggregation === 'CONGRUENCE') return agreeing;
    const differs = differing(cube);
    return eachPair(cube.rows.length, (i, h) => cell(agreeing, i, h) - cell(differs, i, h));
  }
  const d = distanceOf(cube, settings);
  return products(cube, (k, l) => (aggregation === 'CONGRUENCE' ? 1 - d(k, l) : aggregation === 'CONFLICT' ? d(k, l) : 1 - 2 * d(k, l)));
}

/** z(i,h) of a normalisation. */
function divisors(cube: Cube, normalization: Normalization): (i: number, h: number) => number {
  const totals = rowTotals(cube);
  const n = (i: number): number => totals[i] ?? 0;
  switch (normalization) {
    case 'AVERAGE':
      return (i, h) => (n(i) + n(h)) / 2;
    case 'COSINE':
      return (i, h) => n(i) * n(h);
    case 'JACCARD': {
      const apart = differing(cube);
      const both = sumWhereBoth(cube, (one, other) => one * other);
      return (i, h) => cell(apart, i, h) + cell(both, i, h);
    }
    case 'VECTOR_COSINE': {
      const lengths = cube.counts.map((cells) => Math.sqrt([...cells.values()].reduce((sum, count) => sum + count * count, 0)));
      return (i, h) => (lengths[i] ?? 0) * (lengths[h] ?? 0);
    }
    default: // those of two-mode networks were refused or taken for NO
      return () => 1;
  }
}

/** The weights between rows, by row and row: symmetric, the diagonal 0. */
export function oneMode(cube: Cube, settings: NetworkSettings): number[][] {
  const sums = ties(cube, settings);
  const z = divisors(cube, settings.normalization);
  return eachPair(cube.rows.length, (i, h) => {
    const divisor = z(i, h);
    return divisor === 0 ? 0 : cell(sums, i, h) / divisor;
  });
}
