// How much each two rows of a count cube share: the inner loop of every one-mode network.

import { entriesByColumn, type Cube } from './cube.ts';

/**
 * Σ_c Σ_k Σ_l X[i,c,k] X[h,c,l] q(k,l) for all i and h; symmetric, by row and row.
 * @param q symmetric @param withItself also for i = h; without it the diagonal is 0
 */
export function products(cube: Cube, q: (k: number, l: number) => number, withItself = false): number[][] {
  const [size, levels] = [cube.rows.length, cube.levels.length];
  const weights = Float64Array.from({ length: levels * levels }, (_, at) => q(Math.floor(at / levels), at % levels));
  const sums = new Float64Array(size * size);
  for (const entries of entriesByColumn(cube)) {
    // Entries come by rows, so that the second of a pair is of the same row or a later one.
    for (let at = 0; at < entries.length; at++) {
      const one = entries[at];
      if (!one) continue;
      for (let next = at; next < entries.length; next++) {
        const other = entries[next];
        if (!other || (other.row === one.row && !withItself)) continue;
        const product = one.count * other.count * (weights[one.level * levels + other.level] ?? 0);
        const place = one.row * size + other.row;
        // Two levels of one row are met once here and twice in the sum.
        sums[place] = (sums[place] ?? 0) + (other.row === one.row && next !== at ? 2 * product : product);
      }
    }
  }
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, h) => sums[Math.min(i, h) * size + Math.max(i, h)] ?? 0));
}
