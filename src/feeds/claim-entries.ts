import { wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { readOriginalSlugs } from '../domain/original-slugs.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { standingName } from '../domain/standing.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import type { Names } from '../sentences/names.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { titleOf } from '../sentences/source-title.ts'
import { statusLabel } from '../sentences/status-label.ts'
import { mapInSlices } from '../thread/slices.ts'
import { claimContent } from './claim-content.ts'
import type { FeedEntry } from './feed.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'
import { tagUri } from './tag-uri.ts'

/** An entry for each claim, with the instant of its last change. A claim whose change the public does not see has none. */
export async function claimEntries(
  claims: readonly ClaimDetails[],
  context: FeedContext,
): Promise<readonly FeedEntry[]> {
  const { store, messages, publicUrl, revision } = context
  const [names, originals] = await Promise.all([
    namesOfClaims(store, claims, revision),
    readOriginalSlugs(
      store,
      'Claim',
      claims.map(({ claim }) => claim.id),
      revision,
    ),
  ])
  const idOf = new Map(claims.map(({ claim }, i) => [claim.id, originals[i] ?? claim.id]))
  const made = await mapInSlices(claims, (details): readonly FeedEntry[] => {
    const { id } = details.claim
    const updated = instantOf(details.changedIn, context)
    if (updated === null) return []
    const tag = tagUri(publicUrl, messages.tag, 'claim', idOf.get(id) ?? id)
    return [claimEntry(details, names, { tag, updated, readAt: revision }, context)]
  })
  return made.flat()
}

/** Entry of a claim at one revision. @param state id of the entry, instant of the change, and the revision that was read */
export function claimEntry(
  details: ClaimDetails,
  names: Names,
  state: { readonly tag: string; readonly updated: string; readonly readAt: RevisionNumber },
  context: FeedContext,
): FeedEntry {
  const { messages } = context
  const path = { kind: 'claim', slug: details.claim.id } as const
  const page = pageUrl(path, null, context)
  const pinned = pageUrl(path, state.updated, context)
  return {
    id: state.tag,
    title: headlineText(headline(details, names, messages)),
    updated: state.updated,
    summary: sentenceOf(details, { validOn: null }, names, messages),
    content: claimContent(details, names, { page, pinned, readAt: state.readAt }, context),
    page,
    pinned,
    status: statusOf(details, context),
    rights: rightsOf(details, names, context),
  }
}

/** Standing of a claim as a category. */
export function statusOf({ status }: ClaimDetails, { messages }: Pick<FeedContext, 'messages'>): FeedEntry['status'] {
  const term = standingName(status)
  return { term, label: statusLabel(term, messages) }
}

/** Licence and attribution of each source that was quoted, after its title; null where none has either. */
export function rightsOf(
  { assertions }: ClaimDetails,
  names: Names,
  { messages: { tag } }: Pick<FeedContext, 'messages'>,
): string | null {
  const ids = new Set(assertions.filter(wasSaid).map(({ sourceId }) => sourceId))
  const lines = [...ids].flatMap((id) => {
    const source = names.source(id)
    const words = [source?.attribution, source?.licence].flatMap((text) => text ?? [])
    return source === null || words.length === 0 ? [] : [`${titleOf(source, tag).value}: ${words.join(', ')}`]
  })
  return lines.length === 0 ? null : lines.join('; ')
}
