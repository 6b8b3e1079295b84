import type { ClaimRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Judged } from '../../domain/provenance.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf, printedName } from '../../sentences/claimant-name.ts'
import { headline, statusWithBy } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { namesOfHeadlines } from '../../sentences/names-of-claims.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { shortTitleOf } from '../../sentences/source-title.ts'
import { capitalised, pickText } from '../../text/languages.ts'
import { headlineLine, statusAndBy } from '../../widgets/html/headline-line.ts'
import { linkedText } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { mixedText } from '../../widgets/html/mixed-text.ts'
import { quotation, translationLine } from '../../widgets/html/quotation.ts'
import { captureOf } from '../../widgets/view/card-capture.ts'
import { translationOf } from '../../widgets/view/card-translation.ts'
import type { Attribution } from '../../widgets/view/view.ts'
import { attributionsOfSources } from '../attributions-of.ts'
import { namedLinks } from '../named-links.ts'
import type { PageContext } from '../page.ts'
import { fold } from '../parts/fold.ts'
import { attributionLines } from './attribution-lines.ts'
import { namesWith } from './names-with.ts'

const MAX_RELATIONS = 20

/** Relations of one claim to others that somebody asserted; null without any. Each shows the other claim alone. */
export async function relationSection(
  details: ClaimDetails,
  attributions: readonly Attribution[],
  revision: RevisionNumber,
  context: PageContext,
): Promise<Markup | null> {
  const read = await readRelations([details], attributions, revision, context)
  if (read === null) return null
  const { ui } = context.messages
  const { id } = details.claim
  const item = (relation: ClaimRelation): Markup => {
    const isFrom = relation.fromClaimId === id
    const kinds = isFrom ? ui.claimPage.relates : ui.claimPage.isRelated
    return el(
      'li',
      { class: 'site-relation' },
      el('p', { class: 'site-when' }, el('b', {}, kinds[relation.kind]), isFrom && documentOf(relation, read, context)),
      el(
        'div',
        {},
        ...otherClaim(isFrom ? relation.toClaimId : relation.fromClaimId, read, context),
        ...relationLines(relation, read, context),
      ),
    )
  }
  return el(
    'section',
    { 'aria-labelledby': 'relations' },
    el('h2', { id: 'relations' }, ui.relations),
    el('ul', { class: 'site-relations' }, read.relations.map(item)),
    ...read.rest,
  )
}

/** Relations of many claims in a closed section; null without any. Each shows both of its claims. */
export async function relationFold(
  claims: readonly ClaimDetails[],
  attributions: readonly Attribution[],
  revision: RevisionNumber,
  context: PageContext,
): Promise<Markup | null> {
  const read = await readRelations(claims, attributions, revision, context)
  if (read === null) return null
  const { ui } = context.messages
  const item = (relation: ClaimRelation): Markup =>
    el(
      'li',
      {},
      el('p', {}, whoseSide(relation, read.names, context.messages), read.side(relation.fromClaimId)),
      el('p', {}, el('em', {}, ui.relationKinds[relation.kind]), ' ', read.side(relation.toClaimId)),
      ...relationLines(relation, read, context),
    )
  return fold(ui.relationsOfMany, [el('ul', { class: 'site-relations' }, read.relations.map(item)), ...read.rest], {
    id: 'relations',
    note: String(read.total),
  })
}

interface ReadRelations {
  readonly relations: readonly ClaimRelation[]
  readonly total: number
  readonly names: Names
  readonly known: ReadonlyMap<string, ClaimDetails>
  /** Proposition, status and by-line of a claim at one end, in one line. */
  readonly side: (id: Slug) => Markup | string
  /** Attributions of the documents quoted here that the page lacks, and the number of further relations. */
  readonly rest: readonly (Markup | false)[]
}

