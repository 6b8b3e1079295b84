import { firstDay, lastDay } from '../../text/partial-date.ts'

/** A day before and a day after all days, for what has no known bound. */
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

/** '2023-08-01/2023-08-31': of fixed length, so that statements compare its halves. */
export const dateRange = (from: string | null, to: string | null): string =>
  `${from === null ? FIRST_DAY : firstDay(from)}/${to === null ? LAST_DAY : lastDay(to)}`
