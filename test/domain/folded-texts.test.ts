import { describe, expect, it } from 'vitest'
import {
  abbreviating,
  foldTexts,
  joinedBeginnings,
  joinNames,
  rankingOf,
  wordsOfTexts,
} from '../../src/domain/folded-texts.ts'
import { SEARCH_FIELDS, type SearchField } from '../../src/domain/store/search-candidate.ts'
import { queryTerms, searchTerms, words } from '../../src/text/search-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { isFoundBy } from '../text/is-found-by.ts'
import { searchedTexts, typedTerms } from './searched-texts.ts'

/** The rank by the definition, from unfolded texts. */
function rankOf(all: readonly SearchField[], wanted: readonly string[], language: string): string {
  const base = (tag: string): string => tag.split('-')[0] ?? ''
  const ranks = all.flatMap(({ field: kind, language: own, value: text }) => {
    const own_ = words(text).join(' ')
    if (own_ === '') return []
    const said = wanted.join(' ')
    const missing = wanted.filter((term) => !isFoundBy(text)(term)).length
    const grade = missing > 0 ? 3 : own_ === said ? 0 : own_.startsWith(said) ? 1 : 2
    const weight = String(SEARCH_FIELDS.indexOf(kind)).padStart(2, '0')
    return [`${grade}.${missing}.${weight}.${own === null || base(own) === base(language) ? 0 : 1}`]
  })
  return ranks.sort()[0] ?? ''
}

describe('folded texts', () => {
  it('have the rank of the unfolded texts', () => {
    fc.assert(
      fc.property(searchedTexts, typedTerms, fc.constantFrom('en', 'id', 'id-ID', 'fr'), (all, wanted, language) => {
        expect(rankingOf(wanted, language)(foldTexts(all))).toBe(rankOf(all, wanted, language))
      }),
      { numRuns: propertyRuns(2000) },
    )
  })

  it.each([
    ['x', 'en', 'X shop'],
    ['selling', 'en', 'Who sells'],
    ['menjual data', 'id', 'Penjualan'],
    ['data menjual', 'id', 'Data dijual'],
    ['mengumpulkan', 'id', 'pengumpul'],
  ])('for %j have a beginning that is ranked, and without one decide no rank', (typed, language, value) => {
    const found = searchTerms(typed)
    const isRanked = (text: string): boolean => abbreviating(found).beginnings.some((one) => text.includes(one))
    const missing = (text: string): number => Number(rankingOf(found, language)(text).split('.')[1])
    const folded = foldTexts([{ field: 'TITLE', language, value }])
    expect({ isRanked: isRanked(folded), all: missing(folded) === found.length }).toEqual({
      isRanked: true,
      all: false,
    })
    const other = foldTexts([{ field: 'TITLE', language, value: 'Policy' }])
    expect({ isRanked: isRanked(other), missing: missing(other) }).toEqual({ isRanked: false, missing: found.length })
  })

  it('are found by each term that finds one of them, and by no other', () => {
    fc.assert(
      fc.property(searchedTexts, typedTerms, (all, wanted) => {
        const indexed = wordsOfTexts(foldTexts(all))
        for (const term of wanted) {
          const isFound = all.some((one) => isFoundBy(one.value)(term))
          expect(indexed.some((one) => one.startsWith(term))).toBe(isFound)
        }
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('have at most 60,000 characters, and are found by the words past the ranked ones', () => {
    const long = (name: string): SearchField => ({
      field: 'QUOTE',
      language: 'en',
      value: Array.from({ length: 4000 }, (_, i) => `${name}${i}`).join(' '),
    })
    const texts = foldTexts([long('first'), long('second'), { field: 'PREFERRED', language: 'en', value: 'Name' }])
    expect(texts.length).toBeLessThanOrEqual(60_000)
    expect(texts.length).toBeGreaterThan(59_000)
    expect(wordsOfTexts(texts)).toEqual(expect.arrayContaining(['name', 'first0', 'first3999', 'second0']))
    const rank = rankingOf(['second0'], 'en')
    expect(rank(texts) > rankingOf(['first0'], 'en')(texts)).toBe(true)
  })

  it('contain a text that a heavier field repeats only once', () => {
    const named = (kind: SearchField['field']): SearchField => ({ field: kind, language: 'en', value: 'Elon Musk' })
    expect(foldTexts([named('CLAIMANT'), named('ABOUT')])).toBe(foldTexts([named('ABOUT')]))
  })

  it.each([
    ['elon musk', ['Elon Musk']],
    ['elon mu', ['Elon Musk']],
    ['elo', ['Elon Musk', 'Elo']],
    ['o’brien', ["O'Brien"]],
  ])('name things by joined words: for %j', (typed, found) => {
    const [exact, beginning] = joinedBeginnings(queryTerms(typed))
    const all = ['Elon Musk', 'Elo', "O'Brien", 'Musk Elon'].map((name) => ({
      name,
      joined: joinNames([{ field: 'ALIAS', language: 'en', value: name }]),
    }))
    expect(all.filter(({ joined }) => joined.startsWith(beginning)).map(({ name }) => name)).toEqual(found)
    const exactly = all.filter(({ joined }) => joined.startsWith(exact)).map(({ name }) => words(name).join(' '))
    expect(exactly).toEqual(exactly.filter((name) => name === words(typed).join(' ')))
  })

  it('have no joined names of quotes, slugs and symbols', () => {
    const of = (kind: SearchField['field'], text: string): SearchField => ({ field: kind, language: null, value: text })
    expect(joinNames([of('QUOTE', 'we sell'), of('SLUG', 'x sells'), of('ALIAS', '★')])).toBe('')
  })
})
