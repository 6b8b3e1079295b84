import type { Quote } from '../../domain/assertion.ts'
import { baseOf, type TextInLanguage } from '../../text/languages.ts'

/** Returns the newsroom's translation of a quote. Null if the quote is in the reader's language. */
export function translationOf(
  quote: Pick<Quote, 'language' | 'translations'>,
  language: string,
): TextInLanguage | null {
  if (baseOf(quote.language) === language) return null
  return quote.translations.find((t) => baseOf(t.language) === language) ?? quote.translations[0] ?? null
}
