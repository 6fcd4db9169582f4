// The id of a named thing as a client sends it, checked by kind before it reaches the graph.

import { Failure } from '../schema/failures.ts';
import { nodeTypeOf, type EntityType } from '../schema/ids.ts';
import type { EntityRow } from '../graph/traversals/findEntities.ts';
import type { RequestContext } from './context.ts';

/** The entity that an argument names; BAD_USER_INPUT where the id is of another kind, NOT_FOUND where it names nothing here. */
export async function entityArgument(argument: string, id: string, types: readonly EntityType[], { entity }: RequestContext): Promise<EntityRow> {
  const type = nodeTypeOf(id);
  const shown = JSON.stringify(id.slice(0, 80));
  if (type === null || !types.some((one) => one === type)) throw new Failure('BAD_USER_INPUT', `${argument} takes the id of ${types.join(' or ')}, got ${shown}.`);
  const row = await entity.load(id);
  if (!row) throw new Failure('NOT_FOUND', `${argument}: ${shown} names nothing here.`);
  return row;
}
