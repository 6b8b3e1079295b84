import { type Correction, correctionsOf, readRemoved } from '../domain/corrections.ts'
import { readOriginalSlugs } from '../domain/original-slugs.ts'
import type { RemovedClaim } from '../domain/store/removed-claim.ts'
import { correctionPhrase } from '../sentences/correction-phrases.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { isolateText } from '../text/isolate-text.ts'
import { pageLinks, paragraph } from './claim-content.ts'
import { rightsOf, statusOf } from './claim-entries.ts'
import type { FeedEntry, FeedPart } from './feed.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'
import { tagUri } from './tag-uri.ts'

/** A part of the corrections of the database, the newest first: retractions, withdrawals and removals. */
export async function lastCorrections(limit: number, context: FeedContext): Promise<FeedPart> {
  const { store, revision, skip } = context
  const end = skip + limit
  const [corrected, removed] = await Promise.all([
    store.lastCorrectedClaims(end + 1, revision),
    store.lastRemovedClaims(end + 1, revision),
  ])
  const all = [
    ...corrected.flatMap((claim) => correctionsOf(claim, revision)),
    ...(await readRemoved(store, removed)),
  ].sort(byRevision)
  return { entries: await correctionEntries(all.slice(skip, end), context), hasMore: all.length > end }
}

/** The order in which the store cuts its lists: assertions by id, then removed claims by slug. */
function byRevision(a: Correction, b: Correction): number {
  if (a.revision !== b.revision) return b.revision - a.revision
  if ((a.kind === 'REMOVED') !== (b.kind === 'REMOVED')) return a.kind === 'REMOVED' ? 1 : -1
  return correctedId(a) < correctedId(b) ? -1 : 1
}

function correctedId(correction: Correction): string {
  if (correction.kind === 'RETRACTED') return correction.retraction.id
  return correction.kind === 'WITHDRAWN' ? correction.entry.id : correction.claim.claim.id
}

/** Entries of removed claims, with their last headlines. */
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
