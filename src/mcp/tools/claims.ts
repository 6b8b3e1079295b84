import { z } from 'zod'
import { STATUSES } from '../../domain/claim-status-types.ts'
import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { EVIDENTIALITIES, POLARITIES, STANCES } from '../../domain/stance.ts'
import { CLAIM_ORDERS } from '../../domain/store/claim-filter.ts'
import { after, COMMON_ARGUMENTS, date, limit, listOf, slug, text } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD, toCard } from '../claim-card.ts'
import { CARD_FRAGMENT, CLAIM_PAGE, type ClaimPageData, REVISION, type RevisionData } from '../claim-data.ts'
import { LIST_PAGE, listText, nextOf } from '../list-text.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface ClaimsData extends RevisionData {
  readonly claims: ClaimPageData
}

const CLAIMS: QueryDocument<ClaimsData> = {
  text: `query Claims($filter: ClaimFilter, $orderBy: ClaimOrder!, $first: Int!, $after: String, $language: String!, $asOf: DateTime) {
  ${REVISION}
  claims(filter: $filter, orderBy: $orderBy, first: $first, after: $after, asOf: $asOf) ${CLAIM_PAGE}
}
${CARD_FRAGMENT}`,
}

/** Conditions with the names of the filter of the API. */
const CONDITIONS = {
  story: slug.describe('Slug of a story that selects the claim.').optional(),
  subject: slug.describe('Slug of the entity that is the subject.').optional(),
  party: slug.describe('Slug of an entity that is subject or object.').optional(),
  about: slug.describe('Slug of an entity that is subject or object, or that the claim mentions.').optional(),
  object: slug.describe('Slug of the entity that is the object.').optional(),
  claimant: slug.describe('Slug of an entity that made an assertion on the claim.').optional(),
  source: slug.describe('Slug of a document in which an assertion was read.').optional(),
  notInSource: slug.describe('Slug of a document in which no assertion on the claim was read.').optional(),
  dataCategory: slug.describe('Slug of a kind of data; narrower ones count too.').optional(),
  use: slug.describe('Slug of a use; narrower ones count too.').optional(),
  predicates: listOf(z.enum(PREDICATE_NAMES)).optional(),
  statuses: listOf(z.enum(STATUSES)).optional(),
  polarity: z
    .enum(POLARITIES)
    .describe('Side of the status: AFFIRMS, NEGATES, or UNKNOWN for both or none.')
    .optional(),
  stances: listOf(z.enum(STANCES))
    .describe('Stances of one assertion, with claimant and source of the same one.')
    .optional(),
  evidentialities: listOf(z.enum(EVIDENTIALITIES)).optional(),
  validOn: date.describe('Day on which the claimed thing may be valid; the status is that of the day.').optional(),
  text: text.describe('Words all of which occur in the texts of the claim.').optional(),
}

export const claims = createTool({
  name: 'claims',
  title: 'Claims',
  description:
    'Lists claims that meet all given conditions: about somebody, said by somebody, about a kind of data or a use, with a status. To find claims that somebody denies, give claimant and stances together.',
  input: z.strictObject({
    ...CONDITIONS,
    assertedFrom: date.describe('First day of the assertion.').optional(),
    assertedUntil: date.describe('Last day of the assertion.').optional(),
    undated: z.boolean().describe('Whether assertions without a known day count too.').default(false),
    orderBy: z.enum(CLAIM_ORDERS).default('MOST_CONTESTED'),
    limit: limit(50, 10).describe('Number of claims at most.'),
    after,
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({ state: STATE, ...LIST_PAGE, claims: z.array(CARD) }),
  run: async ({ given, words, asOf, read, permalinks }) => {
    const {
      assertedFrom,
      assertedUntil,
      undated,
      orderBy,
      limit: first,
      after: cursor,
      asOf: _,
      lang: __,
      ...filter
    } = given
    const isBetween = assertedFrom !== undefined || assertedUntil !== undefined
    const assertedBetween = isBetween ? { from: assertedFrom, until: assertedUntil, undated } : undefined
    const { data } = await read(CLAIMS, {
      filter: { ...filter, ...(assertedBetween && { assertedBetween }) },
      orderBy,
      first,
      after: cursor ?? null,
    })
    const links = permalinks(data)
    const cards = data.claims.nodes.map((claim) => toCard(claim, links))
    const state = toState(data, asOf)
    const [total, next] = [data.claims.totalCount, nextOf(data.claims)]
    return {
      structured: { state, total, next, claims: cards },
      text: listText({ state, items: cards.map((card) => cardText(card, words)), total, next }, words),
    }
  },
})
