// Coalitions: actors who agree with each other more than with the rest, what binds each of them, and what splits the field.
// Groups are communities of the network (Louvain's method, with weights) of congruence, or of congruence less conflict; weights
// that are not above 0 bind nobody. The same statements and seed give the same coalitions.

import louvain from 'graphology-communities-louvain';
import { Failure } from '../../../schema/failures.ts';
import { checked, valueOf, type CodedStatement, type NetworkSettings } from './coded.ts';
import { keyOf, networkGraph, type NetworkGraph } from './networkGraph.ts';
import { networkOf } from './networkOf.ts';
import { numbersFrom } from './random.ts';
import { select } from './selection.ts';

/** Where actors stand on an ask, each counted once by what most of its statements say; who says as much for as against stands nowhere. */
export interface Stand {
  readonly for: number;
  readonly against: number;
  /** Statements by these actors on it. */
  readonly statementCount: number;
}

/** An ask on which more pairs of a coalition agree than disagree. */
export interface BindingAsk extends Stand {
  readonly concept: string;
  readonly agreeingPairs: number;
  readonly opposedPairs: number;
}

export interface Coalition {
  /** In their order. */
  readonly members: readonly string[];
  readonly statementCount: number;
  /** Of the weight of all ties of its members, the share that is among them, 0 to 1; only weights above 0. */
  readonly cohesion: number;
  /** Of all pairs of members, the share with a tie above 0. */
  readonly density: number;
  /** By agreeing less opposed pairs, most first, then by name. */
  readonly binding: readonly BindingAsk[];
}

/** An ask on which actors of the field are opposed. */
export interface SplittingAsk {
  readonly concept: string;
  /** Of all actors, also those of no coalition. */
  readonly inField: Stand;
  /** By coalition, in their order. */
  readonly stands: readonly Stand[];
  /** Pairs across coalitions. */
  readonly opposedPairs: number;
  readonly agreeingPairs: number;
}

export interface Coalitions {
  /** Of two members at least: the largest first, then by their first member. */
  readonly coalitions: readonly Coalition[];
  /** Who agrees with nobody more than it disagrees. */
  readonly unattached: readonly string[];
  /** By opposed pairs across coalitions, most first, then in the whole field, then by fewer agreeing ones, then by name. */
  readonly splitting: readonly SplittingAsk[];
  /** How much more of the weight lies within coalitions than by chance, −½ to 1; 0 without any tie. */
  readonly modularity: number;
}

export interface CoalitionSettings {
  readonly seed: number;
  /** 1 as usual; above it more and smaller coalitions. */
  readonly resolution: number;
}

type Votes = ReadonlyMap<string, ReadonlyMap<string, { readonly balance: number; readonly count: number }>>;

/** By concept and actor: statements for less statements against, and how many. */
function votesOf(kept: readonly CodedStatement[], { rows, columns }: NetworkSettings): Votes {
  const votes = new Map<string, Map<string, { balance: number; count: number }>>();
  for (const statement of kept) {
    const [actor, concept, { qualifier }] = [valueOf(statement, rows), valueOf(statement, columns), statement];
    const by = votes.get(concept) ?? new Map<string, { balance: number; count: number }>();
    const { balance, count } = by.get(actor) ?? { balance: 0, count: 0 };
    by.set(actor, { balance: balance + (typeof qualifier === 'number' ? Math.sign(qualifier) : qualifier === true ? 1 : -1), count: count + 1 });
    votes.set(concept, by);
  }
  return votes;
}

