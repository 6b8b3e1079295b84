import { describe, expect, it } from 'vitest'
import { dayPeriod, intervalText, mergePeriods } from '../../../src/exports/graph/day-period.ts'

describe('dayPeriod', () => {
  it.each([
    ['2023', '2023', '2023-01-01/2023-12-31'],
    ['2024-02', '2024-02', '2024-02-01/2024-02-29'],
    ['2023-09-29', null, '2023-09-29/'],
    [null, '2023-09', '/2023-09-30'],
    ['2023-08-31T10:00:00Z', '2024', '2023-08-31/2024-12-31'],
  ])('widens %s and %s to whole days, and leaves an unknown end open', (from, until, text) => {
    const period = dayPeriod(from, until)
    expect(period && intervalText(period)).toBe(text)
  })

  it('is null if neither day is known', () => {
    expect(dayPeriod(null, null)).toBeNull()
  })
})

describe('mergePeriods', () => {
  const merged = (...texts: readonly string[]): readonly string[] =>
    mergePeriods(
      texts.map((text) => {
        const [from = '', until = ''] = text.split('/')
        return { from: from || null, until: until || null }
      }),
    ).map(intervalText)

  it('joins periods that overlap or meet, and keeps gaps', () => {
    expect(merged('2024-01-01/2024-01-31', '2023-01-01/2023-01-10', '2023-01-11/2023-02-01')).toEqual([
      '2023-01-01/2023-02-01',
      '2024-01-01/2024-01-31',
    ])
    expect(merged('2023-01-01/2023-12-31', '2023-03-01/2023-03-31')).toEqual(['2023-01-01/2023-12-31'])
  })

  it('leaves open ends open', () => {
    expect(merged('2023-05-01/', '2023-01-01/2023-02-01')).toEqual(['2023-01-01/2023-02-01', '2023-05-01/'])
    expect(merged('/2023-02-01', '2023-01-01/2023-03-01')).toEqual(['/2023-03-01'])
    expect(merged('2023-05-01/', '2024-01-01/2024-02-01')).toEqual(['2023-05-01/'])
  })

  it('is empty for periods that together are always', () => {
    expect(merged('/2023-02-01', '2023-02-02/')).toEqual([])
  })
})
