import { defineConfig } from 'vitest/config'

// One copy of graphql: its classes are compared by identity, and Vite would load the ESM and the CommonJS form.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }]
/** Files that drive a real Chromium. */
const BROWSER = ['test/**/*.browser.test.ts', 'test/browser/**/*.test.ts', 'test/widgets/element/**/*.test.ts']
const shared = { testTimeout: 30_000, hookTimeout: 30_000, pool: 'forks' as const }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'embedded',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.neo4j.test.ts', ...BROWSER],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'browser',
          include: BROWSER,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        // One database serves them all, one after the other; its first plans take their time.
        test: {
          ...shared,
          name: 'neo4j',
          // The API's tests run on it too, each file in an emptied database.
          include: ['test/**/*.neo4j.test.ts', ...(process.env.NEO4J_URI ? ['test/graphql/**/*.test.ts'] : [])],
          env: { SANAD_TEST_ENGINE: 'neo4j' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
