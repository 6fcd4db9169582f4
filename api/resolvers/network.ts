import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { drawnNetworks, type DrawnEdge, type DrawnNetwork, type DrawnNode, type NetworkCounts, type Stretch } from '../../graph/analysis/drawnNetwork.ts';
import { networkInWords } from '../../graph/analysis/networkDefinition.ts';
import { matrixCsv } from '../../graph/formats/matrixCsv.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present } from '../context.ts';
import { askedOf, exactly, networkQuestion } from '../networkInput.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

export interface NetworkAnswerRow {
  readonly definition: string;
  readonly counts: NetworkCounts;
  readonly networks: readonly NetworkRow[];
}

export interface NetworkRow extends DrawnNetwork {
  readonly filter: StatementFilter;
}

export interface NetworkNodeRow extends DrawnNode {
  readonly filter: StatementFilter;
}

export interface NetworkEdgeRow extends DrawnEdge {
  /** Ids of the statements behind it, found only where somebody asks. */
  readonly statements: () => readonly string[];
  readonly filter: StatementFilter;
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

export const networkResolvers: Resolvers = {
  NetworkAnswer: { networks: ({ networks }) => [...networks] },
  NetworkWindow: { from: ({ from }: Stretch) => dayOf(from), middle: ({ middle }: Stretch) => dayOf(middle), to: ({ to }: Stretch) => dayOf(to) },
  DiscourseNetwork: {
    statementCount: ({ evidence }) => evidence.all.length,
    statements: ({ evidence, filter }, page, context) => statementConnection(exactly(filter, evidence.all), page, context),
    nodes: ({ nodes, filter }) => nodes.map((node) => ({ ...node, filter })),
    edges: ({ edges, evidence, filter }) => edges.map((edge) => ({ ...edge, statements: () => evidence.between(edge.from, edge.to), filter })),
    truncated: ({ hiddenNodeCount, hiddenEdgeCount }) => hiddenNodeCount + hiddenEdgeCount > 0,
    csv: async ({ network }, _, context) => {
      const names = new Map((await present(context.entity, [...new Set([...network.rows, ...network.columns])])).map(({ id, name }) => [id, name]));
      return matrixCsv(network, (id) => names.get(id) ?? id);
    },
  },
  NetworkNode: {
    entity: ({ id }, _, context) => named(id, context),
    frequency: ({ statements }) => statements.length,
    statements: ({ statements, filter }, page, context) => statementConnection(exactly(filter, statements), page, context),
  },
  NetworkEdge: {
    id: ({ from, to }) => `${from} ${to}`,
    statements: ({ statements, filter }, page, context) => statementConnection(exactly(filter, statements()), page, context),
  },
  Query: {
    network: async (_, { filter, settings }, context) => {
      const question = networkQuestion(settings);
      const asked = await askedOf(question, filter, context);
      const networks = drawnNetworks(asked, question).map((network) => ({ ...network, filter: asked.filter }));
      return { definition: `${networkInWords(question)} ${asked.inWords}`, counts: asked.counts, networks };
    },
  },
};
