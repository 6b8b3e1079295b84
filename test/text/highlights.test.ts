import { describe, expect, it } from 'vitest'
import { highlightsOf } from '../../src/text/highlights.ts'
import { queryTerms, words } from '../../src/text/search-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { isFoundBy } from './is-found-by.ts'
import { nameInScripts } from './names-in-scripts.ts'

describe('highlights', () => {
  /** Characters of several scripts with and without marks, digits, astral characters, and halves of surrogate pairs. */
  const anyText = fc.oneof(
    nameInScripts,
    fc.string({
      unit: fc.constantFrom(
        'a',
        'á',
        'a\u0301',
        '\u0301',
        '𝒳',
        '😀',
        '7',
        ' ',
        '-',
        'ß',
        '한',
        'ख',
        'ि',
        "'",
        '京',
        'ﾊﾞ',
        '\ud800',
      ),
    }),
    fc.string({ unit: 'grapheme' }),
  )
  const textAndTerms = anyText.chain((value) => {
    const own = words(value)
    const typed = nameInScripts.map(queryTerms)
    if (own.length === 0) return fc.tuple(fc.constant(value), typed)
    const beginning = fc.constantFrom(...own).map((one) => queryTerms([...one].slice(0, 3).join('')))
    return fc.tuple(fc.constant(value), fc.oneof(beginning, typed))
  })

  it('are ordered ranges of code points that do not touch, each found by a term', () => {
    fc.assert(
      fc.property(textAndTerms, ([value, wanted]) => {
        const characters = [...value]
        let last = -1
        for (const { start, end } of highlightsOf(value, wanted)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(characters.length)
          expect(wanted.some(isFoundBy(characters.slice(start, end).join('')))).toBe(true)
          last = end
        }
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('leave nothing that a term finds', () => {
    fc.assert(
      fc.property(textAndTerms, ([value, wanted]) => {
        const characters = [...value]
        for (const { start, end } of highlightsOf(value, wanted)) characters.fill(' ', start, end)
        expect(wanted.filter(isFoundBy(characters.join('')))).toEqual([])
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('end where the word ends in a script with spaces', () => {
    fc.assert(
      fc.property(fc.constantFrom('Twitter', 'Łódź', 'Москва', 'हिन्दी', 'ﬁnance'), fc.nat(3), (word, length) => {
        const term = words(word)[0]?.slice(0, 2 + length) ?? ''
        expect(highlightsOf(`- ${word}, x`, [term])).toEqual([{ start: 2, end: 2 + [...word].length }])
      }),
    )
  })

  it.each([
    ['😀 Twitter', 'twit', [[2, 9]]],
    [
      '𝒳 and X',
      'x',
      [
        [0, 1],
        [6, 7],
      ],
    ],
    [
      'Cafe\u0301 Café',
      'cafe',
      [
        [0, 5],
        [6, 10],
      ],
    ],
    [
      'xAI, not X',
      'x',
      [
        [0, 3],
        [9, 10],
      ],
    ],
    ['ﬁnance', 'fi', [[0, 6]]],
    ['the X™ app', 'xtm', [[4, 6]]],
    ['⽇本 and ½', '日', [[0, 1]]],
    [
      '東京都庁と東京',
      '東京',
      [
        [0, 2],
        [5, 7],
      ],
    ],
    ['ﾄｳｷｮｳのﾃﾞｰﾀ保護', 'でーた', [[6, 10]]],
    ['😀ข้อมูลส่วนบุคคล', 'ส่วน', [[7, 11]]],
    ['ปีนี้', 'ปี', [[0, 2]]],
    [
      'O’Brien and OBrien',
      'obrien',
      [
        [0, 7],
        [12, 18],
      ],
    ],
    ['O’Brien', 'brien', [[2, 7]]],
    ['Søren', 'sor', [[0, 5]]],
    [
      '株式会社 and ㍿',
      '会社',
      [
        [2, 4],
        [9, 10],
      ],
    ],
    ['nothing', 'x', []],
  ])('in %j for %j are %j', (value, term, ranges) => {
    expect(highlightsOf(value, [term]).map(({ start, end }) => [start, end])).toEqual(ranges)
  })
})
