import { representatives } from '../domain/claim-status.ts'
import { sourceIdsIn } from '../domain/provenance.ts'
import type { Story } from '../domain/story.ts'
import { headline, headlineText, statusWithBy } from '../sentences/headline.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { pickText } from '../text/languages.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import { statusAndBy } from '../widgets/html/headline-line.ts'
import { linkedText } from '../widgets/html/linked-text.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { attributionsOf } from './attributions-of.ts'
import { chainSection } from './claim/chain-section.ts'
import { claimSide } from './claim/claim-side.ts'
import { evidenceFold } from './claim/evidence-fold.ts'
import { statementsSection } from './claim/statements-section.ts'
import { exportSets } from './export-sets.ts'
import { followBlock } from './feed-links.ts'
import { namedLinks } from './named-links.ts'
import type { Page, PageContext } from './page.ts'
import { readTopic } from './page-topic.ts'
import type { Crumb } from './parts/breadcrumb.ts'
import { sectionPath } from './parts/site-sections.ts'
import { permalinkDocument } from './permalink-document.ts'
import { assessmentSection } from './sections/assessment-section.ts'
import { attributionLines } from './sections/attribution-lines.ts'
import { citeBlock } from './sections/cite-section.ts'
import { embedBlock, exportBlock, exportHead, topicLinks } from './sections/export-section.ts'
import { claimHistory } from './sections/history-section.ts'
import { namesWith } from './sections/names-with.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { relationSection } from './sections/relation-section.ts'

/** The sentence below the by-line has every party and quote. */
const IN_SHORT = { maxNamed: 2, hasQuotes: false }

/** Page of one claim: status and sentence, statements, chain of the words, relations, history. Null for an unknown slug. */
export async function claimPage(slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const topic = await readTopic(store, { kind: 'claim', slug, messages, revision, asOf })
  const [details] = topic?.claims ?? []
  if (!topic || !details) return null
  const [carried, revisions, [story = null]] = await Promise.all([
    namesOfClaims(store, [details], revision),
    store.revisions(),
    store.storiesOfClaims([details.claim.id], 1, revision),
  ])
  const periods = representatives(details, details.status).flatMap((one) => one.periods)
  const documents = { sources: sourceIdsIn(periods.map(({ provenance }) => provenance)) }
  const names = await namesWith(carried, documents, store, revision)
  const words = headline(details, names, messages, IN_SHORT)
  const card = claimCard(details, names, messages, links)
  const named = namedLinks([details], names, messages, links)
  const sentence = sentenceOf(details, { validOn: null }, names, messages)
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  const recordedRevision = revisions.find(({ number }) => number === revision) ?? null
  const changedAt = revisions.find(({ number }) => number === details.changedIn)?.recordedAt ?? null
  const attributions = attributionsOf([details], names)
  const printed = card.printed ?? []
  const statements = statementsSection({ card, details, names, named }, revisions, context)
  const chain: Markup | false = (await chainSection(details, names, named, revision, context)) ?? false
  // The notices of a claim lead to this page.
  const lines = notices.map((notice) => (asOf === null ? { ...notice, href: null } : notice))
  // For a guess, readers ask first where it comes from.
  const sections = details.status.status === 'SPECULATED' ? [chain, statements] : [statements, chain]
  const content: readonly (Markup | false)[] = [
    el('h1', {}, words.proposition),
    el(
      'p',
      { class: 'sanad-by site-by', 'data-status': card.status },
      statusAndBy(words, card.status, linkedText(statusWithBy(words).by, named, printed, messages)),
    ),
    el('p', { class: 'site-sentence' }, linkedText(card.body, named, printed, messages)),
    ...lines.filter(({ kind }) => kind !== 'LIVE').map(noticeLine),
    ...sections,
    assessmentSection(details.assessments, context) ?? false,
    (await relationSection(details, attributions, revision, context)) ?? false,
    await claimHistory(details, revisions, names, revision, context),
    evidenceFold(details, names, context) ?? false,
    ...attributionLines(attributions),
    ...lines.filter(({ kind }) => kind === 'LIVE').map(noticeLine),
  ]
  const sets = await exportSets(topic, context, revision)
  const ofPage = topicLinks(topic, context)
  const side = [
    citeBlock(headlineText(words), topic.permalink, recordedRevision, context),
    embedBlock(topic, context),
    exportBlock(sets, ofPage, context),
    followBlock(topic, messages),
    ...claimSide(details, card.utterances.length, named, changedAt, context),
  ]
  const crumbs = crumbsOf(story, context)
  const page = { crumbs, content, side, exports: exportHead(sets, ofPage, context) }
  return permalinkDocument({ ...topic, summary: sentence }, page, [assets.page], context, revision)
}

function crumbsOf(story: Story | null, { messages, links }: PageContext): readonly Crumb[] {
  const { ui, tag } = messages
  return [
    { text: ui.header.sections.stories, href: links.own(sectionPath('stories', tag)) },
    ...(story === null
      ? []
      : [
          {
            text: pickText(story.title, tag)?.value ?? story.id,
            href: links.page({ kind: 'story', slug: story.id }),
          },
        ]),
    { text: ui.claim, href: null },
  ]
}
