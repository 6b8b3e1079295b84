import type { ClaimDetails } from '../domain/claim-details.ts'
import { followingRenames } from '../domain/find-renamed.ts'
import { readOriginalSlugs } from '../domain/original-slugs.ts'
import { type RevisionNumber, toRevisionNumber } from '../domain/revision-number.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { claimEntry } from './claim-entries.ts'
import type { FeedEntry, FeedPart } from './feed.ts'
import { type FeedContext, instantOf } from './feed-context.ts'
import { tagUri } from './tag-uri.ts'

/**
 * Returns a part of the history of a claim, the newest first: an entry for each revision that recorded, withdrew or
 * judged something on it. An entry has the claim as it was then. It is read at its own revision, since its words depend
 * on the names of that time.
 */
export async function claimHistory(details: ClaimDetails, limit: number, context: FeedContext): Promise<FeedPart> {
  const { store, messages, publicUrl, revision, skip } = context
  const { id } = details.claim
  const [original = id] = await readOriginalSlugs(store, 'Claim', [id], revision)
  const read = followingRenames(store, 'Claim', (slugs, at) => store.claims(slugs, at))
  const all = await revisionsOf(details, context)
  const numbers = all.slice(skip, skip + limit)
  const entries = await Promise.all(
    numbers.map(async (number): Promise<readonly FeedEntry[]> => {
      const updated = instantOf(number, context)
      const [then] = updated === null ? [] : await read([id], number)
      if (updated === null || !then) return []
      const names = await namesOfClaims(store, [then], number)
      const tag = tagUri(publicUrl, messages.tag, 'claim', original, updated)
      return [claimEntry(then, names, { tag, updated, readAt: number }, context)]
    }),
  )
  return { entries: entries.flat(), hasMore: all.length > skip + limit }
}

/** Revisions that changed a claim, the newest first. A withdrawn assertion has that of its recording too. */
async function revisionsOf(
  { assertions, recordedIn, changedIn }: ClaimDetails,
  { store, revision }: FeedContext,
): Promise<readonly RevisionNumber[]> {
  const lifetimes = await store.lifetimes(
    'Assertion',
    assertions.map(({ id }) => id),
    revision,
  )
  const first = lifetimes.flatMap((lifetime) => lifetime?.recordedIn ?? [])
  const numbers = new Set<number>([changedIn, ...Object.values(recordedIn), ...first])
  return [...numbers].sort((a, b) => b - a).map(toRevisionNumber)
}
