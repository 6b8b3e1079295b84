import type { PageFont } from '../page-fonts.ts'

export interface ServedFont extends PageFont {
  /** Path with the hash of the content. */
  readonly url: string
}

const FACES: Readonly<Record<PageFont['family'], string>> = {
  newsreader: 'font-family:Newsreader;font-weight:400 600',
  'newsreader-italic': 'font-family:Newsreader;font-style:italic;font-weight:400 500',
  'public-sans': "font-family:'Public Sans';font-weight:400 650",
}

/**
 * The same files for drawings, at sizes that fit the layout of a drawing, which is measured in the fonts of embeds
 * (docs/decisions/0006-one-drawing-for-one-width.md).
 */
const DRAWING_FACES: Readonly<Record<PageFont['family'], readonly string[]>> = {
  newsreader: ["font-family:'Drawing Serif';font-weight:400 600;size-adjust:98%"],
  'newsreader-italic': [],
  'public-sans': ["font-family:'Drawing Sans';font-weight:400 700;size-adjust:95%"],
}

/**
 * Returns the fonts of pages. A font that is late is used from the next page on (`optional`): with `swap`, lines moved while
 * readers read them, and the layout shift of a page was above zero on a slow machine. Each fallback is a font of the device,
 * stretched to the widths and heights of the font that replaces it, so that no line breaks elsewhere afterwards. Measured in
 * Chromium on a text of 200 letters.
 */
export const fontsCss = (fonts: readonly ServedFont[]): string =>
  [
    ...fonts.flatMap(({ family, url, range }) =>
      [FACES[family], ...DRAWING_FACES[family]].map(
        (face) =>
          // Relative to /assets/site.css.
          `@font-face{${face};font-display:optional;src:url(${url.replace('/assets/', '')}) format('woff2');unicode-range:${range}}`,
      ),
    ),
    "@font-face{font-family:'Newsreader Fallback';src:local('Times New Roman'),local('Liberation Serif');size-adjust:102.5%;ascent-override:72.1%;descent-override:25.5%;line-gap-override:0%}",
    "@font-face{font-family:'Newsreader Fallback';font-style:italic;src:local('Times New Roman Italic'),local('Liberation Serif Italic');size-adjust:96%;ascent-override:77%;descent-override:27.2%;line-gap-override:0%}",
    "@font-face{font-family:'Public Sans Fallback';src:local('Arial'),local('Liberation Sans');size-adjust:103.6%;ascent-override:92.4%;descent-override:20.9%;line-gap-override:0%}",
  ].join('\n')
