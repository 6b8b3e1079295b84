import { baseOf } from '../../text/languages.ts'
import { el, join, type Markup } from './markup.ts'

/** Hedges that a quote may have, by language. */
const HEDGES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:maybe|perhaps|possibly|probably|likely|might|another option|a third option|theori[sz]es?|speculates?)\b/giu,
  id: /\b(?:mungkin|kemungkinan|barangkali|spekulasi)\b/giu,
}

/** Returns the first hedge of a quote, null without one. */
export function hedgeIn(quote: string, language: string): string | null {
  const pattern = HEDGES[baseOf(language)]
  return pattern === undefined ? null : (quote.match(pattern)?.[0] ?? null)
}

/** Returns a quote with its hedges marked: "so maybe your data …". */
export function hedged(quote: string, language: string): Markup {
  const pattern = HEDGES[baseOf(language)]
  if (pattern === undefined) return join(quote)
  const found = [...quote.matchAll(pattern)]
  const ends = [0, ...found.map((one) => one.index + one[0].length)]
  return join(
    found.map((one, i) => [quote.slice(ends[i], one.index), el('mark', { class: 'sanad-hedge' }, one[0])]),
    quote.slice(ends.at(-1)),
  )
}
