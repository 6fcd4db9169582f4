// Grows a neighbourhood step by step: one round of queries for each step, one for the links among all that is shown.

import { Failure } from '../schema/failures.ts';
import type { LinkType } from '../schema/links.ts';
import type { EntityType } from '../schema/ids.ts';
import { distinctLinks, furtherByType, leftOut, neighboursOf, nextShown, typeOf, type Further, type Link, type Reached } from '../graph/analysis/subgraph.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import type { RequestContext } from './context.ts';
import { PAGE_CAP } from './limits.ts';
import { pageSize } from './paging.ts';
import { affordable, cheapestFirst, checkNamed, degreesOf, linksOfThings, within } from './exploring.ts';

/** Things that a call may add, expand in one step, be asked about, and be told of as already shown. */
const MOST_ADDED = 500;
const MOST_EXPANDED = 100;
const MOST_IDS = 50;
const MOST_SHOWN = 1_000;
/** Statements that one step, or the question what would come next, may look through: a second's work. */
const MOST_STATEMENTS = 50_000;

export interface NeighbourhoodQuestion {
  readonly ids: readonly string[];
  readonly shown: readonly string[];
  readonly depth: number;
  readonly first: number;
  /** Null for all. */
  readonly types: ReadonlySet<EntityType> | null;
  readonly relationships: readonly LinkType[];
  readonly filter: StatementFilter;
}

export interface SubgraphNodeRow {
  readonly id: string;
  readonly distance: number | null;
  readonly expanded: boolean;
  readonly leftOut: number;
  /** Asked once for all nodes of the answer. */
  readonly further: () => Promise<readonly Further[] | null>;
}

export interface SubgraphRow {
  readonly nodes: readonly SubgraphNodeRow[];
  readonly edges: readonly (Link & { readonly filter: StatementFilter })[];
  readonly truncated: number;
  readonly unexpanded: number;
}

async function checked(question: NeighbourhoodQuestion, context: RequestContext): Promise<NeighbourhoodQuestion> {
  within('depth', question.depth, 0, 3);
  if (question.ids.length === 0) throw new Failure('BAD_USER_INPUT', 'ids takes the id of at least one thing.');
  within('the number of ids', question.ids.length, 1, MOST_IDS);
  within('the number of shown', question.shown.length, 0, MOST_SHOWN);
  await Promise.all([checkNamed('ids', question.ids, context), checkNamed('shown', question.shown, context)]);
  return { ...question, first: pageSize(question.first, PAGE_CAP), ids: [...new Set(question.ids)], shown: [...new Set(question.shown)].filter((id) => !question.ids.includes(id)) };
}

/** Only neighbours of the kinds asked for; what is shown already is a neighbour of any kind. */
const ofTypes = (reached: readonly Reached[], { types }: NeighbourhoodQuestion, shown: ReadonlySet<string>): Reached[] => reached.filter(({ other }) => types === null || shown.has(other) || types.has(typeOf(other)));

/** Each expanded thing with its neighbours, what is shown with its distance, and how much was not expanded. */
async function grow(question: NeighbourhoodQuestion, context: RequestContext): Promise<{ distances: Map<string, number | null>; met: Reached[]; expanded: Set<string>; unexpanded: number }> {
  const distances = new Map<string, number | null>([...question.ids.map((id) => [id, 0] as const), ...question.shown.map((id) => [id, null] as const)]);
  const met: Reached[] = [];
  const expanded = new Set<string>();
  let [frontier, unexpanded] = [question.ids, 0];
  for (let step = 1; step <= question.depth && frontier.length > 0; step++) {
    const now = affordable(frontier.slice(0, MOST_EXPANDED), await degreesOf(frontier, context), MOST_STATEMENTS);
    unexpanded += frontier.length - now.length;
    for (const id of now) expanded.add(id);
    const shown = new Set(distances.keys());
    const reached = ofTypes(await linksOfThings(question, now, null, context), question, shown);
    met.push(...reached);
    frontier = nextShown(now, neighboursOf(reached), shown, { first: question.first, room: MOST_ADDED + question.ids.length + question.shown.length - shown.size });
    for (const id of frontier) distances.set(id, step);
  }
  return { distances, met, expanded, unexpanded };
}

export async function neighbourhood(asked: NeighbourhoodQuestion, context: RequestContext): Promise<SubgraphRow> {
  const question = await checked(asked, context);
  const { distances, met, expanded, unexpanded } = await grow(question, context);
  const shown = new Set(distances.keys());
  const hidden = leftOut(neighboursOf(met), shown);
  const among = [...shown];
  const links = distinctLinks(await linksOfThings(question, among, among, context));
  let asking: Promise<Map<string, Further[]>> | null = null;
  const askFurther = async (): Promise<Map<string, Further[]>> => {
    const degrees = await degreesOf(among, context);
    const looked = affordable(cheapestFirst(among, degrees), degrees, MOST_STATEMENTS);
    const all = neighboursOf(ofTypes(await linksOfThings(question, looked, null, context), question, shown));
    return new Map(looked.map((id) => [id, furtherByType(all.get(id) ?? [], shown)]));
  };
  const further = async (id: string): Promise<readonly Further[] | null> => (await (asking ??= askFurther())).get(id) ?? null;
  return {
    nodes: [...distances].map(([id, distance]) => ({ id, distance, expanded: expanded.has(id), leftOut: hidden.of.get(id) ?? 0, further: () => further(id) })),
    edges: links.map((link) => ({ ...link, filter: question.filter })),
    truncated: hidden.all,
    unexpanded,
  };
}
