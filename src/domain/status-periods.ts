import { dayAfter, firstDay, lastDay } from '../text/partial-date.ts'
import { type Assertion, wasSaid } from './assertion.ts'
import type { ClaimRecord } from './claim-record.ts'
import { claimStatus } from './claim-status.ts'
import type { Status } from './claim-status-types.ts'

/** Precision of a partial date. A month may overlap two assertions that share no day, so each precision has its own periods. */
export const DATE_FORMS = ['DAY', 'MONTH', 'YEAR'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** A period in which the claim has this status on every date of this precision. */
export interface StatusPeriod {
  readonly form: DateForm
  /** Days, both inclusive. */
  readonly from: string
  readonly to: string
  readonly status: Status
}

const FORM_CODES: Readonly<Record<DateForm, number>> = { DAY: 10, MONTH: 7, YEAR: 4 }
const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

/** The precision of a date; that of an instant is its day. */
export const formOf = (date: string): DateForm =>
  date.length >= FORM_CODES.DAY ? 'DAY' : date.length === FORM_CODES.MONTH ? 'MONTH' : 'YEAR'

/**
 * Periods in which the claim had another status than by all of its assertions, so that a filter by the status of a day reads no
 * claims. Their number is bounded by that of the days on which an assertion began or ended.
 */
export function statusPeriods(claimRecord: ClaimRecord): readonly StatusPeriod[] {
  const changes = claimRecord.assertions.filter(wasSaid).flatMap(changesOf)
  if (changes.length === 0) return []
  const { status } = claimStatus(claimRecord)
  const statusOn = statusByDate(claimRecord)
  return DATE_FORMS.flatMap((form) => periodsOf(statusOn, form, changes)).filter((period) => period.status !== status)
}

/** Status on a date. The status of each set of held assertions is derived once. */
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

/** Days on which a source began or ceased to hold an assertion. */
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
  // A date with a change is a period by itself, and the next period begins after it.
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
