import type { ClaimRelation } from '../domain/claim.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import { type Labels, titleOf } from '../domain/labels.ts'
import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { propositionOf } from '../domain/proposition.ts'
import type { Revision } from '../domain/revision.ts'
import { statusWord } from '../domain/sentence.ts'
import { formatDate, pickText } from '../text/languages.ts'
import { claimCard } from '../widgets/claim-card.ts'
import { statusBadge, utteranceList } from '../widgets/claim-list.ts'
import { noticeLine } from '../widgets/figure.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { attributionsOf } from './build-view.ts'
import { dataBlock, htmlDocument, sitePage } from './document.ts'
import { takeAlong } from './export-links.ts'
import { pageLinkedData } from './linked-data.ts'
import { NOTICES_ON_PAGE, timeNotices } from './notices.ts'
import type { Page, PageContext } from './page.ts'
import { citeSection, notKnownSection } from './page-parts.ts'
import { pageHref, toPinned } from './pin-links.ts'
import { socialHead } from './social-head.ts'
import { readSubject } from './subject.ts'

/** One claim, whole: how it stands and why, everything said on it in order, relations, history. */
export async function claimPage(slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, publicUrl, asOf } = context
  const { ui, tag } = messages
  const [at, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const subject = await readSubject(store, { kind: 'claim', slug, messages, at, asOf })
  const [whole] = subject?.claims ?? []
  if (!subject || !whole) return null
  const others = [...new Set(whole.relations.flatMap((r) => [r.fromClaimId, r.toClaimId]))].filter((id) => id !== slug)
  const related = (await store.claims(others, at)).flatMap((claim) => claim ?? [])
  const [labels, revisions] = await Promise.all([labelsOfClaims(store, [whole, ...related], at), store.revisions()])
  const card = toPinned(claimCard(whole, labels, messages), asOf)
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, subject, [whole], { asOf, at, current }, options)
  const [deciding, beside] = [card.utterances.filter((u) => u.decides), card.utterances.filter((u) => !u.decides)]
  const revision = revisions.find(({ number }) => number === at) ?? null
  const content: readonly (Markup | false)[] = [
    el('p', { class: 'site-kind' }, ui.claim, ' · ', statusBadge(card.status, card.statusWord)),
    el('h1', {}, card.sentence),
    ...notices.map(noticeLine),
    el('h2', {}, ui.why),
    el('p', {}, ui.statusMeans[card.status]),
    card.contradiction !== null && el('p', { class: 'sanad-caveat' }, card.contradiction),
    card.caveat !== null && el('p', { class: 'sanad-caveat' }, card.caveat),
    el('h2', {}, ui.saidBy),
    card.utterances.length === 0 && el('p', {}, ui.noClaims),
    utteranceList([...deciding, ...beside], messages),
    relationSection(whole, related, labels, context) ?? false,
    notKnownSection([whole], labels, context),
    historySection(whole, revisions, labels, context),
    ...attributionsOf([whole], labels).map((text) => el('p', { class: 'sanad-attribution' }, text)),
    citeSection(card.sentence, subject.permalink, revision, context),
    takeAlong(subject, context),
  ]
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${card.statusWord}: ${card.proposition} – ${ui.site}`,
      description: card.sentence,
      theme: 'auto',
      canonical: `${publicUrl}${subject.permalink}`,
      head: [
        ...socialHead({ ...subject, summary: card.sentence }, context),
        dataBlock('application/ld+json', await pageLinkedData(subject, context, at)),
      ],
      body: [sitePage(messages, (language) => subject.address.replace(`lang=${tag}`, `lang=${language}`), content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts: [],
      indexed: true,
    }),
  }
}

function relationSection(
  whole: WholeClaim,
  related: readonly WholeClaim[],
  labels: Labels,
  context: PageContext,
): Markup | null {
  if (whole.relations.length === 0) return null
  const { messages } = context
  const { ui, tag } = messages
  const side = (id: string): Markup | string => {
    const other = [whole, ...related].find(({ claim }) => claim.id === id)
    if (!other) return id
    const words = propositionOf(other.claim, labels, messages)
    const badge = statusBadge(other.status.status, statusWord(other.status, messages))
    return el('span', {}, el('a', { href: pageHref({ kind: 'claim', slug: id }, context) }, words), ' ', badge)
  }
  const item = (relation: ClaimRelation): Markup => {
    const source = labels.source(relation.sourceId)
    const drift = relation.drift ? pickText(relation.drift, tag) : null
    return el(
      'li',
      {},
      el('p', {}, side(relation.fromClaimId), ` ${ui.relationKinds[relation.kind]} `, side(relation.toClaimId)),
      drift !== null && el('p', {}, `${ui.drift}: `, el('span', { lang: drift.language }, drift.value)),
      relation.quote !== null &&
        el('blockquote', { lang: relation.quote.language, dir: 'auto' }, el('p', {}, relation.quote.exact)),
      source !== null &&
        el(
          'p',
          {},
          el('a', { href: pageHref({ kind: 'source', slug: source.id }, context) }, titleOf(source, tag).value),
        ),
    )
  }
  return el(
    'section',
    { 'aria-labelledby': 'relations' },
    el('h2', { id: 'relations' }, ui.relations),
    el('ul', {}, whole.relations.map(item)),
  )
}

/** When this record learnt what, our own mistakes included: nothing disappears without a word. */
function historySection(
  whole: WholeClaim,
  revisions: readonly Revision[],
  labels: Labels,
  { messages }: PageContext,
): Markup {
  const { ui, tag } = messages
  const entries = whole.assertions.map((assertion) => ({
    assertion,
    revision: revisions.find(({ number }) => number === whole.recordedIn[assertion.id]),
  }))
  return el(
    'section',
    { 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, ui.history),
    el(
      'ol',
      {},
      entries.map(({ assertion, revision }) => {
        const source = labels.source(assertion.sourceId)
        const title = source ? titleOf(source, tag).value : assertion.sourceId
        return el(
          'li',
          {},
          revision ? ui.recorded(formatDate(revision.at, tag)) : ui.dateUnknown,
          `: ${ui.acts[assertion.stance]} · `,
          el('bdi', {}, title),
          assertion.withdrawn !== null && ` · ${ui.events.WITHDRAWN}: ${assertion.withdrawn}`,
        )
      }),
    ),
  )
}
