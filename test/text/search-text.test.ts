import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/fold.ts'
import { queryTerms, toSearchedText, wordTest } from '../../src/text/search-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { nameInScripts } from './names-in-scripts.ts'

/** Whether an engine finds the text: each term matches a word of the index. */
const finds = (search: string, text: string): boolean => {
  const { words, parts } = toSearchedText(text)
  const indexed = [...words, ...parts]
  const terms = queryTerms(search)
  return terms.length > 0 && terms.every((term) => indexed.some(wordTest(term)))
}

describe('search text', () => {
  it('is found by each word of a name, and by its beginnings', () => {
    fc.assert(
      fc.property(nameInScripts, fc.nat(), (name, length) => {
        for (const word of foldText(name).match(/[\p{L}\p{N}\p{M}']+/gu) ?? []) {
          const characters = [...word]
          const beginning = characters.slice(0, 2 + (length % characters.length)).join('')
          expect(finds(word, name), word).toBe(true)
          expect(finds(beginning, name), beginning).toBe(true)
        }
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('in a script without spaces is found by any part', () => {
    const text = fc.constantFrom(
      '東京都庁',
      '个人信息保护委员会',
      'データ保護方針',
      'สวัสดีครับ',
      'ຂໍ້ມູນ',
      'ទិន្នន័យ',
      'အချက်အလက်',
    )
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (name, from, length) => {
        const characters = [...foldText(name)]
        const start = from % characters.length
        const part = characters.slice(start, start + 1 + (length % 6)).join('')
        fc.pre(/^[\p{L}\p{N}]/u.test(part))
        expect(finds(part, name), part).toBe(true)
        expect(finds(part, `X${name}`), part).toBe(true)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it.each([
    ['OBrien', "O'Brien"],
    ["O'Brien", 'OBrien'],
    ['O’Brien', "O'Brien"],
    ['brien', 'O’Brien'],
    ['article', "l'article"],
    ["Musk's", 'Musk'],
    ['Musk', 'Musk’s post'],
    ['x', "X's policy"],
    ["X's", 'the policy of X'],
    ['Levis', "Levi's"],
    ['Soren', 'Søren'],
    ['Søren', 'Soren'],
    ['データ', 'データ保護'],
    ['ﾃﾞｰﾀ', '個人データ'],
    ['でーた', '個人データ'],
    ['京', '東京'],
    ['保护', '个人信息保护委员会'],
    ['个人信息保护委员会', '中国个人信息保护委员会'],
    ['김', '김철수'],
    ['한국 보호', '한국의 보호법'],
  ])('is found for %j in %j', (search, text) => expect(finds(search, text)).toBe(true))

  it.each([
    ['はら', 'ばら'],
    ['ばら', 'はら'],
    ['ハラ', 'バラ'],
    ['は', 'ば'],
    ['x', 'xAI'],
    ['京東', '東京'],
    ['個人情報保護委員会', '個人情報保護'],
    ['ข้า', 'ข่า'],
    ['कि', 'की'],
  ])('is not found for %j in %j', (search, text) => expect(finds(search, text)).toBe(false))
})
