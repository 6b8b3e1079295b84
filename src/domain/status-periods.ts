import { dayAfter, firstDay, lastDay } from '../text/partial-date.ts'
import { type Assertion, wasSaid } from './assertion.ts'
import type { ClaimRecord } from './claim-record.ts'
import { claimStatus } from './claim-status.ts'
import { contestKey, type Standing } from './standing.ts'

/** Precision of a partial date. A month may overlap two assertions that share no day, so each precision has its own periods. */
export const DATE_FORMS = ['DAY', 'MONTH', 'YEAR'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** A period in which the claim has this status, with this side, on every date of this precision. */
export interface StatusPeriod extends Standing {
  readonly form: DateForm
  /** Days, both inclusive. */
  readonly from: string
  readonly to: string
}

const FORM_CODES: Readonly<Record<DateForm, number>> = { DAY: 10, MONTH: 7, YEAR: 4 }
const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

/** The precision of a date; that of an instant is its day. */
export const formOf = (date: string): DateForm =>
  date.length >= FORM_CODES.DAY ? 'DAY' : date.length === FORM_CODES.MONTH ? 'MONTH' : 'YEAR'

/**
 * Periods in which the claim had another status, or another side, than by all of its assertions, so that a filter by the status of a day reads no
 * claims. Their number is bounded by that of the days on which an assertion began or ended.
 */
export function statusPeriods(claimRecord: ClaimRecord): readonly StatusPeriod[] {
  const changes = claimRecord.assertions.filter(wasSaid).flatMap(changesOf)
  if (changes.length === 0) return []
  const always = contestKey(claimStatus(claimRecord))
  const standingOn = standingByDate(claimRecord)
  return DATE_FORMS.flatMap((form) => periodsOf(standingOn, form, changes)).filter((one) => contestKey(one) !== always)
}

/** Standing on a date. The standing of each set of assertions that their sources contain is derived once. */
function standingByDate(claimRecord: ClaimRecord): (date: string) => Standing {
  const held = claimRecord.assertions.map(({ heldFrom, heldUntil }) => ({
    first: heldFrom === null ? FIRST_DAY : firstDay(heldFrom),
    last: heldUntil === null ? LAST_DAY : lastDay(heldUntil),
  }))
  const judged = new Map<string, Standing>()
  return (date) => {
    const [first, last] = [firstDay(date), lastDay(date)]
    const stood = held.map((period) => period.first <= last && period.last >= first)
    const key = stood.map(Number).join('')
    const known = judged.get(key)
    if (known !== undefined) return known
    const assertions = claimRecord.assertions.filter((_, i) => stood[i])
    const { status, polarity } = claimStatus({ ...claimRecord, assertions })
    judged.set(key, { status, polarity })
    return { status, polarity }
  }
}

/** Days on which a source began or ceased to contain an assertion. */
const changesOf = ({ heldFrom, heldUntil }: Assertion): readonly string[] => [
  ...(heldFrom === null ? [] : [firstDay(heldFrom)]),
  ...(heldUntil === null ? [] : startAfter(lastDay(heldUntil))),
]

const startAfter = (day: string): readonly string[] => (day >= LAST_DAY ? [] : [dayAfter(day)])

function periodsOf(
  standingOn: (date: string) => Standing,
  form: DateForm,
  changes: readonly string[],
): readonly StatusPeriod[] {
  const dateOf = (day: string): string => day.slice(0, FORM_CODES[form])
  // A date with a change is a period by itself, and the next period begins after it.
  const around = (day: string): readonly string[] => [firstDay(dateOf(day)), ...startAfter(lastDay(dateOf(day)))]
  const starts = [...new Set([FIRST_DAY, ...changes.flatMap(around)])].sort()
  const periods: StatusPeriod[] = []
  for (const [i, from] of starts.entries()) {
    const { status, polarity } = standingOn(dateOf(from))
    const next = starts[i + 1]
    const to = next === undefined ? LAST_DAY : dayAfter(next, -1)
    const before = periods.at(-1)
    if (before?.status === status && before.polarity === polarity) periods[periods.length - 1] = { ...before, to }
    else periods.push({ form, from, to, status, polarity })
  }
  return periods
}
