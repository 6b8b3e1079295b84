import type { Messages } from '../../messages/en.ts'
import type { ViewEvent } from '../view/view.ts'
import { el, type Markup } from './markup.ts'
import { mixedText } from './mixed-text.ts'
import { statusBadge, statusSigns } from './status-badge.ts'

/** Returns an event as an item: signs of the speaker's act, its words, its document. */
export function eventItem(event: ViewEvent, messages: Messages): Markup {
  const { text, printed, act, speaker, source, badge, by, href, parts } = event
  const words = mixedText(text.slice(speaker.length), printed, messages.tag)
  return el(
    'li',
    { 'data-status': act },
    act !== null && statusSigns(act),
    el('a', { href }, speaker !== '' && el('b', {}, mixedText(speaker, printed, messages.tag)), words),
    badge !== null && [' ', el('span', { class: 'sanad-by' }, statusBadge(badge.status, badge.word), ' ', by)],
    source !== null && [
      ' ',
      el('a', { class: 'sanad-source', href: source.href }, mixedText(source.title, printed, messages.tag)),
    ],
    parts.map((part) =>
      el(
        'details',
        {},
        el('summary', {}, part.words),
        el(
          'ul',
          {},
          part.events.map((one) => eventItem(one, messages)),
        ),
      ),
    ),
  )
}
