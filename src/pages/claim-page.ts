import { representatives } from '../domain/claim-status.ts'
import { sourceIdsIn } from '../domain/provenance.ts'
import { headline } from '../sentences/headline.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { statusMeaning } from '../sentences/status-meaning.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import { statusAndBy } from '../widgets/html/headline-line.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { mixedText } from '../widgets/html/mixed-text.ts'
import { presumptionLines } from '../widgets/html/presumption-lines.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { attributionsOf } from './attributions-of.ts'
import type { Page, PageContext } from './page.ts'
import { readTopic } from './page-topic.ts'
import { permalinkDocument } from './permalink-document.ts'
import { assertionsSection } from './sections/assertions-section.ts'
import { assessmentSection } from './sections/assessment-section.ts'
import { attributionLines } from './sections/attribution-lines.ts'
import { citeSection } from './sections/cite-section.ts'
import { descentSection } from './sections/descent-section.ts'
import { exportSection } from './sections/export-section.ts'
import { claimHistory } from './sections/history-section.ts'
import { namesWith } from './sections/names-with.ts'
import { notKnownSection } from './sections/not-known-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { relationSection } from './sections/relation-section.ts'

/** Page of one claim: status and explanation, all assertions in order, relations, history. */
export async function claimPage(slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, asOf, links } = context
  const { ui, tag } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind: 'claim', slug, messages, revision, asOf })
  const [details] = topic?.claims ?? []
  if (!topic || !details) return null
  const [carried, revisions] = await Promise.all([namesOfClaims(store, [details], revision), store.revisions()])
  const periods = representatives(details, details.status).flatMap((one) => one.periods)
  const documents = { sources: sourceIdsIn(periods.map(({ provenance }) => provenance)) }
  const names = await namesWith(carried, documents, store, revision)
  const words = headline(details, names, messages)
  const card = claimCard(details, names, messages, links)
  const sentence = sentenceOf(details, { validOn: null }, names, messages)
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  const recordedRevision = revisions.find(({ number }) => number === revision) ?? null
  const attributions = attributionsOf([details], names)
  const content: readonly (Markup | false)[] = [
    el('h1', {}, words.proposition),
    el('p', { class: 'sanad-by' }, statusAndBy(words, card.status)),
    el('p', { class: 'site-lead' }, mixedText(card.body, card.printed ?? [], tag)),
    // The page itself shows the history of this claim, so the timeline leaves it out.
    ...notices.map((notice) => noticeLine(asOf === null ? { ...notice, href: null } : notice)),
    el('h2', {}, ui.why),
    el('p', {}, statusMeaning(details, messages)),
    ...presumptionLines(card.presumed),
    card.contradiction !== null && el('p', { class: 'sanad-caveat' }, card.contradiction),
    (await descentSection(details, names, revision, context)) ?? false,
    assertionsSection(card, details, revisions, names, context),
    assessmentSection(details.assessments, context) ?? false,
    (await relationSection([details], attributions, revision, context)) ?? false,
    notKnownSection([details], names, context, true),
    await claimHistory(details, revisions, names, revision, context),
    ...attributionLines(attributions),
    citeSection(sentence, topic.permalink, recordedRevision, context),
    exportSection(topic, context),
  ]
  return permalinkDocument({ ...topic, summary: sentence }, { content, side: [] }, [], context, revision)
}
