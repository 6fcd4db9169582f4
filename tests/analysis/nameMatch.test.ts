import { describe, expect, it } from 'vitest';
import { bestFit, rankByFit } from '../../graph/analysis/nameMatch.ts';
import { luceneQuery } from '../../graph/traversals/searchNames.ts';

const named = (id: string, name: string, more: { acronym?: string; aliases?: string[]; statements?: number; score?: number } = {}) => ({
  entity: { id, name, acronym: more.acronym ?? null, symbol: null, aliases: more.aliases ?? [] },
  statements: more.statements ?? 0,
  score: more.score ?? 1,
});

describe('the order of search results', () => {
  it('puts the exact acronym first, whatever else is spoken of more often', () => {
    const found = rankByFit('cedaw', [named('actor:cedaw-committee', 'CEDAW Committee', { statements: 90 }), named('instrument:cedaw', 'Convention on the Elimination of All Forms of Discrimination against Women', { acronym: 'CEDAW' })]);
    expect(found.map(({ entity }) => entity.id)).toEqual(['instrument:cedaw', 'actor:cedaw-committee']);
  });

  it('then whole names, beginnings, words inside, near misses', () => {
    const found = rankByFit('un women', [named('actor:d', 'Unwomanly Things'), named('actor:c', 'Friends of UN Women'), named('actor:b', 'UN Women Regional Office'), named('actor:a', 'UN Women')]);
    expect(found.map(({ entity }) => entity.id)).toEqual(['actor:a', 'actor:b', 'actor:c', 'actor:d']);
  });

  it('takes one and many for the same', () => {
    expect(bestFit('migrants', { name: 'Migrant', acronym: null, symbol: null, aliases: [] }).rank).toBe(bestFit('migrant', { name: 'Migrant', acronym: null, symbol: null, aliases: [] }).rank);
    expect(bestFit('recruitment agency', { name: 'Regulate recruitment agencies', acronym: null, symbol: null, aliases: [] }).rank).toBe(3);
  });

  it('breaks ties by statements, then by name', () => {
    const found = rankByFit('migr', [named('actor:b', 'Migrant B'), named('actor:a', 'Migrant A'), named('actor:c', 'Migrant C', { statements: 3 })]);
    expect(found.map(({ entity }) => entity.id)).toEqual(['actor:c', 'actor:a', 'actor:b']);
  });

  it('puts what is spelled most alike first among near misses, however little is said of it', () => {
    const found = rankByFit('philipines', [named('commitment:a', 'Open an office in the Philippines', { statements: 9, score: 1 }), named('country:PHL', 'Philippines', { score: 4 })]);
    expect(found.map(({ entity }) => entity.id)).toEqual(['country:PHL', 'commitment:a']);
  });

  it('tells which name matched, accents and capitals aside', () => {
    expect(bestFit('cote d’ivoire', { name: 'Ivory Coast', acronym: null, symbol: null, aliases: ['Côte d’Ivoire'] }).matched).toBe('Côte d’Ivoire');
  });
});

describe('what a person types', () => {
  it('becomes words only: no syntax of the index can pass', () => {
    expect(luceneQuery('CEDAW')).toBe('(cedaw^4 OR cedaw*^2 OR cedaw~1)');
    expect(luceneQuery('"; DROP) OR *:* ~{\\')).toBe('(drop^4 OR drop*^2 OR drop~1)');
    expect(luceneQuery('  ¿? —')).toBeNull();
    expect(luceneQuery('agencies or')).toBe('(agencies^4 OR agencies*^2 OR agencies~2 OR agency*)');
    expect(luceneQuery('or')).toBe('(or^4 OR or*^2)');
    expect(luceneQuery("' Women’s '")).toBe("(women's^4 OR women's*^2 OR women's~2 OR women*)");
  });
});
