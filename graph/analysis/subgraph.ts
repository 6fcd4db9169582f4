// A neighbourhood out of links: which neighbours are shown, which are left out, and what else would come.

import type { LinkType } from '../../schema/links.ts';
import { nodeTypeOf, type EntityType } from '../../schema/ids.ts';

/** A link between two named things, with how much stands behind it. */
export interface Link {
  /** Its two ends and its relationship; unique among links. */
  readonly id: string;
  readonly relationship: LinkType;
  readonly from: string;
  readonly to: string;
  /** Statements of a link borne by statements, passages of a stated fact; at least 1. */
  readonly weight: number;
  readonly for: number;
  readonly against: number;
  readonly details: readonly string[];
  /** Of a stated fact; empty where statements bear the link. */
  readonly passages: readonly string[];
}

/** A link as it was met when one of its ends was expanded. */
export interface Reached {
  readonly of: string;
  readonly other: string;
  /** Of the other end. */
  readonly name: string;
  readonly link: Link;
}

interface Neighbour {
  readonly id: string;
  readonly name: string;
  /** All that joins it to the expanded thing, summed. */
  readonly weight: number;
}

/** Most evidence first, then by name, then by id. */
const byWeight = (a: Neighbour, b: Neighbour): number => b.weight - a.weight || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

/** The neighbours of each expanded thing, each once, most evidence first, then by name, then by id. */
export function neighboursOf(reached: readonly Reached[]): Map<string, Neighbour[]> {
  const found = new Map<string, Map<string, Neighbour>>();
  for (const { of, other, name, link } of reached) {
    const mine = found.get(of) ?? new Map<string, Neighbour>();
    mine.set(other, { id: other, name, weight: (mine.get(other)?.weight ?? 0) + link.weight });
    found.set(of, mine);
  }
  return new Map([...found].map(([of, mine]) => [of, [...mine.values()].sort(byWeight)]));
}

/**
 * The neighbours that one step adds, in the order of the things expanded.
 * @param first how many each expanded thing may add @param room how many may be added in all
 */
export function nextShown(expanded: readonly string[], neighbours: ReadonlyMap<string, readonly Neighbour[]>, shown: ReadonlySet<string>, { first, room }: { readonly first: number; readonly room: number }): string[] {
  const added = new Set<string>();
  for (const id of expanded) {
    const fresh = (neighbours.get(id) ?? []).filter((neighbour) => !shown.has(neighbour.id) && !added.has(neighbour.id));
    for (const neighbour of fresh.slice(0, Math.min(first, room - added.size))) added.add(neighbour.id);
  }
  return [...added];
}

/** Neighbours that are not shown: how many of each expanded thing, and how many in all, each counted once. */
export function leftOut(neighbours: ReadonlyMap<string, readonly Neighbour[]>, shown: ReadonlySet<string>): { readonly of: ReadonlyMap<string, number>; readonly all: number } {
  const hidden = new Map([...neighbours].map(([of, list]) => [of, list.filter(({ id }) => !shown.has(id)).map(({ id }) => id)]));
  return { of: new Map([...hidden].map(([of, ids]) => [of, ids.length])), all: new Set([...hidden.values()].flat()).size };
}

export interface Further {
  readonly type: EntityType;
  readonly count: number;
}

/** The type of a named thing, from its id. */
export function typeOf(id: string): EntityType {
  const type = nodeTypeOf(id);
  if (type === null || type === 'Document' || type === 'Passage' || type === 'Statement') throw new Error(`${id} is not the id of a named thing`);
  return type;
}

/** How many neighbours that are not shown a thing would add, by type; most first, then by type; types without any are left out. */
export function furtherByType(neighbours: readonly Neighbour[], shown: ReadonlySet<string>): Further[] {
  const hidden = Map.groupBy(neighbours.filter(({ id }) => !shown.has(id)), ({ id }) => typeOf(id));
  return [...hidden].map(([type, list]) => ({ type, count: list.length })).sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** Each link once, most evidence first, then by id. */
export function distinctLinks(reached: readonly Reached[]): Link[] {
  return [...new Map(reached.map(({ link }) => [link.id, link])).values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}
