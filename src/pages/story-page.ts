import { CLOCKS, timelineOf } from '../domain/timeline.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { mapInSlices, pauseInSlices } from '../thread/slices.ts'
import { figure, noticeLine } from '../widgets/html/figure.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { chooseClaims } from '../widgets/view/choose-claims.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { graphView } from '../widgets/view/graph-view.ts'
import { timelineView } from '../widgets/view/timeline-view.ts'
import type { ViewHeader } from '../widgets/view/view.ts'
import { attributionsOf } from './attributions-of.ts'
import { DEFAULT_LIMIT } from './embed/embed-request.ts'
import type { Page, PageContext } from './page.ts'
import { readTopic } from './page-topic.ts'
import { permalinkDocument } from './permalink-document.ts'
import { citeSection } from './sections/cite-section.ts'
import { exportSection } from './sections/export-section.ts'
import { databaseHistory } from './sections/history-section.ts'
import { notKnownSection } from './sections/not-known-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { relationSection } from './sections/relation-section.ts'

/** Page of a story; null for an unknown slug. */
export async function storyPage(slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind: 'story', slug, messages, revision, asOf })
  if (!topic) return null
  const { claims, title, summary, permalink } = topic
  const [names, revisions] = await Promise.all([namesOfClaims(store, claims, revision), store.revisions()])
  const attributions = attributionsOf(claims, names)
  const header: ViewHeader = {
    messages,
    title,
    summary: '',
    permalink: topic.url,
    notices: [],
    attributions,
    nothing: ui.noClaims,
  }
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  // Every section below finds the cards.
  await mapInSlices(claims, (details) => claimCard(details, names, messages, links))
  const view = graphView(claims, { header, names, links })
  const { shown, leftOut } = chooseClaims(claims, { statuses: [], limit: DEFAULT_LIMIT })
  const drawing = await context.draw(graphView(shown, { header, names, links }), '')
  await pauseInSlices()
  const events = timelineOf(claims, revisions, { clocks: CLOCKS, from: null, until: null })
  const timeHeader = { ...header, title: `${ui.timeline}: ${title}`, attributions: [] }
  const timeline = await timelineView(events, { header: timeHeader, names, links })
  const recordedRevision = revisions.find(({ number }) => number === revision) ?? null
  const content: readonly (Markup | false)[] = [
    el('h1', { id: 'title' }, title),
    summary !== '' && el('p', { class: 'site-summary' }, summary),
    ...notices.map(noticeLine),
    !topic.complete && el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    el('sanad-widget', { 'data-close': ui.close }, await figure(view, drawing, { inPage: true, undrawn: leftOut })),
    events.length > 0 &&
      el(
        'details',
        { class: 'site-timeline' },
        el('summary', {}, el('h2', { id: 'time-title' }, ui.timeline)),
        await figure(timeline, null, { idPrefix: 'time-', inPage: true }),
      ),
    (await relationSection(claims, attributions, revision, context)) ?? false,
    notKnownSection(claims, names, context, false),
    databaseHistory(claims, permalink, revisions, context) ?? false,
    citeSection(title, permalink, recordedRevision, context),
    exportSection(topic, context),
  ]
  return permalinkDocument(topic, { content, side: [] }, [assets.widget], context, revision)
}
