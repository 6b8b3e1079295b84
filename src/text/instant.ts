import { firstDay, parsePartialDate } from './partial-date.ts'

/** Example in messages about a malformed instant. */
export const INSTANT_EXAMPLE = '2026-08-01T00:00:00Z'

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Years that have four digits, in UTC. */
const UTC_YEAR = /^(?!0000)\d{4}-/

/**
 * Returns whether the text is an ISO 8601 instant with a time zone, at a time that exists: no hour 24, no second 60, no
 * year 0 in UTC.
 */
export const isInstant = (text: string): boolean =>
  text.includes('T') && parsePartialDate(text) !== null && UTC_YEAR.test(new Date(text).toISOString())

/** Returns the instant in UTC, to the second: `2026-08-01T00:00:00Z`. Instants in this form sort as strings. */
export const toSecond = (instant: string | Date): string =>
  `${new Date(instant).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`

/** Parses an instant from a query parameter. A day means its beginning in UTC. Null for any other text. */
export function readInstant(text: string): string | null {
  // An unescaped + in a URL decodes to a space.
  const zoned = text.replace(/ (?=\d{2}:\d{2}$)/, '+')
  const instant = DAY.test(zoned) ? `${zoned}T00:00:00Z` : zoned
  return isInstant(instant) ? instant : null
}

const FURTHEST_EAST_MS = 14 * 60 * 60 * 1000

/** Returns the latest local day on Earth at an instant, YYYY-MM-DD. A day in a seed has no time zone. */
export const latestDayAt = (instant: Date): string =>
  new Date(instant.getTime() + FURTHEST_EAST_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)

/** Difference of two clocks that is no mistake. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000

/**
 * Returns whether an instant or a partial date is later than now. An instant may be `CLOCK_TOLERANCE_MS` ahead. A partial
 * date counts by its first day, in the time zone where that day begins first. False for malformed text.
 */
export function isFuture(date: string, now: Date): boolean {
  if (isInstant(date)) return Date.parse(date) > now.getTime() + CLOCK_TOLERANCE_MS
  return parsePartialDate(date) !== null && firstDay(date) > latestDayAt(now)
}
