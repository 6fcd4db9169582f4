// Question  Which named things may a person mean by these first few letters, and which passages hold these words?
// Takes     lucene, sentence, words: a query that luceneQuery() made, never the words of the user; types: labels; limit: 1 to 200
// Returns   NameMatch[]: candidates with all their names, for analysis/nameMatch.ts to rank; PassageMatch[]
// Order     the index's score, highest first, then id
// Fails     never on odd input: whatever the user typed is reduced to letters and digits first
// Cost      one full-text look-up; the statement counts of at most `limit` candidates

import { z } from 'zod';
import type { Query } from '../store.ts';
import { singular } from '../../schema/names.ts';
import { ENTITY, entityRow, STATEMENTS_INVOLVING } from './findEntities.ts';
import { tellingWords } from './words.ts';

const nameMatch = z.object({ entity: entityRow, statements: z.number(), score: z.number() });
export type NameMatch = z.infer<typeof nameMatch>;

export const searchNames: Query<{ lucene: string; types: readonly string[]; limit: number }, NameMatch> = {
  name: 'searchNames',
  cypher: `
    CALL db.index.fulltext.queryNodes('names', $lucene) YIELD node AS e, score
    WITH e, score, ${ENTITY} AS entity
    WHERE entity.type IN $types
    WITH e, score, entity ORDER BY score DESC, e.id LIMIT toInteger($limit)
    RETURN entity, score, ${STATEMENTS_INVOLVING} AS statements`,
  decode: (record) => nameMatch.parse(record),
};

/**
 * What to offer before anything is typed: the entities of the types with the most statements.
 * Order: most statements first, then name, then id. Cost: all entities of the types are counted.
 */
export const mostSpokenOf: Query<{ types: readonly string[]; limit: number }, NameMatch> = {
  name: 'mostSpokenOf',
  cypher: `
    MATCH (e:Entity)
    WITH e, ${ENTITY} AS entity
    WHERE entity.type IN $types
    WITH entity, ${STATEMENTS_INVOLVING} AS statements
    WHERE statements > 0
    RETURN entity, statements, 0.0 AS score ORDER BY statements DESC, entity.name, entity.id LIMIT toInteger($limit)`,
  decode: (record) => nameMatch.parse(record),
};

const passageMatch = z.object({ id: z.string(), text: z.string(), score: z.number() });
export type PassageMatch = z.infer<typeof passageMatch>;

/** Two indexes are asked: one knows English word forms, the other forgets accents. Cost: the best `limit` of each. */
export const searchPassages: Query<{ sentence: string; words: string; limit: number }, PassageMatch> = {
  name: 'searchPassages',
  cypher: `
    CALL () {
      CALL db.index.fulltext.queryNodes('passages', $sentence, {limit: toInteger($limit)}) YIELD node AS p, score RETURN p, score
      UNION ALL
      CALL db.index.fulltext.queryNodes('words', $words, {limit: toInteger($limit)}) YIELD node AS p, score RETURN p, score
    }
    WITH p, max(score) AS score ORDER BY score DESC, p.id LIMIT toInteger($limit)
    RETURN p.id AS id, p.text AS text, score`,
  decode: (record) => passageMatch.parse(record),
};

/** A word as it is, as the beginning of a word, in the other number, or with a typing error or two. */
function alike(word: string): string {
  const typo = word.length < 4 ? '' : ` OR ${word}~${word.length < 7 ? 1 : 2}`;
  // "women's" is looked for as "women" too, "migrants" as "migrant".
  const [whole = word] = word.split("'");
  const bare = singular(whole);
  return `(${word}^4 OR ${word}*^2${typo}${bare.length > 2 && bare !== word ? ` OR ${bare}*` : ''})`;
}

/**
 * What a person types, as a query the index understands. Null where nothing is left to look for. Only letters, digits and marks within
 * words pass, so no Lucene syntax can.
 */
export function luceneQuery(text: string): string | null {
  const words = tellingWords(text);
  return words.length === 0 ? null : words.map(alike).join(' AND ');
}

/** The same for passages, in the words of each of their indexes. */
export function passageQueries(text: string): { readonly sentence: string; readonly words: string } | null {
  const lucene = luceneQuery(text);
  return lucene === null ? null : { sentence: lucene, words: `text:(${lucene})` };
}
