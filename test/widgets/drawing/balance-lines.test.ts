import { describe, expect, it } from 'vitest'
import { balancedLines, withoutBreaks, withSpaces } from '../../../src/widgets/drawing/balance-lines.ts'

const STYLE = { size: 13, weight: 'regular' } as const

const linesAt = (text: string, width: number, names: readonly string[] = []): readonly string[] => {
  const wrapping = { ...STYLE, width }
  return balancedLines(withoutBreaks(text, names, wrapping), wrapping).map(withSpaces)
}

describe('lines of a card', () => {
  it.each([
    ['Engadget speculates that X may in future sell data', 'may in future', []],
    ['Elon Musk stresses that it does not', 'does not', []],
    ['X menyatakan bahwa kemungkinan besar datanya dijual', 'kemungkinan besar', []],
    ['X collects biometric data based on consent of users', 'based on consent of users', ['based on consent of users']],
    ['X has had the policy since 29 September 2023 in force', '29 September 2023', []],
  ])('keep a hedge, a negation, a condition and a date together at any width with room: %s', (text, whole, names) => {
    for (let width = 240; width <= 360; width += 4) {
      const lines = linesAt(text, width, names)
      expect([width, lines.filter((line) => line.includes(whole)).length]).toEqual([width, 1])
      expect(lines.join(' ')).toBe(text)
    }
  })

  it('break a hedge that a narrow line has no room for, and lose no word', () => {
    const lines = linesAt('X may in future sell it', 60)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe('X may in future sell it')
  })
})
