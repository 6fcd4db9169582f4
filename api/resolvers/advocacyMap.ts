import { Failure } from '../../schema/failures.ts';
import { advocacyMap } from '../../graph/analysis/advocacyMap.ts';
import { byActor, byForum, onTheMap } from '../../graph/traversals/whoWhatWhere.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { readFilter } from '../filterInput.ts';
import { MAP_CAP } from '../limits.ts';
import { named } from './entities.ts';

export const advocacyMapResolvers: Resolvers = {
  MapNode: { entity: ({ entity }) => entity },
  Query: {
    advocacyMap: async (_, { filter: input, top }, context) => {
      if (top < 1 || top > MAP_CAP) throw new Failure('BAD_USER_INPUT', `top must be between 1 and ${MAP_CAP}, got ${top}.`);
      const filter = readFilter(input);
      const [actors, forums] = [byActor(filter), byForum(filter)];
      const map = advocacyMap(await context.store.read(actors.query, actors.parameters), await context.store.read(forums.query, forums.parameters), top);
      const shown = (column: string) => map.nodes.filter((node) => node.column === column).map(({ entity }) => entity);
      const counted = onTheMap(filter, shown('ACTORS'), shown('COMMITMENTS'));
      const [onMap = 0] = await context.store.read(counted.query, counted.parameters);
      const nodes = await Promise.all(map.nodes.map(async (node) => ({ ...node, entity: await named(node.entity, context) })));
      return { ...map, nodes, links: [...map.links], hiddenStatementCount: map.statementCount - onMap };
    },
  },
};
