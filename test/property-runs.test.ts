import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fc, propertyRuns } from './property-runs.ts'

describe('number of runs of a property', () => {
  it('is the full one in CI, and a fourth elsewhere, at least five', () => {
    expect([1, 6, 100, 3000].map((runs) => propertyRuns(runs, { CI: '1' }))).toEqual([1, 6, 100, 3000])
    expect([1, 6, 100, 3000].map((runs) => propertyRuns(runs, {}))).toEqual([1, 5, 25, 750])
  })

  it('is 100 in CI by default', () => {
    expect(fc.readConfigureGlobal().numRuns).toBe(propertyRuns(100))
  })

  it('is set in test/property-runs.ts for every test', () => {
    const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^property-runs(?:\.test)?\.ts$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))
    expect(tests.filter(({ text }) => text.includes('fc.assert(')).length).toBeGreaterThan(25)
    expect(tests.filter(({ text }) => decidesItself(text)).map(({ path }) => path)).toEqual([])
  })

  it.each(["import fc from 'fast-check'", 'fc.assert(property, { numRuns: 60 })', 'fc.configureGlobal({})'])(
    'is reported where a test sets it: %s',
    (text) => {
      expect(decidesItself(text)).toBe(true)
    },
  )
})

const decidesItself = (text: string): boolean =>
  /from 'fast-check'|\bnumRuns: (?!propertyRuns\(|RUNS\b)|\bconfigureGlobal\(/.test(text)
