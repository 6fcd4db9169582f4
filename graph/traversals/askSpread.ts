// Question  How many statements does each actor, each forum and each year have on an ask?
// Takes     commitments: ids, at most 100
// Returns   ShareRow[] by actor or forum, YearRow[] by year with one row for the undated (year null); counts by position. Rejected
//           statements are not counted; nor is a person who spoke under the Chatham House rule among the actors
// Order     none promised; analysis/askSpread.ts puts them in order
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      each statement on the commitments is touched once for each question; only counts travel

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

interface Commitments {
  readonly commitments: readonly string[];
}

const shareRow = z.object({ commitment: z.string(), entity: z.string(), name: z.string(), for: z.number(), against: z.number(), firstDate: z.string().nullable(), lastDate: z.string().nullable() });
/** A statement that several actors share counts for each. */
export type ShareRow = z.infer<typeof shareRow>;

const yearRow = z.object({ commitment: z.string(), year: z.number().nullable(), for: z.number(), against: z.number(), documents: z.array(z.string()) });
export type YearRow = z.infer<typeof yearRow>;

const STATEMENTS = `UNWIND $commitments AS id MATCH (c:Entity {id: id})<-[:ON]-(s:Statement) WHERE s.review <> 'REJECTED'`;
const BY_POSITION = `sum(CASE s.position WHEN 'FOR' THEN 1 ELSE 0 END) AS for, sum(CASE s.position WHEN 'FOR' THEN 0 ELSE 1 END) AS against`;
const SHARE = `RETURN c.id AS commitment, e.id AS entity, e.name AS name, ${BY_POSITION}, min(s.date) AS firstDate, max(s.date) AS lastDate`;

export const askByActor: Query<Commitments, ShareRow> = {
  name: 'askByActor',
  cypher: `${STATEMENTS} MATCH (s)<-[:MADE]-(e:Actor) WHERE ${mayBeNamed('e', 's')} ${SHARE}`,
  decode: (record) => shareRow.parse(record),
};

export const askByForum: Query<Commitments, ShareRow> = {
  name: 'askByForum',
  cypher: `${STATEMENTS} MATCH (s)-[:IN]->(e:Forum) ${SHARE}`,
  decode: (record) => shareRow.parse(record),
};

export const askByYear: Query<Commitments, YearRow> = {
  name: 'askByYear',
  cypher: `${STATEMENTS} RETURN c.id AS commitment, toInteger(left(s.date, 4)) AS year, ${BY_POSITION}, collect(DISTINCT left(s.id, 20)) AS documents`,
  decode: (record) => yearRow.parse(record),
};
