import { Failure } from '../../schema/failures.ts';
import { advocacyMap } from '../../graph/analysis/advocacyMap.ts';
import { placeOf, statementCount, statementPage, type StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import { byActor, byForum, onTheMap } from '../../graph/traversals/whoWhatWhere.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import type { DocumentRow } from '../../graph/traversals/evidence.ts';
import type { PageInfo, Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import { MAP_CAP, PAGE_CAP } from '../limits.ts';
import { pageOf, pageSize, readStatementCursor, statementCursor } from '../paging.ts';
import { named } from './entities.ts';


/** A page of statements with the filter it was asked under, so that the total is counted only where somebody asks for it. */
export interface StatementPage {
  readonly filter: StatementFilter;
  readonly edges: { readonly cursor: string; readonly node: StatementRow }[];
  readonly nodes: StatementRow[];
  readonly pageInfo: PageInfo;
}

async function statementConnection(filter: StatementFilter, { first, after }: { first: number; after?: string | null }, { store }: RequestContext): Promise<StatementPage> {
  const size = pageSize(first, PAGE_CAP);
  const { query, parameters } = statementPage(filter, size + 1, after ? readStatementCursor(after) : null);
  return { filter, ...pageOf(await store.read(query, parameters), size, Boolean(after), (row) => statementCursor(placeOf(row))) };
}

async function documentOf(id: string, context: RequestContext): Promise<DocumentRow> {
  const row = await context.document.load(id);
  if (!row) throw new Failure('NOT_FOUND', `${id} is no longer in the graph; ask again.`);
  return row;
}

export const statementResolvers: Resolvers = {
  StatementConnection: {
    totalCount: async ({ filter }, _, { store }) => {
      const { query, parameters } = statementCount(filter);
      return (await store.read(query, parameters))[0] ?? 0;
    },
  },
  Statement: {
    date: (row) => row,
    actors: async ({ actors, restriction }, _, context) => (await present(context.entity, actors)).filter(({ kind }) => restriction !== 'CHATHAM_HOUSE' || kind !== 'PERSON'),
    commitment: ({ commitment }, _, context) => named(commitment, context),
    forum: ({ forum }, _, context) => (forum === null ? null : named(forum, context)),
    addressees: ({ addressees }, _, context) => present(context.entity, addressees),
    instruments: ({ instruments }, _, context) => present(context.entity, instruments),
    themes: async ({ commitment }, _, context) => present(context.entity, await context.themesOf.load(commitment)),
    passages: ({ passages }, _, context) => present(context.passage, passages),
    document: ({ document }, _, context) => documentOf(document, context),
  },
  Passage: { document: ({ document }, _, context) => documentOf(document, context) },
  Mention: { entity: ({ entity }, _, context) => named(entity, context) },
  Document: {
    date: (row) => row,
    text: ({ id }, _, context) => context.text.load(id),
    authors: ({ authors }, _, context) => present(context.entity, authors),
    forum: ({ forum }, _, context) => (forum === null ? null : named(forum, context)),
    passages: async ({ id }, _, context) => [...(await context.passagesOf.load(id))],
    mentions: async ({ id }, _, context) => [...(await context.mentionsOf.load(id))],
    statements: ({ id }, { filter, ...page }, context) => statementConnection({ ...readFilter(filter), documents: [id] }, page, context),
  },
  MapNode: { entity: ({ entity }) => entity },
  Query: {
    statements: (_, { filter, ...page }, context) => statementConnection(readFilter(filter), page, context),
    advocacyMap: async (_, { filter: input, top }, context) => {
      if (top < 1 || top > MAP_CAP) throw new Failure('BAD_USER_INPUT', `top must be between 1 and ${MAP_CAP}, got ${top}.`);
      const filter = readFilter(input);
      const [actors, forums] = [byActor(filter), byForum(filter)];
      const map = advocacyMap(await context.store.read(actors.query, actors.parameters), await context.store.read(forums.query, forums.parameters), top);
      const shown = (column: string) => map.nodes.filter((node) => node.column === column).map(({ entity }) => entity);
      const counted = onTheMap(filter, shown('ACTORS'), shown('COMMITMENTS'));
      const [onMap = 0] = await context.store.read(counted.query, counted.parameters);
      const nodes = await Promise.all(map.nodes.map(async (node) => ({ ...node, entity: await named(node.entity, context) })));
      return { ...map, nodes, links: [...map.links], hiddenStatementCount: map.statementCount - onMap };
    },
  },
};
