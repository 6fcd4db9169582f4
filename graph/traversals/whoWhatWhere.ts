// Question  How many statements join each actor to each commitment, and each commitment to each forum?
// Takes     a StatementFilter
// Returns   ActorCommitmentRow[] and CommitmentForumRow[] with counts by position; analysis/advocacyMap.ts makes the map of them
// Order     none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      each statement under the filter is touched once for either side; only counts travel

import { z } from 'zod';
import { POSITIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { under, type FilterParameters, type StatementFilter } from './statementFilter.ts';

const position = z.enum(valuesOf(POSITIONS));

const actorCommitmentRow = z.object({ actor: z.string(), actorName: z.string(), commitment: z.string(), position, count: z.number() });
/** A statement that several actors share counts for each of them. */
export type ActorCommitmentRow = z.infer<typeof actorCommitmentRow>;

const commitmentForumRow = z.object({ commitment: z.string(), commitmentName: z.string(), forum: z.string().nullable(), forumName: z.string().nullable(), position, count: z.number(), undated: z.number() });
/** A statement has one commitment and at most one forum: the counts add up to all statements under the filter. */
export type CommitmentForumRow = z.infer<typeof commitmentForumRow>;

interface Asked<Row> {
  readonly query: Query<FilterParameters, Row>;
  readonly parameters: FilterParameters;
}

export function byActor(filter: StatementFilter): Asked<ActorCommitmentRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} MATCH (a:Actor)-[:MADE]->(s)-[:ON]->(c:Commitment)
    WITH a, c, s.position AS position, count(s) AS count
    RETURN a.id AS actor, a.name AS actorName, c.id AS commitment, position, count`;
  return { query: { name: `actors by commitment ${name}`, cypher, decode: (record) => actorCommitmentRow.parse(record) }, parameters };
}

export function byForum(filter: StatementFilter): Asked<CommitmentForumRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} MATCH (s)-[:ON]->(c:Commitment) OPTIONAL MATCH (s)-[:IN]->(f:Forum)
    WITH c, f, s.position AS position, count(s) AS count, count(CASE WHEN s.date IS NULL THEN s END) AS undated
    RETURN c.id AS commitment, c.title AS commitmentName, f.id AS forum, f.name AS forumName, position, count, undated`;
  return { query: { name: `commitments by forum ${name}`, cypher, decode: (record) => commitmentForumRow.parse(record) }, parameters };
}

const shown = z.object({ count: z.number() });

/** How many statements stand on a link between one of these actors and one of these commitments; one row. */
export function onTheMap(filter: StatementFilter, shownActors: readonly string[], shownCommitments: readonly string[]): Asked<number> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head}
    WHERE EXISTS { (s)-[:ON]->(c:Commitment) WHERE c.id IN $shownCommitments }
      AND EXISTS { (s)<-[:MADE]-(a:Actor) WHERE a.id IN $shownActors }
    RETURN count(s) AS count`;
  return { query: { name: `statements on the map ${name}`, cypher, decode: (record) => shown.parse(record).count }, parameters: { ...parameters, shownActors, shownCommitments } };
}
