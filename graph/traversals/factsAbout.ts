// Question  What do texts and tables state of this entity, beside its statements: memberships, participation, ratification, …?
// Takes     ids: entity ids, at most 100
// Returns   RelationRow[]: each fact read from the entity asked, with the passages that say so
// Order     by entity asked, then type, then the other end's name and id
// Fails     never by itself; an entity without facts gives no row
// Cost      the relationships of the entities asked; MENTIONS and those of statements are not touched

import { z } from 'zod';
import { STATED_RELATIONS } from '../../schema/model.ts';
import type { Query } from '../store.ts';

export const relationRow = z.object({
  /** The entity that was asked about. */
  of: z.string(),
  other: z.string(),
  type: z.enum(STATED_RELATIONS),
  /** Whether the fact reads from `of` to `other`. */
  forward: z.boolean(),
  detail: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  passages: z.array(z.string()),
});
export type RelationRow = z.infer<typeof relationRow>;

export const factsAbout: Query<{ ids: readonly string[]; types: readonly string[] }, RelationRow> = {
  name: 'factsAbout',
  cypher: `
    UNWIND $ids AS id
    MATCH (e:Entity {id: id})-[r]-(o:Entity)
    WHERE type(r) IN $types
    RETURN { of: e.id, other: o.id, type: type(r), forward: startNode(r) = e,
             detail: [text IN [r.role, r.status, r.on, r.kind] WHERE text <> ''][0],
             date: coalesce(r.date, r.since), source: r.source, passages: coalesce(r.passages, []) } AS fact
    ORDER BY e.id, type(r), coalesce(o.name, o.title), o.id`,
  decode: ({ fact }) => relationRow.parse(fact),
};

export const factsParameters = (ids: readonly string[]): { ids: readonly string[]; types: readonly string[] } => ({ ids, types: STATED_RELATIONS });
