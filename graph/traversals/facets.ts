// Question  How many statements has each actor, commitment, forum, act, … under a filter?
// Takes     a StatementFilter; a dimension; top: 1 to 100 values of it
// Returns   for what statements are joined to, one DimensionRow with its leading values; for their own words, the counts of each
//           combination (PropertyRow[]), of which analysis/facets.ts makes the same
// Order     most statements first, then by name, then by id; of combinations none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      one step from each statement under the filter, grouped before anything is looked up by name

import { z } from 'zod';
import type { Asked } from '../askedTogether.ts';
import { under, type StatementFilter } from './statementFilter.ts';

/** From each statement `s` to `value`, the `label` it is sorted by, and `n`, the statements that have it. */
const TALLIES = {
  // Grouped before a name is read; under the Chatham House rule a person's statements are not counted by the person.
  actors: `MATCH (x:Actor)-[:MADE]->(s) WITH x, collect(s) AS made
    WITH x, CASE WHEN x.kind = 'PERSON' THEN size([one IN made WHERE coalesce(one.restriction, '') <> 'CHATHAM_HOUSE']) ELSE size(made) END AS n WHERE n > 0
    WITH n, x.id AS value, x.name AS label`,
  actorKinds: 'MATCH (x:Actor)-[:MADE]->(s) WITH x, collect(s) AS made WITH x.kind AS value, made UNWIND made AS one WITH value, count(DISTINCT one) AS n WITH n, value, value AS label',
  countries: `CALL (s) { MATCH (x:Country)-[:MADE]->(s) RETURN x UNION MATCH (s)-[:ADDRESSED_TO]->(x:Country) RETURN x UNION MATCH (s)-[:EVIDENCED_BY]->(:Passage)-[:MENTIONS]->(x:Country) RETURN x }
    WITH x, count(s) AS n WITH n, x.id AS value, x.name AS label`,
  commitments: 'MATCH (s)-[:ON]->(x:Commitment) WITH x, count(s) AS n WITH n, x.id AS value, x.title AS label',
  themes: 'MATCH (s)-[:ON]->(c:Commitment) WITH c, count(s) AS each MATCH (c)-[:ABOUT]->(x:Theme) WITH DISTINCT c, x, each WITH x, sum(each) AS n WITH n, x.id AS value, x.name AS label',
  // A statement is made in one forum at most, so that what its parts heard adds up to what a series heard.
  forums: 'MATCH (s)-[:IN]->(f:Forum) WITH f, count(s) AS each MATCH (f)-[:PART_OF*0..3]->(x:Forum) WITH DISTINCT f, x, each WITH x, sum(each) AS n WITH n, x.id AS value, x.name AS label',
  instruments: 'MATCH (s)-[:CITES]->(x:Instrument) WITH x, count(s) AS n WITH n, x.id AS value, x.name AS label',
  addressees: 'MATCH (s)-[:ADDRESSED_TO]->(x:Actor) WITH x, count(s) AS n WITH n, x.id AS value, x.name AS label',
  documents: 'WITH left(s.id, 20) AS value, count(s) AS n MATCH (x:Document {id: value}) WITH n, value, x.title AS label',
} as const;
export type JoinedDimension = keyof typeof TALLIES;

/** Statements that have no value of the dimension. */
const WITHOUT: Partial<Record<JoinedDimension, string>> = {
  themes: 'NOT EXISTS { (s)-[:ON]->(:Commitment)-[:ABOUT]->(:Theme) }',
  forums: 'NOT EXISTS { (s)-[:IN]->(:Forum) }',
  instruments: 'NOT EXISTS { (s)-[:CITES]->(:Instrument) }',
  addressees: 'NOT EXISTS { (s)-[:ADDRESSED_TO]->(:Actor) }',
};

const dimensionRow = z.object({
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
  /** How many values there are. */
  valueCount: z.number(),
  /** The counts of the values beyond `top`, added up. */
  otherCount: z.number(),
  /** Statements under the filter that have no value. */
  withoutCount: z.number(),
});
export type DimensionRow = z.infer<typeof dimensionRow>;

/** The leading values of what statements under the filter are joined to; one row. */
export function tallied(filter: StatementFilter, dimension: JoinedDimension, top: number): Asked<DimensionRow> {
  const { name, head, parameters } = under(filter);
  const without = WITHOUT[dimension];
  const cypher = `${head} WITH collect(s) AS all
    CALL (all) {
      UNWIND all AS s ${TALLIES[dimension]} ORDER BY n DESC, label, value
      RETURN collect({value: value, label: label, count: n}) AS ranked
    }
    RETURN ranked[..toInteger($top)] AS values, size(ranked) AS valueCount, reduce(sum = 0, one IN ranked[toInteger($top)..] | sum + one.count) AS otherCount,
           ${without ? `COUNT { UNWIND all AS s WITH s WHERE ${without} RETURN s }` : '0'} AS withoutCount`;
  return { query: { name: `${dimension} of statements ${name}`, cypher, decode: (record) => dimensionRow.parse(record) }, parameters: { ...parameters, top } };
}

const propertyRow = z.object({ acts: z.string(), stances: z.string(), positions: z.string(), voices: z.string(), reviews: z.string(), years: z.string().nullable(), count: z.number() });
/** How many statements have this act, stance, position, voice, state of review and year together; the year null where undated. */
export type PropertyRow = z.infer<typeof propertyRow>;
export type PropertyDimension = Exclude<keyof PropertyRow, 'count'>;

export function propertiesTallied(filter: StatementFilter): Asked<PropertyRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} RETURN s.act AS acts, s.stance AS stances, s.position AS positions, s.voice AS voices, s.review AS reviews, left(s.date, 4) AS years, count(s) AS count`;
  return { query: { name: `words of statements ${name}`, cypher, decode: (record) => propertyRow.parse(record) }, parameters };
}