function standOf(members: readonly string[], by: ReadonlyMap<string, { readonly balance: number; readonly count: number }> | undefined): Stand {
  const said = members.flatMap((member) => by?.get(member) ?? []);
  return { for: said.filter(({ balance }) => balance > 0).length, against: said.filter(({ balance }) => balance < 0).length, statementCount: said.reduce((sum, { count }) => sum + count, 0) };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const byName = (a: { readonly concept: string }, b: { readonly concept: string }): number => (a.concept < b.concept ? -1 : 1);

function bindingAsks(members: readonly string[], votes: Votes): BindingAsk[] {
  return [...votes]
    .map(([concept, by]) => {
      const stand = standOf(members, by);
      return { concept, ...stand, agreeingPairs: pairs(stand.for) + pairs(stand.against), opposedPairs: stand.for * stand.against };
    })
    .filter(({ agreeingPairs, opposedPairs }) => agreeingPairs > opposedPairs)
    .sort((a, b) => b.agreeingPairs - b.opposedPairs - (a.agreeingPairs - a.opposedPairs) || byName(a, b));
}

const opposedIn = ({ inField }: SplittingAsk): number => inField.for * inField.against;

function splittingAsks(groups: readonly (readonly string[])[], votes: Votes): SplittingAsk[] {
  return [...votes]
    .map(([concept, by]): SplittingAsk => {
      const stands = groups.map((members) => standOf(members, by));
      const across = stands.flatMap((one, at) => stands.slice(at + 1).map((other) => ({ opposed: one.for * other.against + one.against * other.for, agreeing: one.for * other.for + one.against * other.against })));
      return { concept, inField: standOf([...by.keys()], by), stands, opposedPairs: across.reduce((sum, { opposed }) => sum + opposed, 0), agreeingPairs: across.reduce((sum, { agreeing }) => sum + agreeing, 0) };
    })
    .filter((ask) => opposedIn(ask) > 0)
    .sort((a, b) => b.opposedPairs - a.opposedPairs || opposedIn(b) - opposedIn(a) || a.agreeingPairs - b.agreeingPairs || byName(a, b));
}

/** How closely the members hold together, by the ties of the network. */
function holding(graph: NetworkGraph, members: readonly string[]): { cohesion: number; density: number } {
  const inside = new Set(members.map((name) => keyOf('ROW', name)));
  let [within, all, tied] = [0, 0, 0];
  graph.forEachEdge((_edge, { weight }, one, other) => {
    const ends = Number(inside.has(one)) + Number(inside.has(other));
    if (ends > 0) all += weight;
    if (ends === 2) [within, tied] = [within + weight, tied + 1];
  });
  return { cohesion: all === 0 ? 0 : within / all, density: tied / pairs(members.length) };
}

/**
 * @param settings one mode, CONGRUENCE or SUBTRACT, a boolean or a scale whose 0 is its middle
 * @throws Failure BAD_USER_INPUT for other settings, or a resolution that is not above 0; QUERY_TOO_EXPENSIVE as `network`
 */
export function coalitions(statements: readonly CodedStatement[], settings: NetworkSettings, { seed, resolution }: CoalitionSettings): Coalitions {
  const used = checked(settings);
  if (used.mode !== 'ONE_MODE' || (used.aggregation !== 'CONGRUENCE' && used.aggregation !== 'SUBTRACT') || (used.qualifier !== 'BOOLEAN' && used.qualifier !== 'INTEGER')) throw new Failure('BAD_USER_INPUT', 'Coalitions are found in one-mode networks by CONGRUENCE or SUBTRACT of a BOOLEAN or INTEGER qualifier; take one of these.');
  if (!(resolution > 0)) throw new Failure('BAD_USER_INPUT', `A resolution of ${resolution} is none; give a number above 0, usually 1.`);
  const selection = select(statements, used);
  const graph = networkGraph(networkOf(selection, used));
  const found = graph.size === 0 ? { communities: {} as Record<string, number>, modularity: 0 } : louvain.detailed(graph, { getEdgeWeight: 'weight', rng: numbersFrom(seed), resolution });
  const groups = [...Map.groupBy(graph.mapNodes((node, { name }) => ({ node, name })), ({ node }) => found.communities[node] ?? node).values()].map((members) => members.map(({ name }) => name));
  const together = groups.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  const votes = votesOf(selection.kept, used);
  const countOf = (members: readonly string[]): number => selection.kept.filter((statement) => members.includes(valueOf(statement, used.rows))).length;
  return {
    coalitions: together.map((members) => ({ members, statementCount: countOf(members), ...holding(graph, members), binding: bindingAsks(members, votes) })),
    unattached: groups.filter(({ length }) => length === 1).flat(),
    splitting: splittingAsks(together, votes),
    modularity: found.modularity,
  };
}
