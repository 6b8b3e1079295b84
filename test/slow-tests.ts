/**
 * Test files that take longest, and folders of them: they start processes, wait for deadlines, or send hostile input by
 * the thousand. A test run starts them first, and `npm run test:quick` leaves them out. Paths are relative to the root;
 * the path of a folder ends in a slash.
 */
export const SLOW_TESTS: readonly string[] = [
  'test/e2e/',
  'test/attack/',
  'test/ingest/hostile-seeds.test.ts',
  'test/site/headlines.test.ts',
  'test/graphql/headlines.test.ts',
  'test/server/hostile.test.ts',
  'test/server/bad-sockets.test.ts',
  'test/store/breaker.test.ts',
  'test/store/database-process.test.ts',
  'test/cache/budget.test.ts',
]
