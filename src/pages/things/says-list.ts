import { actKindOf } from '../../domain/standing-of-act.ts'
import type { Messages } from '../../messages/en.ts'
import type { Names } from '../../sentences/names.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import { capitalised, formatDate } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { quotation, translationLine } from '../../widgets/html/quotation.ts'
import { actBadge } from '../../widgets/html/status-badge.ts'
import { translationOf } from '../../widgets/view/card-translation.ts'
import type { PageContext } from '../page.ts'
import { datedOriginLine } from '../parts/dated-origin-line.ts'
import { type ActGroup, groupActs, phrasesOf, type SpeakerAct } from './speaker-acts.ts'

/**
 * Acts of an entity by document and day: the words once, and below them one line for each claim, with the verb of the speaker.
 * The status of a claim is not shown here, since it does not depend on this entity alone.
 */
export const saysList = async (acts: readonly SpeakerAct[], names: Names, context: PageContext): Promise<Markup> =>
  el('ol', { class: 'site-says' }, await mapInSlices(groupActs(acts), (group) => groupItem(group, names, context)))

function groupItem({ sourceId, date, acts }: ActGroup, names: Names, context: PageContext): Markup {
  const { messages, links } = context
  const { ui, tag } = messages
  const source = names.source(sourceId)
  const quotes = new Set(acts.map(({ assertion }) => assertion.quote?.exact ?? null))
  const [first] = acts
  const shared = sharedHedges(acts, names, messages)
  const isOneQuote = quotes.size === 1 && first !== undefined && first.assertion.quote !== null
  const title = source === null ? sourceId : capitalised(titleInSentence(source, messages), tag)
  return el(
    'li',
    { class: 'site-utterance' },
    el(
      'p',
      { class: 'site-when' },
      date === null ? ui.things.noDate : el('time', { datetime: date.slice(0, 10) }, formatDate(date, tag)),
      ' ',
      el('small', {}, date === null ? ui.things.inTheSource : source && ui.things.sourceKinds[source.kind]),
    ),
    el(
      'div',
      {},
      isOneQuote && words(first, source?.url ?? null, messages),
      el(
        'p',
        { class: 'site-from' },
        el('a', { href: links.page({ kind: 'source', slug: sourceId }) }, title),
        quotes.size === 1 && !isOneQuote && `; ${ui.noQuote}`,
        shared.length > 0 && ` (${shared.join('; ')})`,
      ),
      el(
        'ul',
        { class: 'site-acts' },
        acts.map((act, i) =>
          actItem(act, names, context, { shared, withQuote: !isOneQuote && isLastOfQuote(acts, i) }),
        ),
      ),
    ),
  )
}

/** Whether the next act has other words, so that words of several acts stand once. */
const isLastOfQuote = (acts: readonly SpeakerAct[], i: number): boolean =>
  acts[i]?.assertion.quote != null && acts[i + 1]?.assertion.quote?.exact !== acts[i]?.assertion.quote?.exact

interface ActOptions {
  readonly withQuote: boolean
  /** Hedges that stand above the list already. */
  readonly shared?: readonly string[]
  readonly who?: string | null
}

/** Hedges that all of some acts have, to print once. */
export function sharedHedges(acts: readonly SpeakerAct[], names: Names, messages: Messages): readonly string[] {
  const [first = [], ...others] = acts.map((act) => phrasesOf(act, names, messages).hedges)
  return first.filter((hedge) => others.every((hedges) => hedges.includes(hedge)))
}

/** One act: the verb, the claim, and the words below it if they stand nowhere else. */
export function actItem(
  act: SpeakerAct,
  names: Names,
  context: PageContext,
  { withQuote, shared = [], who = null }: ActOptions,
): Markup {
  const { messages, links } = context
  const { verb, proposition, ...phrases } = phrasesOf(act, names, messages)
  const hedges = phrases.hedges.filter((hedge) => !shared.includes(hedge))
  const { claim } = act.details
  return el(
    'li',
    {},
    el('span', { class: 'site-verb' }, actBadge(actKindOf(act.assertion), capitalised(verb, messages.tag))),
    ' ',
    el(
      'div',
      {},
      who !== null && [el('bdi', { class: 'site-who' }, who), ': '],
      el('a', { class: 'sanad-proposition', href: links.page({ kind: 'claim', slug: claim.id }) }, proposition),
      hedges.length > 0 && [' ', el('small', {}, `(${hedges.join('; ')})`)],
      withQuote && readableWords(act, messages),
      datedOriginLine(act.assertion, act.details, names, context),
    ),
  )
}

/** The quote of an act and its translation; false without a quote. @param cite URL of the document; null if unknown */
export function words({ assertion: { quote } }: SpeakerAct, cite: string | null, messages: Messages): Markup | false {
  if (quote === null) return false
  const translation = translationOf(quote, messages.tag)
  return el(
    'div',
    { class: 'site-words' },
    quotation({ value: quote.exact, language: quote.language }, cite),
    translation !== null && translationLine(translation, messages),
  )
}

/** The words in the reader's language: the quote, or its translation. The page of the claim has both. */
function readableWords({ assertion: { quote } }: SpeakerAct, messages: Messages): Markup | false {
  if (quote === null) return false
  const translation = translationOf(quote, messages.tag)
  if (translation !== null) return el('div', { class: 'site-words' }, translationLine(translation, messages))
  return el('div', { class: 'site-words' }, quotation({ value: quote.exact, language: quote.language }, null))
}
