import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

const ROOT = join(import.meta.dirname, '..')

/**
 * Compiles `src` into `dist` before the tests, and again before a rerun in watch mode. Tests that start `sanad` as a
 * process start the built code, because the loader for TypeScript costs 0.4 s of CPU at each start. Types are checked by
 * `npm run check:static`.
 * @throws Error with the compiler's output
 */
export async function setup(project: TestProject): Promise<void> {
  await buildCommand()
  project.onTestsRerun(buildCommand)
}

async function buildCommand(): Promise<void> {
  await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
  await run(['scripts/copy-assets.mjs'])
}

async function run(args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, args, { cwd: ROOT })
  } catch (error) {
    const { stdout } = error as { readonly stdout?: unknown }
    throw new Error(`node ${args.join(' ')} failed: ${stdout || error}`)
  }
}
