// Question  Which commitments are named in some of these words, and in which words is one commitment put?
// Takes     lucene: a query that anyOfTheWords() of analysis/wordings.ts made, never the words of a user; commitment: an id
// Returns   SimilarAsk[]: at most 300 other commitments, for the analysis to compare; UsedWords[]: the quotation of each statement on
//           the commitment that is not rejected, with who made it where and when. Under the Chatham House rule no person is told
// Order     similar asks: the index's own score, highest first, then id; statements oldest first, undated last, then by id
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      one full-text look-up; the statements on the commitment

import { z } from 'zod';
import type { Query } from '../store.ts';
import { mayBeNamed } from './statementFilter.ts';

const similarAsk = z.object({ id: z.string(), title: z.string(), aliases: z.array(z.string()) });
export type SimilarAsk = z.infer<typeof similarAsk>;

export const similarAsks: Query<{ commitment: string; lucene: string }, SimilarAsk> = {
  name: 'similarAsks',
  cypher: `
    CALL db.index.fulltext.queryNodes('names', $lucene) YIELD node AS c, score
    WHERE c:Commitment AND c.id <> $commitment
    WITH c, score ORDER BY score DESC, c.id LIMIT 300
    RETURN c.id AS id, c.title AS title, coalesce(c.aliases, []) AS aliases`,
  decode: (record) => similarAsk.parse(record),
};

const usedWords = z.object({ id: z.string(), quote: z.string(), date: z.string().nullable(), actors: z.array(z.string()), forums: z.array(z.string()) });
export type UsedWords = z.infer<typeof usedWords>;

export const wordsUsedFor: Query<{ commitment: string }, UsedWords> = {
  name: 'wordsUsedFor',
  cypher: `
    MATCH (:Entity {id: $commitment})<-[:ON]-(s:Statement)
    WHERE s.review <> 'REJECTED'
    RETURN s.id AS id, s.quote AS quote, s.date AS date,
           COLLECT { MATCH (s)<-[:MADE]-(a:Actor) WHERE ${mayBeNamed('a', 's')} RETURN a.id ORDER BY a.id } AS actors,
           COLLECT { MATCH (s)-[:IN]->(f:Forum) RETURN f.id ORDER BY f.id } AS forums
    ORDER BY coalesce(date, '9999'), id`,
  decode: (record) => usedWords.parse(record),
};
