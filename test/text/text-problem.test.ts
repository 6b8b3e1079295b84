import { describe, expect, it } from 'vitest'
import { blankProblem, characterProblem, identifierProblem, nameProblem } from '../../src/text/text-problem.ts'
import { fc } from '../property-runs.ts'
import { anyText } from './spellings.ts'

const INVISIBLE = [
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\ufe0f',
  '\u3164',
  '\u115f',
  '\uffa0',
  '\u2800',
]
const DIRECTIONS = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']

describe('text problem', () => {
  it('is none for texts that a reader sees', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([characterProblem(text), blankProblem(text), nameProblem(text)]).toEqual([null, null, null])
      }),
    )
  })

  it('is one for half of a surrogate pair, wherever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff'), (before, after, half) => {
        const text = `${before}${half}${after}`
        const problem = 'contains half of a surrogate pair: write complete characters'
        expect([characterProblem(text), identifierProblem(text), nameProblem(text)]).toEqual([
          problem,
          problem,
          problem,
        ])
      }),
    )
  })

  it('is one for a control character, but for tabs and line breaks in a text', () => {
    for (let code = 0; code <= 0x9f; code += 1) {
      if (code > 0x1f && code < 0x7f) continue
      const text = `a${String.fromCharCode(code)}b`
      const hex = code.toString(16).toUpperCase().padStart(4, '0')
      if ([9, 10, 13].includes(code)) expect(characterProblem(text)).toBeNull()
      else expect(characterProblem(text)).toBe(`contains the control character U+${hex}: leave it out`)
      expect(nameProblem(text)).toMatch(`contains the control character U+${hex}: `)
    }
  })

  it('is one for more marks on one letter than any writing has', () => {
    expect(characterProblem(`a${'\u0301'.repeat(30)}b`)).toBeNull()
    const problem = 'has more than 30 marks on one letter: leave some out'
    for (const marks of ['\u0301'.repeat(31), '\u0301\u0323'.repeat(16), '\u0e49'.repeat(31)]) {
      expect(characterProblem(`a${marks}b`)).toBe(problem)
      expect(identifierProblem(`a${marks}b`)).toBe(problem)
      expect(nameProblem(`a${marks}b`)).toBe(problem)
    }
  })

  it('is one for a text of invisible characters alone, and of one in an identifier', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...INVISIBLE, ...DIRECTIONS, ' '), minLength: 1 }), (text) => {
        const blank =
          text.trim() === '' ? 'is blank: write some words' : 'contains nothing that a reader sees: write some words'
        expect(blankProblem(text)).toBe(blank)
      }),
    )
    for (const character of [...INVISIBLE, ...DIRECTIONS]) {
      expect(identifierProblem(`Q9${character}18`)).toMatch(
        /^contains the invisible character U\+[0-9A-F]{4}: leave it out$/,
      )
    }
  })

  it.each(['Q918', 'https://www.wikidata.org/entity/Q918', '漢字', 'no. 5'])(
    'is none for the identifier %j',
    (text) => {
      expect(identifierProblem(text)).toBeNull()
    },
  )
})
