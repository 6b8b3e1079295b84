import { provenanceOfRelation } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Descent, DescentStep } from '../../domain/descent.ts'
import { isJudged } from '../../domain/provenance.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { descentSentence } from '../../sentences/descent.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { capitalised, pickText } from '../../text/languages.ts'
import { utteranceBlock } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'
import { namesWith } from './names-with.ts'

/** Way of the words of a claim back to the earliest wording found, step by step; null if none is recorded. */
export async function descentSection(
  { claim }: ClaimDetails,
  carried: Names,
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
    el('h2', { id: 'descent' }, messages.ui.descent),
    descents.map((descent) => [
      el('p', { class: 'site-lead' }, descentSentence(descent, names, messages)),
      el('ol', { class: 'site-descent' }, listOf(descent, names, context)),
    ]),
  )
}

function listOf(descent: Descent, names: Names, context: PageContext): readonly Markup[] {
  const { details, assertion, steps } = descent
  const derived = new Set(steps.map((step) => step.derived))
  return [
    el('li', {}, utterance({ details, assertion }, names, context)),
    ...steps.map((step) => stepItem(step, details, !derived.has(step.assertion.id), names, context)),
  ]
}

function stepItem(
  step: DescentStep,
  start: ClaimDetails,
  isEarliest: boolean,
  names: Names,
  context: PageContext,
): Markup {
  const { messages, links } = context
  const { ui, tag } = messages
  const { relation, details } = step
  const provenance = provenanceOfRelation(relation)
  const drift = relation.drift ? pickText(relation.drift, tag) : null
  const note = isJudged(provenance) && provenance.note ? pickText(provenance.note, tag) : null
  return el(
    'li',
    isEarliest ? { class: 'site-earliest' } : {},
    el(
      'p',
      { class: 'sanad-source' },
      el('em', {}, capitalised(provenanceWords(provenance, names, messages), tag), ':'),
    ),
    drift !== null && el('p', { class: 'site-drift', lang: drift.language }, drift.value),
    note !== null && el('p', { class: 'sanad-source', lang: note.language }, note.value),
    isEarliest && el('p', { class: 'site-kind' }, ui.earliest),
    utterance(step, names, context),
    details.claim.id !== start.claim.id &&
      el(
        'p',
        { class: 'sanad-source' },
        `${ui.onOtherClaim}: `,
        el(
          'a',
          { href: links.page({ kind: 'claim', slug: details.claim.id }) },
          headlineText(headline(details, names, messages)),
        ),
      ),
  )
}

function utterance(
  { details, assertion }: Pick<Descent, 'details' | 'assertion'>,
  names: Names,
  { messages, links }: PageContext,
): Markup | false {
  const { utterances } = claimCard(details, names, messages, links)
  const found = utterances.find(({ id }) => id === assertion.id)
  return found !== undefined && utteranceBlock({ ...found, decides: false }, messages)
}
