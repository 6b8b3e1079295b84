import type { TimelineEvent } from '../../domain/timeline.ts'
import { formatDate } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { eventOf } from './timeline-event.ts'
import { timelineMarks } from './timeline-marks.ts'
import type { MarkKind, TimelineView, ViewDay, ViewEvent, ViewEventGroup } from './view.ts'
import type { ViewContext } from './view-context.ts'

type Group = ViewEventGroup & { readonly events: ViewEvent[] }

/**
 * Groups events by day, then by kind: one document that comes into force brings events of many claims. The words of a
 * long timeline are made in slices.
 */
export async function timelineView(events: readonly TimelineEvent[], context: ViewContext): Promise<TimelineView> {
  const { header } = context
  const { messages } = header
  const said = entriesOn(events, 'ASSERTED')
  const inForce = entriesOn(events, 'HELD_FROM')
  const isBoth = (event: TimelineEvent): boolean => said.has(entryOn(event)) && inForce.has(entryOn(event))
  // An assertion that was said and came into force on one day is one event, under both heads.
  const shown = events.filter((event) => event.kind !== 'HELD_FROM' || !isBoth(event))
  const viewEvents = await mapInSlices(shown, (event) => eventOf(event, context))
  const days = new Map<string | null, Map<string, Group>>()
  for (const [i, event] of shown.entries()) {
    const key = event.kind === 'ASSERTED' && isBoth(event) ? 'BOTH' : event.kind
    const groups = days.get(dayOf(event)) ?? new Map<string, Group>()
    const head = { mark: markOf(event), word: messages.ui.events[event.kind] }
    const group = groups.get(key) ?? {
      heads: key === 'BOTH' ? [head, { mark: 'HOLDS', word: messages.ui.events.HELD_FROM }] : [head],
      isRoutine: event.kind === 'RECORDED',
      events: [],
    }
    group.events.push(...viewEvents.slice(i, i + 1))
    days.set(dayOf(event), groups.set(key, group))
  }
  const dated = [...days].flatMap(([date, groups], i): readonly ViewDay[] =>
    date === null ? [] : [{ number: i + 1, date, when: formatDate(date, messages.tag), groups: [...groups.values()] }],
  )
  return {
    kind: 'timeline',
    header,
    days: dated,
    undated: [...(days.get(null)?.values() ?? [])],
    marks: timelineMarks(shown, isBoth, new Map(dated.map(({ date, number }) => [date, number])), context),
  }
}

const dayOf = ({ date }: TimelineEvent): string | null => (date === null ? null : date.slice(0, 10))
/** Returns a key for one assertion on one claim on one day. */
const entryOn = (event: TimelineEvent): string =>
  JSON.stringify([dayOf(event), event.claim?.claim.id, event.assertion?.id])
const entriesOn = (events: readonly TimelineEvent[], kind: TimelineEvent['kind']): ReadonlySet<string> =>
  new Set(events.filter((event) => event.kind === kind).map(entryOn))

/** Returns the kind of mark of an event. */
const markOf = ({ kind, clock }: TimelineEvent): MarkKind => (kind === 'CAPTURED' ? 'CAPTURED' : clock)
