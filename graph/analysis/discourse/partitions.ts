// The best way to part n things into K groups by a score: every partition where there are few, else the best of many climbs.

import { numbersFrom, shuffled } from './random.ts';

export interface PartitionSearch {
  readonly size: number;
  /** None is empty. */
  readonly groups: number;
  /** Sizes differ by one at most. */
  readonly equalSizes: boolean;
  readonly seed: number;
}

/** The group of each thing, 0 to groups − 1; the first thing is in group 0, the first of the others in 1, … */
export interface Partition {
  readonly groupOf: readonly number[];
  readonly method: 'ENUMERATION' | 'SEARCH';
}

/** Partitions × pairs to be looked at: some seconds. */
const MOST_WORK = 40_000_000;
const CLIMBS = 12;

/** How often each group occurs. */
function sizesOf(groupOf: readonly number[], groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

function isAllowed(groupOf: readonly number[], { size, groups, equalSizes }: PartitionSearch): boolean {
  const [least, most] = equalSizes ? [Math.floor(size / groups), Math.ceil(size / groups)] : [1, size];
  return sizesOf(groupOf, groups).every((count) => count >= least && count <= most);
}

/** Every partition into at most so many groups once, whatever the groups are called; the array is the same each time, with other values. */
function* partitions(size: number, groups: number): Generator<readonly number[]> {
  const groupOf = Array.from({ length: size }, () => 0);
  const highest = Array.from({ length: size }, () => 0);
  for (;;) {
    yield groupOf;
    let at = size - 1;
    // The last thing that may still go into a higher group: one that is in use before it, or the next new one.
    while (at > 0 && (groupOf[at] ?? 0) >= Math.min((highest[at - 1] ?? 0) + 1, groups - 1)) at--;
    if (at <= 0) return;
    groupOf[at] = (groupOf[at] ?? 0) + 1;
    highest[at] = Math.max(highest[at - 1] ?? 0, groupOf[at] ?? 0);
    for (let next = at + 1; next < size; next++) [groupOf[next], highest[next]] = [0, highest[at] ?? 0];
  }
}

/** Groups numbered in the order of their first things. */
function numbered(groupOf: readonly number[]): number[] {
  const names = new Map<number, number>();
  return groupOf.map((group) => {
    const name = names.get(group) ?? names.size;
    names.set(group, name);
    return name;
  });
}

type Score = (groupOf: readonly number[]) => number;
/** By how much the score rises where one thing goes to another group. */
type Gain = (groupOf: readonly number[], at: number, group: number) => number;

/** Better by more than what adding in another order changes. */
const isBetter = (score: number, than: number): boolean => score > than + 1e-9 * Math.max(1, Math.abs(than));

/** Moves single things and exchanges pairs as long as that is better. */
function climbed(start: readonly number[], search: PartitionSearch, score: Score, gain: Gain | null): { groupOf: number[]; score: number } {
  const groupOf = [...start];
  let best = score(groupOf);
  const keepIfBetter = (changes: readonly (readonly [at: number, group: number])[]): boolean => {
    const before = changes.map(([at]) => [at, groupOf[at] ?? 0] as const);
    let rise = 0;
    for (const [at, group] of changes) {
      rise += gain?.(groupOf, at, group) ?? 0;
      groupOf[at] = group;
    }
    const found = gain ? best + rise : isAllowed(groupOf, search) ? score(groupOf) : -Infinity;
    if (isBetter(found, best) && isAllowed(groupOf, search)) {
      best = found;
      return true;
    }
    for (const [at, group] of before) groupOf[at] = group;
    return false;
  };
  let improved = true;
  while (improved) {
    improved = false;
    for (let at = 0; at < search.size; at++) for (let group = 0; group < search.groups; group++) if (group !== groupOf[at]) improved = keepIfBetter([[at, group]]) || improved;
    if (improved) continue;
    // Exchanges cost more to try: only where no move helps, and from the first that does on moves are tried again.
    for (let at = 0; at < search.size && !improved; at++) for (let other = at + 1; other < search.size && !improved; other++) if (groupOf[at] !== groupOf[other]) improved = keepIfBetter([[at, groupOf[other] ?? 0], [other, groupOf[at] ?? 0]]);
  }
  return { groupOf, score: gain ? score(groupOf) : best };
}

const pairsOfAll = ({ size, groups }: PartitionSearch): number => groups ** Math.max(0, size - 1) * size * size;
const isSmall = (search: PartitionSearch): boolean => pairsOfAll(search) <= MOST_WORK;

/** Pairs to be looked at, in about: what a search costs. @param quick whether the score tells what a single move gains */
export function workOf(search: PartitionSearch, quick: boolean): number {
  const { size } = search;
  return isSmall(search) ? pairsOfAll(search) : CLIMBS * 3 * size ** (quick ? 3 : 4);
}

/** Every partition, or the tops of some climbs; the arrays may change afterwards. */
function* candidates(search: PartitionSearch, score: Score, gain: Gain | null): Generator<{ readonly groupOf: readonly number[]; readonly score: number }> {
  const { size, groups, seed } = search;
  if (isSmall(search)) {
    for (const groupOf of partitions(size, groups)) if (isAllowed(groupOf, search)) yield { groupOf, score: score(groupOf) };
    return;
  }
  const random = numbersFrom(seed);
  const dealt = Array.from({ length: size }, (_, at) => at % groups);
  for (let climb = 0; climb < CLIMBS; climb++) yield climbed(shuffled(dealt, random), search, score, gain);
}

/**
 * The partition with the highest score; of equal ones the first that was met. The same for the same seed. `groupOf` is [] where there
 * are fewer things than groups.
 * @param score of a partition; called with an array that changes afterwards
 * @param gain of a single move, where that is known without counting everything again: climbs are then many times faster
 */
export function bestPartition(search: PartitionSearch, score: Score, gain: Gain | null = null): Partition {
  let best: { groupOf: readonly number[]; score: number } | null = null;
  for (const { groupOf, score: found } of candidates(search, score, gain)) if (!best || isBetter(found, best.score)) best = { groupOf: [...groupOf], score: found };
  return { groupOf: numbered(best?.groupOf ?? []), method: isSmall(search) ? 'ENUMERATION' : 'SEARCH' };
}
