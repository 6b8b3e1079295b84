import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Test files that read data from beside the repository. */
const readers = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('test', path))
  .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('inShared'))

it('test files that read data from beside the repository load in a clone, which has none', async () => {
  expect(readers.length).toBeGreaterThan(3)
  const list = ['node_modules/vitest/vitest.mjs', 'list', '--project', 'embedded', ...readers]
  const env = { ...process.env, SHARED_DATA: join(ROOT, 'nowhere') }
  const { stdout } = await promisify(execFile)(process.execPath, list, { cwd: ROOT, env })
  // A file that cannot be loaded ends the command with an error.
  expect(stdout).toContain('test/seeds/quotes.test.ts > ')
}, 120_000)
