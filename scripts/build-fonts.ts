import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { PAGE_FONTS, type PageFont } from '../src/pages/page-fonts.ts'

const ROOT = join(import.meta.dirname, '..')
const PACKAGES = join(ROOT, 'node_modules/@fontsource-variable')

const SERIF = { wght: { min: 400, max: 600 }, opsz: { min: 14, max: 48 } }
const SANS = { wght: { min: 400, max: 650 } }

/** Name of a page font → file in its package without the script, and its axes. */
const ORIGINALS = {
  newsreader: { folder: 'newsreader', file: 'standard-normal', axes: SERIF },
  'newsreader-italic': {
    folder: 'newsreader',
    file: 'standard-italic',
    axes: { ...SERIF, wght: { min: 400, max: 500 } },
  },
  'public-sans': { folder: 'public-sans', file: 'wght-normal', axes: SANS },
} as const

/** Maximum bytes of each file. The two that pages preload take 101 KB together. */
export const FONT_BUDGETS: Readonly<Record<PageFont['family'], { readonly latin: number; readonly extended: number }>> =
  {
    newsreader: { latin: 79_000, extended: 32_000 },
    'newsreader-italic': { latin: 83_000, extended: 35_000 },
    'public-sans': { latin: 22_000, extended: 11_000 },
  }

/** Kerning, ligatures, marks, language forms, and figures of one width. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum', 'lnum']
/** Names of a font: copyright, licence, its URL. */
const LICENCE_NAMES = [0, 13, 14]

/** Returns the woff2 file of each page font, with the characters of its range only. */
export async function buildFonts(): Promise<Record<string, Buffer>> {
  const built: Record<string, Buffer> = {}
  for (const { name, family, script, characters } of PAGE_FONTS) {
    const { folder, file, axes } = ORIGINALS[family]
    const original = join(PACKAGES, folder, `files/${folder}-${script}-${file}.woff2`)
    built[name] = await subsetFont(readFileSync(original), characters(), {
      targetFormat: 'woff2',
      variationAxes: axes,
      keepFeatures: FEATURES,
      preserveNameIds: LICENCE_NAMES,
      noHinting: true,
    })
  }
  return built
}

async function writeFonts(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(await buildFonts())) {
    writeFileSync(join(folder, name), bytes)
    console.log(`${name}: ${bytes.length} bytes`)
  }
  for (const name of ['newsreader', 'public-sans'])
    copyFileSync(join(PACKAGES, name, 'LICENSE'), join(folder, `${name}-OFL.txt`))
}

// Run as a program: writes into dist/assets, or into the given folder.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFonts(process.argv[2] ?? join(ROOT, 'dist/assets'))
}
