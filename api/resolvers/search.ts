import { comparePlaces, rankByFit, type FoundPlace } from '../../graph/analysis/nameMatch.ts';
import { snippetOf, type Snippet } from '../../graph/analysis/snippet.ts';
import { luceneQuery, mostSpokenOf, passageQueries, searchNames, searchPassages } from '../../graph/traversals/searchNames.ts';
import type { RequestContext } from '../context.ts';
import type { Resolvers, SearchType } from '../generated/resolvers.ts';
import { cursorOf, pageSize, placeOfCursor } from '../paging.ts';
import { TYPES } from './entities.ts';
import type { NodeRow } from './node.ts';

const LABELS = Object.fromEntries(Object.entries(TYPES).map(([label, type]) => [type, label]));

/** Candidates of each sort that are ranked, and characters of what was typed that are read: more is no name. */
const SEARCHED = 200;
const LONGEST_SEARCH = 200;

/** A name stands before a passage; the rest of the place is the order within each. */
const PLACE = ['sort', 'rank', 'score', 'statements', 'name', 'id'].map((by) => ({ by }));
const SEARCH = { name: 'search', keys: PLACE };

interface Found {
  readonly place: FoundPlace;
  readonly matched: string;
  readonly snippet: Snippet;
  readonly node: () => Promise<NodeRow | null>;
}

async function names(text: string, types: readonly SearchType[], { store }: RequestContext): Promise<Found[]> {
  const wanted = { types: types.flatMap((type) => LABELS[type] ?? []), limit: SEARCHED };
  if (wanted.types.length === 0) return [];
  const lucene = luceneQuery(text);
  const ranked =
    lucene !== null
      ? rankByFit(text, await store.read(searchNames, { ...wanted, lucene }))
      : (text.trim() === '' ? await store.read(mostSpokenOf, wanted) : []).map((match) => ({ ...match, matched: match.entity.name, place: [0, 0, -match.statements, match.entity.name, match.entity.id] }));
  return ranked.map(({ entity, matched, place }) => ({ place: [0, ...place], matched, snippet: snippetOf(matched, text), node: async () => entity }));
}

async function sentences(text: string, types: readonly SearchType[], { store, passage }: RequestContext): Promise<Found[]> {
  const queries = types.includes('PASSAGE') ? passageQueries(text) : null;
  const found = queries ? await store.read(searchPassages, { ...queries, limit: SEARCHED }) : [];
  return found.map(({ id, text: sentence, score }) => {
    const snippet = snippetOf(sentence, text);
    return { place: [1, 0, -score, 0, '', id], matched: snippet.text, snippet, node: () => passage.load(id) };
  });
}

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_, { text: typed, types, first, after }, context) => {
      const size = pageSize(first, 50);
      const behind = after === null || after === undefined ? null : placeOfCursor(SEARCH, after);
      const text = typed.slice(0, LONGEST_SEARCH);
      const wanted = types ?? [...Object.values(TYPES), 'PASSAGE' as const];
      const all = (await Promise.all([names(text, wanted, context), sentences(text, wanted, context)])).flat();
      const rest = behind === null ? all : all.filter(({ place }) => comparePlaces(place, behind) > 0);
      const page = await Promise.all(rest.slice(0, size).map(async ({ node, place, ...found }) => ({ ...found, cursor: cursorOf(SEARCH, place), node: await node() })));
      const edges = page.flatMap(({ node, ...edge }) => (node === null ? [] : [{ ...edge, snippet: { text: edge.snippet.text, matches: [...edge.snippet.matches] }, node }]));
      const pageInfo = { hasNextPage: rest.length > size, hasPreviousPage: behind !== null, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
      return { edges, nodes: edges.map(({ node }) => node), pageInfo, totalCount: all.length };
    },
  },
};
