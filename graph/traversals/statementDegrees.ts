// Question  In how many statements does each of these things stand, by role: how dear is it to look through them?
// Takes     ids: entity ids, at most 2,000
// Returns   DegreeRow[]: a count for each role, of all statements, whatever their review state; an unknown id gives no row
// Order     none promised
// Fails     never by itself
// Cost      one index look-up for each id; counts are read from the node, statements are not touched

import { z } from 'zod';
import type { Query } from '../store.ts';

const count = z.number();
const degreeRow = z.object({ id: z.string(), MAKER: count, ADDRESSEE: count, COMMITMENT: count, FORUM: count, INSTRUMENT: count, THEME: count });
export type DegreeRow = z.infer<typeof degreeRow>;

export const statementDegrees: Query<{ ids: readonly string[] }, DegreeRow> = {
  name: 'statementDegrees',
  cypher: `
    UNWIND $ids AS id
    MATCH (e:Entity {id: id})
    RETURN id, COUNT { (e)-[:MADE]->() } AS MAKER, COUNT { (e)<-[:ADDRESSED_TO]-() } AS ADDRESSEE, COUNT { (e)<-[:ON]-() } AS COMMITMENT,
           COUNT { (e)<-[:IN]-() } AS FORUM, COUNT { (e)<-[:CITES]-() } AS INSTRUMENT,
           reduce(sum = 0, one IN COLLECT { MATCH (e)<-[:ABOUT]-(c:Commitment) RETURN COUNT { (c)<-[:ON]-() } } | sum + one) AS THEME`,
  decode: (record) => degreeRow.parse(record),
};
