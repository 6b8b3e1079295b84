import type { Messages } from '../../messages/en.ts'
import { mapInSlices } from '../../thread/slices.ts'
import type { TimelineView, ViewDay, ViewEvent, ViewEventGroup } from '../view/view.ts'
import { eventsOf } from '../view/view.ts'
import { eventItem } from './event-item.ts'
import { el, join, type Markup } from './markup.ts'

/** Number of days that a long list shows before the folds. */
const SHOWN_DAYS = 12
/** Number of events of one kind on one day before the fold. */
const SHOWN_EVENTS = 4
/** Maximum of days of a list without folds. */
const UNFOLDED_DAYS = 20

/**
 * Returns the events as rows by day, with the act of each speaker. Days of a long list fold by year after the twelfth, and
 * events without a date fold under their number.
 */
export async function timelineList(view: TimelineView, idPrefix: string): Promise<Markup> {
  const { days, undated, header } = view
  const { messages } = header
  const { ui } = messages
  const first = days.length <= UNFOLDED_DAYS ? days : days.slice(0, SHOWN_DAYS)
  return el(
    'div',
    { id: `${idPrefix}list`, class: 'sanad-events' },
    hasBadge(eventsOf(days.flatMap(({ groups }) => groups))) && el('p', { class: 'sanad-source' }, ui.statusNow),
    first.length > 0 && el('ol', {}, await mapInSlices(first, (day) => dayItem(day, messages))),
    await mapInSlices(byYear(days.slice(first.length)), async ([year, later]) =>
      el(
        'details',
        {},
        el(
          'summary',
          {},
          `${String(Number(year))}: ${ui.statements(eventsOf(later.flatMap(({ groups }) => groups)).length)}`,
        ),
        el('ol', { start: later[0]?.number ?? null }, await mapInSlices(later, (day) => dayItem(day, messages))),
      ),
    ),
    undated.length > 0 &&
      el(
        'details',
        { class: 'sanad-undated' },
        el('summary', {}, ui.timelineParts.undated(eventsOf(undated).length)),
        el('ul', {}, await mapInSlices(eventsOf(undated), (event) => eventItem(event, messages))),
      ),
  )
}

const hasBadge = (events: readonly ViewEvent[]): boolean => events.some(({ badge }) => badge !== null)

function byYear(days: readonly ViewDay[]): readonly (readonly [string, readonly ViewDay[]])[] {
  const years = new Map<string, ViewDay[]>()
  for (const day of days) years.set(day.date.slice(0, 4), [...(years.get(day.date.slice(0, 4)) ?? []), day])
  return [...years]
}

const dayItem = async ({ number, date, when, groups }: ViewDay, messages: Messages): Promise<Markup> =>
  el(
    'li',
    { class: 'sanad-day' },
    el(
      'p',
      { class: 'sanad-when' },
      el('span', { 'aria-hidden': 'true' }, number),
      el('time', { datetime: date }, when),
    ),
    el('div', {}, await mapInSlices(groups, (group) => eventGroup(group, messages))),
  )

/** Removes the document from all events but the last, if all of them have the same one. */
function withoutRepeats(events: readonly ViewEvent[]): readonly ViewEvent[] {
  const isShared = new Set(events.map(({ source }) => source?.href)).size === 1
  return isShared ? events.map((event, i) => (i === events.length - 1 ? event : { ...event, source: null })) : events
}

async function eventGroup({ heads, isRoutine, events }: ViewEventGroup, messages: Messages): Promise<Markup> {
  const [shown, later] = [events.slice(0, SHOWN_EVENTS), isRoutine ? [] : events.slice(SHOWN_EVENTS)]
  const listOf = async (some: readonly ViewEvent[]): Promise<Markup> =>
    el('ul', {}, await mapInSlices(withoutRepeats(some), (event) => eventItem(event, messages)))
  const list = join(
    await listOf(isRoutine ? events : shown),
    later.length > 0 &&
      el('details', {}, el('summary', {}, messages.ui.timelineParts.moreEvents(later.length)), await listOf(later)),
  )
  const head = heads.map(({ mark, word }, i) => [
    i > 0 && ' ',
    el('span', { class: 'sanad-clock', 'data-mark': mark }, word),
  ])
  return isRoutine
    ? el(
        'details',
        { class: 'sanad-group' },
        el('summary', {}, head, ` · ${messages.ui.statements(events.length)}`),
        list,
      )
    : el('div', { class: 'sanad-group' }, head, list)
}
