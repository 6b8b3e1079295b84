import { join } from 'node:path'

/** Arguments for Node that run `sanad` as `npm run build` makes it; a test run builds it first (test/build-command.ts). */
export const BUILT_COMMAND: readonly string[] = [join(import.meta.dirname, '../dist/cli/main.js')]
