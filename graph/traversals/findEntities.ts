// Question  Which named things have these ids, and how much is said of them?
// Takes     ids: entity ids, at most 1,000
// Returns   EntityRow[]: one for each id that names something; an unknown id gives no row
// Order     none promised; callers key by id
// Fails     never by itself
// Cost      one index look-up for each id

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

export const entityRow = z.object({
  id: z.string(),
  type: z.enum(['Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme']),
  name: z.string(),
  aliases: z.array(z.string()),
  kind: z.string().nullable(),
  acronym: z.string().nullable(),
  symbol: z.string().nullable(),
  iso3: z.string().nullable(),
  region: z.string().nullable(),
  subregion: z.string().nullable(),
  adoptedOn: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  place: z.string().nullable(),
});
export type EntityRow = z.infer<typeof entityRow>;

/** The projection of an entity `e`, for any query that returns one. A country is an actor too: the narrower type is the one told. */
export const ENTITY = `{
  id: e.id,
  type: head([label IN ['Country', 'Actor', 'Instrument', 'Forum', 'Commitment', 'Theme'] WHERE label IN labels(e)]),
  name: coalesce(e.name, e.title), aliases: coalesce(e.aliases, []), kind: e.kind, acronym: e.acronym, symbol: e.symbol,
  iso3: e.iso3, region: e.region, subregion: e.subregion,
  adoptedOn: e.adoptedOn, startDate: e.startDate, endDate: e.endDate, place: e.place
}`;

export const entitiesById: Query<{ ids: readonly string[] }, EntityRow> = {
  name: 'entitiesById',
  cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN ${ENTITY} AS entity`,
  decode: ({ entity }) => entityRow.parse(entity),
};

const count = z.object({ id: z.string(), count: z.number() });

const COUNTS = "s.review <> 'REJECTED'";

/**
 * How many statements that nobody has rejected involve the entity `e` in whatever role; each counts once. A forum counts those of its
 * parts. The statements themselves are those of the filter `involving`.
 */
export const STATEMENTS_INVOLVING = `COUNT { MATCH (e)-[r:MADE|ON|ADDRESSED_TO|CITES]-(s:Statement) WHERE ${COUNTS} AND (type(r) <> 'MADE' OR ${mayBeNamed('e', 's')}) RETURN DISTINCT s }
  + COUNT { MATCH (e:Forum)<-[:PART_OF*0..3]-(:Forum)<-[:IN]-(s:Statement) WHERE ${COUNTS} RETURN DISTINCT s }
  + COUNT { MATCH (e:Theme)<-[:ABOUT]-(:Commitment)<-[:ON]-(s:Statement) WHERE ${COUNTS} RETURN DISTINCT s }`;

export const statementCounts: Query<{ ids: readonly string[] }, z.infer<typeof count>> = {
  name: 'statementCounts',
  cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, ${STATEMENTS_INVOLVING} AS count`,
  decode: (record) => count.parse(record),
};

export const mentionCounts: Query<{ ids: readonly string[] }, z.infer<typeof count>> = {
  name: 'mentionCounts',
  cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id, COUNT { (:Passage)-[:MENTIONS]->(e) } AS count`,
  decode: (record) => count.parse(record),
};

const themesRow = z.object({ commitment: z.string(), themes: z.array(z.string()) });

/** The themes of each commitment, ids in order of name. */
export const themesOfCommitments: Query<{ ids: readonly string[] }, z.infer<typeof themesRow>> = {
  name: 'themesOfCommitments',
  cypher: `
    UNWIND $ids AS id
    MATCH (c:Commitment {id: id})-[:ABOUT]->(t:Theme)
    WITH DISTINCT c, t ORDER BY t.name
    RETURN c.id AS commitment, collect(t.id) AS themes`,
  decode: (record) => themesRow.parse(record),
};
