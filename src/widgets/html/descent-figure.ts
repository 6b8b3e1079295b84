import type { Assertion } from '../../domain/assertion.ts'
import { provenanceOfRelation } from '../../domain/claim.ts'
import type { Descent, DescentStep } from '../../domain/descent.ts'
import { isJudged } from '../../domain/provenance.ts'
import { standingOfAct } from '../../domain/standing-of-act.ts'
import type { Messages } from '../../messages/en.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { provenanceWords } from '../../sentences/provenance.ts'
import { capitalised, pickText } from '../../text/languages.ts'
import { claimCard } from '../view/claim-card.ts'
import type { Links } from '../view/links.ts'
import { assertionEvent } from '../view/timeline-event.ts'
import type { CardUtterance } from '../view/view.ts'
import { crowd, type Share } from './crowd.ts'
import { hedged } from './hedged.ts'
import { el, type Markup } from './markup.ts'
import { mixedText } from './mixed-text.ts'
import { translationLine } from './quotation.ts'
import { markedTitle } from './source-title.ts'

export interface DescentContext {
  readonly names: Names
  readonly messages: Messages
  readonly links: Links
}

/**
 * Returns the way of some words back to the earliest wording found, as a figure: a crowd or one dot for each voice, and
 * between two voices the document or the judgement that joins them. Hedges of the quotes are marked.
 */
export function descentFigure(descent: Descent, context: DescentContext): Markup {
  const { details, assertion, steps } = descent
  const { chain } = context.messages.ui
  const derived = new Set(steps.map((step) => step.derived))
  const hasCrowd = [assertion, ...steps.map((step) => step.assertion)].some((one) => shareOf(one) !== null)
  return el(
    'figure',
    { class: 'sanad-descent' },
    el(
      'ol',
      {},
      voice({ details, assertion }, steps[0] ?? null, descent, steps.length > 0, context),
      steps.map((step, i) => voice(step, steps[i + 1] ?? null, descent, derived.has(step.assertion.id), context)),
    ),
    hasCrowd && el('figcaption', { class: 'sanad-source' }, chain.pictured),
  )
}

/**
 * Returns one voice, and below it what joins it to the next one.
 *
 * @param next step that leads to the next voice; null for the last one
 * @param goesOn true if an earlier voice was found
 */
function voice(
  { details, assertion }: Pick<Descent, 'details' | 'assertion'>,
  next: DescentStep | null,
  descent: Descent,
  goesOn: boolean,
  context: DescentContext,
): Markup {
  const { names, messages, links } = context
  const { ui, tag } = messages
  const event = assertionEvent({ claim: details, assertion }, { names, links, header: { messages } })
  const found = claimCard(details, names, messages, links).utterances.find(({ id }) => id === assertion.id)
  const act = standingOfAct(assertion, details)
  return el(
    'li',
    { 'data-status': act },
    el(
      'div',
      { class: 'sanad-voice' },
      el(
        'div',
        { class: 'sanad-figure-of' },
        crowd(shareOf(assertion), act),
        goesOn && el('span', { class: 'sanad-stem' }),
      ),
      el(
        'div',
        {},
        found !== undefined && el('p', { class: 'sanad-source' }, documentLine(found, messages)),
        el(
          'p',
          { class: 'sanad-said' },
          event.speaker !== '' && el('b', {}, mixedText(event.speaker, event.printed, tag)),
          mixedText(event.text.slice(event.speaker.length), event.printed, tag),
        ),
        found?.quote != null &&
          el(
            'blockquote',
            { lang: found.quote.language, dir: 'auto' },
            el('p', {}, hedged(found.quote.value, found.quote.language)),
          ),
        found?.translation != null && translationLine(found.translation, messages),
        details.claim.id !== descent.details.claim.id &&
          el(
            'p',
            { class: 'sanad-source' },
            `${ui.onOtherClaim}: `,
            el(
              'a',
              { href: links.page({ kind: 'claim', slug: details.claim.id }), target: '_top' },
              headlineText(headline(details, names, messages)),
            ),
          ),
        !goesOn && el('p', { class: 'sanad-end' }, ui.chain.end),
        next !== null && joint(next, context),
      ),
    ),
  )
}

const documentLine = ({ source, when }: CardUtterance, messages: Messages): readonly (Markup | string)[] => [
  el('a', { href: source.href, target: '_top' }, markedTitle(source.title, messages)),
  `, ${when}`,
]

/** Returns what joins a voice to the later one: the document that says so, or the judgement, and what changed on the way. */
function joint({ relation }: DescentStep, { names, messages }: DescentContext): Markup {
  const { tag } = messages
  const provenance = provenanceOfRelation(relation)
  const judged = isJudged(provenance)
  const drift = relation.drift ? pickText(relation.drift, tag) : null
  const note = judged && provenance.note ? pickText(provenance.note, tag) : null
  return el(
    'div',
    { class: judged ? 'sanad-joint sanad-judged' : 'sanad-joint' },
    el('p', {}, el('b', {}, capitalised(provenanceWords(provenance, names, messages), tag), ':')),
    drift !== null && el('p', { lang: drift.language }, drift.value),
    note !== null && el('p', { lang: note.language }, note.value),
  )
}

/** Words for a share of a group. Longer ones first: "sebagian besar" is most, "sebagian" is some. */
const SHARES: readonly (readonly [RegExp, Share])[] = [
  [/\b(most|majority|sebagian besar|mayoritas|kebanyakan)\b/iu, 'MOST'],
  [/\b(many|banyak)\b/iu, 'MANY'],
  [/\b(some|several|a few|sebagian|beberapa|sejumlah|terdapat)\b/iu, 'SOME'],
]

/** Returns the share of a group in the words of the source or their translation. Null for one voice, and without such a word. */
function shareOf({ claimantAsPrinted: printed }: Assertion): Share | null {
  if (printed === null) return null
  const words = [printed.value, ...(printed.translations ?? []).map(({ value }) => value)]
  return SHARES.find(([pattern]) => words.some((one) => pattern.test(one)))?.[1] ?? null
}
