// An atlas to ask in tests: the API over the tests' own Neo4j, holding the documents a test gives it and nothing else.

import { inject } from 'vitest';
import { requestContext } from '../../api/context.ts';
import { apolloServer } from '../../api/executableSchema.ts';
import type { Viewer } from '../../api/token.ts';
import { openStore, type Store } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/writeExtraction.ts';
import type { Extraction } from '../../schema/extraction.ts';

export interface Reply {
  // The shape of an answer is what each test asks for; it is compared whole.
  readonly data: any; // eslint-disable-line
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

export interface Atlas {
  readonly store: Store;
  /** The names of the queries sent to the database, in order; emptied by the caller. */
  readonly sent: string[];
  /** What was read, as the database got it, in order; emptied by the caller. */
  readonly read: { readonly name: string; readonly cypher: string; readonly parameters: object }[];
  /** @param viewer who is signed in; nobody */
  ask(query: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<Reply>;
  close(): Promise<void>;
}

export async function atlasOf(documents: readonly Extraction[]): Promise<Atlas> {
  const sent: string[] = [];
  const hurried = await openStore(inject('neo4j'), { onQuery: ({ name }) => sent.push(name) });
  // What is asked is tested here, not how fast a machine that runs other things besides answers it.
  const read: { name: string; cypher: string; parameters: object }[] = [];
  const store: Store = {
    ...hurried,
    read: (query, parameters, options) => {
      read.push({ name: query.name, cypher: query.cypher, parameters });
      return hurried.read(query, parameters, { timeLimit: 60_000, ...options });
    },
  };
  await store.write({ name: 'clear', cypher: 'MATCH (n) DETACH DELETE n', decode: () => null }, {});
  for (const document of documents) await writeExtraction(store, document, { readBy: 'rules', loadedAt: '2026-01-01T00:00:00Z', replaces: [] });
  await store.read({ name: 'await indexes', cypher: 'CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()', decode: () => null }, {});
  // A bug shows in the test's output as what it is.
  const apollo = await apolloServer({ error: ({ err }: { err?: unknown }) => console.error(err) }, []);
  await apollo.start();
  return {
    store,
    sent,
    read,
    ask: async (query, variables = {}, viewer = null) => {
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: requestContext(store, viewer) });
      if (body.kind !== 'single') throw new Error('an incremental answer');
      return { data: structuredClone(body.singleResult.data), errors: body.singleResult.errors ?? [] };
    },
    close: async () => {
      await apollo.stop();
      await store.close();
    },
  };
}
