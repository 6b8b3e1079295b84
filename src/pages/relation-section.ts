import type { ClaimRelation } from '../domain/claim.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import { headingOf } from '../domain/heading.ts'
import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { statusWord } from '../domain/sentence.ts'
import { pickText } from '../text/languages.ts'
import { captureInLine, captureOf } from '../widgets/captures.ts'
import { statusBadge } from '../widgets/claim-list.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { sourceTitle } from '../widgets/source-title.ts'
import type { PageContext } from './page.ts'
import { pageHref, toPinned } from './pin-links.ts'

const MOST = 20

/** How claims bear on others, as somebody said it; nothing where nobody did. */
export async function relationSection(
  claims: readonly WholeClaim[],
  at: number,
  context: PageContext,
): Promise<Markup | null> {
  const all = new Map(claims.flatMap(({ relations }) => relations).map((relation) => [relation.id, relation]))
  if (all.size === 0) return null
  const { store, messages, asOf } = context
  const { ui, tag } = messages
  const relations = [...all.values()].slice(0, MOST)
  const known = new Map(claims.map((whole) => [whole.claim.id, whole]))
  const missing = [...new Set(relations.flatMap((r) => [r.fromClaimId, r.toClaimId]))].filter((id) => !known.has(id))
  const read = missing.length === 0 ? [] : await store.claims(missing, at)
  for (const whole of read) if (whole) known.set(whole.claim.id, whole)
  const labels = await labelsOfClaims(store, [...known.values()], at)

  const side = (id: string): Markup | string => {
    const whole = known.get(id)
    if (!whole) return id
    const words = headingOf(whole, labels, messages)
    const badge = statusBadge(whole.status.status, statusWord(whole.status, messages))
    return el('span', {}, el('a', { href: pageHref({ kind: 'claim', slug: id }, context) }, words), ' ', badge)
  }
  const item = (relation: ClaimRelation): Markup => {
    const source = labels.source(relation.sourceId)
    const capture = captureOf(source, relation.quote?.versionId ?? null, messages)
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
          { class: 'sanad-source' },
          el('a', { href: pageHref({ kind: 'source', slug: source.id }, context) }, sourceTitle(source, messages)),
          capture !== null && captureInLine(toPinned(capture, asOf)),
        ),
    )
  }
  return el(
    'section',
    { 'aria-labelledby': 'relations' },
    el('h2', { id: 'relations' }, claims.length === 1 ? ui.relations : ui.relationsOfMany),
    el('ul', {}, relations.map(item)),
    all.size > MOST && el('p', {}, ui.more(all.size - MOST)),
  )
}
