import { describe, expect, it } from 'vitest'
import { readInstant, toSecond } from '../../src/text/instant.ts'

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
  ])('“%s” is invalid', (text) => {
    expect(readInstant(text)).toBeNull()
  })
})
