import { formatDate } from '../../text/languages.ts'
import type { TimelineMark } from '../view/view.ts'
import { LABEL_SIZE, labelWidth, numberWidth, type PlacedLabel, shortLabel } from './place-captions.ts'
import { type PlacedAxis, type PlacedMark, placedMark, type Stretch } from './placed-axis.ts'
import { dayNumber, isoOf, middleOf, type TimeScale, ticksOf, timeScale } from './time-scale.ts'

/** A stretch of the axis that is enlarged to the full width. */
export interface PlacedLens extends PlacedAxis {
  /** The stretch on the axis above. */
  readonly stretch: Stretch
  /** "3–6 · 23 August 2023 – 29 September 2023". */
  readonly title: string
  /** Lines from the marks of a day up to its label. */
  readonly staffs: readonly { readonly x: number; readonly from: number; readonly to: number }[]
}

/** Marks are a crowd where three or more days are within this many px. */
const CROWDED = 24
const LEAST = 3
const MAX_LENSES = 2
/** Height of the title, between two captions, and of a row of marks. */
const TITLE = 24
const LEVEL = 19
const ROW = 16
/** Days of a lens that have captions. */
const MAX_FLAGS = 9
/** Room at both ends, enough for a number. */
const INSET = 36

/** Returns the stretches with three or more days within 24 px, in days: the two with the most days. */
export function crowds(marks: readonly TimelineMark[], scale: TimeScale): readonly Stretch[] {
  const days = [...new Set(marks.map(({ from }) => middleOf(from)))].sort((a, b) => a - b)
  const found: { first: number; last: number }[] = []
  for (let i = 0; i + LEAST <= days.length; i += 1) {
    const [first, last] = [days[i] ?? 0, days[i + LEAST - 1] ?? 0]
    if (scale.xOf(last) - scale.xOf(first) > CROWDED) continue
    const before = found.at(-1)
    if (before && before.last >= first) before.last = last
    else found.push({ first, last })
  }
  const size = ({ first, last }: { first: number; last: number }): number =>
    days.filter((day) => day >= first && day <= last).length
  const stretches = found.map(({ first, last }): Stretch => [first, last])
  return [...found.keys()]
    .sort((a, b) => size(found[b] ?? EMPTY) - size(found[a] ?? EMPTY) || a - b)
    .slice(0, MAX_LENSES)
    .sort((a, b) => a - b)
    .flatMap((i) => stretches.slice(i, i + 1))
}

const EMPTY = { first: 0, last: -1 }

/** Places a lens: each day has a staff with its label, the earliest the highest, so that no label meets a staff. */
export function placeLens(
  marks: readonly TimelineMark[],
  [first, last]: Stretch,
  outer: TimeScale,
  { top, width, language }: { readonly top: number; readonly width: number; readonly language: string },
): PlacedLens {
  const own = marks.filter(({ from }) => middleOf(from) >= first && middleOf(from) <= last)
  const scale = timeScale([first, last], width, INSET, 1)
  const days = [...new Set(own.map(({ from }) => from))].sort((a, b) => middleOf(a) - middleOf(b))
  const flags = days.length <= MAX_FLAGS ? days : []
  const kinds = (['HOLDS', 'SAID', 'CAPTURED', 'RECORDED'] as const).filter((kind) =>
    own.some((mark) => mark.kind === kind),
  )
  const rows = top + TITLE + flags.length * LEVEL + 6
  const y = rows + kinds.length * ROW + 6
  const captions: PlacedLabel[] = []
  const staffs: { x: number; from: number; to: number }[] = []
  for (const [i, day] of flags.entries()) {
    const level = top + TITLE + i * LEVEL
    const x = scale.xOf(middleOf(day))
    const there = own.filter(({ from }) => from === day)
    const number = String(there[0]?.number ?? '')
    const room = width - x - 6 - numberWidth(number)
    const words = [...new Set(there.map(({ label }) => label))].filter((label) => label !== '').join('; ')
    const short = room < 3 * LABEL_SIZE || words === '' ? '' : shortLabel(words, room)
    captions.push({ x: x + 5, width: labelWidth(number, short), y: level + LABEL_SIZE, number, words: short })
    staffs.push({ x, from: level + 2, to: rows + ROW * kinds.length - ROW / 2 })
  }
  const placed: readonly PlacedMark[] = own.map((mark) =>
    placedMark(mark, scale, rows + kinds.indexOf(mark.kind) * ROW + ROW / 2),
  )
  const numbers = own.map(({ number }) => number)
  const range = `${Math.min(...numbers)}–${Math.max(...numbers)}`
  const dates = [dayNumber(days[0] ?? ''), dayNumber(days.at(-1) ?? '')].map((day) => formatDate(isoOf(day), language))
  return {
    top,
    y,
    ticks: ticksOf(scale, width, language),
    marks: placed,
    bars: [],
    captions,
    counts: [],
    staffs,
    stretch: [outer.xOf(first), outer.xOf(last)],
    title: `${range} · ${dates.join(' – ')}`,
  }
}
