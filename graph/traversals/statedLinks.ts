// Question  Which named things does a stated fact (membership, participation, ratification, …) join to these, and which passages say so?
// Takes     ids: entity ids, at most 1,000; types: relationships of STATED_RELATIONS; among: only other ends with these ids, or null for
//           all; from, to: days, both included, or null; documents: only facts that these documents state, or null
// Returns   StatedLinkRow[]: one for each relationship and pair, with all passages that say so; never without passages
// Order     none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the relationships of the given things of those types; statements and mentions are not touched
//
// A fact is dated by itself, else by the forum it is about. Within a range of days only dated facts that touch it count.
// A fact about a person of which only documents under the Chatham House rule tell is left out.

import { z } from 'zod';
import { STATED_RELATIONS } from '../../schema/model.ts';
import type { Query } from '../store.ts';

const statedLinkRow = z.object({
  relationship: z.enum(STATED_RELATIONS),
  from: z.string(),
  to: z.string(),
  of: z.string(),
  other: z.string(),
  name: z.string(),
  /** Roles, statuses or objects, in order of the alphabet. */
  details: z.array(z.string()),
  /** Ids, in their order. */
  passages: z.array(z.string()).min(1),
});
export type StatedLinkRow = z.infer<typeof statedLinkRow>;

export interface StatedLinkParameters {
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly among: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly documents: readonly string[] | null;
}

export const statedLinks: Query<StatedLinkParameters, StatedLinkRow> = {
  name: 'statedLinks',
  cypher: `
    UNWIND $ids AS id
    MATCH (e:Entity {id: id})-[r:${STATED_RELATIONS.join('|')}]-(o:Entity)
    WHERE type(r) IN $types AND o <> e AND ($among IS NULL OR o.id IN $among)
    WITH e, o, r, coalesce(r.date, r.since, CASE WHEN o:Forum THEN o.startDate WHEN e:Forum THEN e.startDate END) AS date
    WHERE ($to IS NULL OR date <= $to) AND ($from IS NULL OR date >= left($from, size(date)))
    UNWIND coalesce(r.passages, []) AS passage
    WITH e, o, r, passage
    WHERE ($documents IS NULL OR left(passage, 20) IN $documents)
      AND (NOT 'PERSON' IN [coalesce(e.kind, ''), coalesce(o.kind, '')] OR NOT EXISTS { MATCH (d:Document {id: left(passage, 20)}) WHERE d.restriction = 'CHATHAM_HOUSE' })
    WITH e, o, type(r) AS relationship, startNode(r) = e AS forward, passage, [text IN [r.role, r.status, r.on, r.kind] WHERE text <> ''][0] AS detail
    WITH e, o, relationship, forward, collect(DISTINCT passage) AS passages, collect(DISTINCT detail) AS details
    RETURN relationship, e.id AS of, o.id AS other, coalesce(o.name, o.title) AS name,
           CASE WHEN forward THEN e.id ELSE o.id END AS from, CASE WHEN forward THEN o.id ELSE e.id END AS to,
           details, passages`,
  decode: (record) => {
    const row = statedLinkRow.parse(record);
    return { ...row, details: row.details.toSorted(), passages: row.passages.toSorted() };
  },
};
