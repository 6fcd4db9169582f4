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
    // The same fact told of two things that a person has merged is one fact, with the passages of both.
    WITH e, o, type(r) AS type, startNode(r) = e AS forward, [text IN [r.role, r.status, r.on, r.kind] WHERE text <> ''][0] AS detail, coalesce(r.date, r.since) AS date, r.source AS source, collect(coalesce(r.passages, [])) AS lists
    RETURN { of: e.id, other: o.id, type: type, forward: forward, detail: detail, date: date, source: source,
             passages: COLLECT { UNWIND lists AS list UNWIND list AS passage RETURN DISTINCT passage ORDER BY passage } } AS fact
    ORDER BY e.id, type, coalesce(o.name, o.title), o.id, detail, date, source`,
  decode: ({ fact }) => relationRow.parse(fact),
};

export const factsParameters = (ids: readonly string[]): { ids: readonly string[]; types: readonly string[] } => ({ ids, types: STATED_RELATIONS });
