import type { Assertion } from '../../domain/assertion.ts'
import { provenanceOfRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Descent, DescentStep } from '../../domain/descent.ts'
import { isJudged } from '../../domain/provenance.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf, printedName } from '../../sentences/claimant-name.ts'
import { descentSentence } from '../../sentences/descent.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { shortTitleOf } from '../../sentences/source-title.ts'
import { capitalised, formatDate, pickText } from '../../text/languages.ts'
import { statusAndBy } from '../../widgets/html/headline-line.ts'
import { hedgeIn } from '../../widgets/html/hedged.ts'
import { linkedText, type NamedLink } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { quotation, translationLine } from '../../widgets/html/quotation.ts'
import { translationOf } from '../../widgets/view/card-translation.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'
import { namesWith } from '../sections/names-with.ts'
import { headOf } from './statements-section.ts'

/** Maximum of points side by side. Points of longer and branched chains stand below each other. */
const MAX_BESIDE = 3

/** Descents of the words of a claim, each point by point from the earliest wording found; null if none is recorded. */
export async function chainSection(
  { claim }: ClaimDetails,
  carried: Names,
  named: readonly NamedLink[],
  revision: RevisionNumber,
  context: PageContext,
): Promise<Markup | null> {
  const { store, messages } = context
  const descents = carried.descents(claim.id)
  if (descents.length === 0) return null
  const documents = descents.flatMap(({ steps }) => steps.flatMap(({ relation }) => relation.sourceId ?? []))
  const names = await namesWith(carried, { sources: documents }, store, revision)
  return el(
    'section',
    { 'aria-labelledby': 'descent' },
    headOf('descent', messages.ui.descent, messages.ui.claimPage.earliestFirst),
    descents.map((descent) => [
      el('p', { class: 'site-why' }, linkedText(descentSentence(descent, names, messages), named, [], messages)),
      el('ol', { class: chainClass(descent) }, pointsOf(descent, names, context)),
      changeBox(descent, names, context),
    ]),
  )
}

const chainClass = ({ assertion, steps }: Descent): string => {
  const isLine = steps.every(({ derived }, i) => derived === (i === 0 ? assertion.id : steps[i - 1]?.assertion.id))
  return isLine && steps.length < MAX_BESIDE ? 'site-chain site-chain-beside' : 'site-chain'
}

/** Points from the earliest wording to the words of the claim. The line after a point is the relation to the next one. */
function pointsOf(descent: Descent, names: Names, context: PageContext): readonly Markup[] {
  const { details, assertion, steps } = descent
  const derived = new Set(steps.map((step) => step.derived))
  return [
    ...steps
      .toReversed()
      .map((step) => pointItem(step, { step, isEarliest: !derived.has(step.assertion.id), details }, names, context)),
    pointItem({ details, assertion }, { step: null, isEarliest: false, details }, names, context),
  ]
}

