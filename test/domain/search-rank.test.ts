import { describe, expect, it } from 'vitest'
import { rankHits, type SearchCandidate } from '../../src/domain/search-rank.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { SEARCH_FIELDS, type SearchField } from '../../src/domain/store/search-candidate.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import { queryTerms, words } from '../../src/text/search-text.ts'
import { fc } from '../property-runs.ts'
import { isFoundBy } from '../text/is-found-by.ts'

/**
 * Few words, so that texts share them: cases, diacritics in both forms, astral characters, one word that begins
 * another.
 */
const WORDS = ['x', 'X', 'xAI', 'data', 'Data', 'données', 'donne\u0301es', '𝒳', 'İstanbul', 'straße', 'ﬁnance', '個人']
const SEPARATORS = [' ', '  ', '-', '. ', ' 😀 ', '’', '\n']

const word = fc.constantFrom(...WORDS)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(...SEPARATORS)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().slice(0, -1).join(''))
const field: fc.Arbitrary<SearchField> = fc.record({
  field: fc.constantFrom(...SEARCH_FIELDS),
  language: fc.constantFrom('en', 'id', 'en-GB', null),
  value: text,
})
const candidates: fc.Arbitrary<readonly SearchCandidate[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...THING_KINDS),
    id: fc.constantFrom(...['a', 'b', 'a-b', 'c'].map(toSlug)),
    fields: fc.array(field, { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 12, selector: ({ kind, id }) => `${kind}:${id}` },
)
/** One word or two, each cut at any place, as a user types. */
const terms = fc
  .array(
    fc.tuple(word, fc.nat(6)).map(([whole, length]) => [...whole].slice(0, length + 1).join('')),
    { minLength: 1, maxLength: 2 },
  )
  .map((typed) => queryTerms(typed.join(' ')))
  .filter((typed) => typed.length > 0)

const holdsAll = (value: string, wanted: readonly string[]): boolean => wanted.every(isFoundBy(value))

/** 0 for the same words, 1 for a text with that beginning, 2 for one with all words, 3 for others. */
function fitOf(value: string, wanted: readonly string[]): number {
  const [fieldWords, said] = [words(value).join(' '), wanted.join(' ')]
  if (!holdsAll(value, wanted)) return 3
  return fieldWords === said ? 0 : fieldWords.startsWith(said) ? 1 : 2
}

describe('search ranking', () => {
  it('is total, and independent of the order of the candidates', () => {
    const shuffled = candidates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, terms, ([all, others], wanted) => {
        const hits = rankHits(all, wanted, 'en')
        expect(rankHits(others, wanted, 'en')).toEqual(hits)
        expect(hits.map(({ kind, id }) => `${kind}:${id}`).sort()).toEqual(all.map((c) => `${c.kind}:${c.id}`).sort())
        for (const [i, { sortKey }] of hits.entries()) {
          expect(i === 0 || (hits[i - 1]?.sortKey ?? '~') < sortKey, sortKey).toBe(true)
        }
      }),
    )
  })

  it('puts an exact match first, then a text with that beginning, then one with all words', () => {
    fc.assert(
      fc.property(candidates, terms, (all, wanted) => {
        const fits = rankHits(all, wanted, 'en').map(({ match }) => fitOf(match.field.value, wanted))
        expect(fits).toEqual([...fits].sort())
      }),
    )
  })

  it('is decided by the best matching text, and among equal ones by the heaviest field', () => {
    fc.assert(
      fc.property(candidates, terms, (all, wanted) => {
        for (const hit of rankHits(all, wanted, 'en')) {
          const own = all.find(({ kind, id }) => kind === hit.kind && id === hit.id)?.fields ?? []
          const [fit, weight] = [fitOf(hit.match.field.value, wanted), SEARCH_FIELDS.indexOf(hit.match.field.field)]
          for (const other of own) {
            const otherFit = fitOf(other.value, wanted)
            expect(otherFit).toBeGreaterThanOrEqual(fit)
            if (otherFit === fit && fit < 3) {
              expect(SEARCH_FIELDS.indexOf(other.field)).toBeGreaterThanOrEqual(weight)
            }
          }
        }
      }),
    )
  })

  it.each([
    ['en', 'en'],
    ['id', 'id'],
    ['id-ID', 'id'],
  ])('prefers a text in %s among equal ones: %s', (language, found) => {
    const fields: SearchField[] = [
      { field: 'PREFERRED', language: 'en', value: 'X' },
      { field: 'PREFERRED', language: 'id', value: 'X' },
    ]
    for (const order of [fields, fields.toReversed()]) {
      const [hit] = rankHits([{ kind: 'Entity', id: toSlug('x'), fields: order }], ['x'], language)
      expect(hit?.match.field.language).toBe(found)
    }
  })

  it('puts a name before a former name, and an entity before a claim', () => {
    const named = (kind: SearchField['field']): SearchField[] => [{ field: kind, language: 'en', value: 'Twitter' }]
    const hits = rankHits(
      [
        { kind: 'Claim', id: toSlug('a'), fields: named('FORMER') },
        { kind: 'Entity', id: toSlug('b'), fields: named('FORMER') },
        { kind: 'Claim', id: toSlug('c'), fields: named('PREFERRED') },
      ],
      ['twitter'],
      'en',
    )
    expect(hits.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('omits candidates without a text', () => {
    expect(rankHits([{ kind: 'Use', id: toSlug('a'), fields: [] }], ['a'], 'en')).toEqual([])
  })
})
