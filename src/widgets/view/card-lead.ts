import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import type { Names } from '../../sentences/names.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { capitalised, formatDate, formatShort } from '../../text/languages.ts'
import { translationOf } from './card-translation.ts'
import type { Links } from './links.ts'
import type { CardLead } from './view.ts'

/**
 * Returns the words of the first deciding assertion whose quoted words still hold, or else of the first that is quoted, or
 * of the first. Null without assertions.
 *
 * @param live in the order of the card
 */
export function leadOf(
  live: readonly Assertion[],
  { status }: ClaimDetails,
  names: Names,
  messages: Messages,
  links: Links,
): CardLead | null {
  const deciding = live.filter(({ id }) => status.because.includes(id))
  const among = deciding.length > 0 ? deciding : live
  const quoted = among.filter(({ quote }) => quote !== null)
  const assertion = quoted.find(({ heldUntil }) => heldUntil === null) ?? quoted[0] ?? among[0]
  if (!assertion) return null
  const { quote, sourceId } = assertion
  const source = names.source(sourceId)
  const translation = quote === null ? null : translationOf(quote, messages.tag)
  const name = source ? titleInSentence(source, messages) : sourceId
  const words = translation ?? (quote === null ? null : { value: quote.exact, language: quote.language })
  return {
    id: assertion.id,
    quote: words && { ...words, value: shortened(words.value) },
    isTranslated: translation !== null,
    source: capitalised(name, messages.tag),
    href: links.page({ kind: 'source', slug: sourceId }),
    when: whenOf(assertion, messages),
    whenInShort: inShort(assertion, name, messages),
  }
}

/** Returns the day in few words. */
function inShort({ assertedAt, heldFrom, heldUntil }: Assertion, source: string, { ui, tag }: Messages): string {
  const short = (date: string): string =>
    date.length < 10 ? formatDate(date, tag) : formatShort(date, tag, 'shortDay')
  if (heldFrom !== null && heldUntil !== null) return ui.picture.between(short(heldFrom), short(heldUntil))
  if (heldFrom !== null) return ui.picture.sinceInShort(short(heldFrom))
  if (assertedAt === null) return ui.picture.noDate
  return source.includes(formatDate(assertedAt, tag)) ? '' : short(assertedAt)
}

function whenOf({ assertedAt, heldFrom, heldUntil }: Assertion, { ui, tag }: Messages): string {
  if (heldFrom !== null && heldUntil !== null)
    return ui.picture.between(formatDate(heldFrom, tag), formatDate(heldUntil, tag))
  if (heldFrom !== null) return ui.picture.since(formatDate(heldFrom, tag))
  return assertedAt === null ? ui.picture.noDate : formatDate(assertedAt, tag)
}

/** Longest words on a card, in UTF-16 units. The list of utterances has the complete quote. */
const MAX_LEAD = 180

/** Cuts a long text after a word, with an ellipsis. */
function shortened(text: string): string {
  if (text.length <= MAX_LEAD) return text
  const cut = text.slice(0, MAX_LEAD).toWellFormed()
  const border = cut.lastIndexOf(' ')
  return `${(border > MAX_LEAD / 2 ? cut.slice(0, border) : cut.slice(0, -1)).replace(/[\s,;:.]+$/, '')} …`
}
