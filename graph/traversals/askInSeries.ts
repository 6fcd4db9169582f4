// Question  At which sessions of a series was an ask heard, and of which sessions is anything loaded?
// Takes     commitment: an id; for `searchedAt`, forums: ids of sessions, at most 100
// Returns   SessionRow[]: the dated sessions of every series that heard a statement for it: a series is an undated forum that is part of
//           nothing, its sessions are its direct parts, each with its own parts. SearchedRow[]: the documents presented at a session
//           that make statements there, at most 50 for each, with all their statements counted. Rejected statements count nowhere
// Order     sessions: none promised; documents by title, then id
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the statements on the commitment and the sessions of its series; of each session one document is looked for

import { z } from 'zod';
import type { Query } from '../store.ts';

const sessionRow = z.object({ commitment: z.string(), series: z.string(), seriesName: z.string(), session: z.string(), date: z.string(), statementsFor: z.number(), hasDocuments: z.boolean() });
export type SessionRow = z.infer<typeof sessionRow>;

/** A document that was presented at the session or a part of it and makes a statement `st` there. */
const PRESENTED = `(session)<-[:PART_OF*0..3]-(:Forum)<-[:PRESENTED_AT]-(d:Document)`;

export const askInSeries: Query<{ commitment: string }, SessionRow> = {
  name: 'askInSeries',
  cypher: `
    MATCH (c:Entity {id: $commitment})<-[:ON]-(s:Statement)-[:IN]->(heard:Forum)
    WHERE s.review <> 'REJECTED' AND s.position = 'FOR'
    WITH heard, count(s) AS said
    MATCH (heard)-[:PART_OF*0..3]->(session:Forum)-[:PART_OF]->(series:Forum)
    WHERE series.startDate IS NULL AND NOT EXISTS { (series)-[:PART_OF]->(:Forum) }
    WITH series, collect({session: session.id, said: said}) AS hearings
    MATCH (series)<-[:PART_OF]-(session:Forum) WHERE session.startDate IS NOT NULL
    RETURN $commitment AS commitment, series.id AS series, series.name AS seriesName, session.id AS session, session.startDate AS date,
           reduce(sum = 0, one IN hearings | sum + CASE one.session WHEN session.id THEN one.said ELSE 0 END) AS statementsFor,
           EXISTS { MATCH ${PRESENTED} WHERE EXISTS { (d)-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(st:Statement)-[:IN]->(:Forum)-[:PART_OF*0..3]->(session) WHERE st.review <> 'REJECTED' } } AS hasDocuments`,
  decode: (record) => sessionRow.parse(record),
};

const searchedRow = z.object({ session: z.string(), documents: z.array(z.string()), statementCount: z.number() });
export type SearchedRow = z.infer<typeof searchedRow>;

export const searchedAt: Query<{ forums: readonly string[] }, SearchedRow> = {
  name: 'searchedAt',
  cypher: `
    UNWIND $forums AS id
    MATCH (session:Entity {id: id})
    CALL (session) {
      MATCH ${PRESENTED}
      WITH DISTINCT session, d
      MATCH (d)-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(st:Statement)
      WHERE st.review <> 'REJECTED' AND EXISTS { (st)-[:IN]->(:Forum)-[:PART_OF*0..3]->(session) }
      WITH d, count(DISTINCT st) AS statements ORDER BY d.title, d.id
      RETURN collect(d.id)[..50] AS documents, sum(statements) AS statementCount
    }
    RETURN session.id AS session, documents, statementCount`,
  decode: (record) => searchedRow.parse(record),
};
