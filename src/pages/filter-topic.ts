import { type ClaimQuery, resolveClaimQuery } from '../domain/claim-query.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { everyClaim, type PageTopic } from './page-topic.ts'

/**
 * The topic with those of its claims that match the query. Takes one statement beside those of `resolveClaimQuery`.
 * @throws DomainError as `resolveClaimQuery`; BAD_INPUT for the topic of one claim
 */
export async function filterTopic(
  store: GraphStore,
  topic: PageTopic,
  query: ClaimQuery,
  revision: RevisionNumber,
): Promise<PageTopic> {
  if (topic.kind === 'claim') throw new DomainError('BAD_INPUT', 'The export of one claim has no filters.')
  const filter = await resolveClaimQuery(store, query, { revision })
  const listed = new Set(everyClaim(topic).map(({ claim }) => claim.id))
  const ids = filter.ids == null ? [...listed] : filter.ids.filter((id) => listed.has(id))
  if (ids.length === 0) return withClaims(topic, new Set())
  const page = { limit: ids.length, backwards: false, cursor: null }
  const { items } = await store.claimPage({ ...filter, ids }, 'SLUG', page, revision)
  return withClaims(topic, new Set(items.map(({ claim }) => claim.id)))
}

function withClaims(topic: PageTopic, ids: ReadonlySet<string>): PageTopic {
  const matching = (claims: PageTopic['claims']) => claims.filter(({ claim }) => ids.has(claim.id))
  const lists = topic.further.lists.map((list) => ({ ...list, claims: matching(list.claims) }))
  return { ...topic, claims: matching(topic.claims), further: { ...topic.further, lists } }
}
