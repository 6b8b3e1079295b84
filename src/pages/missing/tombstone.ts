import { takenOutOf } from '../../domain/corrections.ts'
import type { Lifetime } from '../../domain/graph-store.ts'
import { type Revision, writtenReason } from '../../domain/revision.ts'
import { labelsOfClaims } from '../../sentences/names-of-claims.ts'
import { formatDate } from '../../text/languages.ts'
import { statusBadge } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { pinPath } from '../as-of-links.ts'
import type { PageContext } from '../page.ts'
import { readSubject, type Subject, type SubjectKind } from '../page-topic.ts'

/** A thing that is in the record no more: when and, as far as the record says, why; what it said; how it stood last. */
export async function tombstone(
  kind: SubjectKind,
  slug: string,
  removedIn: number,
  link: (href: string, words: string) => Markup,
  context: PageContext,
): Promise<{ readonly title: string; readonly content: readonly (Markup | false)[] }> {
  const { store, messages } = context
  const { ui, tag } = messages
  const readAt = removedIn - 1
  const [subject, revisions] = await Promise.all([
    readSubject(store, { kind, slug, messages, at: readAt }),
    store.revisions(),
  ])
  const removal = revisions.find(({ number }) => number === removedIn)
  const day = removal ? formatDate(removal.at, tag) : ui.dateUnknown
  const title = `${ui.gone}: ${subject?.title ?? slug}`
  const last = await addressable(revisions, readAt, context)
  return {
    title,
    content: [
      el('h1', {}, title),
      el('p', { class: 'sanad-notice', 'data-notice': 'RETRACTED' }, ui.goneWhen(day)),
      ...(await reasons(subject, readAt, removal, context)),
      ...(await whatItSaid(subject, readAt, context)),
      subject !== null &&
        last !== null &&
        el('p', {}, link(pinPath(subject.permalink, last.at), ui.goneLast(formatDate(last.at, tag)))),
    ],
  }
}

/** A thing that was recorded later than the instant asked for. */
export function notYetContent(
  slug: string,
  lifetime: Lifetime,
  revisions: readonly Revision[],
  toCurrent: Markup,
  { messages, asOf }: PageContext,
): readonly Markup[] {
  const { ui, tag } = messages
  const first = revisions.find(({ number }) => number === lifetime.recordedIn)
  const day = (at: string | null | undefined): string => (at ? formatDate(at, tag) : ui.dateUnknown)
  return [
    el('h1', {}, ui.notYet),
    el('p', { class: 'sanad-notice', 'data-notice': 'PINNED' }, ui.notYetSince(slug, day(asOf), day(first?.at))),
    el('p', {}, toCurrent),
  ]
}

/** Only what the record holds: the newsroom's words for an entry that it took out first, and the note of whoever made the change. */
async function reasons(
  subject: Subject | null,
  readAt: number,
  removal: Revision | undefined,
  { messages: { ui } }: PageContext,
): Promise<readonly Markup[]> {
  const given = (subject?.kind === 'claim' ? subject.claims : []).flatMap((claim) =>
    takenOutOf(claim, readAt).flatMap((taken) => (taken.kind === 'WITHDRAWN' ? (taken.reason ?? []) : [])),
  )
  const note = removal ? writtenReason(removal) : null
  return [
    ...[...new Set(given)].map((reason) => el('p', {}, `${ui.events.WITHDRAWN}: ${reason}`)),
    ...(note === null ? [] : [el('p', {}, ui.goneNote(note))]),
    ...(given.length === 0 && note === null ? [el('p', {}, ui.goneNoReason)] : []),
  ]
}

async function whatItSaid(
  subject: Subject | null,
  readAt: number,
  { store, messages }: PageContext,
): Promise<readonly Markup[]> {
  const [whole] = subject?.kind === 'claim' ? subject.claims : []
  if (!whole) return []
  const card = claimCard(whole, await labelsOfClaims(store, [whole], readAt), messages)
  return [
    el('h2', {}, messages.ui.goneSaid),
    el('blockquote', {}, el('p', {}, statusBadge(card.status, card.statusWord), ' ', card.sentence)),
  ]
}

/** The revision where an instant leads to it: of several at one instant only the last can be asked for. */
async function addressable(
  revisions: readonly Revision[],
  number: number,
  { store }: PageContext,
): Promise<Revision | null> {
  const revision = revisions.find((one) => one.number === number)
  return revision && (await store.revisionAt(revision.at)) === number ? revision : null
}
