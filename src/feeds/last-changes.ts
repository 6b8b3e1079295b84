import type { ListedThing } from '../domain/store/change-reads.ts'
import type { RemovedClaim } from '../domain/store/removed-claim.ts'
import { claimEntries } from './claim-entries.ts'
import { removalEntries } from './correction-entries.ts'
import type { FeedPart } from './feed.ts'
import type { FeedContext } from './feed-context.ts'
import type { FeedTopic } from './feed-topic.ts'

/** A claim of the feed before it is read, with the revision of its change. */
type Change = { readonly isRemoved: boolean } & ListedThing

/**
 * A part of the last changed claims of a topic, and of those that were removed. All have one order, in which the store cuts its
 * lists too, so that pages of one revision have each entry once. Only the claims of the part are read.
 * @param topic null for the whole database
 */
export async function lastChanges(topic: FeedTopic | null, limit: number, context: FeedContext): Promise<FeedPart> {
  const { store, revision, skip } = context
  const end = skip + limit
  const [claims, removed] = await Promise.all([
    Promise.all((topic?.filters ?? [{}]).map((filter) => store.lastChangedClaims(filter, end + 1, revision))),
    topic === null
      ? [store.lastRemovedClaims(end + 1, revision)]
      : topic.removalKeys.map(({ parent, ids }) => store.removedClaims(parent, ids, end + 1, revision)),
  ])
  const gone = (await Promise.all(removed)).flat()
  const all = inOrder(claims.flat(), gone)
  const part = all.slice(skip, end)
  const details = await store.claims(
    part.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id),
    revision,
  )
  const changed = await claimEntries(
    details.flatMap((claim) => claim ?? []),
    context,
  )
  const wanted = new Set(part.filter(({ isRemoved }) => isRemoved).map(({ id }) => id))
  const removals = await removalEntries(
    [...new Map(gone.map((one) => [one.id, one])).values()].filter(({ id }) => wanted.has(id)),
    context,
  )
  const entries = [...changed, ...removals].sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id))
  return { entries, hasMore: all.length > end }
}

/** Each claim once, the newest change first, then by slug. */
function inOrder(changed: readonly ListedThing[], removed: readonly RemovedClaim[]): readonly Change[] {
  const all = new Map<string, Change>()
  for (const one of changed) all.set(one.id, { ...one, isRemoved: false })
  for (const { id, removedIn } of removed) all.set(`${id} removed`, { id, changedIn: removedIn, isRemoved: true })
  return [...all.values()].sort(
    (a, b) => b.changedIn - a.changedIn || compare(a.id, b.id) || Number(a.isRemoved) - Number(b.isRemoved),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
