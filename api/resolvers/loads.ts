// Loads that are asked for and followed in GraphQL.

import { Failure } from '../../schema/failures.ts';
import { present, type RequestContext } from '../context.ts';
import type { LoadDocumentInput, Resolvers } from '../generated/resolvers.ts';
import { PAGE_CAP } from '../limits.ts';
import { pageSize } from '../paging.ts';
import type { LoadRuns } from '../loads.ts';
import { writer } from '../token.ts';

function loadsOf({ loads }: RequestContext): LoadRuns {
  if (loads === null) throw new Failure('SETUP_REQUIRED', 'This server runs no loader: load on its own machine with npm run load.');
  return loads;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

function bytesIn({ content, base64 }: LoadDocumentInput): Uint8Array {
  if ((typeof content === 'string') === (typeof base64 === 'string')) throw new Failure('BAD_USER_INPUT', 'loadDocument takes content or base64: one of them, and not both.');
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  if (!BASE64.test(base64 ?? '')) throw new Failure('BAD_USER_INPUT', 'base64 holds characters that are none of base64.');
  return Buffer.from(base64 ?? '', 'base64');
}

export const loadResolvers: Resolvers = {
  Query: {
    loadRun: (_, { id }, { loads }) => loads?.find(id) ?? null,
    loadRuns: (_, { first }, context) => {
      writer(context);
      return loadsOf(context).latest(pageSize(first, PAGE_CAP));
    },
  },
  Mutation: {
    loadDocument: async (_, { input }, context) => {
      const { name: by } = writer(context);
      const { name, mapping, replace } = input;
      return { run: await loadsOf(context).submit({ name, bytes: bytesIn(input), mapping: mapping ?? null, replace: replace ?? false }, by) };
    },
  },
  LoadReport: {
    documents: ({ documents }) => [...documents],
    failures: ({ failures }) => [...failures],
    notes: ({ notes }) => [...notes],
    newEntities: ({ newEntities }, _, context) => present(context.entity, newEntities),
  },
  LoadedDocument: {
    notes: ({ notes }) => [...notes],
    document: async ({ uri }, _, context) => {
      const id = await context.documentAt.load(uri);
      return id === null ? null : context.document.load(id);
    },
  },
};
