import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { placeOf } from './slow-first.ts'
import { SLOW_TESTS } from './slow-tests.ts'

const ROOT = join(import.meta.dirname, '..')

it('list of slow tests names existing files and folders', () => {
  expect(SLOW_TESTS.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('tests replace no module', () => {
  const replacing = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path}`)
    .filter(
      (path) => path.endsWith('.test.ts') && /^\s*vi\.(?:mock|doMock)\(/m.test(readFileSync(join(ROOT, path), 'utf8')),
    )
  expect(replacing).toEqual([])
})

it('order of a run keeps the files of a project together, the slowest first', () => {
  const files: readonly (readonly [string, string])[] = [
    ['embedded', 'test/text/fold.test.ts'],
    ['browser', 'test/browser/harness.test.ts'],
    ['embedded', 'test/e2e/cli.test.ts'],
    ['browser', 'test/site/axe.browser.test.ts'],
    ['embedded', 'test/e2e/kill-during-seeding.test.ts'],
  ]
  const sorted = files.toSorted((a, b) => placeOf(...a) - placeOf(...b))
  expect(sorted.map(([, path]) => path)).toEqual([
    'test/site/axe.browser.test.ts',
    'test/browser/harness.test.ts',
    'test/e2e/kill-during-seeding.test.ts',
    'test/e2e/cli.test.ts',
    'test/text/fold.test.ts',
  ])
})
