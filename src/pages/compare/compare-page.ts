import type { ClaimDetails } from '../../domain/claim-details.ts'
import { hasCell } from '../../domain/comparison.ts'
import { readComparison } from '../../domain/read-comparison.ts'
import { toSlug } from '../../domain/slug.ts'
import { CLOCKS, timelineOf } from '../../domain/timeline.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { figure, noticeLine } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { chooseClaims } from '../../widgets/view/choose-claims.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { matrixView } from '../../widgets/view/matrix-view.ts'
import { timelineView } from '../../widgets/view/timeline-view.ts'
import type { ViewHeader } from '../../widgets/view/view.ts'
import type { ViewContext } from '../../widgets/view/view-context.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { Page, PageContext } from '../page.ts'
import { type PageTopic, readTopic } from '../page-topic.ts'
import { tabList } from '../parts/tab-list.ts'
import { permalinkDocument } from '../permalink-document.ts'
import { attributionLines } from '../sections/attribution-lines.ts'
import { NOTICES_ON_PAGE, timeNotices } from '../sections/notices.ts'
import { listOfClaims } from '../things/claims-part.ts'
import { exportBlocks } from '../things/export-blocks.ts'

/** Views of a comparison's page, as its `view` parameter names them. The first is left out of paths. */
export const COMPARE_VIEWS = ['matrix', 'list', 'timeline'] as const
export type CompareView = (typeof COMPARE_VIEWS)[number]

/** Parses `view`; the first view for an absent or unknown one. */
export const compareViewIn = (text: string | null): CompareView =>
  COMPARE_VIEWS.find((view) => view === text) ?? COMPARE_VIEWS[0]

/** Page that compares entities, one view at a time. Null for an unknown slug, for none, and for too many. */
export async function comparePage(slugs: string, view: CompareView, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf } = context
  const { ui } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind: 'compare', slug: slugs, messages, revision, asOf })
  if (!topic) return null
  const { claims, title } = topic
  const names = await namesOfClaims(store, claims, revision)
  const attributions = attributionsOf(claims, names)
  const header: ViewHeader = {
    messages,
    title,
    summary: '',
    permalink: topic.url,
    notices: [],
    attributions: [],
    nothing: ui.noClaims,
  }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, { messages, limit: NOTICES_ON_PAGE })
  await mapInSlices(claims, (details) => claimCard(details, names, messages, context.links))
  const hrefOf = (one: CompareView): string => `${topic.url}${one === COMPARE_VIEWS[0] ? '' : `&view=${one}`}`
  const tabs = { matrix: ui.things.compare.table, list: ui.things.compare.list(claims.length), timeline: ui.timeline }
  const content = [
    tabList(
      title,
      COMPARE_VIEWS.map((one) => ({ text: tabs[one], href: hrefOf(one), current: one === view })),
    ),
    !topic.complete && el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    ...(await CONTENT[view](topic, { header, names, links: context.links }, context)),
    ...attributionLines(attributions),
  ]
  const lead = [el('h1', { id: 'title' }, title), ...notices.map(noticeLine)]
  const { blocks: side, head: exports } = await exportBlocks(topic, context, revision)
  const page = { lead, content, side, exports }
  const scripts = [assets.widget, assets.page]
  return permalinkDocument({ ...topic, url: hrefOf(view) }, page, scripts, context, revision)
}

type Content = (topic: PageTopic, view: ViewContext, context: PageContext) => Promise<readonly (Markup | false)[]>

/** The table, and below it the claims that have no cell, so that a comparison is complete. */
const tableContent: Content = async ({ slug, claims }, view, context) => {
  const { store, messages, asOf } = context
  const entities = slug.split(',').map(toSlug)
  const table = await matrixView(await readComparison(store, entities, claims, await store.revisionAt(asOf)), view)
  return [
    el('sanad-widget', { 'data-close': messages.ui.close }, await figure(table, null, { inPage: true })),
    await claimsBeside(claims, view, context),
  ]
}

async function claimsBeside(
  claims: readonly ClaimDetails[],
  { names }: ViewContext,
  context: PageContext,
): Promise<Markup | false> {
  const { shown } = chooseClaims(claims, { statuses: [], limit: claims.length, hasPlace: (one) => !hasCell(one) })
  if (shown.length === 0) return false
  const heading = el('h2', { id: 'beside' }, `${context.messages.ui.withoutCell} (${shown.length})`)
  return el('section', { 'aria-labelledby': 'beside' }, heading, await listOfClaims(shown, 'beside', names, context))
}

const listContent: Content = async ({ claims }, { names }, context) => [
  claims.length === 0
    ? el('p', {}, context.messages.ui.noClaims)
    : await listOfClaims(claims, 'compared', names, context),
]

const timelineContent: Content = async ({ claims, title }, view, { store, messages }) => {
  const events = timelineOf(claims, await store.revisions(), { clocks: CLOCKS, from: null, until: null })
  const header = { ...view.header, title: `${messages.ui.timeline}: ${title}` }
  const timeline = await timelineView(events, { ...view, header })
  return [
    el('h2', { id: 'time-title', class: 'sanad-hidden' }, messages.ui.timeline),
    await figure(timeline, null, { idPrefix: 'time-', inPage: true }),
  ]
}

const CONTENT: Readonly<Record<CompareView, Content>> = {
  matrix: tableContent,
  list: listContent,
  timeline: timelineContent,
}
