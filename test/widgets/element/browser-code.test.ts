import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUDGETS, buildBrowserCode, gzipBytes } from '../../../scripts/build-browser.ts'

const SOURCES = join(import.meta.dirname, '../../../src/widgets/element')

describe('browser code', async () => {
  const code = await buildBrowserCode()

  it.each(Object.entries(BUDGETS))('%s takes at most %i bytes with gzip', (name, max) => {
    expect(gzipBytes(code[name] ?? 'x'.repeat(1e6))).toBeLessThanOrEqual(max)
    expect(gzipBytes(code[name] ?? '')).toBeGreaterThan(200)
  })

  it('has a budget for every file, and is built deterministically', async () => {
    expect(Object.keys(code).sort()).toEqual(Object.keys(BUDGETS).sort())
    expect(await buildBrowserCode()).toEqual(code)
  })

  it.each(Object.keys(BUDGETS))(
    '%s is one classic script without storage, and without requests except by the builder',
    (name) => {
      expect(() => new Function(code[name] ?? 'throw')).not.toThrow()
      expect(code[name]).not.toMatch(/\b(?:localStorage|sessionStorage|indexedDB|cookie|sendBeacon|XMLHttpRequest)\b/)
      expect(code[name]).not.toMatch(/\binnerHTML\b|\beval\b|sourceMappingURL/)
      if (name !== 'embed-builder.js') expect(code[name]).not.toMatch(/\bfetch\b/)
    },
  )

  it('imports its own files only', () => {
    const imports = readdirSync(SOURCES).flatMap((file) =>
      [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    )
    expect(imports.length).toBeGreaterThan(5)
    expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([])
  })
})
