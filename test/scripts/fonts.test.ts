import { create } from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildFonts, FONT_BUDGETS } from '../../scripts/build-fonts.ts'
import { PAGE_FONTS } from '../../src/pages/page-fonts.ts'

describe('fonts of pages', () => {
  let built: Record<string, Buffer>
  beforeAll(async () => {
    built = await buildFonts()
  }, 120_000)
  const bytesOf = (name: string): number => built[name]?.length ?? Number.NaN

  it.each(PAGE_FONTS)('keeps the budget of $name', ({ name, family, script }) => {
    const { latin, extended } = FONT_BUDGETS[family]
    expect(bytesOf(name)).toBeLessThanOrEqual(script === 'latin' ? latin : extended)
  })

  it('preloads at most 101 KB', () => {
    const preloaded = PAGE_FONTS.filter(({ isPreloaded }) => isPreloaded)
    expect(preloaded).toHaveLength(2)
    expect(preloaded.reduce((sum, { name }) => sum + bytesOf(name), 0)).toBeLessThanOrEqual(101_000)
  })

  it.each(PAGE_FONTS)('names the authors in $name, and has its letters', ({ name, script }) => {
    const font = create(built[name] ?? Buffer.alloc(0))
    if (!('characterSet' in font)) throw new Error(`${name} is a collection`)
    const has = new Set(font.characterSet)
    const letters = script === 'latin' ? 'Aé ñ ø ß “’–… €' : 'łŁőžčğș'
    expect([...letters].filter((one) => !has.has(one.codePointAt(0) ?? 0))).toEqual([])
    expect(font.copyright).toMatch(/Project Authors/)
  })
})
