import { dayAfter, firstDay, lastDay } from '../../text/partial-date.ts'

/** First and last day of a period, both YYYY-MM-DD and inclusive. Null for an unknown one, which leaves that end open. */
export interface DayPeriod {
  readonly from: string | null
  readonly until: string | null
}

/** Widens partial dates to their first and last day. Null if neither is known. */
export const dayPeriod = (from: string | null, until: string | null): DayPeriod | null =>
  from === null && until === null
    ? null
    : { from: from === null ? null : firstDay(from), until: until === null ? null : lastDay(until) }

/** Joins periods that overlap or meet, and sorts them. Returns an empty list, which means always, if one is open at both ends. */
export function mergePeriods(periods: readonly DayPeriod[]): readonly DayPeriod[] {
  const sorted = [...periods].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const merged: DayPeriod[] = []
  for (const period of sorted) {
    const last = merged.at(-1)
    if (last === undefined || !meets(last, period)) merged.push(period)
    else merged[merged.length - 1] = { from: last.from, until: later(last.until, period.until) }
  }
  return merged.some(({ from, until }) => from === null && until === null) ? [] : merged
}

const meets = (earlier: DayPeriod, next: DayPeriod): boolean =>
  earlier.until === null || next.from === null || next.from <= dayAfter(earlier.until)

const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b)

/** Writes a period as an interval of ISO 8601: "2023-09-29/2024-01-31". The place of an unknown day is empty. */
export const intervalText = ({ from, until }: DayPeriod): string => `${from ?? ''}/${until ?? ''}`
