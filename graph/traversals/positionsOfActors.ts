// Question  Who is for or against which commitment, how often, and since when?
// Takes     a StatementFilter
// Returns   PositionRow[]: one for each actor, commitment and position; JointRow[]: statements that two actors made together;
//           HeardRow[]: in which forums each actor's statements were made
// Order     none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      each statement under the filter is touched once and expanded by its own relationships; only counts travel
//
// Under the Chatham House rule a person who made a statement is in none of the rows; the statement still counts as shared with her or him.

import { z } from 'zod';
import { POSITIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { mayBeNamed, under, type FilterParameters, type StatementFilter } from './statementFilter.ts';

const position = z.enum(valuesOf(POSITIONS));

const positionRow = z.object({
  actor: z.string(),
  actorName: z.string(),
  commitment: z.string(),
  commitmentName: z.string(),
  position,
  /** A statement that several actors share counts for each of them. */
  count: z.number(),
  /** The same with a statement of k actors counted 1/k for each. */
  shared: z.number(),
  /** The earliest date of such a statement, as precise as it is known; null where all are undated. */
  since: z.string().nullable(),
});
export type PositionRow = z.infer<typeof positionRow>;

const jointRow = z.object({ one: z.string(), other: z.string(), commitment: z.string(), position, count: z.number() });
/** `one` stands before `other` in the order of ids. */
export type JointRow = z.infer<typeof jointRow>;

const heardRow = z.object({ actor: z.string(), forum: z.string(), forumName: z.string(), count: z.number() });
export type HeardRow = z.infer<typeof heardRow>;

interface Asked<Row> {
  readonly query: Query<FilterParameters, Row>;
  readonly parameters: FilterParameters;
}

export function positionsOfActors(filter: StatementFilter): Asked<PositionRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} MATCH (a:Actor)-[:MADE]->(s)-[:ON]->(c:Commitment) WHERE ${mayBeNamed('a', 's')}
    WITH a, c, s.position AS position, count(s) AS count, sum(1.0 / COUNT { (s)<-[:MADE]-() }) AS shared, min(s.date) AS since
    RETURN a.id AS actor, a.name AS actorName, c.id AS commitment, c.title AS commitmentName, position, count, shared, since`;
  return { query: { name: `positions of actors ${name}`, cypher, decode: (record) => positionRow.parse(record) }, parameters };
}

export function jointStatements(filter: StatementFilter): Asked<JointRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} WHERE COUNT { (s)<-[:MADE]-() } > 1
    MATCH (a:Actor)-[:MADE]->(s)<-[:MADE]-(b:Actor) WHERE a.id < b.id AND ${mayBeNamed('a', 's')} AND ${mayBeNamed('b', 's')}
    MATCH (s)-[:ON]->(c:Commitment)
    RETURN a.id AS one, b.id AS other, c.id AS commitment, s.position AS position, count(s) AS count`;
  return { query: { name: `joint statements ${name}`, cypher, decode: (record) => jointRow.parse(record) }, parameters };
}

export function forumsOfActors(filter: StatementFilter): Asked<HeardRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} MATCH (a:Actor)-[:MADE]->(s)-[:IN]->(f:Forum) WHERE ${mayBeNamed('a', 's')}
    WITH a, f, count(s) AS count
    RETURN a.id AS actor, f.id AS forum, f.name AS forumName, count`;
  return { query: { name: `forums of actors ${name}`, cypher, decode: (record) => heardRow.parse(record) }, parameters };
}