/** @param attributions those that the page shows already */
async function readRelations(
  claims: readonly ClaimDetails[],
  attributions: readonly Attribution[],
  revision: RevisionNumber,
  { store, messages, links }: PageContext,
): Promise<ReadRelations | null> {
  // Relations of a claim with itself are in the section of its descent.
  const between = claims.flatMap(({ relations }) => relations).filter((one) => one.fromClaimId !== one.toClaimId)
  const all = new Map(between.map((relation) => [relation.id, relation]))
  if (all.size === 0) return null
  const relations = [...all.values()].slice(0, MAX_RELATIONS)
  const known = new Map<string, ClaimDetails>(claims.map((details) => [details.claim.id, details]))
  const missing = [...new Set(relations.flatMap((r) => [r.fromClaimId, r.toClaimId]))].filter((id) => !known.has(id))
  const read = missing.length === 0 ? [] : await store.claims(missing, revision)
  for (const details of read) if (details) known.set(details.claim.id, details)
  // The claimant or the source of a relation may have no assertion on either claim.
  const sources = relations.flatMap(({ sourceId }) => sourceId ?? [])
  const named = { entities: relations.flatMap(({ claimantId }) => claimantId ?? []), sources }
  const names = await namesWith(await namesOfHeadlines(store, [...known.values()], revision), named, store, revision)
  const side = (id: Slug): Markup | string => {
    const details = known.get(id)
    if (!details) return id
    const words = headline(details, names, messages)
    const by = linkedText(statusWithBy(words).by, namedLinks([details], names, messages, links), [], messages)
    return headlineLine(words, details, links.page({ kind: 'claim', slug: id }), by)
  }
  const shown = new Set(attributions.map(({ text }) => text))
  const rest = [
    ...attributionLines(attributionsOfSources(sources, names).filter(({ text }) => !shown.has(text))),
    all.size > MAX_RELATIONS && el('p', {}, messages.ui.moreRelations(all.size - MAX_RELATIONS)),
  ]
  return { relations, total: all.size, known, names, side, rest }
}

/** Drift, claimant or judgement, quote and document of a relation. */
function relationLines(
  relation: ClaimRelation,
  { names }: ReadRelations,
  { messages, links }: PageContext,
): readonly (Markup | false)[] {
  const { ui, tag } = messages
  const { quote, provenance } = relation
  const source = relation.sourceId === null ? null : names.source(relation.sourceId)
  const capture = captureOf(source, quote?.versionId ?? null, messages, links)
  const translation = quote === null ? null : translationOf(quote, tag)
  const who = whoJoins(relation, names, messages)
  const printed = relation.claimantAsPrinted === null ? [] : [relation.claimantAsPrinted]
  const drift = relation.drift ? pickText(relation.drift, tag) : null
  const title = source && shortTitleOf(source, messages)
  return [
    drift !== null &&
      el('p', {}, `${ui.drift}: `, el('span', { lang: drift.language === tag ? null : drift.language }, drift.value)),
    who !== null && el('p', {}, mixedText(ui.soSays(who), printed, tag)),
    provenance !== undefined && judgementLines(provenance, names, messages),
    quote !== null && quotation({ value: quote.exact, language: quote.language }, source?.url ?? null),
    translation !== null && translationLine(translation, messages),
    source !== null &&
      title !== null &&
      el(
        'p',
        { class: 'sanad-source' },
        el(
          'a',
          { href: links.page({ kind: 'source', slug: source.id }) },
          el('bdi', { lang: title.language === tag ? null : title.language }, title.value),
        ),
        capture !== null && [', ', el('a', { href: capture.href }, capture.words.join(', '))],
      ),
  ]
}

/** Proposition, and below it status and by-line. */
function otherClaim(id: Slug, { known, names }: ReadRelations, { messages, links }: PageContext): readonly Markup[] {
  const details = known.get(id)
  const href = links.page({ kind: 'claim', slug: id })
  if (!details) return [el('p', {}, el('a', { href }, id))]
  const words = headline(details, names, messages)
  const by = linkedText(statusWithBy(words).by, namedLinks([details], names, messages, links), [], messages)
  return [
    el('p', { class: 'site-proposition' }, el('a', { href }, words.proposition)),
    el('p', { class: 'sanad-by' }, statusAndBy(words, standingName(details.status), by)),
  ]
}

/** For a derivation, the document with the words that go back to another claim. */
function documentOf(
  { kind, sourceId }: ClaimRelation,
  { names }: ReadRelations,
  { messages }: PageContext,
): Markup | false {
  if (kind !== 'DERIVED_FROM' || sourceId === null) return false
  return el('span', {}, messages.ui.claimPage.asReadIn(mentionsOf(names, messages)(sourceId)))
}

/** Words before the claim of a derivation: its words come from one source, not from all assertions on the claim. */
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
