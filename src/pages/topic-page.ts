import type { ClaimDetails } from '../domain/claim-details.ts'
import { compare, hasCell } from '../domain/comparison.ts'
import { toSlug } from '../domain/slug.ts'
import { timelineOf } from '../domain/timeline.ts'
import type { Names } from '../sentences/names.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { mapInSlices, pauseInSlices } from '../thread/slices.ts'
import { claimList } from '../widgets/html/claim-list.ts'
import { figure, noticeLine } from '../widgets/html/figure.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { chooseClaims } from '../widgets/view/choose-claims.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { graphView } from '../widgets/view/graph-view.ts'
import { matrixView } from '../widgets/view/matrix-view.ts'
import { timelineView } from '../widgets/view/timeline-view.ts'
import type { View, ViewHeader } from '../widgets/view/view.ts'
import { attributionsOf } from './attributions-of.ts'
import { DEFAULT_LIMIT } from './embed/embed-request.ts'
import type { Page, PageContext } from './page.ts'
import { everyClaim, leadingClaims, readTopic, type TopicKind } from './page-topic.ts'
import { permalinkDocument } from './permalink-document.ts'
import { citeBlock } from './sections/cite-section.ts'
import { embedBlock, exportBlock } from './sections/export-section.ts'
import { databaseHistory } from './sections/history-section.ts'
import { notKnownFold } from './sections/not-known-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { relationFold } from './sections/relation-section.ts'
import { saysList } from './sections/says-section.ts'
import { thingDetails } from './sections/thing-details.ts'

/** Kinds of topics without a page file of their own. */
type TopicPageKind = Exclude<TopicKind, 'story' | 'claim'>

/** Page of an entity, a source, a data category, a use or a comparison. */
export async function topicPage(kind: TopicPageKind, slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind, slug, messages, revision, asOf })
  if (!topic) return null
  const { claims, title, summary, annotation = '', permalink, further } = topic
  const all = everyClaim(topic)
  const [names, revisions] = await Promise.all([namesOfClaims(store, all, revision), store.revisions()])
  const attributions = attributionsOf(all, names)
  const nothing = further.lists.length === 0 ? ui.noClaims : ui.noneAbout
  const header: ViewHeader = {
    messages,
    title,
    summary: '',
    permalink: topic.url,
    notices: [],
    attributions,
    nothing,
  }
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  // Every section below finds the cards.
  await mapInSlices(all, (details) => claimCard(details, names, messages, links))
  const view: View =
    kind === 'compare'
      ? await matrixView(
          compare(slug.split(',').map(toSlug), claims, await store.conceptTree('DataCategory', revision)),
          {
            header,
            names,
            links,
          },
        )
      : graphView(claims, { header, names, links })
  const { shown, leftOut } = chooseClaims(claims, { statuses: [], limit: DEFAULT_LIMIT })
  const drawing = kind === 'compare' ? null : await context.draw(graphView(shown, { header, names, links }), '')
  await pauseInSlices()
  const events = timelineOf(leadingClaims(topic), revisions, { clocks: ['SAID', 'HOLDS'], from: null, until: null })
  const timeHeader = { ...header, title: `${ui.timeline}: ${title}`, attributions: [] }
  const timeline = await timelineView(events, { header: timeHeader, names, links })
  const recordedRevision = revisions.find(({ number }) => number === revision) ?? null
  const content: readonly (Markup | false)[] = [
    el('h1', { id: 'title' }, title),
    summary !== '' && el('p', { class: 'site-summary' }, summary),
    annotation !== '' && el('p', { class: 'site-summary' }, annotation),
    ...notices.map(noticeLine),
    (await thingDetails(topic, context, revision)) ?? false,
    !topic.complete && el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    el('sanad-widget', { 'data-close': ui.close }, await figure(view, drawing, { inPage: true, undrawn: leftOut })),
    kind === 'compare' && (await claimsBeside(claims, names, context)),
    // Claims that an entity made about others are no claims about it.
    ...(await Promise.all(
      further.lists.map(async ({ kind: said, ...list }) =>
        claimSection(
          { ...list, id: `further-${said.toLowerCase()}`, heading: ui.further[said] },
          said === 'SAID'
            ? await saysList(slug, list.claims, names, context)
            : await claimsAsList(list.claims, `further-${said.toLowerCase()}`, names, context),
          context,
        ),
      ),
    )),
    events.length > 0 &&
      el(
        'details',
        { class: 'site-timeline' },
        el('summary', {}, el('h2', { id: 'time-title' }, ui.timeline)),
        await figure(timeline, await context.draw(timeline, 'time-'), { idPrefix: 'time-', inPage: true }),
      ),
    (await relationFold(all, attributions, revision, context)) ?? false,
    notKnownFold(all, names, context) ?? false,
    databaseHistory(all, permalink, revisions, context) ?? false,
  ]
  const side = [
    citeBlock(title, permalink, recordedRevision, context),
    embedBlock(topic, context),
    exportBlock(topic, context),
  ]
  return permalinkDocument(topic, { content, side }, [assets.widget, assets.page], context, revision)
}

/** Claims without a cell in the table, so that a comparison is complete. */
async function claimsBeside(
  claims: readonly ClaimDetails[],
  names: Names,
  context: PageContext,
): Promise<Markup | false> {
  const { shown } = chooseClaims(claims, { statuses: [], limit: claims.length, hasPlace: (one) => !hasCell(one) })
  const heading = `${context.messages.ui.withoutCell} (${shown.length})`
  const list = await claimsAsList(shown, 'beside', names, context)
  return shown.length > 0 && claimSection({ id: 'beside', heading, claims: shown, complete: true }, list, context)
}

/** A list of further claims with its own heading. */
function claimSection(
  {
    id,
    heading,
    claims,
    complete,
  }: { id: string; heading: string; claims: readonly ClaimDetails[]; complete: boolean },
  list: Markup,
  { messages }: PageContext,
): Markup {
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h2', { id }, heading),
    !complete && el('p', { class: 'sanad-notice' }, messages.ui.moreThan(claims.length)),
    list,
  )
}

async function claimsAsList(
  claims: readonly ClaimDetails[],
  id: string,
  names: Names,
  { messages, links }: PageContext,
): Promise<Markup> {
  const cards = claims.map((details) => claimCard(details, names, messages, links))
  return claimList(cards, messages, `${id}-`)
}
