import { type Assessment, standingAssessment } from '../domain/assessment.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Messages } from '../messages/en.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import type { Names } from '../sentences/names.ts'
import { pickText } from '../text/languages.ts'
import { type JsonLd, nameJsonLd, type UrlOf } from './jsonld-node.ts'

/**
 * Returns the newest assessment as schema.org's ClaimReview. Null without one, or if it is UNASSESSED. A derived status
 * is never a review. `claimReviewed` is the headline in one line. The verdict is in words, since it has no scale. The
 * author has no type, since the database does not tell a desk from a person.
 */
export function claimReviewJsonLd(
  details: ClaimDetails,
  assessments: readonly Assessment[],
  names: Names,
  messages: Messages,
  urlOf: UrlOf,
): JsonLd | null {
  const standing = standingAssessment(assessments)
  if (standing === null) return null
  const about = urlOf('claim', details.claim.id)
  const note = pickText(standing.note, messages.tag)
  return {
    '@type': 'ClaimReview',
    '@id': `${about}#judged-${standing.id}`,
    url: `${about}?lang=${messages.tag}`,
    inLanguage: messages.tag,
    author: { name: nameJsonLd(standing.author) },
    datePublished: standing.assessedAt,
    claimReviewed: headlineText(headline(details, names, messages)),
    reviewRating: { '@type': 'Rating', alternateName: messages.ui.verdicts[standing.verdict] },
    itemReviewed: { '@type': 'Claim', '@id': about },
    ...(note === null ? {} : { reviewBody: { '@value': note.value, '@language': note.language } }),
  }
}
