import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'bold'

/** A family of fonts in the package @expo-google-fonts/<folder>. */
interface FontFamily {
  readonly name: string
  readonly folder: string
  /** Whether it is shipped with Sanad. The others are large or rarely needed, and are used if they are installed. */
  readonly isShipped: boolean
  /** Folder of the bold font; null if the family has none. */
  readonly bold: string | null
}

const BOLD = '700Bold'

const family = (
  name: string,
  { isShipped = true, bold = BOLD }: { isShipped?: boolean; bold?: string | null } = {},
): FontFamily => ({
  name,
  folder: name.toLowerCase().replaceAll(' ', '-'),
  isShipped,
  bold,
})

/** Family of titles and of quoted words. It has Latin letters alone: the base families draw the others. */
export const SERIF_FAMILY = 'Gelasio'

/** Families that a renderer tries by itself for each text, in order. */
export const BASE_FAMILIES: readonly string[] = ['Arimo', 'Noto Sans Arabic']

/** The first family that has all characters of a letter draws it. */
const FONT_FAMILIES: readonly FontFamily[] = [
  family('Arimo'),
  family('Noto Sans Arabic'),
  family('Noto Sans Thai'),
  family('Noto Sans Devanagari'),
  family('Noto Sans Bengali'),
  family('Noto Sans Tamil'),
  family('Noto Sans Lao'),
  family('Noto Sans Khmer'),
  family('Noto Sans Myanmar'),
  family('Noto Emoji'),
  family('Noto Sans Symbols 2', { bold: null }),
  ...[
    'Noto Sans SC',
    'Noto Sans JP',
    'Noto Sans TC',
    'Noto Sans KR',
    'Noto Sans Telugu',
    'Noto Sans Kannada',
    'Noto Sans Malayalam',
    'Noto Sans Gujarati',
    'Noto Sans Gurmukhi',
    'Noto Sans Sinhala',
    'Noto Sans Armenian',
    'Noto Sans Georgian',
    'Noto Sans Ethiopic',
  ].map((name) => family(name, { isShipped: false })),
  family(SERIF_FAMILY, { bold: '600SemiBold' }),
]

const { resolve } = createRequire(import.meta.url)

/** Path of a font; null if its package is not installed. */
function findFont({ name, folder, bold }: FontFamily, weight: Weight): string | null {
  const cut = (weight === 'bold' ? bold : null) ?? '400Regular'
  try {
    return resolve(`@expo-google-fonts/${folder}/${cut}/${name.replaceAll(' ', '')}_${cut}.ttf`)
  } catch {
    return null
  }
}

let installed: readonly FontFamily[] | null = null

/** Families whose fonts are installed. @throws Error if a shipped font is missing */
function installedFamilies(): readonly FontFamily[] {
  installed ??= FONT_FAMILIES.filter((one) => {
    const isThere = findFont(one, 'regular') !== null
    if (!isThere && one.isShipped) throw new Error(`${one.name} is missing: run npm ci.`)
    return isThere
  })
  return installed
}

/** Names of the installed families, in the order in which they are tried. */
export const familyNames = (): readonly string[] => installedFamilies().map(({ name }) => name)

/** Absolute paths of the fonts of these families, of the base families and of the serif one. */
export function fontFiles(names: readonly string[] = []): readonly string[] {
  const wanted = installedFamilies().filter(({ name }) => [...BASE_FAMILIES, SERIF_FAMILY, ...names].includes(name))
  const paths = wanted.flatMap((one) => [findFont(one, 'regular'), findFont(one, 'bold')])
  return [...new Set(paths.flatMap((path) => path ?? []))]
}

const opened = new Map<string, Font>()

/** Returns a font, which is read at its first use. @throws Error if it is not installed, or a collection of fonts */
export function openFont(name: string, weight: Weight): Font {
  const found = installedFamilies().find((one) => one.name === name)
  const path = found && findFont(found, weight)
  if (!path) throw new Error(`${name} is not installed.`)
  const known = opened.get(path)
  if (known) return known
  const font = create(readFileSync(path))
  if (!('glyphForCodePoint' in font)) throw new Error(`${path} holds several fonts: give the path of one.`)
  opened.set(path, font)
  return font
}
