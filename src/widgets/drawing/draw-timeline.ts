import { el, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import {
  eventsOf,
  type TimelineView,
  type ViewDay,
  type ViewEvent,
  type ViewEventGroup,
  type ViewEventHead,
} from '../view/view.ts'
import { createStack, type Drawn } from './stack.ts'
import { CHIP_HEIGHT, statusChip } from './status-chip.ts'

export interface PictureOptions {
  readonly width: number
  readonly theme: Theme
}

/** Maximum of events that is legible. A line counts further ones. */
const MAX_EVENTS = 24
/** Indent of the text beside the marks, in px. */
const INDENT = 20

/**
 * Draws a timeline as a picture: the events of each day with the mark of their clock and the current status of each
 * claim. Events of recording are counted, as in the list.
 */
export function drawTimeline({ days, header: { messages } }: TimelineView, { width, theme }: PictureOptions): Drawn {
  const { ui, direction } = messages
  const rtl = direction === 'rtl'
  const stack = createStack({ x: 0, y: 0, width, rtl, theme })
  const { shown, leftOut } = firstEvents(days)
  const event = ({ text, badge, by, parts }: ViewEvent): void => {
    stack.text(text, { size: 14, colour: 'text', indent: INDENT, gap: 1 })
    for (const { words } of parts) stack.text(words, { size: 13, colour: 'muted', indent: INDENT, gap: 1 })
    if (badge) {
      const place = { x: rtl ? width - INDENT : INDENT, width: width - INDENT, rtl, theme }
      stack.put((y) => statusChip(badge.status, badge.word, { ...place, y }), CHIP_HEIGHT)
      stack.text(by, { size: 13, colour: 'muted', indent: INDENT, gap: 1 })
    }
    stack.space(4)
  }
  for (const { when, groups } of shown) {
    stack.text(when, { size: 15, colour: 'text', weight: 'bold', gap: 2 })
    stack.put((y) => el('path', { d: `M0 ${y}H${width}`, stroke: TOKENS.colours.line[theme] }), 6)
    for (const { heads, isRoutine, events } of groups) {
      for (const { clock, word } of heads) {
        stack.put((y) => clockMark(clock, rtl ? width - 6 : 6, y + 9, theme))
        const counted = isRoutine ? `${word} · ${ui.statements(events.length)}` : word
        stack.text(counted, { size: 13, colour: 'muted', weight: 'bold', indent: INDENT, gap: 3 })
      }
      if (!isRoutine) events.forEach(event)
    }
    stack.space(10)
  }
  if (leftOut > 0) stack.text(ui.moreEvents(leftOut), { size: 14, colour: 'text', gap: 4 })
  const drawn = eventsOf(shown.map((day) => ({ ...day, groups: day.groups.filter(({ isRoutine }) => !isRoutine) })))
  if (drawn.some(({ badge }) => badge !== null)) stack.text(ui.statusNow, { size: 13, colour: 'muted' })
  return stack.done()
}

/** Draws the mark of a clock as the list has it: ring, square or diamond. */
function clockMark(clock: ViewEventHead['clock'], x: number, y: number, theme: Theme): Markup {
  const colour = TOKENS.colours.text[theme]
  if (clock === 'SAID') return el('circle', { cx: x, cy: y, r: 4, fill: 'none', stroke: colour, 'stroke-width': 3 })
  if (clock === 'HOLDS') return el('path', { d: `M${x - 5} ${y - 5}h10v10h-10Z`, fill: colour })
  return el('path', { d: `M${x} ${y - 6}l6 6-6 6-6-6Z`, fill: 'none', stroke: colour, 'stroke-width': 2 })
}

/** Selects the oldest events up to MAX_EVENTS. A routine group counts as one event, since it takes one line. */
function firstEvents(days: readonly ViewDay[]): { readonly shown: readonly ViewDay[]; readonly leftOut: number } {
  let room = MAX_EVENTS
  let leftOut = 0
  const shown = days.flatMap((day): readonly ViewDay[] => {
    const groups = day.groups.flatMap((group): readonly ViewEventGroup[] => {
      const events = group.isRoutine ? group.events : group.events.slice(0, Math.max(0, room))
      const selected = room > 0 ? events : []
      room -= group.isRoutine ? 1 : selected.length
      leftOut += group.events.length - selected.length
      return selected.length === 0 ? [] : [{ ...group, events: selected }]
    })
    return groups.length === 0 ? [] : [{ ...day, groups }]
  })
  return { shown, leftOut }
}
