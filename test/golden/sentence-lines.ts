import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { headline } from '../../src/sentences/headline.ts'
import type { Names } from '../../src/sentences/names.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'

export interface WordedClaim {
  readonly details: ClaimDetails
  readonly names: Names
}

const FIRST_500 = { limit: 500, backwards: false, cursor: null }

/** Reads all claims of a store by slug, with the names that their sentences use. */
export async function wordedClaims(store: GraphStore): Promise<readonly WordedClaim[]> {
  const revision = await store.revisionAt(null)
  const { items } = await store.claimPage({}, 'SLUG', FIRST_500, revision)
  const names = await namesOfClaims(store, items, revision)
  return items.map((details) => ({ details, names }))
}

/** Slug, then proposition, status with by-line, and sentence in each language. */
export const sentenceLines = ({ details, names }: WordedClaim): string =>
  [
    `## ${details.claim.id}`,
    ...MESSAGES.map((messages) => {
      const { proposition, status, by } = headline(details, names, messages)
      const sentence = sentenceOf(details, { validOn: null }, names, messages)
      return `- ${messages.tag}: **${proposition}**\n  - ${status}: ${by}\n  - ${sentence}`
    }),
  ].join('\n\n')
