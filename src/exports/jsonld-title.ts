import type { Source } from '../domain/source.ts'
import { printedTitleOf, titleOf } from '../sentences/source-title.ts'
import { type JsonLd, wordsJsonLd } from './jsonld-node.ts'

/** Returns the printed title as `name`, a translated one as `alternateName`, and a description as `description`. */
export function titleJsonLd(source: Source, language: string): JsonLd {
  const title = titleOf(source, language)
  const words = wordsJsonLd(title, language)
  if (title.kind === 'DESCRIPTION') return { description: words }
  const printed = title.kind === 'TRANSLATED' ? printedTitleOf(source) : title
  if (printed?.value === title.value) return { name: words }
  return { ...(printed === null ? {} : { name: wordsJsonLd(printed, language) }), alternateName: words }
}
