import { createHash } from 'node:crypto';
import { Failure } from '../../schema/failures.ts';
import { corpusCounts } from '../../graph/traversals/corpusCounts.ts';
import { allDocuments, type DocumentRow } from '../../graph/traversals/evidence.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

export async function documentOf(id: string, context: RequestContext): Promise<DocumentRow> {
  const row = await context.document.load(id);
  if (!row) throw new Failure('NOT_FOUND', `${id} is no longer in the graph; ask again.`);
  return row;
}

export const documentResolvers: Resolvers = {
  Passage: { document: ({ document }, _, context) => documentOf(document, context) },
  Mention: { entity: ({ entity }, _, context) => named(entity, context) },
  Document: {
    date: (row) => row,
    text: ({ id }, _, context) => context.text.load(id),
    authors: ({ authors }, _, context) => present(context.entity, authors),
    forum: ({ forum }, _, context) => (forum === null ? null : named(forum, context)),
    passages: async ({ id }, _, context) => [...(await context.passagesOf.load(id))],
    mentions: async ({ id }, _, context) => [...(await context.mentionsOf.load(id))],
    statements: ({ id }, { filter, ...page }, context) => statementConnection({ ...readFilter(filter), documents: [id] }, { orderBy: 'DOCUMENT', ...page }, context),
  },
  Query: {
    corpus: async (_, __, { store }) => {
      const [[counts], documents] = await Promise.all([store.read(corpusCounts, {}), store.read(allDocuments, {})]);
      const ids = [...(counts?.documents ?? []), ...(counts?.decisions ?? [])];
      return {
        documents,
        statementCount: counts?.statements ?? 0,
        actorCount: counts?.actors ?? 0,
        instrumentCount: counts?.instruments ?? 0,
        forumCount: counts?.forums ?? 0,
        commitmentCount: counts?.commitments ?? 0,
        passageCount: counts?.passages ?? 0,
        version: createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 16),
      };
    },
  },
};
