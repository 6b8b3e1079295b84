import { titleWord } from '../sentences/claim-title.ts'
import { labelsOfClaims } from '../sentences/names-of-claims.ts'
import { statusMeaning } from '../sentences/status-meaning.ts'
import { statusBadge } from '../widgets/html/claim-list.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { mixedText } from '../widgets/html/mixed-text.ts'
import { presumptionLines } from '../widgets/html/presumption.ts'
import { claimCard } from '../widgets/view/claim-card.ts'
import { toPinned } from './as-of-links.ts'
import { attributionsOf } from './build-view.ts'
import type { Page, PageContext } from './page.ts'
import { readSubject } from './page-topic.ts'
import { permalinkDocument } from './permalink-document.ts'
import { saidSection } from './sections/assertions-section.ts'
import { judgementSection } from './sections/assessment-section.ts'
import { takeAlong } from './sections/export-section.ts'
import { claimHistory } from './sections/history-section.ts'
import { NOTICES_ON_PAGE, timeNotices } from './sections/notices.ts'
import { attributionLines, citeSection, notKnownSection } from './sections/page-parts.ts'
import { relationSection } from './sections/relation-section.ts'

/** One claim, whole: how it stands and why, everything said on it in order, relations, history. */
export async function claimPage(slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, asOf } = context
  const { ui, tag } = messages
  const [at, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const subject = await readSubject(store, { kind: 'claim', slug, messages, at, asOf })
  const [whole] = subject?.claims ?? []
  if (!subject || !whole) return null
  const [labels, revisions] = await Promise.all([labelsOfClaims(store, [whole], at), store.revisions()])
  const card = toPinned(claimCard(whole, labels, messages), asOf)
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, subject, { asOf, at, current }, options)
  const revision = revisions.find(({ number }) => number === at) ?? null
  const content: readonly (Markup | false)[] = [
    el('p', { class: 'site-kind' }, ui.claim),
    el('h1', {}, statusBadge(card.status, `${titleWord(whole.status, messages)}:`), ` ${card.proposition}`),
    el('p', { class: 'site-lead' }, mixedText(card.body, card.printed ?? [], tag)),
    // Of what happened to this very claim the page itself tells.
    ...notices.map((notice) => noticeLine(asOf === null ? { ...notice, href: null } : notice)),
    el('h2', {}, ui.why),
    el('p', {}, statusMeaning(whole, messages)),
    ...presumptionLines(card.presumed),
    card.contradiction !== null && el('p', { class: 'sanad-caveat' }, card.contradiction),
    card.caveat !== null && el('p', { class: 'sanad-caveat' }, card.caveat),
    saidSection(card, whole, revisions, labels, context),
    judgementSection(whole.assessments, context) ?? false,
    (await relationSection([whole], at, context)) ?? false,
    notKnownSection([whole], labels, context, true),
    await claimHistory(whole, revisions, labels, at, context),
    ...attributionLines(attributionsOf([whole], labels)),
    citeSection(card.sentence, subject.permalink, revision, context),
    takeAlong(subject, context),
  ]
  return permalinkDocument({ ...subject, summary: card.sentence }, content, [], context, at)
}
