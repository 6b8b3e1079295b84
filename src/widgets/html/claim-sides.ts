import { actKindOf } from '../../domain/standing-of-act.ts'
import type { Messages } from '../../messages/en.ts'
import type { CardUtterance, ClaimCard } from '../view/view.ts'
import { el, type Markup } from './markup.ts'
import { mixedText } from './mixed-text.ts'
import { quotation, translationLine } from './quotation.ts'
import { markedTitle } from './source-title.ts'
import { statusMark } from './status-badge.ts'

/**
 * Returns two statements on a claim side by side, with a rule in the line of the status between them. On the left is the
 * statement of the card's `lead`, on the right the first one that contradicts it. Without a contradiction, the left one
 * stands alone. Null if no statement takes a side.
 */
export function claimSides({ utterances, lead }: ClaimCard, messages: Messages): Markup | null {
  const speaking = utterances.filter(({ polarity }) => polarity !== 'UNKNOWN')
  const left = speaking.find(({ id }) => id === lead?.id) ?? speaking.find(({ decides }) => decides) ?? speaking[0]
  if (!left) return null
  const contradicting = speaking.filter(({ polarity }) => polarity !== left.polarity)
  const right = contradicting.find(({ decides }) => decides) ?? contradicting[0]
  return el(
    'div',
    { class: right ? 'sanad-sides' : 'sanad-sides sanad-alone' },
    side(left, messages),
    right !== undefined && [el('div', { class: 'sanad-versus' }), side(right, messages)],
  )
}

/** Returns one statement: speaker and stance, the words, the document, the day. */
function side(utterance: CardUtterance, messages: Messages): Markup {
  const { who, printed, act, quote, translation, source, when, documentedPeriod } = utterance
  const stance = actKindOf(utterance)
  return el(
    'div',
    { class: 'sanad-side', 'data-status': stance },
    el(
      'p',
      { class: 'sanad-stance' },
      statusMark(stance),
      el('bdi', {}, mixedText(who, printed ? [printed] : [], messages.tag)),
      ` ${act}`,
    ),
    quote !== null && quotation(quote, source.url),
    translation !== null && translationLine(translation, messages),
    el(
      'p',
      { class: 'sanad-source' },
      el('a', { href: source.href }, markedTitle(source.title, messages)),
      ` · ${when}`,
      documentedPeriod !== null && ` · ${documentedPeriod}`,
    ),
  )
}
