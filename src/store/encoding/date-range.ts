import { firstDay, lastDay } from '../../text/partial-date.ts'

/** Days before and after all days, for unknown bounds. */
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

/** Encodes a range with a fixed length, so that statements can compare its halves: '2023-08-01/2023-08-31'. */
export const dateRange = (from: string | null, to: string | null): string =>
  `${from === null ? FIRST_DAY : firstDay(from)}/${to === null ? LAST_DAY : lastDay(to)}`
