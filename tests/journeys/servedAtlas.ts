// A whole atlas for a journey: a Neo4j of its own in a temporary folder, documents in it, the page as built, one server for all.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { build } from 'vite';
import { startServer } from '../../api/server.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import { openDatabase } from '../../graph/local/localServer.ts';
import { openStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/writeExtraction.ts';
import type { Extraction } from '../../schema/extraction.ts';
import { readSettings } from '../../schema/settings.ts';

export interface ServedAtlas {
  readonly address: string;
  /** Takes the database away while the server stays. */
  stopDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** @param graphiql whether the query page is built too, which takes longer than the explorer. */
export async function serveAtlas(documents: readonly Extraction[], { graphiql = false }: { readonly graphiql?: boolean } = {}): Promise<ServedAtlas> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-journey-'));
  const page = join(folder, 'page');
  await build({ configFile: join(import.meta.dirname, '../../ui/vite.config.ts'), logLevel: 'error', build: { outDir: page } });
  if (graphiql) await build({ configFile: join(import.meta.dirname, '../../ui/graphiql/vite.config.ts'), logLevel: 'error', build: { outDir: join(page, 'graphiql') } });
  const database = await openDatabase(readSettings({ NEO4J_DATA: join(folder, 'neo4j') }), { say: () => {} });
  const store = await openStore(database, { retryFor: 3_000 });
  await applyConstraints(store);
  for (const document of documents) await writeExtraction(store, document, { readBy: 'rules', loadedAt: '2026-01-01T00:00:00Z', replaces: [] });
  await store.read({ name: 'await indexes', cypher: 'CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()', decode: () => null }, {}, { timeLimit: 60_000 });
  const server = await startServer({ settings: { HOST: '127.0.0.1', PORT: 0 }, store, page, log: pino({ level: 'silent' }) });
  return {
    address: server.address,
    stopDatabase: () => database.close(),
    close: async () => {
      await server.close();
      await store.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
