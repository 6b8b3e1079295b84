import { openFont, type Weight } from './fonts.ts'

export interface TextStyle {
  /** In px. */
  readonly size: number
  readonly weight: Weight
}

/**
 * Width in px of a text on one line. Latin is measured without kerning, which only ever makes it narrower; Arabic is
 * shaped, because its letters join. Signs that no shipped font has are taken to be as wide as they commonly are.
 */
export function measureText(text: string, { size, weight }: TextStyle): number {
  if (!JOINED.test(text)) return plainWidth(text, weight) * size
  let width = 0
  for (const [run] of text.matchAll(RUNS))
    width += JOINED.test(run) ? shapedWidth(run, weight) : plainWidth(run, weight)
  return width * size
}

/** Arabic and what stands inside it, or anything else. */
const RUNS = /[\p{scx=Arabic}\u200C\u200D]+|[^\p{scx=Arabic}\u200C\u200D]+/gu
const JOINED = /\p{scx=Arabic}/u
const ZERO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u
const FULL_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF00-\uFFEF]/u
const LONGEST_SHAPED = 120
/** Entries of each weight: half a megabyte at most, since a run has at most LONGEST_SHAPED characters. They come from the record alone. */
const MAX_SHAPED = 1500

const advances: Readonly<Record<Weight, Map<number, number>>> = { regular: new Map(), bold: new Map() }
const shaped: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() }

function plainWidth(run: string, weight: Weight): number {
  let width = 0
  for (const sign of run) width += advanceOf(sign.codePointAt(0) ?? 0, weight)
  return width
}

/** In sizes of the letters. */
function advanceOf(codePoint: number, weight: Weight): number {
  const known = advances[weight].get(codePoint)
  if (known !== undefined) return known
  const sign = String.fromCodePoint(codePoint)
  const font = (['latin', 'arabic'] as const)
    .map((family) => openFont(family, weight))
    .find((one) => one.hasGlyphForCodePoint(codePoint))
  const advance = ZERO_WIDTH.test(sign)
    ? 0
    : font
      ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      : FULL_WIDTH.test(sign)
        ? 1
        : 0.75
  advances[weight].set(codePoint, advance)
  return advance
}

function shapedWidth(run: string, weight: Weight): number {
  const known = shaped[weight].get(run)
  if (known !== undefined) return known
  const width = shape(run, weight) ?? plainWidth(run, weight)
  if (run.length > LONGEST_SHAPED) return width
  if (shaped[weight].size >= MAX_SHAPED) shaped[weight].clear()
  shaped[weight].set(run, width)
  return width
}

/** Null where the shaper fails, as it does at some heaps of marks, and for runs longer than any line: it is slow. */
function shape(run: string, weight: Weight): number | null {
  if (run.length > LONGEST_SHAPED) return null
  const font = openFont('arabic', weight)
  try {
    return font.layout(run).advanceWidth / font.unitsPerEm
  } catch {
    return null
  }
}
