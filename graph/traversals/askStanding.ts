// Question  In which instruments does an ask stand, and which are only cited beside it?
// Takes     commitment: an id
// Returns   SetOutRow[]: instruments said to set it out, with the passages; CitedRow[]: instruments that statements on it cite, counted, at most 200
// Order     set out: by name, then id; cited: most statements first, then name, then id
// Fails     never by itself
// Cost      the statements on the commitment and what they cite

import { z } from 'zod';
import type { Query } from '../store.ts';

interface Commitment {
  readonly commitment: string;
}

const setOutRow = z.object({ instrument: z.string(), passages: z.array(z.string()) });
export type SetOutRow = z.infer<typeof setOutRow>;

export const askSetOutIn: Query<Commitment, SetOutRow> = {
  name: 'askSetOutIn',
  cypher: `
    MATCH (:Entity {id: $commitment})-[r:SET_OUT_IN]->(i:Instrument)
    WITH i, collect(coalesce(r.passages, [])) AS lists
    RETURN i.id AS instrument, COLLECT { UNWIND lists AS list UNWIND list AS passage RETURN DISTINCT passage ORDER BY passage } AS passages
    ORDER BY i.name, i.id`,
  decode: (record) => setOutRow.parse(record),
};

const citedRow = z.object({ commitment: z.string(), instrument: z.string(), statementCount: z.number() });
export type CitedRow = z.infer<typeof citedRow>;

export const askCitedWith: Query<Commitment, CitedRow> = {
  name: 'askCitedWith',
  cypher: `
    MATCH (:Entity {id: $commitment})<-[:ON]-(s:Statement)-[:CITES]->(i:Instrument)
    WHERE s.review <> 'REJECTED'
    WITH i, count(DISTINCT s) AS statementCount
    RETURN $commitment AS commitment, i.id AS instrument, statementCount ORDER BY statementCount DESC, i.name, i.id LIMIT 200`,
  decode: (record) => citedRow.parse(record),
};
