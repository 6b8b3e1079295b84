/**
 * Test files that take longest, and folders of them, slowest first: they start processes, wait for deadlines, draw many
 * pages, or send hostile input by the thousand. A test run starts them in this order, and `npm run test:quick` leaves them
 * out. Paths are relative to the root; the path of a folder ends in a slash.
 */
export const SLOW_TESTS: readonly string[] = [
  'test/site/axe.browser.test.ts',
  'test/site/site.browser.test.ts',
  'test/e2e/playground.browser.test.ts',
  'test/e2e/kill-during-seeding.test.ts',
  'test/site/headlines.test.ts',
  'test/ingest/hostile-seeds.test.ts',
  'test/attack/',
  'test/e2e/',
  'test/mcp/stdio.test.ts',
  'test/mcp/conformance.test.ts',
  'test/mcp/hostile-calls.test.ts',
  'test/graphql/headlines.test.ts',
  'test/documentation/typed-client.test.ts',
  'test/contracts/cached-reads.test.ts',
  'test/contracts/dump.test.ts',
  'test/server/graphql/subscriptions.test.ts',
  'test/server/hostile.test.ts',
  'test/server/bad-sockets.test.ts',
  'test/store/breaker.test.ts',
  'test/store/database-process.test.ts',
  'test/cache/budget.test.ts',
]
