import { groupByAssent } from '../../domain/assent.ts'
import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Revision } from '../../domain/revision.ts'
import { type StandingName, standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import { entrySentence } from '../../sentences/correction-phrases.ts'
import type { Names } from '../../sentences/names.ts'
import { shortTitleOf } from '../../sentences/source-title.ts'
import { statusMeaning } from '../../sentences/status-meaning.ts'
import { capitalised, formatDate } from '../../text/languages.ts'
import { linkedText, type NamedLink } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { presumptionLines } from '../../widgets/html/presumption-lines.ts'
import { quotation, translationLine } from '../../widgets/html/quotation.ts'
import { statusMark } from '../../widgets/html/status-badge.ts'
import type { CardUtterance, ClaimCard } from '../../widgets/view/view.ts'
import type { PageContext } from '../page.ts'
import { datedOriginLine } from '../parts/dated-origin-line.ts'

/** A claim with its card, and the names in its words with their pages. */
export interface ClaimOnPage {
  readonly card: ClaimCard
  readonly details: ClaimDetails
  readonly names: Names
  readonly named: readonly NamedLink[]
}

/**
 * Statements on a claim, grouped by their assent if these differ. In each group, those that decide the status come first, and
 * reports of the unknown last. If no assertion counts any more, the earlier ones are listed with their corrections.
 */
export function statementsSection(claim: ClaimOnPage, revisions: readonly Revision[], context: PageContext): Markup {
  const { card, details, names } = claim
  const { messages } = context
  const { ui } = messages
  const { utterances } = card
  const placeOf = (one: CardUtterance): number => (one.decides ? 0 : one.stance === 'REPORTS_UNKNOWN' ? 2 : 1)
  const inOrder = utterances.toSorted((a, b) => placeOf(a) - placeOf(b))
  const groups = groupByAssent(inOrder)
  const none = details.assertions.length > 0 ? ui.noneStands : ui.neverSaid
  return el(
    'section',
    { 'aria-labelledby': 'said' },
    headOf('said', ui.saidBy, inOrder.length > 0 ? ui.claimPage.statements(inOrder.length, groups.length) : null),
    el('p', { class: 'site-why' }, inOrder.length > 0 ? statusMeaning(details, messages) : none),
    ...presumptionLines(card.presumed),
    card.contradiction !== null &&
      el('p', { class: 'sanad-caveat' }, linkedText(card.contradiction, claim.named, [], messages)),
    groups.map(({ assent, given }) => {
      const id = groups.length > 1 && `assent-${assent.toLowerCase()}`
      const deciding = given.filter(({ decides }) => decides).length
      return [
        id !== false && el('h3', { id, class: 'site-assent' }, ui.assents[assent]),
        el(
          'ol',
          { class: 'site-voices', 'aria-labelledby': id },
          given.map((one, i) => statementItem(one, i === 0 && one.decides ? deciding : 0, claim, context)),
        ),
      ]
    }),
    inOrder.length === 0 && details.assertions.length > 0 && correctedAssertions(details, revisions, names, messages),
  )
}

/** Heading of a section, with a note at the end of its line. */
export const headOf = (id: string, title: string, note: string | null): Markup =>
  el('div', { class: 'site-head' }, el('h2', { id }, title), note !== null && el('p', { class: 'site-note' }, note))

/** @param deciding number of statements of a group that decide the status, on the first of them; 0 on the others */
function statementItem(
  utterance: CardUtterance,
  deciding: number,
  { details, names, named }: ClaimOnPage,
  context: PageContext,
): Markup {
  const { messages } = context
  const { ui, tag } = messages
  const { quote, translation, printed, archive, capture } = utterance
  const assertion = details.assertions.find(({ id }) => id === utterance.id)
  const source = assertion ? names.source(assertion.sourceId) : null
  const title = source ? shortTitleOf(source, messages) : utterance.source.title
  const stance = stanceIcon(utterance)
  const isName = assertion !== undefined && claimantName(assertion, names, messages, mentionsOf(names, messages)).isOwn
  const who = isName ? utterance.who : capitalised(utterance.who, tag)
  return el(
    'li',
    { id: `said-${utterance.id}` },
    el('div', { class: 'site-when' }, assertion ? dateLines(assertion, messages) : false),
    el(
      'div',
      { class: 'site-voice' },
      el(
        'p',
        { class: 'sanad-who', 'data-stance': stance },
        statusMark(stance),
        el('b', {}, el('bdi', {}, linkedText(who, named, printed ? [printed] : [], messages))),
        ' ',
        el('span', { class: 'site-act' }, utterance.act),
        quote === null && `, ${ui.noQuote}`,
        deciding > 0 && [' ', el('em', { class: 'site-tag' }, ui.claimPage.decides(deciding))],
      ),
      quote !== null && quotation(quote, utterance.source.url),
      translation !== null && translationLine(translation, messages),
      el(
        'p',
        { class: 'sanad-source' },
        el(
          'a',
          { href: utterance.source.href },
          el('bdi', { lang: title.language === tag ? null : title.language }, title.value),
        ),
        capture !== null && [', ', el('a', { href: capture.href }, capture.words.join(', '))],
        archive !== null && `. ${ui.archivedBy}: ${archive.name}`,
      ),
      assertion !== undefined && datedOriginLine(assertion, details, names, context),
    ),
  )
}

/** Standing whose icon shows a stance. The verb stands beside it, so readers take it for the stance, not for the status of the claim. */
const stanceIcon = ({ stance, polarity }: Pick<Assertion, 'stance' | 'polarity'>): StandingName =>
  standingName({ status: STATUS_OF[stance], polarity: polarity === 'UNKNOWN' ? null : polarity })

const STATUS_OF = {
  STATES: 'STATED',
  CONFIRMS: 'CONFIRMED',
  DENIES: 'DENIED',
  ALLEGES: 'ALLEGED',
  SPECULATES: 'SPECULATED',
  REPORTS_UNKNOWN: 'UNKNOWN',
  RETRACTS: 'RETRACTED',
} as const

/** Day of the words, and the period in which they were in force. */
function dateLines({ assertedAt, heldFrom, heldUntil }: Assertion, { ui, tag }: Messages): readonly Markup[] {
  const time = (date: string): Markup => el('time', { datetime: date.slice(0, 10) }, formatDate(date, tag))
  const words = ui.claimPage
  return [
    ...(assertedAt === null ? [] : [el('b', {}, time(assertedAt))]),
    ...(heldFrom === null ? [] : [el('span', {}, words.since), el('b', {}, time(heldFrom))]),
    ...(heldUntil === null ? [] : [el('span', {}, words.until), el('b', {}, time(heldUntil))]),
    ...(assertedAt === null && heldFrom === null && heldUntil === null
      ? [el('b', {}, words.noDate), el('span', {}, words.inSource)]
      : []),
  ]
}

function correctedAssertions(
  details: ClaimDetails,
  revisions: readonly Revision[],
  names: Names,
  messages: Messages,
): Markup {
  const { ui, tag } = messages
  const { assertions, recordedIn } = details
  const gone = assertions.filter((a) => !wasSaid(a) || a.stance === 'RETRACTS')
  const items = gone.map((assertion) => {
    const asOf = revisions.find(({ number }) => number === recordedIn[assertion.id])?.recordedAt
    const source = names.source(assertion.sourceId)
    const title = source ? shortTitleOf(source, messages) : { value: assertion.sourceId, language: tag }
    return el(
      'li',
      {},
      `${entrySentence(assertion, details, names, messages)} · `,
      el('bdi', { lang: title.language === tag ? null : title.language }, title.value),
      ` · ${asOf === undefined ? ui.dateUnknown : formatDate(asOf, tag)}`,
      assertion.withdrawn !== null && `: ${ui.events.WITHDRAWN}: ${assertion.withdrawn}`,
    )
  })
  return el('ul', {}, items)
}
