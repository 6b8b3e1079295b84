import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

const ROOT = join(import.meta.dirname, '..')
/** The compiler found type errors and wrote its output all the same. */
const HAS_TYPE_ERRORS = 2

/**
 * Compiles `src` into `dist` before the tests, and again before a rerun in watch mode. Tests that start `sanad` as a
 * process start the built code, because the loader for TypeScript costs 0.4 s of CPU at each start. Type errors do not
 * stop a test run: `npm run check:static` reports them.
 * @throws Error with the compiler's output when it writes nothing
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
    const { code, stdout } = error as { readonly code?: unknown; readonly stdout?: unknown }
    if (code !== HAS_TYPE_ERRORS) throw new Error(`node ${args.join(' ')} failed: ${stdout || error}`)
  }
}
