import { describe, expect, it } from 'vitest'
import { assentOf, groupByAssent } from '../../src/domain/assent.ts'

describe('assent of an assertion', () => {
  it('is that of its polarity for those who say it', () => {
    for (const stance of ['STATES', 'CONFIRMS', 'ALLEGES'] as const) {
      expect(assentOf({ stance, polarity: 'AFFIRMS' })).toBe('YES')
      expect(assentOf({ stance, polarity: 'NEGATES' })).toBe('NO')
    }
    expect(assentOf({ stance: 'DENIES', polarity: 'NEGATES' })).toBe('NO')
  })

  it('is open for a guess on either side, and for what is not known', () => {
    expect(assentOf({ stance: 'SPECULATES', polarity: 'AFFIRMS' })).toBe('OPEN')
    expect(assentOf({ stance: 'SPECULATES', polarity: 'NEGATES' })).toBe('OPEN')
    expect(assentOf({ stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN' })).toBe('OPEN')
    expect(assentOf({ stance: 'STATES', polarity: 'UNKNOWN' })).toBe('OPEN')
  })

  it('makes groups in one order, which keep the order of their assertions', () => {
    const said = (id: number, polarity: 'AFFIRMS' | 'NEGATES') => ({ id, stance: 'STATES' as const, polarity })
    const given = [said(3, 'NEGATES'), said(1, 'AFFIRMS'), said(2, 'NEGATES')]
    const groups = groupByAssent(given)
    expect(groups.map(({ assent, given }) => [assent, ...given.map(({ id }) => id)])).toEqual([
      ['YES', 1],
      ['NO', 3, 2],
    ])
  })
})
