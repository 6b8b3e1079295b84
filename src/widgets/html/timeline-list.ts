import type { Messages } from '../../messages/en.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { eventsOf, type TimelineView, type ViewDay, type ViewEvent, type ViewEventGroup } from '../view/view.ts'
import { el, join, type Markup } from './markup.ts'
import { mixedText } from './mixed-text.ts'
import { statusBadge } from './status-badge.ts'

/** Returns the legend of the clocks, then the events by day: said, in force, recorded. */
export const timelineList = async ({ days, header: { messages } }: TimelineView, idPrefix: string): Promise<Markup> =>
  join(
    legend(messages, hasBadge(eventsOf(days))),
    el(
      'ol',
      { id: `${idPrefix}list`, class: 'sanad-events' },
      await mapInSlices(days, (day) => dayItem(day, messages)),
    ),
  )

const hasBadge = (events: readonly ViewEvent[]): boolean =>
  events.some(({ badge, parts }) => badge !== null || parts.some((part) => hasBadge(part.events)))

const legend = ({ ui }: Messages, withStatus: boolean): Markup =>
  el(
    'div',
    { class: 'sanad-clocks' },
    (['SAID', 'HOLDS', 'RECORDED'] as const).map((clock) => [
      el('span', { class: 'sanad-clock', 'data-clock': clock }, ui.clockMeans[clock]),
      ' ',
    ]),
    withStatus && el('p', {}, ui.statusNow),
  )

const dayItem = async ({ date, when, groups }: ViewDay, messages: Messages): Promise<Markup> =>
  el(
    'li',
    { class: 'sanad-day' },
    el('p', { class: 'sanad-when' }, date ? el('time', { datetime: date }, when) : when),
    await mapInSlices(groups, (group) => eventGroup(group, messages)),
  )

async function eventGroup({ heads, isRoutine, events }: ViewEventGroup, messages: Messages): Promise<Markup> {
  const { ui } = messages
  const list = el('ul', {}, await mapInSlices(events, (event) => eventItem(event, messages)))
  const head = heads.map(({ clock, word }, i) => [
    i > 0 && ' ',
    el('span', { class: 'sanad-clock', 'data-clock': clock }, word),
  ])
  return isRoutine
    ? el('details', { class: 'sanad-group' }, el('summary', {}, head, ` · ${ui.statements(events.length)}`), list)
    : el('div', { class: 'sanad-group' }, head, list)
}

const eventItem = ({ text, printed, badge, by, href, parts }: ViewEvent, messages: Messages): Markup =>
  el(
    'li',
    {},
    el('a', { href, target: '_top' }, mixedText(text, printed, messages.tag)),
    badge !== null && [' ', el('span', { class: 'sanad-by' }, statusBadge(badge.status, badge.word), ' ', by)],
    parts.map((part) =>
      el(
        'details',
        {},
        el('summary', {}, part.words),
        el(
          'ul',
          {},
          part.events.map((event) => eventItem(event, messages)),
        ),
      ),
    ),
  )
