import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node takes the CommonJS build of graphql for everybody; Vite would take the other one for us and leave Apollo with the first,
// and graphql refuses to work with two copies of itself.
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] };

/** One file after the other, because they share a database; two projects of this kind have one each and run side by side. */
const withDatabase = { globalSetup: 'tests/ownDatabase.ts', fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 } as const;

// Three kinds of tests: pure (no database, milliseconds), graph (a real Neo4j of the tests' own), journeys (document in, sentence on screen).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['tests/{schema,analysis,loaders,ui,repository}/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      { resolve: oneGraphql, test: { name: 'graph', include: ['tests/graph/**/*.test.ts'], ...withDatabase } },
      { resolve: oneGraphql, test: { name: 'api', include: ['tests/api/**/*.test.ts'], ...withDatabase } },
      { resolve: oneGraphql, test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], fileParallelism: false, testTimeout: 240_000, hookTimeout: 600_000 } },
    ],
  },
});
