// Who is central in a network, by measures that say how they count. Only weights above 0 count as ties.

import betweenness from 'graphology-metrics/centrality/betweenness.js';
import eigenvector from 'graphology-metrics/centrality/eigenvector.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { Failure } from '../../../schema/failures.ts';
import type { Network } from './coded.ts';
import { networkGraph, type NetworkGraph, type Side } from './networkGraph.ts';

interface Measure {
  readonly label: string;
  /** What a reader must know to check a figure by hand. */
  readonly formula: string;
  readonly of: (graph: NetworkGraph) => Readonly<Record<string, number>>;
}

const each = (graph: NetworkGraph, of: (node: string) => number): Record<string, number> => Object.fromEntries(graph.mapNodes((node) => [node, of(node)]));
const none = (graph: NetworkGraph): Record<string, number> => each(graph, () => 0);

const EIGENVECTOR = { maxIterations: 20_000, tolerance: 1e-10 };
const PAGERANK = { alpha: 0.85, maxIterations: 1_000, tolerance: 1e-12 };
/** Networks are scaled to the heaviest tie, so that the power iterations take as long for small weights as for large ones. */
const heaviest = (graph: NetworkGraph): number => graph.reduceEdges((most: number, _edge, { weight }) => Math.max(most, weight), 0);

export const CENTRALITIES = {
  DEGREE: { label: 'ties', formula: 'the number of others with a tie: d(i) = |{h ≠ i: w(i,h) > 0}|', of: (graph) => each(graph, (node) => graph.degree(node)) },
  WEIGHTED_DEGREE: { label: 'weight of ties', formula: 'the sum of the weights of all ties: s(i) = Σ_h w(i,h), w(i,h) > 0', of: (graph) => each(graph, (node) => graph.reduceEdges(node, (sum: number, _edge, { weight }) => sum + weight, 0)) },
  BETWEENNESS: {
    label: 'betweenness',
    formula: 'how many shortest paths between others lead through it, where a tie is 1 / w(i,h) long, as a share of all pairs of others: b(i) = Σ_{s<t} σ_st(i) / σ_st · 2 / ((n − 1)(n − 2)); 0 to 1',
    of: (graph) => (graph.order < 3 ? none(graph) : betweenness(graph, { getEdgeWeight: 'distance', normalized: true })),
  },
  EIGENVECTOR: {
    label: 'eigenvector centrality',
    formula: 'who is tied to the central is central: λ e(i) = Σ_h w(i,h) e(h) for the largest λ, with Σ e(i)² = 1; by power iteration of A + I until the sum of changes is below n · 10⁻¹⁰',
    of: (graph) => {
      const most = heaviest(graph);
      return graph.size === 0 ? none(graph) : eigenvector(graph, { ...EIGENVECTOR, getEdgeWeight: (_edge, { weight }) => weight / most });
    },
  },
  PAGERANK: {
    label: 'PageRank',
    formula: 'where a walk along the ties, heavier ones more often, that begins anew with probability 0.15 at each step is found: p(i) = 0.15 / n + 0.85 Σ_h p(h) w(h,i) / s(h), with Σ p(i) = 1',
    of: (graph) => (graph.order === 0 ? {} : pagerank(graph, { ...PAGERANK, getEdgeWeight: 'weight' })),
  },
} as const satisfies Readonly<Record<string, Measure>>;
export type Centrality = keyof typeof CENTRALITIES;

export interface CentralNode {
  readonly name: string;
  readonly side: Side;
  readonly value: number;
}

/** Nodes × ties that betweenness can go over in some seconds. */
const MOST_WORK = 60_000_000;

/** All nodes, the most central first, of equals by name. @throws Failure QUERY_TOO_EXPENSIVE for more than 150,000 ties, or for BETWEENNESS more than 60 million nodes × ties */
export function centralities(network: Network, measure: Centrality): CentralNode[] {
  const graph = networkGraph(network);
  if (measure === 'BETWEENNESS' && graph.order * graph.size > MOST_WORK) throw new Failure('QUERY_TOO_EXPENSIVE', `Betweenness among ${graph.order} with ${graph.size} ties is more than can be computed; narrow the filter, or take another measure.`);
  const values = CENTRALITIES[measure].of(graph);
  return graph.mapNodes((node, { name, side }): CentralNode => ({ name, side, value: values[node] ?? 0 })).sort((a, b) => b.value - a.value || (a.side === b.side ? 0 : a.side === 'ROW' ? -1 : 1) || (a.name < b.name ? -1 : 1));
}
