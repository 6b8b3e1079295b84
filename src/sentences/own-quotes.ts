import type { Assertion, Quote } from '../domain/assertion.ts'
import type { Messages } from '../messages/en.ts'
import { isolateText } from '../text/isolate-text.ts'
import { baseOf, formatDate } from '../text/languages.ts'
import type { Utterance } from './utterance.ts'

/** Maximum length of a quotation in a sentence, in code points. */
export const MAX_QUOTATION = 280

/** Returns the words of a quote in the language of the messages: as written, or else translated, or else as written. */
export function textOf(
  { exact, language, translations }: Quote,
  { tag }: Messages,
): { readonly value: string; readonly isTranslated: boolean } {
  const translation = baseOf(language) === tag ? undefined : translations.find((one) => baseOf(one.language) === tag)
  return { value: translation?.value ?? exact, isTranslated: translation !== undefined }
}

/**
 * Returns the words with which a party states in its own document that something is not so: " (“We don’t sell your personal
 * information.”)". They may say less than the proposition, so every negated sentence shows them. Words that the
 * document no longer has come last, with their last day. Empty for all other utterances.
 */
export function ownQuotes(
  { act, negated, chain }: Pick<Utterance, 'act' | 'negated' | 'chain'>,
  assertions: readonly Assertion[],
  messages: Messages,
): string {
  if (act !== 'STATES' || !negated || chain.through !== null) return ''
  const quoted = assertions.flatMap(({ evidentiality, quote, heldUntil }) => {
    if (evidentiality !== 'PRIMARY_DOCUMENT' || quote === null) return []
    const { value, isTranslated } = textOf(quote, messages)
    if ([...value].length > MAX_QUOTATION) return []
    const until = heldUntil === null ? null : formatDate(heldUntil, messages.tag)
    return [{ quote: messages.quoted(isolateText(value)), isTranslated, until }]
  })
  return quoted.length === 0 ? '' : messages.ownQuotes(quoted)
}
