import { isStatementLink, readingOf } from '../../schema/links.ts';
import { statementsBehind } from '../../graph/traversals/statementLinks.ts';
import type { EntityType, Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { chosenLinks, type EdgeRow } from '../exploring.ts';
import { readFilter } from '../filterInput.ts';
import { neighbourhood } from '../neighbourhood.ts';
import { named, TYPES } from './entities.ts';
import { statementConnection, type StatementPage } from './statementConnection.ts';

/** The entity types of the API as the model's labels; null for all. */
export const labelsOf = (types: readonly EntityType[] | null | undefined): ReadonlySet<keyof typeof TYPES> | null =>
  types && types.length > 0 ? new Set(Object.entries(TYPES).flatMap(([label, type]) => (types.includes(type) ? [label as keyof typeof TYPES] : []))) : null;

async function statementsOf({ relationship, from, to, filter }: EdgeRow, page: { first: number; after?: string | null }, context: RequestContext): Promise<StatementPage | null> {
  const behind = isStatementLink(relationship) ? statementsBehind(filter, relationship, from, to) : null;
  return behind && statementConnection(behind, page, context);
}

export const neighbourhoodResolvers: Resolvers = {
  SubgraphNode: {
    entity: ({ id }, _, context) => named(id, context),
    further: async ({ further }) => (await further())?.map(({ type, count }) => ({ type: TYPES[type], count })) ?? null,
  },
  SubgraphEdge: {
    reads: (edge) => readingOf(edge, true),
    readsBack: (edge) => readingOf(edge, false),
    for: (edge) => (isStatementLink(edge.relationship) ? edge.for : null),
    against: (edge) => (isStatementLink(edge.relationship) ? edge.against : null),
    details: ({ details }) => [...details],
    statements: statementsOf,
    passages: ({ passages }, _, context) => present(context.passage, passages),
  },
  Query: {
    neighbourhood: async (_, { ids, shown, types, relationships, filter, ...sizes }, context) => {
      const found = await neighbourhood({ ids, shown: shown ?? [], types: labelsOf(types), relationships: chosenLinks(relationships), filter: readFilter(filter), ...sizes }, context);
      return { ...found, nodes: [...found.nodes], edges: [...found.edges] };
    },
  },
};
