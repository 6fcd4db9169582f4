// Paths without a repeated thing, of a given number of hops, strongest first, in a graph that is known only around both ends.

import type { Link, Reached } from './subgraph.ts';

/** Two things that are joined, and all that joins them. */
export interface Hop {
  /** Most evidence first, then by id. */
  readonly links: readonly Link[];
  /** The evidence of all links together. */
  readonly weight: number;
}

/** What is known of the graph: the hops of each thing, both ways. */
export type KnownGraph = Map<string, Map<string, Hop>>;

/** Adds what was met; a link met from both of its ends is one. */
export function learn(graph: KnownGraph, reached: readonly Reached[]): void {
  for (const { of, other, link } of reached) {
    const known = graph.get(of)?.get(other)?.links ?? [];
    if (known.some(({ id }) => id === link.id)) continue;
    const links = [...known, link].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const hop = { links, weight: links.reduce((sum, { weight }) => sum + weight, 0) };
    for (const [one, two] of [[of, other], [other, of]] as const) graph.set(one, (graph.get(one) ?? new Map<string, Hop>()).set(two, hop));
  }
}

/** Hops from a thing to each that is known, over hops with at least this much evidence. */
export function distancesFrom(graph: KnownGraph, start: string, atLeast = 1): Map<string, number> {
  const distances = new Map([[start, 0]]);
  let ring = [start];
  for (let distance = 1; ring.length > 0; distance++) {
    const next: string[] = [];
    for (const id of ring) {
      for (const [other, { weight }] of graph.get(id) ?? []) {
        if (weight < atLeast || distances.has(other)) continue;
        distances.set(other, distance);
        next.push(other);
      }
    }
    ring = next;
  }
  return distances;
}

export interface FoundPath {
  /** The things on it, both ends included, in order. */
  readonly ids: readonly string[];
  /** Evidence of its weakest hop, and of all its hops together. */
  readonly weakest: number;
  readonly total: number;
}

/** Shorter first, then the stronger weakest hop, then more evidence in all, then the ids. */
export const byStrength = (a: FoundPath, b: FoundPath): number => a.ids.length - b.ids.length || b.weakest - a.weakest || b.total - a.total || (a.ids.join(' ') < b.ids.join(' ') ? -1 : 1);

/** Steps of the search after which it gives up: some tenths of a second. */
const MOST_STEPS = 300_000;

interface Search {
  readonly graph: KnownGraph;
  readonly to: string;
  readonly length: number;
  readonly atLeast: number;
  readonly left: { steps: number };
}

/** All simple paths of exactly that length over hops with at least that much evidence, as far as the steps last. */
function walk(search: Search, distances: ReadonlyMap<string, number>, ids: readonly string[], weakest: number, total: number, found: FoundPath[]): void {
  const last = ids.at(-1) ?? '';
  const remaining = search.length - (ids.length - 1);
  if (remaining === 0) {
    if (last === search.to) found.push({ ids, weakest, total });
    return;
  }
  for (const [other, { weight }] of search.graph.get(last) ?? []) {
    if (search.left.steps <= 0) return;
    search.left.steps--;
    if (weight < search.atLeast || (distances.get(other) ?? Infinity) > remaining - 1 || ids.includes(other) || (other === search.to && remaining > 1)) continue;
    walk(search, distances, [...ids, other], Math.min(weakest, weight), total + weight, found);
  }
}

/**
 * The strongest simple paths of exactly `length` hops. Looks first at hops with much evidence only, and at weaker ones as long as paths are wanting:
 * the strongest are found without walking all. `complete` is false where the search gave up, so that a path may be missing or a weaker one told.
 * @param wanted how many, at least 1
 */
export function pathsOfLength(graph: KnownGraph, from: string, to: string, length: number, wanted: number): { readonly paths: readonly FoundPath[]; readonly complete: boolean } {
  const weights = [...new Set([...graph.values()].flatMap((hops) => [...hops.values()].map(({ weight }) => weight)))].sort((a, b) => b - a);
  const left = { steps: MOST_STEPS };
  let paths: FoundPath[] = [];
  for (let at = 0; weights.length > 0; at = Math.min(2 * at + 1, weights.length - 1)) {
    const atLeast = weights[at] ?? 1;
    const found: FoundPath[] = [];
    walk({ graph, to, length, atLeast, left }, distancesFrom(graph, to, atLeast), [from], Infinity, 0, found);
    if (found.length >= paths.length) paths = found;
    if (paths.length >= wanted || at === weights.length - 1 || left.steps <= 0) break;
  }
  return { paths: paths.sort(byStrength).slice(0, wanted), complete: left.steps > 0 };
}
