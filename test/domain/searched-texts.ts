import { SEARCH_FIELDS, type SearchField } from '../../src/domain/store/search-candidate.ts'
import { queryTerms, words } from '../../src/text/search-text.ts'
import { fc } from '../property-runs.ts'

const LANGUAGES = ['en', 'id', 'en-GB', 'und', null]
const WORDS = [
  'x',
  'X',
  'xAI',
  'data',
  'Data',
  'données',
  "O'Brien",
  'X’s',
  '𝒳',
  'İstanbul',
  'ﬁnance',
  '個人情報保護委員会',
  '~aen | ^',
  'menjual',
  'Penjualan',
  'jual',
  'selling',
  'sells',
]
const word = fc.constantFrom(...WORDS)
const value = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', ' 😀 ', '\n', '')), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(''))
const field: fc.Arbitrary<SearchField> = fc.record({
  field: fc.constantFrom(...SEARCH_FIELDS),
  language: fc.constantFrom(...LANGUAGES),
  value,
})

/** Texts of one thing, with at least one word. */
export const searchedTexts: fc.Arbitrary<readonly SearchField[]> = fc
  .array(field, { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((one) => words(one.value).length > 0))

/** Words of the texts without stems, each cut at any place, as a user types. */
export const typedTerms: fc.Arbitrary<readonly string[]> = fc
  .array(
    fc.tuple(word, fc.nat(8)).map(([one, length]) => [...one].slice(0, length + 1).join('')),
    { minLength: 1, maxLength: 9 },
  )
  .map((typed) => queryTerms(typed.join(' ')))
  .filter((found) => found.length > 0)
