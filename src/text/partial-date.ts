/** Partial dates: EDTF level 0 (YYYY, YYYY-MM, YYYY-MM-DD), or an instant, of which the day counts. */
export interface PartialDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/

/** Null for what is no date or cannot be one, such as 2023-02-30. */
export function parsePartialDate(text: string): PartialDate | null {
  const parts = FORM.exec(text)
  if (!parts) return null
  const [, year, month, day] = parts
  const date = { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
  if (date.month !== null && (date.month < 1 || date.month > 12)) return null
  if (date.month !== null && date.day !== null && (date.day < 1 || date.day > daysIn(date.year, date.month)))
    return null
  return date
}

/** YYYY-MM-DD. */
export const firstDay = (text: string): string => bound(text, false)
export const lastDay = (text: string): string => bound(text, true)

/** First day, coarser first, unknown last. */
export function comparePartialDates(a: string | null, b: string | null): number {
  const [left, right] = [ascendingKey(a), ascendingKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Plain string order is date order; unknown last. */
export const ascendingKey = (date: string | null): string =>
  date === null
    ? '~'
    : `${firstDay(date)}.${Math.min(date.length, 10)}`.replace('.4', '.0').replace('.7', '.1').replace('.10', '.2')

/** The same for reading in reverse: unknown is last then too. */
export const descendingKey = (date: string | null): string => (date === null ? '' : ascendingKey(date))

export type Match = 'CERTAIN' | 'POSSIBLE' | 'NO'

/**
 * Whether something that held between two inclusive bounds held on a day. An unknown bound does not exclude: an
 * unknown beginning makes a match possible, an unknown end means that it goes on.
 */
export function holdsOn(from: string | null, to: string | null, day: string): Match {
  const [first, last] = [firstDay(day), lastDay(day)]
  if (from !== null && firstDay(from) > last) return 'NO'
  if (to !== null && lastDay(to) < first) return 'NO'
  const begun = from !== null && lastDay(from) <= first
  const goesOn = to === null ? from !== null : firstDay(to) >= last
  return begun && goesOn ? 'CERTAIN' : 'POSSIBLE'
}

function bound(text: string, end: boolean): string {
  const date = parsePartialDate(text)
  if (!date) return text
  const month = date.month ?? (end ? 12 : 1)
  const day = date.day ?? (end ? daysIn(date.year, month) : 1)
  return `${String(date.year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
