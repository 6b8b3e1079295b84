import { toSlug } from '../../src/domain/slug.ts'
import { standingsOf } from '../../src/domain/standing.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'

/** Filters, with the number of claims of the small data set that they find: at least one for each access path. */
export const FILTERS: readonly [ClaimFilter, number][] = [
  [{}, 5],
  [{ ids: ['claim-0001', 'nothing'].map(toSlug) }, 1],
  [{ story: toSlug('story') }, 5],
  [{ subject: toSlug('x') }, 5],
  [{ party: toSlug('x') }, 5],
  [{ about: toSlug('x') }, 5],
  [{ object: toSlug('x') }, 0],
  [{ notParty: toSlug('x') }, 0],
  [{ claimant: toSlug('musk'), notParty: toSlug('musk') }, 1],
  [{ sources: ['policy', 'nothing'].map(toSlug), notParty: toSlug('musk') }, 5],
  [{ sources: [toSlug('nothing')] }, 0],
  [{ claimant: toSlug('musk') }, 1],
  [{ source: toSlug('policy') }, 5],
  [{ notInSource: toSlug('policy') }, 0],
  [{ notInSource: toSlug('another') }, 5],
  [{ data: [toSlug('messages')] }, 3],
  [{ uses: [toSlug('none')] }, 0],
  [{ standings: standingsOf({ statuses: ['DISPUTED'] }) }, 1],
  [{ standings: standingsOf({ statuses: ['STATED'], polarity: 'AFFIRMS' }) }, 4],
  [{ standings: standingsOf({ names: ['STATED_NOT'] }) }, 0],
  [{ standings: standingsOf({ polarity: 'AFFIRMS' }) }, 4],
  [{ standings: standingsOf({ polarity: 'UNKNOWN' }) }, 1],
  [{ standings: [] }, 0],
  [{ stance: ['DENIES'] }, 1],
  [{ predicate: ['SELLS'] }, 0],
  [{ evidentiality: ['PRIMARY_DOCUMENT'], data: [toSlug('posts')] }, 2],
  [{ subject: toSlug("x'}) DETACH DELETE n //") }, 0],
]
