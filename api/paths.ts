// Looks for paths from both ends at once: at each length one more ring of things, around the end where that is cheaper.

import { Failure } from '../schema/failures.ts';
import { distancesFrom, learn, pathsOfLength, type FoundPath, type Hop, type KnownGraph } from '../graph/analysis/simplePaths.ts';
import { typeOf, type Reached } from '../graph/analysis/subgraph.ts';
import type { EntityType } from '../schema/ids.ts';
import type { RequestContext } from './context.ts';
import { pageSize } from './paging.ts';
import { affordable, checkNamed, degreeOf, degreesOf, linksOfThings, within, type EdgeRow, type LinkQuestion } from './exploring.ts';

/** Things that one ring may expand, and statements that it may look through. */
const MOST_EXPANDED = 200;
const MOST_STATEMENTS = 40_000;
const MOST_PATHS = 20;

export interface PathQuestion extends LinkQuestion {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly first: number;
  /** Kinds of thing that may stand between the two ends; null for all. */
  readonly types: ReadonlySet<EntityType> | null;
}

export interface PathHopRow {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly links: readonly EdgeRow[];
}

export interface PathRow {
  readonly hops: readonly PathHopRow[];
  readonly weakest: number;
}

class PathSearch {
  readonly #graph: KnownGraph = new Map();
  /** Rings expanded so far around each end, the end itself being the first. */
  readonly #rings = new Map<string, number>();
  readonly #question: PathQuestion;
  readonly #context: RequestContext;
  truncated = false;

  constructor(question: PathQuestion, context: RequestContext) {
    this.#question = question;
    this.#context = context;
  }

  /** The things of the next ring around an end that a path may pass, strongest first. */
  #nextRing(end: string): string[] {
    const rings = this.#rings.get(end) ?? 0;
    const { from, to, types } = this.#question;
    const reached = [...distancesFrom(this.#graph, end)].filter(([id, distance]) => distance === rings && (id === end || (id !== from && id !== to && (types === null || types.has(typeOf(id))))));
    const strength = (id: string): number => Math.max(0, ...[...(this.#graph.get(id)?.values() ?? [])].map(({ weight }) => weight));
    return reached.map(([id]) => id).sort((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1));
  }

  /** Only what may stand on a path: things of the kinds asked for, and facts that join (not being a party does not). */
  #usable(reached: readonly Reached[]): Reached[] {
    const { from, to, types } = this.#question;
    const allowed = (id: string): boolean => id === from || id === to || types === null || types.has(typeOf(id));
    return reached.filter(({ of, other, link: { relationship, details } }) => allowed(of) && allowed(other) && !(relationship === 'PARTY_TO' && details.length === 1 && details[0] === 'NOT_PARTY'));
  }

  /** Expands one more ring, around the end where fewer statements have to be looked through. */
  async widen(): Promise<void> {
    const ends = [this.#question.from, this.#question.to];
    const rings = ends.map((end) => this.#nextRing(end));
    const degrees = await degreesOf([...new Set(rings.flat())], this.#context);
    const costs = rings.map((ring) => ring.reduce((sum, id) => sum + degreeOf(id, degrees), 0));
    const at = (costs[0] ?? 0) <= (costs[1] ?? 0) ? 0 : 1;
    const end = ends[at] ?? '';
    this.#rings.set(end, (this.#rings.get(end) ?? 0) + 1);
    const ring = rings[at] ?? [];
    const now = affordable(ring.slice(0, MOST_EXPANDED), degrees, MOST_STATEMENTS);
    if (now.length < ring.length) this.truncated = true;
    if (now.length > 0) learn(this.#graph, this.#usable(await linksOfThings(this.#question, now, null, this.#context)));
  }

  /** The strongest paths of exactly that length. */
  strongest(length: number, wanted: number): readonly FoundPath[] {
    const { from, to } = this.#question;
    const { paths, complete } = pathsOfLength(this.#graph, from, to, length, wanted);
    if (!complete) this.truncated = true;
    return paths;
  }

  rowOf({ ids, weakest }: FoundPath): PathRow {
    const { filter } = this.#question;
    const hops = ids.slice(1).map((to, at) => {
      const from = ids[at] ?? '';
      const hop: Hop = this.#graph.get(from)?.get(to) ?? { links: [], weight: 0 };
      return { from, to, weight: hop.weight, links: hop.links.map((link) => ({ ...link, filter })) };
    });
    return { hops, weakest };
  }
}

export async function pathsBetween(question: PathQuestion, context: RequestContext): Promise<{ readonly paths: readonly PathRow[]; readonly truncated: boolean }> {
  const { from, to, maxLength } = question;
  const first = pageSize(question.first, MOST_PATHS);
  within('maxLength', maxLength, 1, 6);
  if (from === to) throw new Failure('BAD_USER_INPUT', 'from and to name the same thing: a path joins two.');
  await Promise.all([checkNamed('from', [from], context), checkNamed('to', [to], context)]);
  const search = new PathSearch(question, context);
  const found: FoundPath[] = [];
  for (let length = 1; length <= maxLength && found.length < first; length++) {
    await search.widen();
    found.push(...search.strongest(length, first - found.length));
  }
  return { paths: found.map((path) => search.rowOf(path)), truncated: search.truncated };
}
