// A network as a graph of graphology, for the algorithms that are written for it. Only weights above 0 become edges.

import { UndirectedGraph } from 'graphology';
import { Failure } from '../../../schema/failures.ts';
import type { Network } from './coded.ts';

export type Side = 'ROW' | 'COLUMN';

export interface NodeAttributes {
  readonly name: string;
  readonly side: Side;
}
export interface EdgeAttributes {
  readonly weight: number;
  /** 1 / weight: strong ties are short. */
  readonly distance: number;
  [other: string]: unknown;
}
export type NetworkGraph = UndirectedGraph<NodeAttributes & Record<string, unknown>, EdgeAttributes>;

/** The two sides may share a name: the key tells them apart. */
export const keyOf = (side: Side, name: string): string => `${side}:${name}`;

/** More ties are no structure that an algorithm finds in some seconds, nor one that anybody could see. */
const MOST_TIES = 150_000;

const tiesOf = ({ mode, weights }: Network): number => weights.reduce((sum, line, i) => sum + line.filter((weight, h) => weight > 0 && (mode === 'TWO_MODE' || h > i)).length, 0);

/**
 * Undirected, in the order of rows, then columns. In ONE_MODE all nodes are of the side ROW.
 * @throws Failure QUERY_TOO_EXPENSIVE for more than 150,000 ties
 */
export function networkGraph(network: Network): NetworkGraph {
  const { mode, rows, columns, weights } = network;
  const ties = tiesOf(network);
  if (ties > MOST_TIES) throw new Failure('QUERY_TOO_EXPENSIVE', `The network has ${ties.toLocaleString('en')} ties, more than the ${MOST_TIES.toLocaleString('en')} among which groups and centres can be found; narrow the filter.`);
  const graph: NetworkGraph = new UndirectedGraph();
  for (const name of rows) graph.addNode(keyOf('ROW', name), { name, side: 'ROW' });
  if (mode === 'TWO_MODE') for (const name of columns) graph.addNode(keyOf('COLUMN', name), { name, side: 'COLUMN' });
  for (const [i, line] of weights.entries()) {
    for (const [h, weight] of line.entries()) {
      const [from, to] = [rows[i], columns[h]];
      if (!(weight > 0) || from === undefined || to === undefined || (mode === 'ONE_MODE' && h <= i)) continue;
      graph.addEdge(keyOf('ROW', from), keyOf(mode === 'ONE_MODE' ? 'ROW' : 'COLUMN', to), { weight, distance: 1 / weight });
    }
  }
  return graph;
}
