import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { entryWords } from '../../sentences/sentence.ts'
import { capitalised } from '../../text/languages.ts'
import { claimCard } from './claim-card.ts'
import type { Links } from './links.ts'
import { shorterByLines } from './shorter-by-lines.ts'
import type { ClaimCard } from './view.ts'

/** A claim on a card for social networks. A line that is too long loses complete names, never half a name. */
export interface SocialClaim extends ClaimCard {
  /** By-lines with ever fewer names: at most 2, 1, and the count of the others. */
  readonly shorter: readonly string[]
  /** Clause of the assertion whose words the card quotes: "X says that it does not sell its users' data". Null if none is quoted. */
  readonly said: string | null
}

/** Returns the card of a claim, with the by-lines and the clause for social networks. */
export function socialClaim(details: ClaimDetails, names: Names, messages: Messages, links: Links): SocialClaim {
  const card = claimCard(details, names, messages, links)
  const entry = details.assertions.find(({ id }) => id === card.lead?.id)
  const words = entry && entryWords(entry, details, names, messages)
  // Quotation marks in the by-line would repeat the words that the headline already has.
  const { by } = words === undefined ? card.headline : headline(details, names, messages, { hasQuotes: false })
  const isName = card.unbroken.some((name) => words?.startsWith(name))
  return {
    ...card,
    headline: { ...card.headline, by },
    shorter: shorterByLines(details, names, messages),
    said: words === undefined ? null : isName ? words : capitalised(words, messages.tag),
  }
}
