import { describe, expect, it } from 'vitest'
import {
  ascendingKey,
  comparePartialDates,
  firstDay,
  holdsOn,
  lastDay,
  parsePartialDate,
} from '../../src/text/partial-date.ts'
import { fc, propertyRuns } from '../property-runs.ts'

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
/** Every day of the years 1 to 9999, written by Date, so that our calendar is compared with another. */
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.constantFrom('Z', '+14:00', '-03:30', '+00:00'))
  .map(([h, m, s, offset]) => `T${pad(h)}:${pad(m)}:${pad(s)}${offset}`)
const partial = fc.oneof(
  day.map((text) => text.slice(0, 4)),
  day.map((text) => text.slice(0, 7)),
  day,
  fc.tuple(day, clock).map(([text, time]) => text + time),
)
/** Few years, so that dates overlap: random dates in 10,000 years hardly ever would. */
const close = fc
  .tuple(fc.integer({ min: 2023, max: 2024 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 28 }))
  .chain(([y, m, d]) => fc.constantFrom(`${y}`, `${y}-${pad(m)}`, `${y}-${pad(m)}-${pad(d)}`))

describe('partial date', () => {
  it.each([
    '2023',
    '2023-08',
    '2023-08-31',
    '2024-02-29',
    '2000-02-29',
    '0001',
    '0004-02-29',
    '0099-12-31',
    '9999-12-31',
    '2023-08-31T00:00Z',
    '2023-08-31T23:59:59.999Z',
    '2023-08-31T12:00:00+14:00',
    '2023-08-31T12:00:00-14:00',
  ])('accepts %s', (text) => expect(parsePartialDate(text)).not.toBeNull())

  it.each([
    '',
    '23',
    '0000',
    '0000-02-29',
    '2023-00',
    '2023-13',
    '2023-02-30',
    '2023-02-29',
    '1900-02-29',
    '0001-02-29',
    '2023-04-31',
    '2023-08-00',
    '2023-8-1',
    '2023-08-31T25:99:00Z',
    '2023-08-31T24:00:00Z',
    '2023-08-31T12:60:00Z',
    '2023-08-31T12:00:60Z',
    '2023-08-31T12:00:00',
    '2023-08-31T12:00:00+14:01',
    '2023-08-31T12:00:00+15:00',
    '2023-08-31T12:00:00+02:60',
    '2023-08T12:00Z',
    '2023-08-31 ',
    '٢٠٢٣',
  ])('rejects %j', (text) => expect(parsePartialDate(text)).toBeNull())

  it('accepts every day of the calendar, and no day after the last of a month', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(parsePartialDate(text)).not.toBeNull()
        const end = lastDay(text.slice(0, 7))
        const next = new Date(`${end}T00:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        expect(next.getUTCDate()).toBe(1)
        expect(parsePartialDate(end.slice(0, 8) + pad(Number(end.slice(8)) + 1))).toBeNull()
      }),
    )
  })
})

describe('days of a partial date', () => {
  it('begin before they end, and contain the date itself', () => {
    fc.assert(
      fc.property(partial, (text) => {
        expect(firstDay(text) <= lastDay(text)).toBe(true)
        const written = text.slice(0, 10)
        expect(firstDay(text).startsWith(written)).toBe(true)
        expect(lastDay(text).startsWith(written)).toBe(true)
      }),
    )
  })
})

describe('order of partial dates', () => {
  const orUnknown = fc.oneof(
    { weight: 8, arbitrary: fc.oneof(partial, close) },
    { weight: 1, arbitrary: fc.constant(null) },
  )

  it('is total: reflexive, antisymmetric, transitive', () => {
    fc.assert(
      fc.property(orUnknown, orUnknown, orUnknown, (a, b, c) => {
        expect(comparePartialDates(a, a)).toBe(0)
        expect(comparePartialDates(a, b) + comparePartialDates(b, a)).toBe(0)
        if (comparePartialDates(a, b) <= 0 && comparePartialDates(b, c) <= 0) {
          expect(comparePartialDates(a, c)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('makes two dates equal only if they have the same days', () => {
    fc.assert(
      fc.property(orUnknown, orUnknown, (a, b) => {
        if (comparePartialDates(a, b) !== 0) return
        expect(a === null).toBe(b === null)
        if (a !== null && b !== null) expect([firstDay(a), lastDay(a)]).toEqual([firstDay(b), lastDay(b)])
      }),
    )
  })

  it('is by first day, coarser first, unknown last', () => {
    const sorted = ['2022-12-31', '2023', '2023-01', '2023-01-01', '2023-01-02', '2023-02', null]
    expect([...sorted].reverse().sort(comparePartialDates)).toEqual(sorted)
    expect(sorted.map(ascendingKey)).toEqual(sorted.map(ascendingKey).toSorted())
  })
})

describe('valid time on a day', () => {
  const bound = fc.option(close)

  it('is symmetric: if a date matches another, the other matches it', () => {
    fc.assert(
      fc.property(close, close, (a, b) => {
        expect(holdsOn(a, a, b) === 'NO').toBe(holdsOn(b, b, a) === 'NO')
      }),
    )
  })

  it('is CERTAIN if every reading of the dates overlaps, and NO if none does', () => {
    fc.assert(
      fc.property(bound, bound, close, (from, to, on) => {
        fc.pre(from === null || to === null || firstDay(from) <= lastDay(to))
        const readings = readingsOf(from, to, on)
        const match = holdsOn(from, to, on)
        if (match === 'NO') expect(readings.some(Boolean)).toBe(false)
        else expect(readings.some(Boolean)).toBe(true)
        if (match === 'CERTAIN') expect(readings.every(Boolean)).toBe(true)
        if (match === 'POSSIBLE' && from !== null) expect(readings.every(Boolean)).toBe(false)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  it('is never certain with an unknown start, and continues with an unknown end', () => {
    fc.assert(
      fc.property(close, (on) => {
        expect(holdsOn(null, null, on)).toBe('POSSIBLE')
        expect(holdsOn(firstDay(on), null, on)).toBe('CERTAIN')
        expect(holdsOn(null, lastDay(on), on)).toBe('POSSIBLE')
      }),
    )
  })

  /** Whether the period overlaps the day, for each reading of the partial dates as days; their bounds suffice. */
  function readingsOf(from: string | null, to: string | null, on: string): boolean[] {
    const ends = (text: string | null, open: string): string[] =>
      text === null ? [open] : [firstDay(text), lastDay(text)]
    const begins = ends(from, '0000')
    const finishes = ends(to, '9999-99')
    const days = [firstDay(on), lastDay(on), ...begins, ...finishes].filter(
      (candidate) => firstDay(on) <= candidate && candidate <= lastDay(on),
    )
    return begins.flatMap((begin) =>
      finishes.flatMap((finish) => days.map((candidate) => begin <= candidate && candidate <= finish)),
    )
  }
})
