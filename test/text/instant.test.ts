import { describe, expect, it } from 'vitest'
import { isFuture, isInstant, readInstant, toSecond } from '../../src/text/instant.ts'
import { fc } from '../property-runs.ts'

describe('instant', () => {
  it.each([
    ['2026-08-01T00:00:00Z', '2026-08-01T00:00:00Z'],
    ['2026-08-01T00:00:00.5Z', '2026-08-01T00:00:00Z'],
    ['2026-08-01T06:59:59.999+07:00', '2026-07-31T23:59:59Z'],
  ])('%s is %s to the second, in UTC', (text, second) => {
    expect(toSecond(text)).toBe(second)
    expect(toSecond(new Date(text))).toBe(second)
  })

  it.each([
    ['2026-08-01T00:00:00Z', '2026-08-01T00:00:00Z'],
    ['2026-08-01T00:00Z', '2026-08-01T00:00Z'],
    ['2026-08-01T00:00:00.123+07:00', '2026-08-01T00:00:00.123+07:00'],
    ['2026-08-01T00:00:00 07:00', '2026-08-01T00:00:00+07:00'],
    ['2026-08-01', '2026-08-01T00:00:00Z'],
  ])('%s is read as %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant)
  })

  it.each([
    '',
    'yesterday',
    '2026',
    '2026-08',
    '2026-8-1',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2026-08-01T00:00:00',
    '2026-08-01 00:00:00Z',
    '2026-08-01T25:00:00Z',
    '2026-08-01T00:00:00 0700',
    ' 2026-08-01',
    '2026-08-01T24:00:00Z',
    '2026-08-01T23:60:00Z',
    '2026-08-01T23:59:60Z',
    '2026-08-01T00:00:00+14:01',
    '2026-08-01T00:00:00-24:00',
    '0000-01-01T00:00:00Z',
    '0000-12-31',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
  ])('“%s” is invalid', (text) => {
    expect(readInstant(text)).toBeNull()
  })

  it('is every instant that a clock shows, with any offset, and none of another calendar', () => {
    const years = { min: new Date('0002-01-01T00:00:00Z'), max: new Date('9998-01-01T00:00:00Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
        expect(isInstant(local + zone)).toBe(true)
        expect(toSecond(local + zone)).toBe(toSecond(date))
        expect(isInstant(local)).toBe(false)
        expect(isInstant(`${local.slice(0, 11)}24:00:00${zone}`)).toBe(false)
        expect(isInstant(`0000${local.slice(4)}${zone}`)).toBe(false)
      }),
    )
  })
})

describe('future', () => {
  const NOW = new Date('2026-11-30T23:00:00Z')

  it.each([
    ['2026-11-30T23:05:00Z', false],
    ['2026-11-30T23:05:01Z', true],
    ['2026-12-01T06:04:00+07:00', false],
    ['2026-12-01T06:06:00+07:00', true],
    ['2026-12-01', false],
    ['2026-12-02', true],
    ['2026-12', false],
    ['2027-01', true],
    ['2026', false],
    ['2027', true],
    ['next year', false],
  ])('%s is later than the evening of 30 November 2026: %s', (date, future) => {
    expect(isFuture(date, NOW)).toBe(future)
  })

  it('begins five minutes after now for instants, and after the last day on Earth for days', () => {
    const days = { min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(days), fc.date(days), (date, now) => {
        expect(isFuture(date.toISOString(), now)).toBe(date.getTime() > now.getTime() + 5 * 60_000)
        const day = date.toISOString().slice(0, 10)
        expect(isFuture(day, now)).toBe(Date.parse(`${day}T00:00:00+14:00`) > now.getTime())
      }),
    )
  })
})
