import { drawnNetworks, type DrawnEdge, type DrawnNetwork, type DrawnNode, type NetworkCounts, type Stretch } from '../../graph/analysis/drawnNetwork.ts';
import { networkInWords } from '../../graph/analysis/networkDefinition.ts';
import { matrixCsv } from '../../graph/formats/matrixCsv.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present } from '../context.ts';
import { askedOf, networkQuestion } from '../networkInput.ts';
import { statementsAmong, type Sources } from '../sources.ts';
import { named } from './entities.ts';

export interface NetworkAnswerRow {
  readonly definition: string;
  readonly counts: NetworkCounts;
  readonly networks: readonly NetworkRow[];
}

export interface NetworkRow extends DrawnNetwork {
  readonly sources: Sources;
}

export interface NetworkNodeRow extends DrawnNode {
  readonly sources: Sources;
}

export interface NetworkEdgeRow extends DrawnEdge {
  /** Ids of the statements behind it, found only where somebody asks. */
  readonly statements: () => readonly string[];
  readonly sources: Sources;
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

export const networkResolvers: Resolvers = {
  NetworkAnswer: { networks: ({ networks }) => [...networks] },
  NetworkWindow: { from: ({ from }: Stretch) => dayOf(from), middle: ({ middle }: Stretch) => dayOf(middle), to: ({ to }: Stretch) => dayOf(to) },
  DiscourseNetwork: {
    statementCount: ({ evidence }) => evidence.all.length,
    statements: ({ evidence, sources }, page, context) => statementsAmong(sources, evidence.all, page, context),
    nodes: ({ nodes, sources }) => nodes.map((node) => ({ ...node, sources })),
    edges: ({ edges, evidence, sources }) => edges.map((edge) => ({ ...edge, statements: () => evidence.between(edge.from, edge.to), sources })),
    truncated: ({ hiddenNodeCount, hiddenEdgeCount }) => hiddenNodeCount + hiddenEdgeCount > 0,
    csv: async ({ network }, _, context) => {
      const names = new Map((await present(context.entity, [...new Set([...network.rows, ...network.columns])])).map(({ id, name }) => [id, name]));
      return matrixCsv(network, (id) => names.get(id) ?? id);
    },
  },
  NetworkNode: {
    entity: ({ id }, _, context) => named(id, context),
    frequency: ({ statements }) => statements.length,
    statements: ({ statements, sources }, page, context) => statementsAmong(sources, statements, page, context),
  },
  NetworkEdge: {
    id: ({ from, to }) => `${from} ${to}`,
    statements: ({ statements, sources }, page, context) => statementsAmong(sources, statements(), page, context),
  },
  Query: {
    network: async (_, { filter, settings }, context) => {
      const question = networkQuestion(settings);
      const asked = await askedOf(question, filter, context);
      const networks = drawnNetworks(asked, question).map((network) => ({ ...network, sources: asked.sources }));
      return { definition: `${networkInWords(question)} ${asked.inWords}`, counts: asked.counts, networks };
    },
  },
};
