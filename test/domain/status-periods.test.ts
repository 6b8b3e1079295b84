import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { Status } from '../../src/domain/claim-status-types.ts'
import { formOf, type StatusPeriod, statusPeriods } from '../../src/domain/status-periods.ts'
import { firstDay, lastDay } from '../../src/text/partial-date.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { assertionsOn, partialDate, wholeClaim } from './claims-at-random.ts'

/** Reads the status as the store does: from the period with the date, or else from all assertions. */
function found(claimRecord: ClaimRecord, date: string): Status {
  const holds = ({ form, from, to }: StatusPeriod): boolean =>
    form === formOf(date) && from <= firstDay(date) && to >= lastDay(date)
  return statusPeriods(claimRecord).find(holds)?.status ?? claimStatus(claimRecord).status
}

const dates = fc.oneof(
  partialDate,
  fc.constantFrom(
    '0001',
    '0001-01-01',
    '2021-12-31',
    '2022-01-31',
    '2022-03-01',
    '2023-08-29',
    '2023-09',
    '9999-12-31',
  ),
)

describe('status periods of a claim', () => {
  it('give for every day, month and year the status of its assertions', () => {
    let differed = 0
    fc.assert(
      fc.property(assertionsOn('c'), dates, (assertions, date) => {
        const record = wholeClaim({ id: 'c' }, assertions)
        const { status } = claimStatus(record, { validOn: date })
        expect(found(record, date)).toBe(status)
        if (status !== record.status.status) differed += 1
      }),
      { numRuns: propertyRuns(3000) },
    )
    expect(differed).toBeGreaterThan(propertyRuns(300))
  })

  it('are few, disjoint, and only where the status differs', () => {
    fc.assert(
      fc.property(assertionsOn('c'), (assertions) => {
        const record = wholeClaim({ id: 'c' }, assertions)
        const periods = statusPeriods(record)
        const bounds = assertions
          .flatMap(({ heldFrom, heldUntil }) => [heldFrom, heldUntil])
          .filter((one) => one !== null)
        expect(periods.length).toBeLessThanOrEqual(3 * (2 * bounds.length + 1))
        for (const [i, { form, from, to, status }] of periods.entries()) {
          expect(from <= to).toBe(true)
          expect(status).not.toBe(record.status.status)
          const next = periods[i + 1]
          if (next?.form === form) expect(next.from > to).toBe(true)
        }
      }),
    )
  })

  it('have a period for a month in which two assertions meet without a common day', () => {
    const record = wholeClaim({ id: 'c' }, [
      assertion('before', 'c', { heldUntil: '2023-08-10' }),
      assertion('after', 'c', { stance: 'DENIES', polarity: 'NEGATES', heldFrom: '2023-08-20' }),
    ])
    expect(record.status.status).toBe('DISPUTED')
    expect(['2023-08-10', '2023-08-15', '2023-08-20'].map((day) => found(record, day))).toEqual([
      'STATED',
      'UNKNOWN',
      'DENIED',
    ])
    expect(['2023-07', '2023-08', '2023-09', '2023'].map((date) => found(record, date))).toEqual([
      'STATED',
      'DISPUTED',
      'DENIED',
      'DISPUTED',
    ])
  })

  it('are absent without a date of validity in any document', () => {
    expect(statusPeriods(wholeClaim({ id: 'c' }, [assertion('said', 'c', {})]))).toEqual([])
  })
})
