// Question  How are these statements coded: who takes which position, on what, on which subject, where, citing what?
// Takes     a StatementFilter; the variables whose values are wanted
// Returns   CodedRow[]: one for each statement, with the ids of its values by variable; or one row whose id is null, where the filter
//           lets through more than MOST_CODED statements: codedRows() makes a refusal of it
// Order     none promised; analysis/discourse/selection.ts orders
// Fails     QUERY_TOO_EXPENSIVE beyond MOST_CODED statements; TIMEOUT when the database's time limit ends the query
// Cost      one look at each statement under the filter, no more than MOST_CODED, and one hop (two for themes and bodies) for each variable
//
// Under the Chatham House rule a person who made a statement is no value of it, and neither is the body that person belongs to.

import { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { POSITIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Asked } from '../askedTogether.ts';
import { mayBeNamed, under, type StatementFilter } from './statementFilter.ts';

/** Statements of one network; the arithmetic on more takes longer than anybody waits. */
export const MOST_CODED = 50_000;

const ids = z.array(z.string());
const membership = z.object({ body: z.string(), here: z.boolean() });
const maker = z.object({ id: z.string(), isPerson: z.boolean(), memberships: z.array(membership) });

const codedRow = z.object({
  id: z.string(),
  /** ISO, as precise as it is known; null where undated. */
  date: z.string().nullable(),
  document: z.string(),
  start: z.number(),
  end: z.number(),
  position: z.enum(valuesOf(POSITIONS)),
  /** Who made it; of persons, the bodies of which a text or table says that they are members, and whether the statement's document does. */
  makers: z.array(maker).default([]),
  commitments: ids.default([]),
  themes: ids.default([]),
  forums: ids.default([]),
  instruments: ids.default([]),
});
export type CodedRow = z.infer<typeof codedRow>;
export type Maker = z.infer<typeof maker>;

/** A membership that only papers under the Chatham House rule tell is not told. */
const TOLD = "any(p IN m.passages WHERE NOT EXISTS { (d:Document {id: left(p, 20)}) WHERE d.restriction = 'CHATHAM_HOUSE' })";

const PROJECTIONS = {
  makers: `COLLECT { MATCH (s)<-[:MADE]-(a:Actor) WHERE ${mayBeNamed('a', 's')} RETURN {
    id: a.id, isPerson: a.kind = 'PERSON',
    memberships: CASE WHEN a.kind = 'PERSON' THEN COLLECT { MATCH (a)-[m:MEMBER_OF]->(b:Actor) WHERE b.kind <> 'PERSON' AND ${TOLD} RETURN { body: b.id, here: any(p IN m.passages WHERE left(p, 20) = left(s.id, 20)) } } ELSE [] END } }`,
  commitments: 'COLLECT { MATCH (s)-[:ON]->(c:Commitment) RETURN c.id }',
  themes: 'COLLECT { MATCH (s)-[:ON]->(:Commitment)-[:ABOUT]->(t:Theme) RETURN DISTINCT t.id }',
  forums: 'COLLECT { MATCH (s)-[:IN]->(f:Forum) RETURN f.id }',
  instruments: 'COLLECT { MATCH (s)-[:CITES]->(i:Instrument) RETURN i.id }',
} as const;
export type CodedField = keyof typeof PROJECTIONS;
const CODED_FIELDS = Object.keys(PROJECTIONS).filter((name): name is CodedField => Object.hasOwn(PROJECTIONS, name));

/** A row for each statement, or null in place of all of them where they are too many. */
export function codedStatements(filter: StatementFilter, wanted: ReadonlySet<CodedField>, most = MOST_CODED): Asked<CodedRow | null> {
  const { name, head, parameters } = under(filter);
  const fields = CODED_FIELDS.filter((field) => wanted.has(field));
  const cypher = `${head} LIMIT toInteger($most) + 1
    WITH collect(s) AS found
    UNWIND CASE WHEN size(found) > $most THEN [null] ELSE found END AS s
    RETURN CASE WHEN s IS NULL THEN null ELSE { id: s.id, date: s.date, document: left(s.id, 20), start: s.start, end: s.end, position: s.position${fields.map((field) => `, ${field}: ${PROJECTIONS[field]}`).join('')} } END AS coded`;
  return { query: { name: `coded by ${fields.join(', ')} ${name}`, cypher, decode: ({ coded }) => (coded === null ? null : codedRow.parse(coded)) }, parameters: { ...parameters, most } };
}

/** The rows of an answer. @throws Failure QUERY_TOO_EXPENSIVE where they were too many */
export const codedRows = (rows: readonly (CodedRow | null)[]): CodedRow[] =>
  rows.map((row) => {
    if (row === null) throw new Failure('QUERY_TOO_EXPENSIVE', `The filter lets through more than ${MOST_CODED.toLocaleString('en')} statements, which is more than a network is drawn from; narrow it by dates, forums, themes or documents.`);
    return row;
  });
