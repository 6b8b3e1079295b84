import type { ClaimDetails } from '../../domain/claim-details.ts'
import { standingName } from '../../domain/standing.ts'
import { headline, headlineInterrogative } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { statusAndBy } from '../../widgets/html/headline-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'

/** Each claim as a question with its answer, the by-line. */
export function claimsToTry(
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, links }: PageContext,
): Markup | false {
  const { front } = messages.ui
  if (claims.length === 0) return false
  return el(
    'section',
    { 'aria-labelledby': 'questions' },
    el('h2', { id: 'questions' }, front.toTry(claims.length)),
    el(
      'ul',
      { class: 'home-questions' },
      claims.map((details) => {
        const words = headline(details, names, messages, { maxNamed: 2, hasQuotes: false })
        const href = links.page({ kind: 'claim', slug: details.claim.id })
        return el(
          'li',
          {},
          el(
            'h3',
            {},
            el('a', { href }, headlineInterrogative(details, names, messages) ?? front.whoSays(words.proposition)),
          ),
          el('p', { class: 'sanad-by' }, statusAndBy(words, standingName(details.status))),
        )
      }),
    ),
  )
}
