import { formatShort } from '../../text/languages.ts'
import { firstDay, lastDay } from '../../text/partial-date.ts'
import { measureText } from './measure-text.ts'

/** A linear scale from days to px. */
export interface TimeScale {
  /** First and last day, in days since 1970. */
  readonly first: number
  readonly last: number
  /** Returns the place of a day in px from the start. */
  readonly xOf: (day: number) => number
}

export interface Tick {
  readonly x: number
  /** Empty where the label has no room. */
  readonly label: string
}

/** Font size of labels at the axis. */
export const TICK_SIZE = 13
const DAY_MS = 86_400_000
/** Gap between two labels, in px. */
const LABEL_GAP = 14

/** Returns the first day of a partial date, in days since 1970. */
export const dayNumber = (date: string): number => Date.parse(`${firstDay(date)}T00:00:00Z`) / DAY_MS
/** Returns the last day of a partial date, in days since 1970. */
export const lastDayNumber = (date: string): number => Date.parse(`${lastDay(date)}T00:00:00Z`) / DAY_MS
/** Returns the middle of a partial date, in days since 1970. */
export const middleOf = (date: string): number => (dayNumber(date) + lastDayNumber(date)) / 2

/** Creates a scale over some days, with `inset` px free at each end, and over `least` days at least. */
export function timeScale(days: readonly number[], width: number, inset: number, least: number): TimeScale {
  const [min, max] = [Math.min(...days), Math.max(...days)]
  const missing = Math.max(0, least - (max - min)) / 2
  const [first, last] = [min - missing, max + missing]
  return { first, last, xOf: (day) => inset + ((day - first) / (last - first)) * (width - 2 * inset) }
}

/** Steps between ticks, in days or months. Each is a divisor of a year, or whole years. */
const DAY_STEPS = [1, 2, 7, 14] as const
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000] as const

/** Returns the ticks of the finest step whose labels have room. A month before January names its year if it comes first. */
export function ticksOf(scale: TimeScale, width: number, language: string): readonly Tick[] {
  for (const step of DAY_STEPS) {
    if ((scale.last - scale.first) / step > 60) continue
    const days = everyDays(scale, step)
    const ticks = labelled(days, scale, width, (day) => formatShort(isoOf(day), language, 'dayAndMonth'))
    if (ticks !== null) return ticks
  }
  for (const step of MONTH_STEPS) {
    if ((scale.last - scale.first) / (step * 28) > 80) continue
    const label = (day: number, i: number): string => monthLabel(isoOf(day), i === 0, step, language)
    const ticks = labelled(everyMonths(scale, step), scale, width, label)
    if (ticks !== null) return ticks
  }
  return []
}

function monthLabel(date: string, isFirst: boolean, step: number, language: string): string {
  if (step >= 12) return String(Number(date.slice(0, 4)))
  return formatShort(date, language, isFirst || date.slice(5, 7) === '01' ? 'monthAndYear' : 'monthAlone')
}

/** Returns ticks with labels that fit the width. Null if two labels would touch, or there is no tick. */
function labelled(
  days: readonly number[],
  scale: TimeScale,
  width: number,
  labelOf: (day: number, i: number) => string,
): readonly Tick[] | null {
  let end = Number.NEGATIVE_INFINITY
  const ticks: Tick[] = []
  for (const [i, day] of days.entries()) {
    const x = scale.xOf(day)
    const label = labelOf(day, i)
    const half = measureText(label, { size: TICK_SIZE, weight: 'regular' }) / 2
    const fits = x - half >= 0 && x + half <= width
    if (fits && x - half < end + LABEL_GAP) return null
    if (fits) end = x + half
    ticks.push({ x, label: fits ? label : '' })
  }
  return ticks.some(({ label }) => label !== '') ? ticks : null
}

function everyDays({ first, last }: TimeScale, step: number): readonly number[] {
  const start = Math.ceil(first)
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step)
}

/** Returns the first days of months whose number divides by the step: January and July for 6. */
function everyMonths({ first, last }: TimeScale, step: number): readonly number[] {
  const from = new Date(Math.floor(first) * DAY_MS)
  const start = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step
  const days: number[] = []
  for (let month = start; ; month += step) {
    const day = firstOfMonth(month)
    if (day > last || days.length > 200) return days
    if (day >= first) days.push(day)
  }
}

function firstOfMonth(month: number): number {
  const date = new Date(Date.UTC(2000, month % 12, 1))
  return date.setUTCFullYear(Math.floor(month / 12)) / DAY_MS
}

/** Returns a day as YYYY-MM-DD. */
export const isoOf = (day: number): string => {
  const date = new Date(Math.round(day) * DAY_MS)
  const year = String(Math.min(9999, Math.max(1, date.getUTCFullYear()))).padStart(4, '0')
  return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`
}
