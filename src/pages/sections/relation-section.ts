import type { ClaimRelation } from '../../domain/claim.ts'
import type { GraphStore, WholeClaim } from '../../domain/graph-store.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf, printedName } from '../../sentences/claimant-name.ts'
import { headingOf } from '../../sentences/heading.ts'
import type { Labels } from '../../sentences/names.ts'
import { labelsOfClaims } from '../../sentences/names-of-claims.ts'
import { statusWord } from '../../sentences/sentence.ts'
import { pickText } from '../../text/languages.ts'
import { captureInLine, captureOf } from '../../widgets/html/captures.ts'
import { statusBadge } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { mixedText } from '../../widgets/html/mixed-text.ts'
import { quotation, translationLine, translationOf } from '../../widgets/html/quotation.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { pageHref, toPinned } from '../as-of-links.ts'
import type { PageContext } from '../page.ts'

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
  const labels = await withClaimants(relations, await labelsOfClaims(store, [...known.values()], at), store, at)

  const side = (id: string): Markup | string => {
    const whole = known.get(id)
    if (!whole) return id
    const words = headingOf(whole, labels, messages)
    const badge = statusBadge(whole.status.status, statusWord(whole.status, messages))
    return el('span', {}, el('a', { href: pageHref({ kind: 'claim', slug: id }, context) }, words), ' ', badge)
  }
  const item = (relation: ClaimRelation): Markup => {
    const source = labels.source(relation.sourceId)
    const { quote } = relation
    const capture = captureOf(source, quote?.versionId ?? null, messages)
    const translation = quote === null ? null : translationOf(quote, tag)
    const who = whoJoins(relation, labels, messages)
    const printed = relation.claimantAsPrinted === null ? [] : [relation.claimantAsPrinted]
    const drift = relation.drift ? pickText(relation.drift, tag) : null
    return el(
      'li',
      {},
      el(
        'p',
        {},
        whoseSide(relation, labels, messages),
        side(relation.fromClaimId),
        ` ${ui.relationKinds[relation.kind]} `,
        side(relation.toClaimId),
      ),
      drift !== null && el('p', {}, `${ui.drift}: `, el('span', { lang: drift.language }, drift.value)),
      who !== null && el('p', {}, mixedText(ui.soSays(who), printed, tag)),
      quote !== null && quotation({ value: quote.exact, language: quote.language }, source?.url ?? null),
      translation !== null && translationLine(translation, messages),
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

/** What goes back to something else is what a document says, not all that anybody says on the claim. */
const whoseSide = ({ kind, sourceId }: ClaimRelation, labels: Labels, messages: Messages): string =>
  kind === 'DERIVED_FROM' ? `${messages.ui.whatIsSaidIn(mentionsOf(labels, messages)(sourceId))} ` : ''

/** Null where nobody is named: the document says so itself, which stands below. */
function whoJoins(relation: ClaimRelation, labels: Labels, messages: Messages): string | null {
  const { claimantId, claimantAsPrinted } = relation
  if (claimantId !== null) return claimantName(relation, labels, messages, mentionsOf(labels, messages)).name
  return claimantAsPrinted === null ? null : printedName(claimantAsPrinted, messages)
}

/** Who joins two claims need have said nothing on either. */
async function withClaimants(
  relations: readonly ClaimRelation[],
  labels: Labels,
  store: GraphStore,
  at: number,
): Promise<Labels> {
  const ids = [...new Set(relations.flatMap(({ claimantId }) => claimantId ?? []))]
  const missing = ids.filter((id) => labels.entity(id) === null)
  if (missing.length === 0) return labels
  const read = await store.entities(missing, at)
  return { ...labels, entity: (id) => labels.entity(id) ?? read.find((entity) => entity?.id === id) ?? null }
}
