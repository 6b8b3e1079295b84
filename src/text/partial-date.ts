/** A date of EDTF level 0 (YYYY, YYYY-MM, YYYY-MM-DD). An instant counts as its day. */
export interface PartialDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const TIME = /(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?/.source
const OFFSET = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))/.source
const FORM = new RegExp(`^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T${TIME}${OFFSET})?)?)?$`)

/**
 * Parses a partial date. Null for malformed text and for a date or time that does not exist: 2023-02-30, 25:99, year 0.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const parts = FORM.exec(text)
  if (!parts) return null
  const [, year, month, day] = parts
  const date = { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
  if (date.year === 0) return null
  if (date.month !== null && (date.month < 1 || date.month > 12)) return null
  if (date.month !== null && date.day !== null && (date.day < 1 || date.day > daysIn(date.year, date.month)))
    return null
  return date
}

/** Returns the first day of a partial date, YYYY-MM-DD. Malformed text is returned as it is. */
export const firstDay = (text: string): string => bound(text, false)
/** Returns the last day of a partial date, YYYY-MM-DD. Malformed text is returned as it is. */
export const lastDay = (text: string): string => bound(text, true)

const DAY_MS = 86_400_000

/** Returns the day that many days after another. Both are YYYY-MM-DD. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Compares by first day, then coarser before finer. Null is last. */
export function comparePartialDates(a: string | null, b: string | null): number {
  const [left, right] = [ascendingKey(a), ascendingKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Returns a key that sorts as a string in the order of `comparePartialDates`. */
export const ascendingKey = (date: string | null): string =>
  date === null
    ? '~'
    : `${firstDay(date)}.${Math.min(date.length, 10)}`.replace('.4', '.0').replace('.7', '.1').replace('.10', '.2')

/** Returns a key for descending order, in which null is last too. */
export const descendingKey = (date: string | null): string => (date === null ? '' : ascendingKey(date))

export type Match = 'CERTAIN' | 'POSSIBLE' | 'NO'

/**
 * Returns whether a period with inclusive bounds includes a partial date. An unknown beginning makes a match POSSIBLE.
 * An unknown end means that the period goes on.
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

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
