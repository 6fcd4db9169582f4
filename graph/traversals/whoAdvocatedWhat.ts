// Question  Who advocated what, in which forum, citing which instrument, and where does the text say so?
// Takes     a StatementFilter; one of STATEMENT_ORDERS; a window of at most 101 rows, from either end
// Returns   StatementRow[]: statements with the ids of all they are joined to, each with its place in the order
// Order     as asked; ties by document, then by place in the text, then by id: a total order, so a cursor stays valid while the data grows
// Fails     BAD_USER_INPUT is the caller's to raise; TIMEOUT when the database's time limit ends the query
// Cost      starts from the entities the filter names (see statementFilter.ts); one page is projected, not all

import { z } from 'zod';
import { ACTS, DATE_BASES, DATE_PRECISIONS, POSITIONS, RESTRICTIONS, REVIEWS, STANCES, VOICES, valuesOf } from '../../schema/vocabulary.ts';
import type { Asked } from '../askedTogether.ts';
import type { Query } from '../store.ts';
import { alongIndex, LAST, sorted, windowOf, type Placed, type SortKey, type Window } from './pageOrder.ts';
import { mayBeNamed, under, type StatementFilter } from './statementFilter.ts';

const ids = z.array(z.string());

export const statementRow = z.object({
  id: z.string(),
  act: z.enum(valuesOf(ACTS)),
  stance: z.enum(valuesOf(STANCES)),
  position: z.enum(valuesOf(POSITIONS)),
  voice: z.enum(valuesOf(VOICES)),
  review: z.enum(valuesOf(REVIEWS)),
  restriction: z.enum(valuesOf(RESTRICTIONS)).nullable(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  date: z.string().nullable(),
  datePrecision: z.enum(valuesOf(DATE_PRECISIONS)),
  dateBasis: z.enum(valuesOf(DATE_BASES)).nullable(),
  confidence: z.number(),
  rule: z.string(),
  document: z.string(),
  actors: ids,
  commitment: z.string(),
  forum: z.string().nullable(),
  addressees: ids,
  instruments: ids,
  passages: ids,
});
export type StatementRow = z.infer<typeof statementRow>;

/** The projection of a statement `s`: its own words, and the ids of what it is joined to, each list in a fixed order. */
const STATEMENT = `{
  id: s.id, act: s.act, stance: s.stance, position: s.position, voice: s.voice, review: s.review, restriction: s.restriction,
  quote: s.quote, start: s.start, end: s.end, date: s.date, datePrecision: s.datePrecision, dateBasis: s.dateBasis,
  confidence: s.confidence, rule: s.rule, document: left(s.id, 20),
  actors: COLLECT { MATCH (s)<-[:MADE]-(x:Actor) RETURN x.id ORDER BY x.name, x.id },
  commitment: head(COLLECT { MATCH (s)-[:ON]->(x:Commitment) RETURN x.id ORDER BY x.id }),
  forum: head(COLLECT { MATCH (s)-[:IN]->(x:Forum) RETURN x.id ORDER BY x.id }),
  addressees: COLLECT { MATCH (s)-[:ADDRESSED_TO]->(x:Actor) RETURN x.id ORDER BY x.name, x.id },
  instruments: COLLECT { MATCH (s)-[:CITES]->(x:Instrument) RETURN x.id ORDER BY x.name, x.id },
  passages: COLLECT { MATCH (s)-[e:EVIDENCED_BY]->(x:Passage) RETURN x.id ORDER BY e.at, x.start }
}`;

const decode = ({ statement }: Readonly<Record<string, unknown>>): StatementRow => statementRow.parse(statement);

const IN_THE_TEXT: readonly SortKey[] = [{ by: 'left(s.id, 20)' }, { by: 's.start' }, { by: 's.id' }];
const firstOf = (names: string): string => `coalesce(head(COLLECT { ${names} ORDER BY name LIMIT 1 }), ${LAST})`;

/** In what order statements can be read. Undated statements, and those without a forum or a nameable actor, come last. */
export const STATEMENT_ORDERS = {
  DATE_DESC: [{ by: 's.dateKey', descending: true }, ...IN_THE_TEXT],
  DATE_ASC: [{ by: `coalesce(s.date, ${LAST})` }, ...IN_THE_TEXT],
  DOCUMENT: [{ by: firstOf(`MATCH (d:Document {id: left(s.id, 20)}) RETURN ${sorted('d.title')} AS name`) }, ...IN_THE_TEXT],
  CONFIDENCE_ASC: [{ by: 's.confidence' }, ...IN_THE_TEXT],
  // The name that is shown: one that the rule of the meeting hides must not show through the order either.
  ACTOR: [{ by: firstOf(`MATCH (s)<-[:MADE]-(x:Actor) WHERE ${mayBeNamed('x', 's')} RETURN ${sorted('x.name')} AS name`) }, ...IN_THE_TEXT],
  COMMITMENT: [{ by: firstOf(`MATCH (s)-[:ON]->(x:Commitment) RETURN ${sorted('x.title')} AS name`) }, ...IN_THE_TEXT],
  FORUM: [{ by: firstOf(`MATCH (s)-[:IN]->(x:Forum) RETURN ${sorted('x.name')} AS name`) }, ...IN_THE_TEXT],
} as const satisfies Readonly<Record<string, readonly SortKey[]>>;
export type StatementOrder = keyof typeof STATEMENT_ORDERS;

const place = z.array(z.union([z.string(), z.number()]));

/** One page of the statements under a filter, as a query and its parameters. */
export function statementPage(filter: StatementFilter, order: StatementOrder, asked: Window): Asked<Placed<StatementRow>> {
  const { name, head, parameters } = under(filter, order === 'DATE_DESC' ? alongIndex('s.dateKey', STATEMENT_ORDERS.DATE_DESC[0], asked) : null);
  const page = windowOf('s', STATEMENT_ORDERS[order], asked);
  const query = { name: `statements ${name}`, cypher: `${head} ${page.cypher} RETURN ${STATEMENT} AS statement, place`, decode: (record: Readonly<Record<string, unknown>>) => ({ row: decode(record), place: place.parse(record.place) }) };
  return { query, parameters: { ...parameters, ...page.parameters } };
}

const counted = z.object({ count: z.number() });

/** How many statements a filter lets through; one row. */
export function statementCount(filter: StatementFilter): Asked<number> {
  const { name, head, parameters } = under(filter);
  return { query: { name: `count of statements ${name}`, cypher: `${head} RETURN count(s) AS count`, decode: (record) => counted.parse(record).count }, parameters };
}

/** How many statements under a filter, its dates aside, have no date; one row. */
export const undatedCount = (filter: StatementFilter): Asked<number> => statementCount({ ...filter, from: null, to: null, datePrecisions: null, undated: true });

/** Statements by id, whatever their review state; unknown ids give no row; no order promised. */
export const statementsById: Query<{ ids: readonly string[] }, StatementRow> = {
  name: 'statementsById',
  cypher: `UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN ${STATEMENT} AS statement`,
  decode,
};
