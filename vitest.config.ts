import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of graphql: its classes are compared by identity, and Vite would load the ESM and the CommonJS form.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000, pool: 'forks', maxWorkers: 2 },
})
