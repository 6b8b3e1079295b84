import { parsePartialDate } from './partial-date.ts'

/** Example in messages about a malformed instant. */
export const INSTANT_EXAMPLE = '2026-08-01T00:00:00Z'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{1,20}(?:Z|[+-]\d{2}:\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Returns whether the text is an ISO 8601 instant with a time zone, on a day that exists. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text)) && parsePartialDate(text.slice(0, 'YYYY-MM-DD'.length)) !== null

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
