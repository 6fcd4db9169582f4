// Question  Who advocated what, in which forum, citing which instrument, and where does the text say so?
// Takes     a StatementFilter; first: 1 to 100; after: the place of the last statement already seen, or null
// Returns   StatementRow[]: statements with the ids of all they are joined to
// Order     dated first, latest first; within a date by document, then by place in the text, then by id: a total order,
//           so a cursor stays valid while the data grows
// Fails     BAD_USER_INPUT is the caller's to raise; TIMEOUT when the database's time limit ends the query
// Cost      starts from the entities the filter names (see statementFilter.ts); one page is projected, not all

import { z } from 'zod';
import { ACTS, DATE_BASES, DATE_PRECISIONS, POSITIONS, RESTRICTIONS, REVIEWS, STANCES, VOICES, valuesOf } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';
import { under, type FilterParameters, type StatementFilter } from './statementFilter.ts';

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

/** Where a statement stands in the order; undated statements have the date ''. */
export interface StatementPlace {
  readonly date: string;
  readonly document: string;
  readonly start: number;
  readonly id: string;
}

export const placeOf = ({ date, document, start, id }: StatementRow): StatementPlace => ({ date: date ?? '', document, start, id });

type PageParameters = FilterParameters & { readonly first: number; readonly afterDate: string | null; readonly afterDocument: string; readonly afterStart: number; readonly afterId: string };

/** One page of the statements under a filter, as a query and its parameters. */
export function statementPage(filter: StatementFilter, first: number, after: StatementPlace | null): { query: Query<PageParameters, StatementRow>; parameters: PageParameters } {
  const { name, head, parameters } = under(filter);
  const cursor = { afterDate: after?.date ?? null, afterDocument: after?.document ?? '', afterStart: after?.start ?? 0, afterId: after?.id ?? '' };
  const cypher = `${head}, coalesce(s.date, '') AS date, left(s.id, 20) AS document
    WHERE $afterDate IS NULL
      OR date < $afterDate
      OR date = $afterDate AND (document > $afterDocument OR document = $afterDocument AND (s.start > $afterStart OR s.start = $afterStart AND s.id > $afterId))
    WITH s ORDER BY date DESC, document, s.start, s.id LIMIT toInteger($first)
    RETURN ${STATEMENT} AS statement`;
  return { query: { name: `statements ${name}`, cypher, decode }, parameters: { ...parameters, first, ...cursor } };
}

const counted = z.object({ count: z.number() });

/** How many statements a filter lets through; one row. */
export function statementCount(filter: StatementFilter): { query: Query<FilterParameters, number>; parameters: FilterParameters } {
  const { name, head, parameters } = under(filter);
  return { query: { name: `count of statements ${name}`, cypher: `${head} RETURN count(s) AS count`, decode: (record) => counted.parse(record).count }, parameters };
}

/** Statements by id, whatever their review state; unknown ids give no row; no order promised. */
export const statementsById: Query<{ ids: readonly string[] }, StatementRow> = {
  name: 'statementsById',
  cypher: `UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN ${STATEMENT} AS statement`,
  decode,
};
