// Question  Which named things may a person mean by these first few letters?
// Takes     lucene: a query that luceneQuery() made, never the words of the user; types: labels; limit: 1 to 200
// Returns   NameMatch[]: candidates with all their names, for analysis/nameMatch.ts to rank
// Order     the index's score, highest first, then id
// Fails     never on odd input: whatever the user typed is reduced to letters and digits first
// Cost      one full-text look-up; the statement counts of at most `limit` candidates

import { z } from 'zod';
import type { Query } from '../store.ts';
import { ENTITY, entityRow } from './findEntities.ts';

const nameMatch = z.object({ entity: entityRow, statements: z.number(), score: z.number() });
export type NameMatch = z.infer<typeof nameMatch>;

export const searchNames: Query<{ lucene: string; types: readonly string[]; limit: number }, NameMatch> = {
  name: 'searchNames',
  cypher: `
    CALL db.index.fulltext.queryNodes('names', $lucene) YIELD node AS e, score
    WITH e, score, ${ENTITY} AS entity
    WHERE entity.type IN $types
    WITH e, score, entity ORDER BY score DESC, e.id LIMIT toInteger($limit)
    RETURN entity, score, COUNT { (e)-[:MADE|ON|IN|ADDRESSED_TO|CITES]-(s:Statement) WHERE s.review <> 'REJECTED' } AS statements`,
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
    WITH entity, COUNT { (e)-[:MADE|ON|IN|ADDRESSED_TO|CITES]-(s:Statement) WHERE s.review <> 'REJECTED' }
               + COUNT { (e)<-[:ABOUT]-(:Commitment)<-[:ON]-(t:Statement) WHERE t.review <> 'REJECTED' } AS statements
    WHERE statements > 0
    RETURN entity, statements, 0.0 AS score ORDER BY statements DESC, entity.name, entity.id LIMIT toInteger($limit)`,
  decode: (record) => nameMatch.parse(record),
};

/** A word with what follows its apostrophe, which the index keeps as one: "women's", "d'Ivoire". */
const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
/** More words than this add nothing to a name and cost the index time. */
const MAX_WORDS = 12;

/**
 * What a person types, as a query the index understands: each word as it is, as the beginning of a word, or with a typing error or two.
 * Null where nothing is left to look for. Only letters, digits and the apostrophes within words pass, so no Lucene syntax can.
 */
export function luceneQuery(text: string): string | null {
  const words = (text.normalize('NFKC').replace(/[’‘]/gu, "'").toLowerCase().match(WORD) ?? []).slice(0, MAX_WORDS).map((word) => word.slice(0, 40));
  if (words.length === 0) return null;
  return words
    .map((word) => {
      const typo = word.length < 4 ? '' : ` OR ${word}~${word.length < 7 ? 1 : 2}`;
      // "women's" is looked for as "women" too.
      const [stem = word] = word.split("'");
      const bare = stem.length > 2 && stem !== word ? ` OR ${stem}*` : '';
      return `(${word}^4 OR ${word}*^2${typo}${bare})`;
    })
    .join(' AND ');
}
