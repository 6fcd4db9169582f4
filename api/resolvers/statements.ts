import { statementCount, undatedCount } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import { documentOf } from './documents.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

export const statementResolvers: Resolvers = {
  StatementConnection: {
    edges: async ({ page }) => (await page()).edges,
    nodes: async ({ page }) => (await page()).nodes,
    pageInfo: async ({ page }) => (await page()).pageInfo,
    totalCount: ({ filter, known }, _, { count }) => known?.totalCount ?? count.load(statementCount(filter)),
    undatedCount: ({ filter, known }, _, { count }) => known?.undatedCount ?? count.load(undatedCount(filter)),
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
  Query: {
    statements: (_, { filter, ...page }, context) => statementConnection(readFilter(filter), page, context),
  },
};
