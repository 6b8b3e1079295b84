import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { contestKey, type Standing } from '../../src/domain/standing.ts'
import { formOf, type StatusPeriod, statusPeriods } from '../../src/domain/status-periods.ts'
import { firstDay, lastDay } from '../../src/text/partial-date.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { assertionsOn, partialDate, wholeClaim } from './claims-at-random.ts'

/** Reads the standing as the store does: from the period with the date, or else from all assertions. */
function found(claimRecord: ClaimRecord, date: string): Standing {
  const holds = ({ form, from, to }: StatusPeriod): boolean =>
    form === formOf(date) && from <= firstDay(date) && to >= lastDay(date)
  const { status, polarity } = statusPeriods(claimRecord).find(holds) ?? claimStatus(claimRecord)
  return { status, polarity }
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
  it('give for every day, month and year the status and side of its assertions', () => {
    let differed = 0
    fc.assert(
      fc.property(assertionsOn('c'), dates, (assertions, date) => {
        const record = wholeClaim({ id: 'c' }, assertions)
        const { status, polarity } = claimStatus(record, { validOn: date })
        expect(found(record, date)).toEqual({ status, polarity })
        if (status !== record.status.status) differed += 1
      }),
      { numRuns: propertyRuns(3000) },
    )
    expect(differed).toBeGreaterThan(propertyRuns(300))
  })

  it('are few, disjoint, and only where the status or its side differs', () => {
    fc.assert(
      fc.property(assertionsOn('c'), (assertions) => {
        const record = wholeClaim({ id: 'c' }, assertions)
        const periods = statusPeriods(record)
        const bounds = assertions
          .flatMap(({ heldFrom, heldUntil }) => [heldFrom, heldUntil])
          .filter((one) => one !== null)
        expect(periods.length).toBeLessThanOrEqual(3 * (2 * bounds.length + 1))
        for (const [i, period] of periods.entries()) {
          const { form, from, to } = period
          expect(from <= to).toBe(true)
          expect(contestKey(period)).not.toBe(contestKey(record.status))
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
    expect(['2023-08-10', '2023-08-15', '2023-08-20'].map((day) => found(record, day).status)).toEqual([
      'STATED',
      'UNKNOWN',
      'DENIED',
    ])
    expect(['2023-07', '2023-08', '2023-09', '2023'].map((date) => found(record, date).status)).toEqual([
      'STATED',
      'DISPUTED',
      'DENIED',
      'DISPUTED',
    ])
  })

  it('distinguish a negating statement from an affirming one', () => {
    const record = wholeClaim({ id: 'c' }, [
      assertion('no', 'c', { polarity: 'NEGATES', heldFrom: '2021', heldUntil: '2022-12-31' }),
      assertion('yes', 'c', { stance: 'SPECULATES', heldFrom: '2023-01-01' }),
      assertion('so', 'c', { heldFrom: '2024-01-01', heldUntil: '2024-12-31' }),
    ])
    expect(['2021-06', '2023', '2024-02-29'].map((date) => found(record, date))).toEqual([
      { status: 'STATED', polarity: 'NEGATES' },
      { status: 'SPECULATED', polarity: 'AFFIRMS' },
      { status: 'STATED', polarity: 'AFFIRMS' },
    ])
  })

  it('are absent without a date of validity in any document', () => {
    expect(statusPeriods(wholeClaim({ id: 'c' }, [assertion('said', 'c', {})]))).toEqual([])
  })
})
