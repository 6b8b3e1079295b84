import { groupByAssent } from '../../domain/assent.ts'
import type { Messages } from '../../messages/en.ts'
import { statusWithBy } from '../../sentences/headline.ts'
import { mapInSlices } from '../../thread/slices.ts'
import type { CardLead, CardUtterance, ClaimCard } from '../view/view.ts'
import { assessmentLine } from './assessment-line.ts'
import { captureInLine } from './capture-in-line.ts'
import { claimSides } from './claim-sides.ts'
import { statusAndBy } from './headline-line.ts'
import { linkedText, type NamedLink } from './linked-text.ts'
import { el, join, type Markup, safeUrl } from './markup.ts'
import { mixedText } from './mixed-text.ts'
import { presumptionLines } from './presumption-lines.ts'
import { quotation, translationLine } from './quotation.ts'
import { markedTitle } from './source-title.ts'

/**
 * Returns the claims as a list, which is complete without the drawing: each item has the headline, words with source and
 * date, the annotations, and the sentence with all utterances.
 *
 * @param named pages of names in the by-lines; none in an embed, which stays small
 * @param isOpen whether the two sides are shown in place of the leading words, as on the card of one claim
 */
export const claimList = async (
  cards: readonly ClaimCard[],
  messages: Messages,
  idPrefix = '',
  isOpen = false,
  named: readonly NamedLink[] = [],
): Promise<Markup> =>
  el(
    'ol',
    { id: `${idPrefix}list`, class: 'sanad-claims' },
    await claimItems(cards, messages, idPrefix, isOpen ? 'SIDES' : 'COMPLETE', named),
  )

/** Content of an item. COMPLETE has every utterance, SIDES has the two sides too, SHORT has neither, for small embeds. */
export type ItemForm = 'COMPLETE' | 'SIDES' | 'SHORT'

/** Returns the items of a list of claims. */
export const claimItems = (
  cards: readonly ClaimCard[],
  messages: Messages,
  idPrefix: string,
  form: ItemForm,
  named: readonly NamedLink[] = [],
): Promise<readonly Markup[]> => mapInSlices(cards, (card) => claimItem(card, messages, idPrefix, form, named))

function claimItem(
  card: ClaimCard,
  messages: Messages,
  idPrefix: string,
  form: ItemForm,
  named: readonly NamedLink[],
): Markup {
  const { ui } = messages
  const { printed = [] } = card
  return el(
    'li',
    { id: `${idPrefix}claim-${card.slug}`, class: 'sanad-claim', 'data-status': card.status },
    el(
      'p',
      { class: 'sanad-line' },
      el('a', { class: 'sanad-proposition', href: card.href }, card.headline.proposition),
    ),
    el(
      'p',
      { class: 'sanad-by' },
      statusAndBy(card.headline, card.status, linkedText(byLineOf(card), named, printed, messages)),
    ),
    form === 'SIDES' ? claimSides(card, messages) : card.lead !== null && leadLines(card.lead, messages),
    card.contradiction !== null && el('p', { class: 'sanad-caveat' }, card.contradiction),
    (card.descents ?? []).map((sentence) => el('p', { class: 'sanad-caveat' }, sentence)),
    card.assessment !== null && assessmentLine(card.assessment),
    card.utterances.length > 0 &&
      el(
        'details',
        { class: 'sanad-said' },
        el('summary', {}, ui.saidBy, ` (${card.utterances.length})`),
        el('p', {}, mixedText(card.body, printed, messages.tag)),
        presumptionLines(card.presumed),
        form !== 'SHORT' && utteranceLists(card, messages, idPrefix),
      ),
  )
}

/** The by-line without the words and the document that stand below it. */
const byLineOf = ({ headline, shorter }: ClaimCard): string => shorter?.[0] ?? statusWithBy(headline).by

/** Returns the words of a card, then source and date. */
const leadLines = ({ quote, source, href, when, whenInShort }: CardLead, { quoted }: Messages): Markup =>
  join(
    quote !== null && el('blockquote', { class: 'sanad-lead', lang: quote.language, dir: 'auto' }, quoted(quote.value)),
    el('p', { class: 'sanad-source' }, el('a', { href }, source), whenInShort !== '' && `, ${when}`),
  )

/** Returns the utterances as one list, or as a list for each assent, with a heading, where their assents differ. */
function utteranceLists({ slug, utterances }: ClaimCard, messages: Messages, idPrefix: string): readonly Markup[] {
  const groups = groupByAssent(utterances)
  return groups.flatMap(({ assent, given }) => {
    const id = groups.length > 1 && `${idPrefix}${slug}-${assent.toLowerCase()}`
    const items = given.map((utterance) => el('li', {}, utteranceBlock(utterance, messages)))
    const list = el('ul', { class: 'sanad-utterances', 'aria-labelledby': id }, items)
    return id === false ? [list] : [el('p', { id, class: 'sanad-assent' }, messages.ui.assents[assent]), list]
  })
}

/** Returns one utterance: who says so, the words, and the document. */
function utteranceBlock(utterance: CardUtterance, messages: Messages): Markup {
  const { ui } = messages
  const { quote, translation, source, archive } = utterance
  return join(
    el(
      'p',
      { class: 'sanad-who' },
      el('b', {}, el('bdi', {}, mixedText(utterance.who, utterance.printed ? [utterance.printed] : [], messages.tag))),
      ` ${utterance.act} · `,
      utterance.date === null ? utterance.when : el('time', { datetime: utterance.date.slice(0, 10) }, utterance.when),
      quote === null && [' · ', ui.noQuote],
      utterance.decides && [' · ', el('em', {}, ui.decides)],
    ),
    quote !== null && quotation(quote, source.url),
    translation !== null && translationLine(translation, messages),
    el(
      'p',
      { class: 'sanad-source' },
      el('a', { href: source.href }, markedTitle(source.title, messages)),
      utterance.capture !== null && captureInLine(utterance.capture),
      source.url !== null && [' · ', outsideLink(source.url)],
      archive !== null &&
        (archive.url === null
          ? ` · ${ui.archivedBy}: ${archive.name}`
          : [` · ${ui.archived}: `, outsideLink(archive.url)]),
      utterance.documentedPeriod !== null && ` · ${utterance.documentedPeriod}`,
    ),
  )
}

/** Returns a link with its URL as text, since some embeds cannot open links. An unsafe URL is text alone. */
export const outsideLink = (url: string, text = url): Markup =>
  safeUrl(url) === null
    ? el('bdi', {}, text)
    : el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, el('bdi', {}, text))
