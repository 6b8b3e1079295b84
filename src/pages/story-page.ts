import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Revision } from '../domain/revision.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { mapInSlices } from '../thread/slices.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import { linkedText } from '../widgets/html/linked-text.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import type { ViewContext } from '../widgets/view/view-context.ts'
import { attributionsOf } from './attributions-of.ts'
import { exportSets } from './export-sets.ts'
import { followBlock } from './feed-links.ts'
import { namedLinks } from './named-links.ts'
import type { Page, PageContext } from './page.ts'
import { type PageTopic, readTopic } from './page-topic.ts'
import { sectionPath } from './parts/site-sections.ts'
import { statusStrip } from './parts/status-strip.ts'
import { tabList } from './parts/tab-list.ts'
import { permalinkDocument } from './permalink-document.ts'
import { citeBlock } from './sections/cite-section.ts'
import { embedBlock, exportBlock, exportHead, topicLinks } from './sections/export-section.ts'
import { databaseHistory } from './sections/history-section.ts'
import { notKnownFold } from './sections/not-known-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { relationFold } from './sections/relation-section.ts'
import { listTab } from './story/list-tab.ts'
import { pictureTab } from './story/picture-tab.ts'
import { storyCounts } from './story/story-counts.ts'
import { FIRST_TAB, STORY_TABS, type StoryRequest, storyPath } from './story/story-request.ts'
import { storySide } from './story/story-side.ts'
import { tableTab } from './story/table-tab.ts'
import { timelineTab } from './story/timeline-tab.ts'

/** Page of a story with one tab; null for an unknown slug. */
export async function storyPage(slug: string, request: StoryRequest, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind: 'story', slug, messages, revision, asOf })
  if (!topic) return null
  const { claims, title, summary, permalink, url } = topic
  const [names, revisions, counts] = await Promise.all([
    namesOfClaims(store, claims, revision),
    store.revisions(),
    storyCounts(topic, revision, context),
  ])
  const header = { messages, title, summary: '', permalink: url, notices: [], attributions: [], nothing: ui.noClaims }
  const view: ViewContext = { header, names, links }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, { messages, limit: NOTICES_ON_PAGE })
  const recordedRevision = revisions.find(({ number }) => number === revision) ?? null
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const content: readonly (Markup | false)[] = [
    statusStrip(counts, (status) => storyPath(url, { tab: 'list', statuses: [status], after: null }), messages),
    tabList(
      ui.storyPage.tabs,
      STORY_TABS.map((tab) => ({
        text: ui.storyPage.tab[tab],
        href: storyPath(url, { ...FIRST_TAB, tab }),
        current: tab === request.tab,
      })),
      ui.strip.claims(total),
    ),
    // The picture has this note below its drawing, and the list has links to all claims.
    !topic.complete &&
      (request.tab === 'matrix' || request.tab === 'timeline') &&
      el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    ...(await tabContent(topic, request, view, { revision, revisions }, context)),
    ...notices.filter(({ kind }) => kind === 'LIVE').map(noticeLine),
  ]
  const sets = await exportSets(topic, context, revision, request.statuses)
  const ofPage = topicLinks(topic, context, request.statuses)
  const side = [
    citeBlock(title, permalink, recordedRevision, context),
    embedBlock(topic, context),
    exportBlock(sets, ofPage, context),
    followBlock(topic, messages),
    ...storySide(claims, { total, changedAt: changeOf(claims, revisions) }, context),
  ]
  const lead = [
    el('h1', { id: 'title' }, title),
    summary !== '' &&
      el('p', { class: 'site-summary' }, linkedText(summary, namedLinks(claims, names, messages, links), [], messages)),
    ...notices.filter(({ kind }) => kind !== 'LIVE').map(noticeLine),
  ]
  const crumbs = [
    { text: ui.header.sections.stories, href: links.own(sectionPath('stories', messages.tag)) },
    { text: title, href: null },
  ]
  const own = { ...topic, url: storyPath(url, request) }
  const page = { lead, crumbs, content, side, exports: exportHead(sets, ofPage, context) }
  return permalinkDocument(own, page, [assets.widget, assets.page], context, revision)
}

interface Recorded {
  readonly revision: RevisionNumber
  readonly revisions: readonly Revision[]
}

async function tabContent(
  topic: PageTopic,
  request: StoryRequest,
  view: ViewContext,
  { revision, revisions }: Recorded,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  switch (request.tab) {
    case 'list':
      return listTab(topic, request, revision, context)
    case 'matrix':
      return tableTab(topic, view, revision, context)
    case 'timeline':
      return timelineTab(topic, view, revisions, context)
    case 'graph':
      return [
        ...(await pictureTab(topic, view, revision, context)),
        ...(await foldsOf(topic, view, { revision, revisions }, context)),
      ]
  }
}

/** Closed sections below the picture: open questions, related claims, history. */
async function foldsOf(
  { claims, permalink }: PageTopic,
  { names, links, header: { messages } }: ViewContext,
  { revision, revisions }: Recorded,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  // Makes the cards in slices; the folds then find them cached.
  await mapInSlices(claims, (details) => claimCard(details, names, messages, links))
  return [
    notKnownFold(claims, names, context) ?? false,
    (await relationFold(claims, attributionsOf(claims, names), revision, context)) ?? false,
    databaseHistory(claims, permalink, revisions, context) ?? false,
  ]
}

/** Instant of the last change of these claims; null without any. */
function changeOf(claims: readonly ClaimDetails[], revisions: readonly Revision[]): string | null {
  const last = Math.max(0, ...claims.map(({ changedIn }) => changedIn))
  return revisions.find(({ number }) => number === last)?.recordedAt ?? null
}
