// In which order the names of three columns stand so that the links between them cross little: barycentre sweeps, the usual
// heuristic for layered drawings. Deterministic: ties keep the order that came in.

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const SWEEPS = 12;

const places = (column: readonly string[]): Map<string, number> => new Map(column.map((id, at) => [id, at]));

/** Pairs of links between two neighbouring columns that cross, each counted with the product of the two weights. Takes n log n. */
export function crossings(left: readonly string[], right: readonly string[], ties: readonly Tie[]): number {
  const atLeft = places(left);
  const atRight = places(right);
  const drawn = ties.flatMap(({ from, to, weight }) => {
    const a = atLeft.get(from);
    const b = atRight.get(to);
    return a === undefined || b === undefined ? [] : [{ a, b, weight }];
  });
  drawn.sort((one, other) => one.a - other.a || one.b - other.b);
  // A Fenwick tree over the right column: the weight seen so far up to each place.
  const tree = new Float64Array(right.length + 1);
  let total = 0;
  let sum = 0;
  for (const { b, weight } of drawn) {
    let notBelow = 0;
    for (let at = b + 1; at > 0; at -= at & -at) notBelow += tree[at] ?? 0;
    sum += weight * (total - notBelow);
    for (let at = b + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + weight;
    total += weight;
  }
  return sum;
}

/** The column reordered by the weighted mean place of what each name is linked to; a name without links keeps its relative place. */
function byBarycentre(column: readonly string[], fixed: readonly (readonly string[])[], ties: readonly Tie[]): string[] {
  const sums = new Map<string, { at: number; weight: number }>();
  for (const other of fixed) {
    const at = places(other);
    const scale = Math.max(1, other.length - 1);
    for (const { from, to, weight } of ties) {
      for (const [self, end] of [[from, to], [to, from]] as const) {
        const place = at.get(end);
        if (place === undefined) continue;
        const sum = sums.get(self) ?? { at: 0, weight: 0 };
        sums.set(self, { at: sum.at + (place / scale) * weight, weight: sum.weight + weight });
      }
    }
  }
  const scale = Math.max(1, column.length - 1);
  const keyed = column.map((id, index) => {
    const sum = sums.get(id);
    return { id, index, key: sum ? sum.at / sum.weight : index / scale };
  });
  return keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ id }) => id);
}

/**
 * @param columns neighbouring columns from left to right, ids in the order to prefer
 * @param ties links between neighbouring columns
 * @returns the same ids, each column reordered; the best of all orders tried
 */
export function orderToCrossLittle(columns: readonly (readonly string[])[], ties: readonly Tie[]): string[][] {
  const cost = (order: readonly (readonly string[])[]): number => order.slice(1).reduce((sum, right, at) => sum + crossings(order[at] ?? [], right, ties), 0);
  let order = columns.map((column) => [...column]);
  let best = order;
  let bestCost = cost(order);
  for (let sweep = 0; sweep < SWEEPS && bestCost > 0; sweep++) {
    const indexes = order.map((_, at) => at);
    for (const at of sweep % 2 === 0 ? indexes.slice(1) : indexes.slice(0, -1).reverse()) {
      const neighbours = sweep % 2 === 0 ? [order[at - 1] ?? []] : [order[at + 1] ?? []];
      order = order.map((column, index) => (index === at ? byBarycentre(column, neighbours, ties) : column));
    }
    const now = cost(order);
    if (now < bestCost) [best, bestCost] = [order, now];
  }
  return best;
}
