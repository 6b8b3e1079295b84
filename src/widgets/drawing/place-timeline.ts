import type { TimelineMark } from '../view/view.ts'
import {
  type Labelled,
  labelWidth,
  numberWidth,
  type PlacedLabel,
  placeCaptions,
  shortLabel,
} from './place-captions.ts'
import { crowds } from './place-lens.ts'
import { type PlacedAxis, type PlacedBar, type PlacedCount, type PlacedMark, placedMark } from './placed-axis.ts'
import { dayNumber, isoOf, lastDayNumber, middleOf, type TimeScale, ticksOf, timeScale } from './time-scale.ts'

/** Room at both ends of an axis. */
const INSET = 12
/** Height of a bar with its label, and of a lane of marks. */
const BAR_LANE = 32
const LANE = 24
/** Bars that are drawn; a label counts the others. */
const MAX_BARS = 6
/** Days that are drawn one by one. */
const MAX_DAYS = 40
/** Height of the highest column of counts, and number of columns at most. */
const COLUMN = 60
const MAX_COLUMNS = 48
/** Days that an axis covers at least. */
const LEAST_DAYS = 30

interface AxisOptions {
  readonly width: number
  readonly top: number
  readonly language: string
  /** Label of the bars past the sixth. */
  readonly moreWords: (count: number) => string
}

/** Returns the scale that has all marks, and the ends of their periods. */
export function scaleOf(marks: readonly TimelineMark[], width: number): TimeScale {
  const days = marks.flatMap(({ from, until }) => [
    dayNumber(from),
    lastDayNumber(from),
    ...(until === null ? [] : [lastDayNumber(until)]),
  ])
  return timeScale(days, width, INSET, LEAST_DAYS)
}

/** Places the axis of all marks: bars, then lanes of what was said, captured and recorded. */
export function placeAxis(marks: readonly TimelineMark[], scale: TimeScale, options: AxisOptions): PlacedAxis {
  const { top, width, language } = options
  const isCounted = new Set(marks.map(({ from }) => from)).size > MAX_DAYS
  const { bars, captions, bottom } = placeBars(marks, scale, options)
  const ticks = ticksOf(scale, width, language)
  if (isCounted) {
    const y = bottom + COLUMN + 24
    return { top, y, ticks, marks: [], bars, captions, counts: countColumns(marks, scale) }
  }
  const hidden = crowds(marks, scale)
  const isHidden = ({ from }: TimelineMark): boolean =>
    hidden.some(([first, last]) => middleOf(from) >= first && middleOf(from) <= last)
  const placedMarks: PlacedMark[] = []
  const placedCaptions = [...captions]
  let y = bottom
  for (const kind of ['SAID', 'CAPTURED', 'RECORDED'] as const) {
    const own = marks.filter((mark) => mark.kind === kind)
    if (own.length === 0) continue
    y += LANE
    placedMarks.push(...own.map((mark) => placedMark(mark, scale, y - LANE / 2)))
    const at = (mark: TimelineMark): number => scale.xOf(middleOf(mark.from))
    const shown: readonly Labelled[] = own
      .filter((mark) => !isHidden(mark))
      .map((mark) => ({ x: at(mark), number: String(mark.number), words: mark.label }))
    placedCaptions.push(...placeCaptions(shown, own.filter(isHidden).map(at), width, y - LANE / 2 + 4.5))
  }
  return { top, y: y + 12, ticks, marks: placedMarks, bars, captions: placedCaptions, counts: [] }
}

/** Places one bar on each lane, with its label above it. */
function placeBars(marks: readonly TimelineMark[], scale: TimeScale, { top, width, moreWords }: AxisOptions) {
  const periods = marks.filter(({ kind }) => kind === 'HOLDS')
  const shown = periods.slice(0, MAX_BARS)
  const bars: PlacedBar[] = []
  const captions: PlacedLabel[] = []
  const label = (number: string, words: string, from: number, y: number): void => {
    const short = shortLabel(words, width - numberWidth(number) - 4)
    const wide = labelWidth(number, words === '' ? '' : short)
    captions.push({
      x: Math.max(0, Math.min(from, width - wide)),
      width: wide,
      y,
      number,
      words: words === '' ? '' : short,
    })
  }
  for (const [i, { from, until, number, label: words }] of shown.entries()) {
    const y = top + (i + 1) * BAR_LANE - 9
    const start = scale.xOf(dayNumber(from))
    bars.push({ from: start, to: until === null ? width : scale.xOf(lastDayNumber(until)), y, isOpen: until === null })
    label(String(number), words, start, y - 9)
  }
  let bottom = top + shown.length * BAR_LANE
  if (periods.length > shown.length) {
    bottom += 18
    label('', moreWords(periods.length - shown.length), 0, bottom - 5)
  }
  return { bars, captions, bottom }
}

/** Counts the marks of each stretch of equal length, in months or a multiple of it. */
function countColumns(marks: readonly TimelineMark[], scale: TimeScale): readonly PlacedCount[] {
  const months = (scale.last - scale.first) / 30.44
  const step = [1, 3, 12, 60, 120, 600, 1200, 12_000].find((one) => months / one <= MAX_COLUMNS) ?? 12_000
  const bucketOf = ({ from }: TimelineMark): number => {
    const date = isoOf(dayNumber(from))
    return Math.floor((Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) / step)
  }
  const counts = new Map<number, number>()
  for (const mark of marks) counts.set(bucketOf(mark), (counts.get(bucketOf(mark)) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const startOf = (bucket: number): number => {
    const month = bucket * step
    const year = String(Math.min(9999, Math.max(1, Math.floor(month / 12)))).padStart(4, '0')
    return scale.xOf(Math.max(scale.first, dayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)))
  }
  let free = 0
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([bucket, count]) => {
      const x = startOf(bucket)
      const width = Math.max(2, Math.min(startOf(bucket + 1), scale.xOf(scale.last)) - x - 1)
      const wide = labelWidth('', String(count))
      const start = x + width / 2 - wide / 2
      const hasRoom = start >= free
      if (hasRoom) free = start + wide + 3
      return { x, width, height: Math.max(2, (count / most) * COLUMN), count: hasRoom ? String(count) : '' }
    })
}
