import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'bold'

const require = createRequire(import.meta.url)
/** The fonts that are shipped, for measuring and for pictures; Latin first, Arabic for what it lacks. */
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
  arabic: require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
} as const

const fonts = new Map<string, Font>()
function fontOf(name: keyof typeof FONT_FILES): Font {
  const known = fonts.get(name)
  if (known) return known
  const opened = create(readFileSync(FONT_FILES[name]))
  if (!('layout' in opened)) throw new Error(`${FONT_FILES[name]} holds no single font.`)
  fonts.set(name, opened)
  return opened
}

const ARABIC = /\p{Script=Arabic}/u
const widths = new Map<string, number>()
const MOST_KEPT = 20_000

/** Width in px of a text drawn at a size, with the fonts that draw it. Words are kept: the same ones come again. */
export function measureText(text: string, size: number, weight: Weight = 'regular'): number {
  return (unitWidth(text, weight) * size) / 1000
}

function unitWidth(text: string, weight: Weight): number {
  const key = `${weight} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const font = fontOf(ARABIC.test(text) ? 'arabic' : weight)
  const width = (font.layout(text).advanceWidth * 1000) / font.unitsPerEm
  if (widths.size >= MOST_KEPT) widths.clear()
  widths.set(key, width)
  return width
}
