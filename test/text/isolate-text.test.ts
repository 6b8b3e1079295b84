import { describe, expect, it } from 'vitest'
import { isolateText } from '../../src/text/isolate-text.ts'
import { fc } from '../property-runs.ts'

const OPENERS = '\u2066\u2067\u2068'
const anyDirections = fc.string({
  unit: fc.constantFrom(
    'a',
    'ع',
    ' ',
    '!',
    ...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  ),
})

/** Number of isolates that are open after each character. */
const depths = (text: string): readonly number[] => {
  let depth = 0
  return [...text].map((character) => {
    if (OPENERS.includes(character)) depth += 1
    if (character === '\u2069') depth -= 1
    return depth
  })
}

describe('isolateText', () => {
  it('closes all that a text opens, and nothing around it, so that the words around it keep their order', () => {
    fc.assert(
      fc.property(anyDirections, (text) => {
        const isolated = isolateText(text)
        const inside = depths(isolated)
        if (isolated === text && !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text)) return
        expect(inside.at(-1)).toBe(0)
        expect(Math.min(...inside.slice(0, -1))).toBeGreaterThan(0)
        expect(OPENERS).toContain(isolated.charAt(0))
        expect(isolated.replace(/[\u2066-\u2069]/gu, '')).toBe(text.replace(/[\u2066-\u2069]/gu, ''))
        expect(isolateText(isolated)).toBe(isolated)
      }),
    )
  })

  it('leaves texts without direction controls alone, Arabic ones too', () => {
    for (const text of ['', 'X', 'نص عربي', 'a\u200db']) expect(isolateText(text)).toBe(text)
  })

  it('ends an override before the words that follow', () => {
    expect(`${isolateText('\u202etset')} says`).toBe('\u2068\u202etset\u2069 says')
  })
})
