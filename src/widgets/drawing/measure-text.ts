import { BASE, familyOfCharacter, fontRuns } from '../../fonts/font-runs.ts'
import { openFont, SERIF_FAMILY, type Weight } from '../../fonts/fonts.ts'

/** Sign in a PNG for characters that no installed font has. `sanad check` warns of them. */
export const OMITTED = '[…]'

export interface TextStyle {
  /** Font size in px. */
  readonly size: number
  readonly weight: Weight
  readonly isSerif?: boolean
}

interface Cut {
  readonly weight: Weight
  readonly isSerif: boolean
  /** Widths of characters relative to the font size. */
  readonly advances: Map<number, number>
}

const cutOf = (weight: Weight, isSerif: boolean): Cut => ({ weight, isSerif, advances: new Map() })
const CUTS: Readonly<Record<Weight, Readonly<Record<'sans' | 'serif', Cut>>>> = {
  regular: { sans: cutOf('regular', false), serif: cutOf('regular', true) },
  bold: { sans: cutOf('bold', false), serif: cutOf('bold', true) },
}

/**
 * Returns the width of a text on one line, in px. Latin text is measured without kerning, which only makes it narrower.
 * Other scripts are shaped, since their letters join. Characters that no installed font has count with a usual width, and
 * with room for the sign that replaces them in a PNG.
 */
export function measureText(text: string, { size, weight, isSerif = false }: TextStyle): number {
  const cut = CUTS[weight][isSerif ? 'serif' : 'sans']
  let width = 0
  for (const { text: run, family } of fontRuns(text)) {
    if (family === null) width += Math.max(plainWidth(run, cut), plainWidth(OMITTED, cut))
    else if (family === BASE) width += baseWidth(run, cut)
    else width += shapedWidth(run, weight, family)
  }
  return width * size
}

function baseWidth(text: string, cut: Cut): number {
  if (!JOINED.test(text)) return plainWidth(text, cut)
  let width = 0
  for (const [run] of text.matchAll(RUNS))
    width += JOINED.test(run) ? shapedWidth(run, cut.weight, 'Noto Sans Arabic') : plainWidth(run, cut)
  return width
}

/** Runs of Arabic with the characters joined to it, and runs of other text. */
const RUNS = /[\p{scx=Arabic}\u200C\u200D]+|[^\p{scx=Arabic}\u200C\u200D]+/gu
const JOINED = /\p{scx=Arabic}/u
const ZERO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u
const FULL_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF00-\uFFEF]/u
const LONGEST_SHAPED = 120
/** Cached runs of each weight: at most half a megabyte, since a run has at most LONGEST_SHAPED characters. */
const MAX_SHAPED = 1500

const shaped: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() }

function plainWidth(run: string, cut: Cut): number {
  let width = 0
  for (const sign of run) width += advanceOf(sign.codePointAt(0) ?? 0, cut)
  return width
}

/** Returns the width of a character relative to the font size. */
function advanceOf(codePoint: number, { weight, isSerif, advances }: Cut): number {
  const known = advances.get(codePoint)
  if (known !== undefined) return known
  const sign = String.fromCodePoint(codePoint)
  const hasSerif = isSerif && openFont(SERIF_FAMILY, weight).hasGlyphForCodePoint(codePoint)
  const family = hasSerif ? SERIF_FAMILY : familyOfCharacter(sign)
  const font = family === null ? null : openFont(family, weight)
  const advance = ZERO_WIDTH.test(sign)
    ? 0
    : font
      ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      : FULL_WIDTH.test(sign)
        ? 1
        : 0.75
  advances.set(codePoint, advance)
  return advance
}

/** A run is always of one family. */
function shapedWidth(run: string, weight: Weight, family: string): number {
  const known = shaped[weight].get(run)
  if (known !== undefined) return known
  const width = shape(run, weight, family) ?? plainWidth(run, CUTS[weight].sans)
  if (run.length > LONGEST_SHAPED) return width
  if (shaped[weight].size >= MAX_SHAPED) shaped[weight].clear()
  shaped[weight].set(run, width)
  return width
}

/**
 * Returns the width of a run. Null if the shaper fails, as for some stacks of marks, or the run is longer than a line.
 */
function shape(run: string, weight: Weight, family: string): number | null {
  if (run.length > LONGEST_SHAPED) return null
  const font = openFont(family, weight)
  try {
    return font.layout(run).advanceWidth / font.unitsPerEm
  } catch {
    return null
  }
}
