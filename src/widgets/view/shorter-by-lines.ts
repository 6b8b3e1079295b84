import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, statusWithBy } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import type { CardLead } from './view.ts'

/** Returns by-lines with ever fewer names: at most 2, then 1, and the count of the others. */
export const shorterByLines = (details: ClaimDetails, names: Names, messages: Messages): readonly string[] =>
  [2, 1].map((maxNamed) => headline(details, names, messages, { maxNamed }).by)

/**
 * Returns by-lines for a card with the words and the document of `lead`: with at most 3 names, then without the words of
 * documents, then with fewer names.
 */
export function byLinesBeside(
  { id, quote }: CardLead,
  details: ClaimDetails,
  names: Names,
  messages: Messages,
): readonly string[] {
  const said = details.assertions.find((one) => one.id === id)
  const beside = said && { sourceId: said.sourceId, quote: quote?.value ?? null }
  const forms = [
    { maxNamed: 3 },
    { maxNamed: 3, hasQuotes: false },
    { maxNamed: 2, hasQuotes: false },
    { maxNamed: 1, hasQuotes: false },
  ]
  const all = forms.map((form) => statusWithBy(headline(details, names, messages, { ...form, beside })).by)
  return [...new Set(all)]
}
