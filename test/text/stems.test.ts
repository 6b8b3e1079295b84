import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { describe, expect, it } from 'vitest'
import { foldTexts, rankingOf, wordsOfTexts } from '../../src/domain/folded-texts.ts'
import { highlightsOf } from '../../src/text/highlights.ts'
import { searchTerms, termsWithoutStopWords, toSearchedText, wordTest } from '../../src/text/search-text.ts'
import { anyStemsOf, stemsOf } from '../../src/text/stems.ts'

/** Whether a search finds a text of a language: each term finds a word of the index. */
function finds(search: string, text: string, language: string): boolean {
  const { words, parts } = toSearchedText(text, language)
  const indexed = [...words, ...parts]
  return searchTerms(search).every((term) => indexed.some(wordTest(term)))
}

/** Indonesian words of one root, of the two stories and beside them. */
const FAMILIES = [
  ['jual', 'menjual', 'penjualan', 'dijual', 'terjual'],
  ['kumpul', 'mengumpulkan', 'dikumpulkan', 'pengumpulan'],
  ['bagi', 'membagikan', 'dibagikan', 'berbagi'],
  ['latih', 'melatih', 'pelatihan', 'dilatih'],
  ['sangkal', 'menyangkal', 'penyangkalan'],
  ['tulis', 'menulis', 'ditulis', 'penulis'],
  ['pakai', 'memakai', 'dipakai', 'pemakaian'],
  ['milik', 'memiliki', 'dimiliki', 'kepemilikan', 'pemilik'],
  ['nilai', 'menilai', 'dinilai', 'penilaian'],
]

describe('forms of one word', () => {
  it.each(FAMILIES)('find each other in Indonesian: %s, %s, …', (...forms) => {
    const missed = forms.flatMap((search) =>
      forms.filter((form) => !finds(search, `X ${form} data`, 'id')).map((form) => `${search} ${form}`),
    )
    expect(missed).toEqual([])
  })

  it('need the roots that the stemmer misses: it alone has one stem for four of nine families', () => {
    const alone = FAMILIES.filter((forms) => new Set(forms.map((form) => indonesian(form))).size === 1)
    expect([alone.length, FAMILIES.length]).toEqual([4, 9])
  })

  it.each([
    ['sell', 'sells', 'selling'],
    ['collect', 'collects', 'collected', 'collecting'],
    ['train', 'trains', 'training'],
  ])('find each other in English: %s, %s, …', (...forms) => {
    for (const search of forms) for (const form of forms) expect(finds(search, `X ${form} it`, 'en')).toBe(true)
  })

  it('do not find other words: a name keeps its letters, and a stem matches complete words alone', () => {
    expect(finds('Berlin', 'LinkedIn', 'id')).toBe(false)
    expect(finds('Berlin', 'LinkedIn', 'en')).toBe(false)
    expect(finds('penjualan', 'jualbeli', 'id')).toBe(false)
    expect(finds('media', 'dia', 'id')).toBe(false)
    expect(finds('periode', 'iodium', 'id')).toBe(false)
    expect(finds('menjual', 'penjualan', 'fr')).toBe(false)
  })

  it('have no stem where they are short, in another script, or no words', () => {
    for (const word of ['x', 'ai', 'dms', '42', 'ملك', '販売', 'o’brien', '', 'a'.repeat(64)])
      for (const language of ['en', 'id', 'fr', '']) expect(stemsOf(word, language)).toEqual([])
    expect(anyStemsOf('meta').every((stem) => stem.length >= 4)).toBe(true)
  })

  it('are marked in a text whose language is unknown', () => {
    const text = 'X menjual data, dan penjualan itu'
    const marked = highlightsOf(text, searchTerms('dijual')).map(({ start, end }) => text.slice(start, end))
    expect(marked).toEqual(['menjual', 'penjualan'])
  })

  it('rank below the word itself', () => {
    const rank = rankingOf(searchTerms('penjualan'), 'id')
    const [same, other] = ['penjualan data', 'menjual data'].map((value) =>
      rank(foldTexts([{ field: 'QUOTE', language: 'id', value }])),
    )
    expect(String(same) < String(other)).toBe(true)
    expect(wordsOfTexts(foldTexts([{ field: 'QUOTE', language: 'id', value: 'menjual' }]))).toHaveLength(2)
  })
})

describe('terms of a question', () => {
  const wordsOf = (text: string) => termsWithoutStopWords(text)?.map((term) => term.split('|')[0]) ?? null
  it.each([
    ['Who says X sells data?', ['x', 'sells', 'data']],
    ['what did Musk deny', ['musk', 'deny']],
    ['Siapa yang mengatakan X menjual data?', ['x', 'menjual', 'data']],
    ['apa kata Musk tentang pesan langsung', ['musk', 'pesan', 'langsung']],
    ['can X sell my data?', ['x', 'sell', 'data']],
    ['the biometric claims', ['biometric']],
  ])('leave out the words that name nothing: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each(['the who', 'what is it', 'say that', 'x sells data'])(
    'stay where all would go, or all name something: %s',
    (text) => {
      expect(wordsOf(text)).toBeNull()
    },
  )
})
