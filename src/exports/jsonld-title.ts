import type { Source } from '../domain/source.ts'
import { printedTitleOf, titleOf } from '../sentences/source-title.ts'
import type { JsonLd } from './jsonld-node.ts'

/** Returns the printed title as `name`, a translated one as `alternateName`, and a description as `description`. */
export function titleJsonLd(source: Source, language: string): JsonLd {
  const { value, kind } = titleOf(source, language)
  if (kind === 'DESCRIPTION') return { description: value }
  const printed = kind === 'TRANSLATED' ? printedTitleOf(source)?.value : value
  return printed === value ? { name: value } : { ...(printed ? { name: printed } : {}), alternateName: value }
}
