// Question  What must a project of Discourse Network Analyzer know of these statements: their places in the text, who, what, where and how?
// Takes     a StatementFilter; size: one more than the most statements wanted; ids of documents, at most 1,000
// Returns   DnaStatementRow[] and, for the documents of those statements, DnaDocumentRow[] with their whole texts; formats/dna.ts makes the tables
// Order     by document, then by place in the text, then by id; of documents none promised
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      one look at each statement under the filter and one hop to each name; the texts are as long as they are

import { z } from 'zod';
import { ACTOR_KINDS, ACTS, POSITIONS, RESTRICTIONS, STANCES, VOICES, valuesOf } from '../../schema/vocabulary.ts';
import type { Asked } from '../askedTogether.ts';
import type { Query } from '../store.ts';
import { under, type StatementFilter } from './statementFilter.ts';

const dnaStatementRow = z.object({
  id: z.string(),
  document: z.string(),
  start: z.number(),
  end: z.number(),
  actors: z.array(z.object({ name: z.string(), kind: z.enum(valuesOf(ACTOR_KINDS)) })),
  concept: z.string(),
  position: z.enum(valuesOf(POSITIONS)),
  act: z.enum(valuesOf(ACTS)),
  stance: z.enum(valuesOf(STANCES)),
  voice: z.enum(valuesOf(VOICES)),
  forum: z.string().nullable(),
  date: z.string().nullable(),
});
export type DnaStatementRow = z.infer<typeof dnaStatementRow>;

export function statementsForDna(filter: StatementFilter, size: number): Asked<DnaStatementRow> {
  const { name, head, parameters } = under(filter);
  const cypher = `${head} LIMIT toInteger($size)
    WITH s ORDER BY left(s.id, 20), s.start, s.id
    RETURN { id: s.id, document: left(s.id, 20), start: s.start, end: s.end, position: s.position, act: s.act, stance: s.stance, voice: s.voice, date: s.date,
             actors: COLLECT { MATCH (s)<-[:MADE]-(x:Actor) RETURN {name: x.name, kind: x.kind} ORDER BY x.name, x.id },
             concept: head(COLLECT { MATCH (s)-[:ON]->(x:Commitment) RETURN x.title ORDER BY x.id }),
             forum: head(COLLECT { MATCH (s)-[:IN]->(x:Forum) RETURN x.name ORDER BY x.id }) } AS statement`;
  return { query: { name: `for DNA, statements ${name}`, cypher, decode: ({ statement }) => dnaStatementRow.parse(statement) }, parameters: { ...parameters, size } };
}

const dnaDocumentRow = z.object({ id: z.string(), title: z.string(), text: z.string(), date: z.string().nullable(), uri: z.string(), authors: z.array(z.string()), restriction: z.enum(valuesOf(RESTRICTIONS)).nullable() });
export type DnaDocumentRow = z.infer<typeof dnaDocumentRow>;

/** Under the Chatham House rule a person is no author either. */
export const documentsForDna: Query<{ ids: readonly string[] }, DnaDocumentRow> = {
  name: 'for DNA, documents',
  cypher: `UNWIND $ids AS id MATCH (d:Document {id: id})
    RETURN { id: d.id, title: d.title, text: d.text, date: d.date, uri: d.uri, restriction: d.restriction,
             authors: COLLECT { MATCH (x:Actor)-[:AUTHORED]->(d) WHERE x.kind <> 'PERSON' OR coalesce(d.restriction, '') <> 'CHATHAM_HOUSE' RETURN x.name ORDER BY x.name } } AS document`,
  decode: ({ document }) => dnaDocumentRow.parse(document),
};
