import { URL_ATTRIBUTES } from './markup.ts'

const PATHS = new RegExp(` (${[...URL_ATTRIBUTES].join('|')})="/(?!/)`, 'g')

/**
 * Puts the base path before every path in links of our markup, for a site below the root of its host. Texts and data blocks
 * never match, since quotation marks in them are escaped.
 * @param basePath such as `/sanad`; empty at the root
 */
export const withBasePath = (markup: string, basePath: string): string =>
  basePath === '' ? markup : markup.replace(PATHS, (_, attribute) => ` ${attribute}="${basePath}/`)
