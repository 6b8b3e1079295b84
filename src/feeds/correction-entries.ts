import { type Correction, correctionsOf, readRemoved } from '../domain/corrections.ts'
import { readOriginalSlugs } from '../domain/original-slugs.ts'
import type { RemovedClaim } from '../domain/store/removed-claim.ts'
import { correctionPhrase } from '../sentences/correction-phrases.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { isolateText } from '../text/isolate-text.ts'
import { pageLinks, paragraph } from './claim-content.ts'
import { rightsOf, statusOf } from './claim-entries.ts'
import type { FeedEntry } from './feed.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'
import { tagUri } from './tag-uri.ts'

/** The newest corrections of the database: retractions, withdrawals and removals. */
export async function lastCorrections(limit: number, context: FeedContext): Promise<readonly FeedEntry[]> {
  const { store, revision } = context
  const [corrected, removed] = await Promise.all([
    store.lastCorrectedClaims(limit, revision),
    store.lastRemovedClaims(limit, revision),
  ])
  const all = [
    ...corrected.flatMap((claim) => correctionsOf(claim, revision)),
    ...(await readRemoved(store, removed)),
  ].sort((a, b) => b.revision - a.revision)
  return correctionEntries(all.slice(0, limit), context)
}

/** Entries of removed claims, which tell what they said. */
export const removalEntries = async (
  removed: readonly RemovedClaim[],
  context: FeedContext,
): Promise<readonly FeedEntry[]> => correctionEntries(await readRemoved(context.store, removed), context)

async function correctionEntries(
  corrections: readonly Correction[],
  context: FeedContext,
): Promise<readonly FeedEntry[]> {
  const ids = corrections.map(({ claim }) => claim.claim.id)
  const originals = await readOriginalSlugs(context.store, 'Claim', ids, context.revision)
  const made = await Promise.all(corrections.map((one, i) => toEntry(one, originals[i] ?? one.claim.claim.id, context)))
  return made.flat()
}

/** An entry of a correction, with the headline of the claim at the revision that was read. */
async function toEntry(correction: Correction, original: string, context: FeedContext): Promise<readonly FeedEntry[]> {
  const { store, messages, publicUrl } = context
  const { claim, kind, readAt, revision } = correction
  const updated = instantOf(revision, context)
  if (updated === null) return []
  const names = await namesOfClaims(store, [claim], readAt)
  const title = headlineText(headline(claim, names, messages))
  const phrase = correctionPhrase(correction, updated, names, messages)
  const path = { kind: 'claim', slug: claim.claim.id } as const
  const page = pageUrl(path, null, context)
  const lastSeen = kind === 'REMOVED' ? instantOf(readAt, context) : updated
  const pinned = lastSeen === null ? null : pageUrl(path, lastSeen, context)
  const { seeCurrent } = messages.ui
  return [
    {
      id: tagUri(publicUrl, messages.tag, 'correction', original, ...keyOf(correction, updated)),
      title: `${messages.ui.feeds.correction[kind]} – ${title}`,
      updated,
      summary: phrase,
      content: [
        paragraph(isolateText(phrase)),
        paragraph(isolateText(title)),
        pageLinks({ page, pinned }, seeCurrent, context),
      ],
      page,
      pinned,
      status: statusOf(claim, context),
      rights: rightsOf(claim, names, context),
    },
  ]
}

/** A claim may be removed more than once. */
function keyOf(correction: Correction, instant: string): readonly string[] {
  if (correction.kind === 'REMOVED') return ['removed', instant]
  if (correction.kind === 'WITHDRAWN') return ['withdrawn', correction.entry.id]
  return ['retracted', correction.retraction.id]
}
