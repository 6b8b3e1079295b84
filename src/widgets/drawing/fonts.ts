import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'bold'
export type Family = 'latin' | 'arabic'

const { resolve } = createRequire(import.meta.url)

/** Font files that measure texts and draw pictures, from installed packages. */
const FILES: Readonly<Record<Family, Readonly<Record<Weight, string>>>> = {
  latin: {
    regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
    bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  },
  arabic: {
    regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  },
}

/** Returns the absolute paths of all font files. */
export const fontFiles = (): readonly string[] =>
  Object.values(FILES).flatMap((weights) => Object.values(weights).map((path) => resolve(path)))

const opened = new Map<string, Font>()

/** Returns a font, which is read at its first use. @throws Error if the file is a collection of fonts */
export function openFont(family: Family, weight: Weight): Font {
  const path = FILES[family][weight]
  const known = opened.get(path)
  if (known) return known
  const font = create(readFileSync(resolve(path)))
  if (!('glyphForCodePoint' in font)) throw new Error(`${path} holds several fonts: give the path of one.`)
  opened.set(path, font)
  return font
}
