// What entities are called after decisions: a renamed one shows its new name, and whoever was merged into it lends it its names, so that
// a search by any of them finds it. `lent` and `nameBefore` remember what did not come from a text, so that it can be taken away again.

import type { Query, Run } from '../store.ts';

const settleNames: Query<{ ids: readonly string[] }, null> = {
  name: 'settle names',
  cypher: `
    UNWIND $ids AS id MATCH (e:Entity {id: id})
    WITH e, [alias IN coalesce(e.aliases, []) WHERE NOT alias IN coalesce(e.lent, [])] AS own, coalesce(e.nameBefore, e.name, e.title) AS called
    WITH e, own, called,
         head(COLLECT { MATCH (d:Decision {subject: e.id}) WHERE d.kind = 'RENAME' AND d.undoneAt IS NULL RETURN d.name ORDER BY d.at DESC, d.id DESC LIMIT 1 }) AS renamed,
         COLLECT { MATCH (m:Merged {into: e.id}) UNWIND [coalesce(m.name, m.title), m.acronym] + coalesce(m.aliases, []) AS one WITH one WHERE one IS NOT NULL RETURN DISTINCT one ORDER BY one } AS brought
    WITH e, own, called, renamed, [one IN brought + CASE WHEN renamed IS NULL THEN [] ELSE [called] END WHERE NOT one IN own AND one <> coalesce(renamed, called)] AS lent
    SET e.aliases = own + lent, e.lent = CASE WHEN size(lent) = 0 THEN NULL ELSE lent END, e.nameBefore = CASE WHEN renamed IS NULL THEN NULL ELSE called END,
        e.title = CASE WHEN e:Commitment THEN coalesce(renamed, called) ELSE e.title END,
        e.name = CASE WHEN e:Commitment THEN e.name ELSE coalesce(renamed, called) END`,
  decode: () => null,
};

/** Brings the names of these entities in line with the decisions on them. */
export async function settle(run: Run, ids: Iterable<string>): Promise<void> {
  const all = [...new Set(ids)].toSorted();
  if (all.length > 0) await run(settleNames, { ids: all });
}