function pointItem(
  { details, assertion }: Pick<DescentStep, 'details' | 'assertion'>,
  { step, isEarliest, details: start }: { step: DescentStep | null; isEarliest: boolean; details: ClaimDetails },
  names: Names,
  context: PageContext,
): Markup {
  const { messages, links } = context
  const { ui, tag } = messages
  const { quote, sourceId, claimantAsPrinted, assertedAt } = assertion
  const source = names.source(sourceId)
  const translation = quote === null ? null : translationOf(quote, tag)
  const provenance = step && provenanceOfRelation(step.relation)
  const isOwn = provenance != null && isJudged(provenance)
  const wasRead = !isRetelling(assertion, names)
  const claimant = claimantName(assertion, names, messages, mentionsOf(names, messages))
  const who = claimant.isOwn ? claimant.name : capitalised(claimant.name, tag)
  const href = links.page({ kind: 'source', slug: sourceId })
  const title = source ? shortTitleOf(source, messages) : { value: sourceId, language: tag }
  const words = headline(details, names, messages)
  return el(
    'li',
    {
      class: `site-point${wasRead ? '' : ' site-unread'}${step === null ? '' : isOwn ? ' site-judged' : ' site-sourced'}`,
    },
    step !== null &&
      el(
        'p',
        { class: 'site-by-whom' },
        isOwn ? ui.claimPage.byNewsroom : provenanceWords(provenance ?? undefined, names, messages),
      ),
    leadingWord(assertion, names, messages),
    el(
      'p',
      { class: 'site-point-who' },
      el('b', {}, el('bdi', {}, linkedText(who, [], claimantAsPrinted ? [claimantAsPrinted] : [], messages))),
      !wasRead && ` (${ui.claimPage.notRead})`,
    ),
    quote !== null &&
      quotation({ value: quote.exact, language: quote.language }, source?.url ?? null, { marksHedges: true }),
    translation !== null && translationLine(translation, messages),
    el(
      'p',
      { class: 'sanad-source' },
      el('a', { href }, el('bdi', { lang: title.language === tag ? null : title.language }, title.value)),
      ` · ${assertedAt === null ? ui.dateUnknown : formatDate(assertedAt, tag)}`,
    ),
    isEarliest && el('p', { class: 'site-note' }, ui.claimPage.earliest),
    details.claim.id !== start.claim.id &&
      el(
        'p',
        { class: 'sanad-source' },
        `${ui.onOtherClaim}: `,
        el('a', { href: links.page({ kind: 'claim', slug: details.claim.id }) }, words.proposition),
        ' ',
        el('span', { class: 'sanad-by' }, statusAndBy(words, claimCard(details, names, messages, links).status)),
      ),
  )
}

/** The hedge of a quote, or else the words for a group, in large type. They are read below, so screen readers skip them. */
function leadingWord(
  { quote, claimantId, claimantAsPrinted }: Assertion,
  names: Names,
  messages: Messages,
): Markup | false {
  const hedge = quote === null ? null : hedgeIn(quote.exact, quote.language)
  if (quote !== null && hedge !== null)
    return el('p', { class: 'site-leading', lang: quote.language, 'aria-hidden': 'true' }, messages.quoted(hedge))
  const isGroup = claimantId !== null && names.entity(claimantId)?.kind === 'Group'
  if (!isGroup || claimantAsPrinted === null) return false
  return el('p', { class: 'site-leading', 'aria-hidden': 'true' }, printedName(claimantAsPrinted, messages, false))
}

/** Whether a retelling was read instead of the named claimant's own words. */
const isRetelling = ({ claimantId, evidentiality }: Assertion, names: Names): boolean =>
  evidentiality === 'INDIRECT_SPEECH' && claimantId !== null && names.entity(claimantId)?.kind !== 'Group'

/** Box of changes on the way, with the reasons and the signature of the newsroom; nothing where no change is recorded. */
function changeBox({ steps }: Descent, names: Names, { messages }: PageContext): Markup | false {
  const { tag, ui } = messages
  const lines = steps.toReversed().flatMap(({ relation }) => {
    const provenance = provenanceOfRelation(relation)
    const drift = relation.drift ? pickText(relation.drift, tag) : null
    const note = isJudged(provenance) && provenance.note ? pickText(provenance.note, tag) : null
    if (drift === null && note === null) return []
    return [
      el(
        'p',
        {},
        drift !== null &&
          el('b', { class: 'site-drift', lang: drift.language === tag ? null : drift.language }, drift.value),
        note !== null && [' ', el('span', { lang: note.language === tag ? null : note.language }, note.value)],
        ' ',
        el('span', { class: 'site-note' }, `${capitalised(provenanceWords(provenance, names, messages), tag)}.`),
      ),
    ]
  })
  return (
    lines.length > 0 && el('div', { class: 'site-change' }, el('p', {}, el('b', {}, `${ui.claimPage.changed}`)), lines)
  )
}
