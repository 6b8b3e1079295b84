import { describe, expect, it } from 'vitest'
import { checkWordings } from '../../src/domain/rules/wordings.ts'
import type { Wording } from '../../src/domain/wording.ts'
import { claimOf } from './spoken-claims.ts'

const problemsOf = (language: string, wording: Wording, predicate: 'SELLS' | 'REPORTS' = 'SELLS'): readonly unknown[] =>
  checkWordings({ claims: [{ item: { ...claimOf(predicate), wording: { [language]: wording } } }] }).map(
    ({ path, message }) => [path.slice(4).join('.'), message],
  )
const EN = { affirmed: "X sells its users' data", negated: "X does not sell its users' data" }
const ID = { affirmed: 'X menjual data penggunanya', negated: 'X tidak menjual data penggunanya' }

describe('wording of a claim', () => {
  it.each([
    ['en', EN],
    ['id', ID],
    ['en', { affirmed: 'X operates in the United States', negated: 'X does not operate in the United States' }],
    ['en', { affirmed: 'X claims damages since May 2023', negated: 'X claims no damages since May 2023' }],
    ['id', { affirmed: 'X membutuhkan data', negated: 'X tidak mempunyai kebutuhan akan data' }],
    ['en', { affirmed: 'X has been able to earn an income', negated: 'X has not yet been able to earn an income' }],
    ['id', { affirmed: 'X dapat menghasilkan pemasukan', negated: 'X belum dapat menghasilkan pemasukan' }],
  ])('in %s is legal as a plain clause: %o', (language, wording) => {
    expect(problemsOf(language, wording)).toEqual([])
  })

  it.each([
    ['en', 'X denies selling data', 'denies'],
    ['en', 'X allegedly sells data', 'allegedly'],
    ['en', 'Reportedly, X sells data', 'Reportedly'],
    ['en', 'X sells data, according to the article', 'according to'],
    ['en-GB', 'Musk says X sells data', 'says'],
    ['id', 'X diduga menjual data', 'diduga'],
    ['id', 'X dikatakan menjual data', 'dikatakan'],
    ['id-ID', 'Menurut artikel, X menjual data', 'Menurut'],
    ['id', 'X membantahnya', 'membantahnya'],
    ['id', 'X mengonfirmasi hal itu', 'mengonfirmasi'],
    ['id', 'X disebut-sebut menjual data', 'disebut-sebut'],
  ])('in %s is refused with the stance of "%s"', (language, affirmed, word) => {
    expect(problemsOf(language, { affirmed, negated: 'X' })).toEqual([
      ['affirmed', expect.stringMatching(new RegExp(`^has the word ${word} of a stance or a status: leave it out`))],
    ])
  })

  it.each([
    ['en', 'X may sell data', 'may'],
    ['en', 'X will sell data', 'will'],
    ['id', 'X mungkin menjual data', 'mungkin'],
    ['id', 'X akan menjual data', 'akan menjual'],
    ['id', 'Kemungkinan besar X menjual data', 'Kemungkinan besar'],
  ])('in %s is refused with the hedge of "%s"', (language, negated, word) => {
    expect(problemsOf(language, { affirmed: 'X', negated })).toEqual([
      [
        'negated',
        expect.stringMatching(new RegExp(`^has the word ${word} of a hedge or a tense: write the present tense`)),
      ],
    ])
  })

  it('is refused with two equal forms', () => {
    expect(problemsOf('en', { affirmed: EN.affirmed, negated: EN.affirmed })).toEqual([
      ['negated', 'says the same as affirmed: say that it is not so'],
    ])
  })

  it('may name the verb of an utterance that the claim is about', () => {
    const reports = { affirmed: 'the article says that X sells data', negated: 'the article does not say so' }
    expect(problemsOf('en', reports, 'REPORTS')).toEqual([])
    expect(problemsOf('en', reports)).toHaveLength(2)
  })
})
