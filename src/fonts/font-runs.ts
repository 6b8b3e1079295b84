import { BASE_FAMILIES, familyNames, openFont } from './fonts.ts'

/** A part of a text that one font draws. */
export interface FontRun {
  readonly text: string
  /** Name of the family; `BASE` where the base families draw it, null where no installed font does. */
  readonly family: string | null
}

export const BASE = 'BASE'

/** Fast path: characters of the languages that Sanad speaks. */
const USUAL = /^[\0-\u017F\u2010-\u2026]*$/
/** Characters that need no glyph. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\s]/u

/** A letter with its marks, an emoji with its parts, a flag. A segmenter takes quadratic time on long texts. */
const LETTERS =
  /\p{RI}\p{RI}|[\s\S](?:[\p{M}\p{Variation_Selector}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gu

/** Cuts a text into runs by font. A letter with its marks, and an emoji with all its parts, stay in one run. */
export function fontRuns(text: string): readonly FontRun[] {
  if (USUAL.test(text) || [...text].every((sign) => familyOf(sign) === BASE)) return [{ text, family: BASE }]
  const runs: { text: string; family: string | null }[] = []
  for (const [letter] of text.matchAll(LETTERS)) {
    const family = familyOf(letter)
    const last = runs.at(-1)
    if (last?.family === family) last.text += letter
    else runs.push({ text: letter, family })
  }
  return runs
}

const known = new Map<string, string | null>()
const MAX_KNOWN = 20_000
/** Longest letter that is cached, in UTF-16 units: an emoji of a family of four has 25. */
const MAX_LETTER = 32

/** The first family that has all characters of a letter; null without one. */
function familyOf(letter: string): string | null {
  const found = known.get(letter)
  if (found !== undefined) return found
  const codePoints = [...letter].filter((sign) => !INVISIBLE.test(sign)).map((sign) => sign.codePointAt(0) ?? 0)
  const hasAll = (name: string): boolean => {
    const font = openFont(name, 'regular')
    return codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint))
  }
  const name = familyNames().find(hasAll) ?? null
  const family = name !== null && BASE_FAMILIES.includes(name) ? BASE : name
  if (known.size < MAX_KNOWN && letter.length <= MAX_LETTER) known.set(letter, family)
  return family
}

/** Name of the family that draws a character by itself; null without one. */
export const familyOfCharacter = (sign: string): string | null => {
  const family = familyOf(sign)
  if (family !== BASE) return family
  const codePoint = sign.codePointAt(0) ?? 0
  return BASE_FAMILIES.find((name) => openFont(name, 'regular').hasGlyphForCodePoint(codePoint)) ?? null
}

/** Returns the characters of a text that no installed font draws, each once, in order. */
export const undrawable = (text: string): readonly string[] => [
  ...new Set(
    fontRuns(text)
      .filter(({ family }) => family === null)
      .flatMap((run) => run.text.match(LETTERS) ?? []),
  ),
]
