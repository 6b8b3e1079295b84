import { parsePartialDate } from './partial-date.ts'

/** Shown to whoever wrote something else. */
export const INSTANT_EXAMPLE = '2026-08-01T00:00:00Z'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{1,20}(?:Z|[+-]\d{2}:\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether it is a possible ISO instant with a time zone. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text)) && parsePartialDate(text.slice(0, 'YYYY-MM-DD'.length)) !== null

/** In UTC and to the second: the one form in which plain string order is the order of time. */
export const toSecond = (instant: string | Date): string =>
  `${new Date(instant).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`

/** The instant that somebody wrote into an address, where a day is its beginning in UTC; null for anything else. */
export function readInstant(text: string): string | null {
  // In an address, a + that is not escaped is read as a space.
  const zoned = text.replace(/ (?=\d{2}:\d{2}$)/, '+')
  const instant = DAY.test(zoned) ? `${zoned}T00:00:00Z` : zoned
  return isInstant(instant) ? instant : null
}

const FURTHEST_EAST_MS = 14 * 60 * 60 * 1000

/** The latest day that it is anywhere at that time, YYYY-MM-DD: whoever writes a day has their own zone in mind. */
export const latestDayAt = (instant: Date): string =>
  new Date(instant.getTime() + FURTHEST_EAST_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
