import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf } from '../../schema/ids.ts';
import type { DocumentRow, PassageRow } from '../../graph/traversals/evidence.ts';
import type { EntityRow } from '../../graph/traversals/findEntities.ts';
import type { StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';

export type NodeRow = EntityRow | StatementRow | DocumentRow | PassageRow;

/** Whatever an id names, or null: the id's own form says which kind to look up. */
export async function nodeById(id: string, context: RequestContext): Promise<NodeRow | null> {
  switch (nodeTypeOf(id)) {
    case null:
      return null;
    case 'Document':
      return context.document.load(id);
    case 'Passage':
      return context.passage.load(id);
    case 'Statement':
      return context.statement.load(id);
    default:
      return context.entity.load(id);
  }
}

/** The GraphQL type of a row: what its id names; of an actor's id, what its labels say. */
export const typeOfNode = (row: NodeRow): string | null => ('type' in row ? row.type : nodeTypeOf(row.id));

export const nodeResolvers: Resolvers = {
  Node: { __resolveType: (row) => typeOfNode(row) as 'Actor' },
  Query: {
    node: (_, { id }, context) => nodeById(id, context),
    nodes: (_, { ids }, context) => {
      if (ids.length > 100) throw new Failure('BAD_USER_INPUT', `nodes takes at most 100 ids, got ${ids.length}.`);
      return Promise.all(ids.map((id) => nodeById(id, context)));
    },
  },
};
