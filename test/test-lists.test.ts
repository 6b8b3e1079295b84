import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ISOLATED_TESTS } from './isolated-tests.ts'
import { SLOW_TESTS } from './slow-tests.ts'

const ROOT = join(import.meta.dirname, '..')

it('list of slow tests names existing files and folders', () => {
  expect(SLOW_TESTS.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('list of isolated tests names exactly the files that replace a module', () => {
  const replacing = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path}`)
    .filter(
      (path) => path.endsWith('.test.ts') && /^\s*vi\.(?:mock|doMock)\(/m.test(readFileSync(join(ROOT, path), 'utf8')),
    )
  expect(replacing.sort()).toEqual([...ISOLATED_TESTS].sort())
})
