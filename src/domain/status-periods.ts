import { dayAfter, firstDay, lastDay } from '../text/partial-date.ts'
import { type Assertion, wasSaid } from './assertion.ts'
import type { ClaimRecord } from './claim-record.ts'
import { claimStatus } from './claim-status.ts'
import type { Status } from './claim-status-types.ts'

/** How much of a partial date is known. A month may meet what none of its days meets together, so each has its own spans. */
export const DATE_FORMS = ['DAY', 'MONTH', 'YEAR'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** For every date of this form that lies within, the claim has this status by what was held then. */
export interface StatusPeriod {
  readonly form: DateForm
  /** Whole days, both inclusive. */
  readonly from: string
  readonly to: string
  readonly status: Status
}

const FORM_CODES: Readonly<Record<DateForm, number>> = { DAY: 10, MONTH: 7, YEAR: 4 }
const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

/** Of an instant the day counts. */
export const formOf = (date: string): DateForm =>
  date.length >= FORM_CODES.DAY ? 'DAY' : date.length === FORM_CODES.MONTH ? 'MONTH' : 'YEAR'

/**
 * When the claim had another status than it has by its whole record, so that lists are filtered by the status of a day
 * without reading claims. No longer than what it is made of: a few spans for each day on which something began or ended.
 */
export function statusPeriods(claimRecord: ClaimRecord): readonly StatusPeriod[] {
  const changes = claimRecord.assertions.filter(wasSaid).flatMap(changesOf)
  if (changes.length === 0) return []
  const { status } = claimStatus(claimRecord)
  const statusOn = statusByDate(claimRecord)
  return DATE_FORMS.flatMap((form) => periodsOf(statusOn, form, changes)).filter((period) => period.status !== status)
}

/** The status on any date. Each set of what was held is judged once, however many dates it stood on. */
function statusByDate(claimRecord: ClaimRecord): (date: string) => Status {
  const held = claimRecord.assertions.map(({ heldFrom, heldUntil }) => ({
    first: heldFrom === null ? FIRST_DAY : firstDay(heldFrom),
    last: heldUntil === null ? LAST_DAY : lastDay(heldUntil),
  }))
  const judged = new Map<string, Status>()
  return (date) => {
    const [first, last] = [firstDay(date), lastDay(date)]
    const stood = held.map((period) => period.first <= last && period.last >= first)
    const key = stood.map(Number).join('')
    const known = judged.get(key)
    if (known !== undefined) return known
    const { status } = claimStatus({ ...claimRecord, assertions: claimRecord.assertions.filter((_, i) => stood[i]) })
    judged.set(key, status)
    return status
  }
}

/** The days on which a document began to hold it, and no longer held it. */
const changesOf = ({ heldFrom, heldUntil }: Assertion): readonly string[] => [
  ...(heldFrom === null ? [] : [firstDay(heldFrom)]),
  ...(heldUntil === null ? [] : startAfter(lastDay(heldUntil))),
]

const startAfter = (day: string): readonly string[] => (day >= LAST_DAY ? [] : [dayAfter(day)])

function periodsOf(
  statusOn: (date: string) => Status,
  form: DateForm,
  changes: readonly string[],
): readonly StatusPeriod[] {
  const dateOf = (day: string): string => day.slice(0, FORM_CODES[form])
  // A date in which something changes stands for itself, and the next begins anew.
  const around = (day: string): readonly string[] => [firstDay(dateOf(day)), ...startAfter(lastDay(dateOf(day)))]
  const starts = [...new Set([FIRST_DAY, ...changes.flatMap(around)])].sort()
  const periods: StatusPeriod[] = []
  for (const [i, from] of starts.entries()) {
    const status = statusOn(dateOf(from))
    const next = starts[i + 1]
    const to = next === undefined ? LAST_DAY : dayAfter(next, -1)
    const before = periods.at(-1)
    if (before?.status === status) periods[periods.length - 1] = { ...before, to }
    else periods.push({ form, from, to, status })
  }
  return periods
}
