import { configDefaults, defineConfig } from 'vitest/config'
import { SlowFirst } from './test/slow-first.ts'
import { SLOW_TESTS } from './test/slow-tests.ts'

// One copy of graphql: its classes are compared by identity, and Vite would load the ESM and the CommonJS form.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }]
/** Files that drive a real Chromium. */
const BROWSER = ['test/**/*.browser.test.ts', 'test/browser/**/*.test.ts', 'test/widgets/element/**/*.test.ts']
// A worker keeps its modules from file to file: a third of all CPU would go into importing them anew. A file may
// therefore leave nothing behind in module state, `process.env` or listeners.
const shared = {
  // Ends a test that hangs. A slow machine takes over half a minute for those that send hundreds of queries.
  testTimeout: 120_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  isolate: false,
  // A busy machine takes longer than the usual second for the first paint of a page, or the start of a process.
  expect: { poll: { timeout: 15_000 } },
  setupFiles: 'test/own-fetch.ts',
}
// More than a small machine has cores, because many tests wait for a process or a deadline: with three, a quarter of the CPU was idle.
const maxWorkers = 5
/** Left out by `npm run test:quick`, see scripts/test-quick.ts. */
const LEFT_OUT =
  process.env.TEST_QUICK === '1' ? SLOW_TESTS.map((path) => (path.endsWith('/') ? `${path}**` : path)) : []

export default defineConfig({
  test: {
    globalSetup: 'test/build-command.ts',
    sequence: { sequencer: SlowFirst },
    // Files that tests read and do not import: after a change of them `--changed` runs all tests.
    forceRerunTriggers: [
      ...configDefaults.forceRerunTriggers,
      '**/{seeds,schema}/**',
      '**/test/golden/{queries,widgets}/**',
      '**/docs/reference/sentences.md',
      '**/src/**/*.{graphql,mjs}',
    ],
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'embedded',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.neo4j.test.ts', ...BROWSER, ...LEFT_OUT],
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'browser',
          include: BROWSER,
          globalSetup: 'test/browser/browser-server.ts',
          maxWorkers,
          sequence: { groupOrder: 0 },
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
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
