import type { MarkKind, TimelineMark } from '../view/view.ts'
import type { PlacedLabel } from './place-captions.ts'
import { dayNumber, lastDayNumber, type Tick, type TimeScale } from './time-scale.ts'

/** Two places on an axis. */
export type Stretch = readonly [number, number]

/** An axis with the marks above it. All sizes are in px, all x distances from the start. */
export interface PlacedAxis {
  readonly top: number
  /** The axis itself. */
  readonly y: number
  readonly ticks: readonly Tick[]
  readonly marks: readonly PlacedMark[]
  readonly bars: readonly PlacedBar[]
  readonly captions: readonly PlacedLabel[]
  /** Columns with the number of marks in each stretch of time, in place of marks. */
  readonly counts: readonly PlacedCount[]
}

export interface PlacedMark {
  readonly kind: MarkKind
  readonly x: number
  readonly y: number
  /** First and last day of a date that is no day, in px. Null for a day. */
  readonly stretch: Stretch | null
}

export interface PlacedBar {
  readonly from: number
  readonly to: number
  readonly y: number
  /** True if the period goes on. */
  readonly isOpen: boolean
}

export interface PlacedCount {
  readonly x: number
  readonly width: number
  readonly height: number
  /** Empty where it has no room. */
  readonly count: string
}

/** Places a mark in the middle of its date. */
export function placedMark({ kind, from }: TimelineMark, { xOf }: TimeScale, y: number): PlacedMark {
  const [first, last] = [dayNumber(from), lastDayNumber(from)]
  return { kind, x: xOf((first + last) / 2), y, stretch: first === last ? null : [xOf(first), xOf(last)] }
}
