/** Test files that replace a module: each must be the first in its worker to import it. Paths are relative to the root. */
export const ISOLATED_TESTS: readonly string[] = ['test/server/graphql/playground.test.ts']
