// Question  Who asked whom to ratify an instrument?
// Takes     instrument: an id; then a StatementFilter that lets the asking statements through (analysis/ratificationGap.ts makes it)
// Returns   CitedAsk[]: the commitments of statements that cite the instrument, for the analysis to pick those that mean ratifying;
//           AskerRow[] and AddresseeRow[], counted; one AskCounts. A person who spoke under the Chatham House rule is no asker
// Order     askers and addressees: most statements first, then by name, then by id; asks by title, then id
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      the statements that cite the instrument

import { z } from 'zod';
import { ALL_STATES } from '../../schema/ids.ts';
import type { Query } from '../store.ts';
import { mayBeNamed, under, type FilterParameters, type StatementFilter } from './statementFilter.ts';

const citedAsk = z.object({ id: z.string(), names: z.array(z.string()) });
export type CitedAsk = z.infer<typeof citedAsk>;

export const asksCiting: Query<{ instrument: string }, CitedAsk> = {
  name: 'asksCiting',
  cypher: `
    MATCH (:Entity {id: $instrument})<-[:CITES]-(s:Statement)-[:ON]->(c:Commitment)
    WHERE s.review <> 'REJECTED'
    WITH DISTINCT c
    RETURN c.id AS id, [c.title] + coalesce(c.aliases, []) AS names ORDER BY c.title, c.id`,
  decode: (record) => citedAsk.parse(record),
};

interface Asked<Row> {
  readonly query: Query<FilterParameters, Row>;
  readonly parameters: FilterParameters;
}

const askerRow = z.object({ actor: z.string(), statementCount: z.number() });
export type AskerRow = z.infer<typeof askerRow>;

export function askersOf(filter: StatementFilter): Asked<AskerRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} MATCH (a:Actor)-[:MADE]->(s) WHERE ${mayBeNamed('a', 's')} WITH a, count(s) AS statementCount RETURN a.id AS actor, statementCount ORDER BY statementCount DESC, a.name, a.id LIMIT 200`;
  return { query: { name: `askers ${name}`, cypher, decode: (record) => askerRow.parse(record) }, parameters };
}

/** `beyondGeneral` of the statements do not address states in general beside it. */
const addresseeRow = z.object({ id: z.string(), name: z.string(), isCountry: z.boolean(), statementCount: z.number(), beyondGeneral: z.number() });
export type AddresseeRow = z.infer<typeof addresseeRow>;

export function addresseesOf(filter: StatementFilter): Asked<AddresseeRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} WITH s, EXISTS { (s)-[:ADDRESSED_TO]->(all:Actor) WHERE all.id = $allStates } AS general MATCH (s)-[:ADDRESSED_TO]->(x:Actor)
    RETURN x.id AS id, x.name AS name, x:Country AS isCountry, count(s) AS statementCount, count(CASE WHEN general THEN null ELSE s END) AS beyondGeneral ORDER BY name, id`;
  return { query: { name: `addressees ${name}`, cypher, decode: (record) => addresseeRow.parse(record) }, parameters: { ...parameters, allStates: ALL_STATES } };
}

const askCounts = z.object({ askCount: z.number(), withoutAddresseeCount: z.number(), toStatesInGeneralCount: z.number() });
export type AskCounts = z.infer<typeof askCounts>;

export function askCountsOf(filter: StatementFilter): Asked<AskCounts> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} WITH s, COLLECT { MATCH (s)-[:ADDRESSED_TO]->(x:Actor) RETURN x.id } AS addressees
    RETURN count(s) AS askCount, count(CASE WHEN size(addressees) = 0 THEN s END) AS withoutAddresseeCount, count(CASE WHEN $allStates IN addressees THEN s END) AS toStatesInGeneralCount`;
  return { query: { name: `asks counted ${name}`, cypher, decode: (record) => askCounts.parse(record) }, parameters: { ...parameters, allStates: ALL_STATES } };
}
