import { defineConfig } from 'vitest/config';

// Three kinds of tests: pure (no database, milliseconds), graph (a real Neo4j of the tests' own), journeys (document in, sentence on screen).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['tests/{schema,analysis,loaders,ui,repository}/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      { test: { name: 'graph', include: ['tests/{graph,api}/**/*.test.ts'], globalSetup: 'tests/ownDatabase.ts', fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 } },
      { test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], fileParallelism: false, testTimeout: 240_000, hookTimeout: 600_000 } },
    ],
  },
});
