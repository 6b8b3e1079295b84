/** A font file of pages. Embeds use the fonts of the device. */
export interface PageFont {
  /** File below /assets/. */
  readonly name: string
  readonly family: 'newsreader' | 'newsreader-italic' | 'public-sans'
  /** Basic Latin and Latin-1 are one file; names of Central Europe need the other one. */
  readonly script: 'latin' | 'latin-ext'
  /** Value of `unicode-range`. */
  readonly range: string
  /** All characters of the range. */
  readonly characters: () => string
  /** True if every page needs the file for its first lines. */
  readonly isPreloaded: boolean
}

type Range = readonly [first: number, last: number]

const LATIN: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2010, 0x2015],
  [0x2018, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]
/** Latin Extended-A, and the letters of Romanian. */
const EXTENDED: readonly Range[] = [
  [0x100, 0x130],
  [0x132, 0x151],
  [0x154, 0x17f],
  [0x218, 0x21b],
]

const hex = (code: number): string => code.toString(16).toUpperCase()
const rangeText = (ranges: readonly Range[]): string =>
  ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join()
const allOf = (ranges: readonly Range[]): string =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join('')

const latin = (family: PageFont['family'], isPreloaded: boolean): PageFont => ({
  name: `${family}.woff2`,
  family,
  script: 'latin',
  range: rangeText(LATIN),
  characters: () => allOf(LATIN),
  isPreloaded,
})
const extended = (family: PageFont['family']): PageFont => ({
  name: `${family}-ext.woff2`,
  family,
  script: 'latin-ext',
  range: rangeText(EXTENDED),
  characters: () => allOf(EXTENDED),
  isPreloaded: false,
})

export const PAGE_FONTS: readonly PageFont[] = [
  latin('newsreader', true),
  latin('public-sans', true),
  latin('newsreader-italic', false),
  extended('newsreader'),
  extended('public-sans'),
  extended('newsreader-italic'),
]
