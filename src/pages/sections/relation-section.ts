import type { ClaimRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Judged } from '../../domain/provenance.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf, printedName } from '../../sentences/claimant-name.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { namesOfHeadlines } from '../../sentences/names-of-claims.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { capitalised, pickText } from '../../text/languages.ts'
import { captureInLine } from '../../widgets/html/capture-in-line.ts'
import { headlineLine } from '../../widgets/html/headline-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { mixedText } from '../../widgets/html/mixed-text.ts'
import { quotation, translationLine } from '../../widgets/html/quotation.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { captureOf } from '../../widgets/view/card-capture.ts'
import { translationOf } from '../../widgets/view/card-translation.ts'
import type { Attribution } from '../../widgets/view/view.ts'
import { attributionsOfSources } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import { attributionLines } from './attribution-lines.ts'
import { namesWith } from './names-with.ts'

const MAX_RELATIONS = 20

/**
 * Relations of claims that somebody asserted; null without any.
 *
 * @param attributions those that the page shows already; the section adds those of other sources that it quotes
 */
export async function relationSection(
  claims: readonly ClaimDetails[],
  attributions: readonly Attribution[],
  revision: RevisionNumber,
  context: PageContext,
): Promise<Markup | null> {
  // Relations of a claim with itself are in the section of its descent.
  const between = claims.flatMap(({ relations }) => relations).filter((one) => one.fromClaimId !== one.toClaimId)
  const all = new Map(between.map((relation) => [relation.id, relation]))
  if (all.size === 0) return null
  const { store, messages, links } = context
  const { ui, tag } = messages
  const relations = [...all.values()].slice(0, MAX_RELATIONS)
  const known = new Map(claims.map((details) => [details.claim.id, details]))
  const missing = [...new Set(relations.flatMap((r) => [r.fromClaimId, r.toClaimId]))].filter((id) => !known.has(id))
  const read = missing.length === 0 ? [] : await store.claims(missing, revision)
  for (const details of read) if (details) known.set(details.claim.id, details)
  // The claimant or the source of a relation may have no assertion on either claim.
  const named = {
    entities: relations.flatMap(({ claimantId }) => claimantId ?? []),
    sources: relations.flatMap(({ sourceId }) => sourceId ?? []),
  }
  const names = await namesWith(await namesOfHeadlines(store, [...known.values()], revision), named, store, revision)

  const side = (id: Slug): Markup | string => {
    const details = known.get(id)
    if (!details) return id
    return headlineLine(headline(details, names, messages), details, links.page({ kind: 'claim', slug: id }))
  }
  const item = (relation: ClaimRelation): Markup => {
    const { quote, provenance } = relation
    const source = relation.sourceId === null ? null : names.source(relation.sourceId)
    const capture = captureOf(source, quote?.versionId ?? null, messages, links)
    const translation = quote === null ? null : translationOf(quote, tag)
    const who = whoJoins(relation, names, messages)
    const printed = relation.claimantAsPrinted === null ? [] : [relation.claimantAsPrinted]
    const drift = relation.drift ? pickText(relation.drift, tag) : null
    return el(
      'li',
      {},
      el('p', {}, whoseSide(relation, names, messages), side(relation.fromClaimId)),
      el('p', {}, el('em', {}, ui.relationKinds[relation.kind]), ' ', side(relation.toClaimId)),
      drift !== null &&
        el('p', {}, `${ui.drift}: `, el('span', { lang: drift.language === tag ? null : drift.language }, drift.value)),
      who !== null && el('p', {}, mixedText(ui.soSays(who), printed, tag)),
      provenance !== undefined && judgementLines(provenance, names, messages),
      quote !== null && quotation({ value: quote.exact, language: quote.language }, source?.url ?? null),
      translation !== null && translationLine(translation, messages),
      source !== null &&
        el(
          'p',
          { class: 'sanad-source' },
          el('a', { href: links.page({ kind: 'source', slug: source.id }) }, sourceTitle(source, messages)),
          capture !== null && captureInLine(capture),
        ),
    )
  }
  const shown = new Set(attributions.map(({ text }) => text))
  const quoted = attributionsOfSources(
    relations.flatMap(({ sourceId }) => sourceId ?? []),
    names,
  )
  return el(
    'section',
    { 'aria-labelledby': 'relations' },
    el('h2', { id: 'relations' }, claims.length === 1 ? ui.relations : ui.relationsOfMany),
    el('ul', {}, relations.map(item)),
    ...attributionLines(quoted.filter(({ text }) => !shown.has(text))),
    all.size > MAX_RELATIONS && el('p', {}, ui.more(all.size - MAX_RELATIONS)),
  )
}

/** For a derivation, the paraphrase in the source is the origin, not all assertions on the claim. */
const whoseSide = ({ kind, sourceId }: ClaimRelation, names: Names, messages: Messages): string =>
  kind === 'DERIVED_FROM' && sourceId !== null
    ? `${messages.ui.claimsReadIn(mentionsOf(names, messages)(sourceId))} `
    : ''

/** Claimant of a relation; null where the source itself asserts it, which the lines below show. */
function whoJoins(relation: ClaimRelation, names: Names, messages: Messages): string | null {
  const { claimantId, claimantAsPrinted, sourceId } = relation
  if (claimantId !== null && sourceId !== null)
    return claimantName({ claimantId, claimantAsPrinted, sourceId }, names, messages, mentionsOf(names, messages)).name
  return claimantAsPrinted === null ? null : printedName(claimantAsPrinted, messages)
}

/** Signature and reason of a newsroom's judgement. */
function judgementLines(judged: Judged, names: Names, messages: Messages): Markup {
  const note = judged.note ? pickText(judged.note, messages.tag) : null
  return el(
    'p',
    { class: 'sanad-source' },
    `${capitalised(provenanceWords(judged, names, messages), messages.tag)}. `,
    note !== null && el('span', { lang: note.language === messages.tag ? null : note.language }, note.value),
  )
}
