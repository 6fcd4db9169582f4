// Question  How many statements join each actor to each commitment, and each commitment to each forum?
// Takes     a StatementFilter
// Returns   ActorCommitmentRow[] and CommitmentForumRow[] with counts by position; analysis/advocacyMap.ts makes the map of them
// Order     none promised
// Fails     LIMIT_EXCEEDED when the database's time limit ends the query
// Cost      each statement under the filter is touched once for either side; only counts travel

import { z } from 'zod';
import { POSITIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { filterParameters, forEachStart, startOf, type FilterParameters, type StatementFilter } from './statementFilter.ts';

const position = z.enum(valuesOf(POSITIONS));

const actorCommitmentRow = z.object({ actor: z.string(), actorName: z.string(), commitment: z.string(), position, count: z.number() });
/** A statement that several actors share counts for each of them. */
export type ActorCommitmentRow = z.infer<typeof actorCommitmentRow>;

const commitmentForumRow = z.object({ commitment: z.string(), commitmentName: z.string(), forum: z.string().nullable(), forumName: z.string().nullable(), position, count: z.number(), undated: z.number() });
/** A statement has one commitment and at most one forum: the counts add up to all statements under the filter. */
export type CommitmentForumRow = z.infer<typeof commitmentForumRow>;

const BY_ACTOR = forEachStart(
  (head, start): Query<FilterParameters, ActorCommitmentRow> => ({
    name: `actors by commitment from ${start}`,
    cypher: `${head} MATCH (a:Actor)-[:MADE]->(s)-[:ON]->(c:Commitment)
      RETURN { actor: a.id, actorName: a.name, commitment: c.id, position: s.position, count: count(s) } AS cell`,
    decode: ({ cell }) => actorCommitmentRow.parse(cell),
  }),
);

const BY_FORUM = forEachStart(
  (head, start): Query<FilterParameters, CommitmentForumRow> => ({
    name: `commitments by forum from ${start}`,
    cypher: `${head} MATCH (s)-[:ON]->(c:Commitment) OPTIONAL MATCH (s)-[:IN]->(f:Forum)
      RETURN { commitment: c.id, commitmentName: c.title, forum: f.id, forumName: f.name, position: s.position, count: count(s), undated: count(CASE WHEN s.date IS NULL THEN s END) } AS cell`,
    decode: ({ cell }) => commitmentForumRow.parse(cell),
  }),
);

const shown = z.object({ count: z.number() });

const SHOWN = forEachStart(
  (head, start): Query<FilterParameters, number> => ({
    name: `statements on the map from ${start}`,
    cypher: `${head}
      WHERE EXISTS { (s)-[:ON]->(c:Commitment) WHERE c.id IN $shownCommitments }
        AND EXISTS { (s)<-[:MADE]-(a:Actor) WHERE a.id IN $shownActors }
      RETURN count(s) AS count`,
    decode: (record) => shown.parse(record).count,
  }),
);

export const byActor = (filter: StatementFilter): { query: Query<FilterParameters, ActorCommitmentRow>; parameters: FilterParameters } => ({ query: BY_ACTOR[startOf(filter)], parameters: filterParameters(filter) });

export const byForum = (filter: StatementFilter): { query: Query<FilterParameters, CommitmentForumRow>; parameters: FilterParameters } => ({ query: BY_FORUM[startOf(filter)], parameters: filterParameters(filter) });

/** How many statements stand on a link between one of these actors and one of these commitments; one row. */
export const onTheMap = (filter: StatementFilter, shownActors: readonly string[], shownCommitments: readonly string[]): { query: Query<FilterParameters, number>; parameters: FilterParameters } => ({
  query: SHOWN[startOf(filter)],
  parameters: { ...filterParameters(filter), shownActors, shownCommitments },
});
