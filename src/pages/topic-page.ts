import { compare, hasCell } from '../domain/comparison.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import { CLOCKS, timelineOf } from '../domain/timeline.ts'
import type { Labels } from '../sentences/names.ts'
import { labelsOfClaims } from '../sentences/names-of-claims.ts'
import { figure, noticeLine } from '../widgets/html/figure.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { chooseClaims } from '../widgets/view/choose-claims.ts'
import { graphView } from '../widgets/view/graph-view.ts'
import { matrixView, timelineView } from '../widgets/view/matrix-view.ts'
import type { View, ViewFrame } from '../widgets/view/view.ts'
import { toPinnedView } from './as-of-links.ts'
import { attributionsOf } from './build-view.ts'
import { DEFAULT_LIMIT } from './embed/embed-request.ts'
import type { Page, PageContext } from './page.ts'
import { everyClaim, leadingClaims, readSubject, type SubjectKind } from './page-topic.ts'
import { permalinkDocument } from './permalink-document.ts'
import { claimSection } from './sections/claim-section.ts'
import { takeAlong } from './sections/export-section.ts'
import { recordHistory } from './sections/history-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { citeSection, notKnownSection } from './sections/page-parts.ts'
import { relationSection } from './sections/relation-section.ts'
import { thingDetails } from './sections/thing-details.ts'

/** A page to read for its own sake: a story, an entity, a document, a kind of data, a use, or several side by side. */
export async function subjectPage(kind: SubjectKind, slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf } = context
  const { ui } = messages
  const [at, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const subject = await readSubject(store, { kind, slug, messages, at, asOf })
  if (!subject) return null
  const { claims, title, summary, remark = '', permalink, further } = subject
  const all = everyClaim(subject)
  const [labels, revisions] = await Promise.all([labelsOfClaims(store, all, at), store.revisions()])
  const attributions = attributionsOf(all, labels)
  const nothing = further.lists.length === 0 ? ui.noClaims : ui.noneAbout
  const frame: ViewFrame = {
    messages,
    title,
    summary: '',
    permalink: subject.address,
    notices: [],
    attributions,
    nothing,
  }
  const pinned = (view: View): View => toPinnedView(view, asOf)
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, subject, { asOf, at, current }, options)
  const view: View =
    kind === 'compare'
      ? matrixView(compare(slug.split(','), claims, await store.concepts('DataCategory', at)), { frame, labels })
      : graphView(claims, { frame, labels })
  const { shown, leftOut } = chooseClaims(claims, { statuses: [], limit: DEFAULT_LIMIT })
  const drawing = kind === 'compare' ? null : await context.draw(pinned(graphView(shown, { frame, labels })), '')
  const events = timelineOf(leadingClaims(subject), revisions, { clocks: CLOCKS, from: null, until: null })
  const timeFrame = { ...frame, title: `${ui.timeline}: ${title}`, attributions: [] }
  const timeline = pinned(timelineView(events, { frame: timeFrame, labels }))
  const revision = revisions.find(({ number }) => number === at) ?? null
  const content: readonly (Markup | false)[] = [
    el('p', { class: 'site-kind' }, ui[kindWord(kind)]),
    el('h1', { id: 'title' }, title),
    summary !== '' && el('p', { class: 'site-summary' }, summary),
    remark !== '' && el('p', { class: 'site-summary' }, remark),
    ...notices.map(noticeLine),
    (await thingDetails(subject, context, at)) ?? false,
    !subject.complete && el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    el('sanad-widget', { 'data-close': ui.close }, figure(pinned(view), drawing, { inPage: true, undrawn: leftOut })),
    kind === 'compare' && claimsBeside(claims, labels, context),
    // What an entity says of others is not said about it.
    ...further.lists.map(({ kind: said, ...list }) =>
      claimSection({ ...list, id: `further-${said.toLowerCase()}`, heading: ui.further[said] }, labels, context),
    ),
    events.length > 0 &&
      el(
        'details',
        { class: 'site-timeline' },
        el('summary', {}, el('h2', { id: 'time-title' }, ui.timeline)),
        figure(timeline, null, { idPrefix: 'time-', inPage: true }),
      ),
    (await relationSection(all, at, context)) ?? false,
    notKnownSection(all, labels, context, false),
    recordHistory(all, permalink, revisions, context) ?? false,
    citeSection(title, permalink, revision, context),
    takeAlong(subject, context),
  ]
  return permalinkDocument(subject, content, [assets.widget], context, at)
}

/** What the table has no cell for, so that a comparison leaves nothing out. */
function claimsBeside(claims: readonly WholeClaim[], labels: Labels, context: PageContext): Markup | false {
  const { shown } = chooseClaims(claims, { statuses: [], limit: claims.length, hasPlace: (one) => !hasCell(one) })
  const heading = `${context.messages.ui.withoutCell} (${shown.length})`
  return shown.length > 0 && claimSection({ id: 'beside', heading, claims: shown, complete: true }, labels, context)
}

const kindWord = (kind: SubjectKind) => (kind === 'compare' ? 'comparison' : kind === 'network' ? 'entity' : kind)
