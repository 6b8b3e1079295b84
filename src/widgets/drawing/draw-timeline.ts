import { el, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import type { TimelineView, ViewDay, ViewEvent, ViewEventGroup, ViewEventHead } from '../view/view.ts'
import { createStack, type Drawn } from './stack.ts'
import { CHIP_HEIGHT, statusChip } from './status-chip.ts'

export interface PictureOptions {
  readonly width: number
  readonly theme: Theme
}

/** More than these make a picture that nobody reads; it says how many are left out. */
const MAX_EVENTS = 24
/** Words of events begin right of the marks. */
const INDENT = 20

/**
 * A timeline for where it is a picture: day after day what happened, with the mark of its clock, and the status that each
 * claim has today. What this record alone did is counted, as in the list.
 */
export function drawTimeline({ days, header: { messages } }: TimelineView, { width, theme }: PictureOptions): Drawn {
  const { ui, direction } = messages
  const rtl = direction === 'rtl'
  const stack = createStack({ x: 0, y: 0, width, rtl, theme })
  const { shown, leftOut } = firstEvents(days)
  const event = ({ text, badge, parts }: ViewEvent): void => {
    stack.text(text, { size: 14, colour: 'text', indent: INDENT, gap: 1 })
    for (const { words } of parts) stack.text(words, { size: 13, colour: 'muted', indent: INDENT, gap: 1 })
    if (badge) {
      const place = { x: rtl ? width - INDENT : INDENT, width: width - INDENT, rtl, theme }
      stack.put((y) => statusChip(badge.status, badge.word, { ...place, y }), CHIP_HEIGHT)
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
  stack.text(ui.statusNow, { size: 13, colour: 'muted' })
  return stack.done()
}

/** The same marks as beside the list: a ring, a square, a diamond. */
function clockMark(clock: ViewEventHead['clock'], x: number, y: number, theme: Theme): Markup {
  const colour = TOKENS.colours.text[theme]
  if (clock === 'SAID') return el('circle', { cx: x, cy: y, r: 4, fill: 'none', stroke: colour, 'stroke-width': 3 })
  if (clock === 'HOLDS') return el('path', { d: `M${x - 5} ${y - 5}h10v10h-10Z`, fill: colour })
  return el('path', { d: `M${x} ${y - 6}l6 6-6 6-6-6Z`, fill: 'none', stroke: colour, 'stroke-width': 2 })
}

/** The oldest, until there are enough; a routine group is a single line, whatever it holds. */
function firstEvents(days: readonly ViewDay[]): { readonly shown: readonly ViewDay[]; readonly leftOut: number } {
  let room = MAX_EVENTS
  let leftOut = 0
  const shown = days.flatMap((day): readonly ViewDay[] => {
    const groups = day.groups.flatMap((group): readonly ViewEventGroup[] => {
      const events = group.isRoutine ? group.events : group.events.slice(0, Math.max(0, room))
      const kept = room > 0 ? events : []
      room -= group.isRoutine ? 1 : kept.length
      leftOut += group.events.length - kept.length
      return kept.length === 0 ? [] : [{ ...group, events: kept }]
    })
    return groups.length === 0 ? [] : [{ ...day, groups }]
  })
  return { shown, leftOut }
}
