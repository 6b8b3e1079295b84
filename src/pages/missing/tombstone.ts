import { correctionsOf } from '../../domain/corrections.ts'
import { type Revision, writtenReason } from '../../domain/revision.ts'
import { type RevisionNumber, revisionBefore } from '../../domain/revision-number.ts'
import type { Lifetime } from '../../domain/store/lifetime.ts'
import { headline } from '../../sentences/headline.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { formatDate } from '../../text/languages.ts'
import { headlineLine } from '../../widgets/html/headline-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import { type PageTopic, readTopic, type TopicKind } from '../page-topic.ts'
import { attributionLines } from '../sections/attribution-lines.ts'

/** Content of the page of a removed thing: date, reason if recorded, last state. */
export async function tombstone(
  kind: TopicKind,
  slug: string,
  removedIn: RevisionNumber,
  link: (href: string, words: string) => Markup,
  context: PageContext,
): Promise<{ readonly title: string; readonly content: readonly (Markup | false)[] }> {
  const { store, messages } = context
  const { ui, tag } = messages
  const readAt = revisionBefore(removedIn)
  const [topic, revisions] = await Promise.all([
    readTopic(store, { kind, slug, messages, revision: readAt }),
    store.revisions(),
  ])
  const removal = revisions.find(({ number }) => number === removedIn)
  const day = removal ? formatDate(removal.recordedAt, tag) : ui.dateUnknown
  const title = `${ui.gone}: ${topic?.title ?? slug}`
  const last = await addressable(revisions, readAt, context)
  return {
    title,
    content: [
      el('h1', {}, title),
      el('p', { class: 'sanad-notice', 'data-notice': 'RETRACTED' }, ui.goneWhen(day)),
      ...(await reasons(topic, readAt, removal, context)),
      ...(await earlierContent(topic, readAt, context)),
      topic !== null &&
        last !== null &&
        el(
          'p',
          {},
          link(linksIn(tag, last.recordedAt).own(topic.permalink), ui.goneLast(formatDate(last.recordedAt, tag))),
        ),
    ],
  }
}

/** Content of the page of a thing that was recorded after the requested instant. */
export function notYetContent(
  slug: string,
  lifetime: Lifetime,
  revisions: readonly Revision[],
  toCurrent: Markup,
  { messages, asOf }: PageContext,
): readonly Markup[] {
  const { ui, tag } = messages
  const first = revisions.find(({ number }) => number === lifetime.recordedIn)
  const day = (instant: string | null | undefined): string => (instant ? formatDate(instant, tag) : ui.dateUnknown)
  return [
    el('h1', {}, ui.notYet),
    el(
      'p',
      { class: 'sanad-notice', 'data-notice': 'PINNED' },
      ui.notYetSince(slug, day(asOf), day(first?.recordedAt)),
    ),
    el('p', {}, toCurrent),
  ]
}

/** Recorded reasons of a removal: the newsroom's reasons for withdrawals, and the editor's reason for the revision. */
async function reasons(
  topic: PageTopic | null,
  readAt: RevisionNumber,
  removal: Revision | undefined,
  { messages: { ui } }: PageContext,
): Promise<readonly Markup[]> {
  const given = (topic?.kind === 'claim' ? topic.claims : []).flatMap((claim) =>
    correctionsOf(claim, readAt).flatMap((correction) =>
      correction.kind === 'WITHDRAWN' ? (correction.reason ?? []) : [],
    ),
  )
  const note = removal ? writtenReason(removal) : null
  return [
    ...[...new Set(given)].map((reason) => el('p', {}, `${ui.events.WITHDRAWN}: ${reason}`)),
    ...(note === null ? [] : [el('p', {}, ui.goneNote(note))]),
    ...(given.length === 0 && note === null ? [el('p', {}, ui.goneNoReason)] : []),
  ]
}

async function earlierContent(
  topic: PageTopic | null,
  readAt: RevisionNumber,
  { store, messages }: PageContext,
): Promise<readonly Markup[]> {
  const [details] = topic?.kind === 'claim' ? topic.claims : []
  if (!details) return []
  const names = await namesOfClaims(store, [details], readAt)
  return [
    el('h2', {}, messages.ui.goneSaid),
    el('blockquote', {}, el('p', {}, headlineLine(headline(details, names, messages), details))),
    el('p', {}, sentenceOf(details, { validOn: null }, names, messages)),
    ...attributionLines(attributionsOf([details], names)),
  ]
}

/** A revision that an instant selects: of several at one instant, only the last can be requested. */
async function addressable(
  revisions: readonly Revision[],
  number: number,
  { store }: PageContext,
): Promise<Revision | null> {
  const revision = revisions.find((one) => one.number === number)
  return revision && (await store.revisionAt(revision.recordedAt)) === number ? revision : null
}
