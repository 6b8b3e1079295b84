import { changesBetween } from '../../domain/claim-changes.ts'
import { type Correction, correctionsOf, readCorrections, readRemoved } from '../../domain/corrections.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { Revision } from '../../domain/revision.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Messages } from '../../messages/en.ts'
import { correctionPhrase } from '../../sentences/correction-phrases.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { formatDate } from '../../text/languages.ts'
import { linksIn } from '../../widgets/view/links.ts'
import type { Notice } from '../../widgets/view/view.ts'
import { everyClaim, type PageTopic } from '../page-topic.ts'

/** Number of notices in an embed, and on a page. */
export const NOTICES_IN_EMBED = 5
export const NOTICES_ON_PAGE = 20

interface NoticeOptions {
  readonly messages: Messages
  /** Maximum number of corrections. */
  readonly limit: number
  readonly isPart?: boolean
}

export interface Moment {
  /** ISO instant, or null for now. */
  readonly asOf: string | null
  /** Revision that was read. */
  readonly revision: RevisionNumber
  /** Newest revision. */
  readonly current: RevisionNumber
}

/**
 * Notices about time. Pinned: the date of the state, later changes and later corrections. Live: the date of the last change and the
 * corrections, newest first. Both cover all claims of the topic, those outside of an embed's limit too.
 *
 * @param options.isPart whether claims on further pages are in no list of the topic; a notice says so
 */
export async function timeNotices(
  store: GraphStore,
  topic: PageTopic,
  moment: Moment,
  options: NoticeOptions,
): Promise<readonly Notice[]> {
  const notices = await noticesOf(store, topic, moment, options)
  const { messages, isPart = false } = options
  return isPart ? [...notices, { kind: 'LIVE', text: messages.ui.noticesOfPart, href: null }] : notices
}

async function noticesOf(
  store: GraphStore,
  topic: PageTopic,
  moment: Moment,
  options: NoticeOptions,
): Promise<readonly Notice[]> {
  const revisions = await store.revisions()
  if (moment.asOf !== null) return pinnedNotices(store, topic, { ...moment, asOf: moment.asOf }, revisions, options)
  const { removalKeys, further } = topic
  const claims = [...everyClaim(topic), ...further.unlisted]
  const { messages, limit } = options
  const { shown, complete } = await readCorrections(store, { claims, removalKeys }, limit, moment.revision)
  const last = Math.max(0, ...claims.map(({ changedIn }) => changedIn), ...shown.map(({ revision }) => revision))
  const changed = revisions.find(({ number }) => number === last)
  return [
    ...(changed
      ? [
          {
            kind: 'LIVE' as const,
            text: messages.ui.lastChanged(formatDate(changed.recordedAt, messages.tag)),
            href: null,
          },
        ]
      : []),
    ...(await correctionNotices(store, shown, revisions, messages)),
    ...(complete ? [] : [moreCorrections(topic, messages)]),
  ]
}

async function pinnedNotices(
  store: GraphStore,
  topic: PageTopic,
  { asOf, revision, current }: Moment & { readonly asOf: string },
  revisions: readonly Revision[],
  { messages, limit }: { readonly messages: Messages; readonly limit: number },
): Promise<readonly Notice[]> {
  const { ui, tag } = messages
  const claims = [...everyClaim(topic), ...topic.further.unlisted]
  const pinned: Notice = { kind: 'PINNED', text: ui.pinnedAt(formatDate(asOf, tag)), href: null }
  const toCurrent: Notice = { kind: 'PINNED', text: ui.seeCurrent, href: topic.permalink }
  if (revision === current || claims.length === 0) return [pinned, toCurrent]
  const renames = await store.renames(current)
  const ids = claims.map(({ claim }) => renames.slugNow('Claim', claim.id) ?? claim.id)
  const now = await store.claims(ids, current)
  const changes = changesBetween(claims, now, renames)
  if (changes.length === 0) return [pinned, toCurrent]
  const gone = changes.filter(({ kind }) => kind === 'GONE').map(({ claimId }) => claimId)
  const lifetimes = gone.length === 0 ? [] : await store.lifetimes('Claim', gone, current)
  const since = [
    ...now
      .flatMap((claim) => (claim ? correctionsOf(claim, current) : []))
      .filter((correction) => correction.revision > revision),
    ...(await readRemoved(
      store,
      gone.flatMap((id, i) => {
        const removedIn = lifetimes[i]?.removedIn ?? null
        return removedIn === null ? [] : [{ id, removedIn }]
      }),
    )),
  ].sort((a, b) => b.revision - a.revision)
  return [
    pinned,
    { kind: 'CHANGED', text: ui.changedSince(changes.length), href: topic.permalink },
    ...(await correctionNotices(store, since.slice(0, limit), revisions, messages)),
    ...(since.length > limit ? [moreCorrections(topic, messages)] : []),
  ]
}

const moreCorrections = (topic: PageTopic, { ui }: Messages): Notice => ({
  kind: 'RETRACTED',
  text: ui.moreCorrections,
  href: topic.permalink,
})

/** Notices of corrections, each with its day, claimant, act and reason, linked to the page of the claim. */
async function correctionNotices(
  store: GraphStore,
  corrections: readonly Correction[],
  revisions: readonly Revision[],
  messages: Messages,
): Promise<readonly Notice[]> {
  return Promise.all(
    corrections.map(async (one): Promise<Notice> => {
      const names = await namesOfClaims(store, [one.claim], one.readAt)
      const learntAt = revisions.find(({ number }) => number === one.revision)?.recordedAt ?? null
      return {
        kind: 'RETRACTED',
        text: correctionPhrase(one, learntAt, names, messages),
        href: linksIn(messages.tag, null).page({ kind: 'claim', slug: one.claim.claim.id }),
      }
    }),
  )
}
