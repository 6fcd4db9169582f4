import { rankByFit } from '../../graph/analysis/nameMatch.ts';
import { luceneQuery, mostSpokenOf, searchNames } from '../../graph/traversals/searchNames.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { pageOfList, pageSize } from '../paging.ts';
import { TYPES } from './entities.ts';

const LABELS = Object.fromEntries(Object.entries(TYPES).map(([label, type]) => [type, label]));

/** Candidates that are ranked, and characters of what was typed that are read: more is no name. */
const SEARCHED = 200;
const LONGEST_SEARCH = 200;

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_, { text, types, first, after }, { store }) => {
      const wanted = { types: (types ?? Object.values(TYPES)).map((type) => LABELS[type] ?? type), limit: SEARCHED };
      const lucene = luceneQuery(text.slice(0, LONGEST_SEARCH));
      const found = lucene !== null ? await store.read(searchNames, { ...wanted, lucene }) : text.trim() === '' ? await store.read(mostSpokenOf, wanted) : [];
      const page = pageOfList(lucene === null ? found.map((match) => ({ ...match, matched: match.entity.name })) : rankByFit(text, found), pageSize(first, 50), after, ({ entity: { id } }) => id);
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, matched: node.matched, node: node.entity }));
      return { ...page, edges, nodes: edges.map(({ node }) => node) };
    },
  },
};
