// Question  How does each country stand to an instrument, and which countries took part in a forum?
// Takes     instrument: an id; or forum: an id, its parts included
// Returns   StandingRow[]: the facts of PARTY_TO, each as a fact about the country, with source, date and passages;
//           CountryRow[]: countries that are stated to have taken part in the forum or made a statement there that is not rejected
// Order     by the country's name, then id; facts of one country by status, date and source
// Fails     never by itself
// Cost      the parties of the instrument; the participants and statements of the forum

import { z } from 'zod';
import type { Query } from '../store.ts';

const standingRow = z.object({
  of: z.string(),
  name: z.string(),
  other: z.string(),
  type: z.literal('PARTY_TO'),
  forward: z.literal(true),
  detail: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  passages: z.array(z.string()),
});
export type StandingRow = z.infer<typeof standingRow>;

export const treatyStandings: Query<{ instrument: string }, StandingRow> = {
  name: 'treatyStandings',
  cypher: `
    MATCH (i:Entity {id: $instrument})<-[r:PARTY_TO]-(c:Country)
    WITH i, c, CASE r.status WHEN '' THEN null ELSE r.status END AS detail, r.date AS date, r.source AS source, collect(coalesce(r.passages, [])) AS lists
    RETURN c.id AS of, c.name AS name, i.id AS other, 'PARTY_TO' AS type, true AS forward, detail, date, source,
           COLLECT { UNWIND lists AS list UNWIND list AS passage RETURN DISTINCT passage ORDER BY passage } AS passages
    ORDER BY name, of, detail, date, source`,
  decode: (record) => standingRow.parse(record),
};

const countryRow = z.object({ id: z.string(), name: z.string() });
export type CountryRow = z.infer<typeof countryRow>;

export const countriesAtForum: Query<{ forum: string }, CountryRow> = {
  name: 'countriesAtForum',
  cypher: `
    MATCH (:Entity {id: $forum})<-[:PART_OF*0..3]-(f:Forum) WITH DISTINCT f
    CALL (f) {
      MATCH (f)<-[:PARTICIPATED_IN]-(c:Country) RETURN c
      UNION
      MATCH (f)<-[:IN]-(s:Statement)<-[:MADE]-(c:Country) WHERE s.review <> 'REJECTED' RETURN c
    }
    WITH DISTINCT c
    RETURN c.id AS id, c.name AS name ORDER BY name, id`,
  decode: (record) => countryRow.parse(record),
};
