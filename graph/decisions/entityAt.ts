// Entities as they stand, for decisions that must be able to make them anew.

import { z } from 'zod';
import { snapshot, type Snapshot } from '../../schema/decisions.ts';
import type { Query, Run } from '../store.ts';

const entityAt = z.object({ properties: z.record(z.string(), z.unknown()) });

/** What decisions have added is left out: it is added again by the decisions themselves. */
const entitiesAt: Query<{ ids: readonly string[] }, Snapshot> = {
  name: 'entitiesAt',
  cypher: 'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS properties ORDER BY id',
  decode: (record) => {
    const { aliases, lent, nameBefore, ...properties } = entityAt.parse(record).properties;
    const own = z.array(z.string()).parse(aliases ?? []).filter((alias) => !z.array(z.string()).parse(lent ?? []).includes(alias));
    const called = nameBefore === undefined ? {} : 'title' in properties ? { title: nameBefore } : { name: nameBefore };
    return snapshot.parse({ id: properties.id, properties: { ...properties, ...called }, aliases: own });
  },
};

/** One for each id that names an entity in sight; others give none. */
export const snapshotsOf = (run: Run, ids: readonly string[]): Promise<Snapshot[]> => run(entitiesAt, { ids: [...new Set(ids)].toSorted() });
