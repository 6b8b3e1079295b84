import type { Quote } from '../../domain/assertion.ts'
import { baseOf, type TextInLanguage } from '../../text/languages.ts'

/** The newsroom's translation of a quote; null where the reader's language is the quote's own. */
export function translationOf(
  quote: Pick<Quote, 'language' | 'translations'>,
  language: string,
): TextInLanguage | null {
  if (baseOf(quote.language) === language) return null
  return quote.translations.find((t) => baseOf(t.language) === language) ?? quote.translations[0] ?? null
}
