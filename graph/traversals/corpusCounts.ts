// Question  What is loaded?
// Takes     nothing
// Returns   one row: counts of everything, and the ids of the documents and of the decisions in force, each in order, from which the data version is made
// Fails     never by itself
// Cost      counts come from Neo4j's count store; the documents and decisions are listed

import { z } from 'zod';
import type { Query } from '../store.ts';

const corpusRow = z.object({
  statements: z.number(),
  actors: z.number(),
  instruments: z.number(),
  forums: z.number(),
  commitments: z.number(),
  passages: z.number(),
  documents: z.array(z.string()),
  decisions: z.array(z.string()),
});
export type CorpusRow = z.infer<typeof corpusRow>;

export const corpusCounts: Query<Record<never, never>, CorpusRow> = {
  name: 'corpusCounts',
  cypher: `
    RETURN COUNT { (:Statement) } AS statements, COUNT { (:Actor) } AS actors, COUNT { (:Instrument) } AS instruments, COUNT { (:Forum) } AS forums,
           COUNT { (:Commitment) } AS commitments, COUNT { (:Passage) } AS passages,
           COLLECT { MATCH (d:Document) RETURN d.id ORDER BY d.id } AS documents,
           COLLECT { MATCH (d:Decision) WHERE d.undoneAt IS NULL RETURN d.id ORDER BY d.id } AS decisions`,
  decode: (record) => corpusRow.parse(record),
};
