import { openFont, type Weight } from './fonts.ts'

/** Shapes of the glyphs of a text, in units of the font, upwards from the base line. */
export interface Outlines {
  readonly unitsPerEm: number
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[]
}

/** Shapes a text in one font. Null if the shaper fails, as for some stacks of marks. */
export function outlinesOf(text: string, family: string, weight: Weight): Outlines | null {
  const font = openFont(family, weight)
  try {
    const { glyphs, positions } = font.layout(text)
    let at = 0
    const drawn = glyphs.map((glyph, i) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      const x = at + xOffset
      at += xAdvance
      return { path: glyph.path.toSVG(), x, y: yOffset }
    })
    return { unitsPerEm: font.unitsPerEm, glyphs: drawn.filter(({ path }) => path !== '') }
  } catch {
    return null
  }
}
