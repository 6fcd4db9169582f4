import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';
import { atlasOf, type Atlas, type Reply } from './atlas.ts';

describe('a search', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await atlasOf([WIMN_STATEMENT, UNIFEM_REPORT]);
  });
  afterAll(() => atlas.close());

  const search = async (text: string, rest: Record<string, unknown> = {}): Promise<Reply['data']> => {
    const { data, errors } = await atlas.ask(
      `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) { search(text: $text, types: $types, first: $first, after: $after) {
        totalCount nodes { id } edges { cursor matched snippet { text matches { start end } } node { __typename id ... on Passage { text document { id } } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      { text, first: 50, ...rest },
    );
    expect(errors, JSON.stringify(text)).toEqual([]);
    return data.search;
  };
  const marks = ({ snippet: { text, matches } }: Reply['data']): string[] => matches.map(({ start, end }: { start: number; end: number }) => text.slice(start, end));

  it.each([
    ['CEDAW', 'instrument:cedaw', ['CEDAW']],
    ['C189', 'instrument:ilo-c189', ['C189']],
    ['unifem', 'actor:unifem', ['UNIFEM']],
    ['migrtion netwrk', 'actor:wimn', ['Migration', 'Network']],
    ['womens networks', 'actor:wimn', ['Women', 'Network']],
    ['convention on the elimination', 'instrument:cedaw', ['Convention', 'on', 'the', 'Elimination']],
    ['DÉTENT', 'theme:detention', ['Detention']],
  ])('for %j finds %s first and marks why', async (text, id, expected) => {
    const { edges } = await search(text);
    expect(edges[0].node.id).toBe(id);
    expect(marks(edges[0])).toEqual(expected);
  });

  it('finds passages by their words behind the names, in another form, with a slip, without accents; each with its document', async () => {
    for (const [text, expected, words] of [['ratifies 189', 'States should ratify ILO Convention 189 without delay.', ['ratify', '189']], ['migrnts detention', 'We call on States to end the detention of migrants.', ['detention', 'migrants']]] as const) {
      const { edges } = await search(text, { types: ['PASSAGE'] });
      expect(edges[0].node).toMatchObject({ __typename: 'Passage', text: expected, document: { id: WIMN_STATEMENT.document.id } });
      expect(marks(edges[0])).toEqual(words);
    }
    const kinds = (await search('detention')).edges.map(({ node }: Reply['data']) => node.__typename);
    expect(kinds).toEqual(['Theme', 'Commitment', ...kinds.slice(2).map(() => 'Passage')]);
    expect(kinds.length).toBeGreaterThan(3);
  });

  it('gives only what was asked for, page after page, each once', async () => {
    const all = await search('detention');
    const found: string[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const page = await search('detention', { first: 2, after });
      expect(page.totalCount).toBe(all.totalCount);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...page.nodes.map(({ id }: { id: string }) => id));
      [after, isMore] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(found).toEqual(all.nodes.map(({ id }: { id: string }) => id));
    expect((await search('detention', { types: ['THEME'] })).nodes).toEqual([{ id: 'theme:detention' }]);
  });

  it('offers what is spoken of most before anything is typed, and nothing where nothing can be read', async () => {
    expect((await search('  ', { types: ['THEME'] })).nodes.map(({ id }: { id: string }) => id)).toEqual(['theme:detention', 'theme:domestic-work']);
    expect((await search('¿?')).totalCount).toBe(0);
    expect((await atlas.ask('{ search(text: "x", after: "theme:detention") { totalCount } }')).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('never fails on what is typed: syntax of the index, quotes, halves of characters, ten thousand letters', async () => {
    const syntax = fc.constantFrom('AND', 'OR', 'NOT', '&&', '||', '!', '(', ')', '{', '}', '[', ']', '^', '"', '~', '*', '?', ':', '\\', '/', '-', '+', ' TO ', 'text:', 'name:', '$words', '\ud83d', '\udc00', '\u0000', "'", '’', '`', '//', 'detention', '.', ',', '1,000', '%', '_', '\n');
    const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(syntax, { maxLength: 30 }).map((parts) => parts.join('')));
    const cases = [...fc.sample(hostile, { numRuns: 60, seed: 7 }), 'a'.repeat(10_000), '\ud800'.repeat(300), '(a* OR '.repeat(1_500)];
    for (const text of cases) {
      const page = await search(text);
      for (const edge of page.edges) for (const mark of marks(edge)) expect(mark).not.toBe('');
      // The same words as a filter of the statements.
      const { errors } = await atlas.ask('query ($text: String) { statements(filter: { text: $text }) { totalCount } passages(filter: { text: $text }) { totalCount } actors(filter: { text: $text }) { totalCount } }', { text: text.slice(0, 200) });
      expect(errors, JSON.stringify(text)).toEqual([]);
    }
  });
});
