import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { headingOf } from '../../src/sentences/heading.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { always, claimOf, claimRecord, DENIES, MUSK, names, recordOf, said } from './spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]
const WILL = { tense: 'FUTURE' as const }
const MAY = { certainty: 'POSSIBLE' as const }
const BACK = { stance: 'RETRACTS' as const, polarity: 'UNKNOWN' as const, retracts: 'a0' }
const GUESS = { stance: 'SPECULATES' as const, claimantId: 'bloomberg', sourceId: 'article' }

describe('sentence about the future', () => {
  it.each<[string, readonly Partial<Assertion>[], string, string]>([
    [
      'is no statement on today',
      [WILL],
      'X states that it will collect biometric data.',
      'X menyatakan bahwa pihaknya akan mengumpulkan biometric data.',
    ],
    [
      'keeps its other hedges',
      [{ ...WILL, ...MAY }],
      'X states that it may in future collect biometric data.',
      'X menyatakan bahwa pihaknya mungkin akan mengumpulkan biometric data.',
    ],
    [
      'is likely where it is said so',
      [{ ...WILL, certainty: 'PROBABLE', polarity: 'NEGATES' }],
      'X states that it will probably not collect biometric data.',
      'X menyatakan bahwa pihaknya kemungkinan besar tidak akan mengumpulkan biometric data.',
    ],
    [
      'is denied of the future',
      [{ ...MUSK, ...DENIES, ...WILL }],
      'Elon Musk denies that X will collect biometric data.',
      'Elon Musk membantah bahwa X akan mengumpulkan biometric data.',
    ],
    [
      'stands beside what is said of today',
      [{}, { ...MUSK, ...DENIES, ...WILL }],
      'Disputed: X states that it collects biometric data; Elon Musk denies that X will. The voices of X contradict each other.',
      'Diperselisihkan: X menyatakan bahwa pihaknya mengumpulkan biometric data; Elon Musk membantah bahwa X akan mengumpulkannya. Suara-suara dari pihak X saling bertentangan.',
    ],
    [
      'is not one statement with it',
      [{}, { ...MUSK, ...WILL }],
      'X states that it collects biometric data; Elon Musk states that X will.',
      'X menyatakan bahwa pihaknya mengumpulkan biometric data; Elon Musk menyatakan bahwa X memang akan mengumpulkannya.',
    ],
    [
      'is taken back as such',
      [WILL, BACK],
      'X took back the statement that X will collect biometric data.',
      'X menarik kembali pernyataan bahwa X akan mengumpulkan biometric data.',
    ],
    [
      'is not known either',
      [{ stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', claimantId: null, sourceId: 'article', ...WILL }],
      'The article “Article” says that it is not known whether X will collect biometric data.',
      'Artikel “Article” menyebut belum diketahui apakah X akan mengumpulkan biometric data.',
    ],
  ])('%s', (_, given, english, indonesian) => {
    const told = claimRecord(given.map((one, i) => said(one, i)))
    expect(sentenceOf(told, always, names, en)).toBe(english)
    expect(sentenceOf(told, always, names, id)).toBe(indonesian)
  })

  it('keeps the status of the present tense', () => {
    for (const given of [[{}], [DENIES], [GUESS], [{}, GUESS]]) {
      const statusWith = (more: Partial<Assertion>) =>
        claimStatus(claimRecord(given.map((a, i) => said({ ...a, ...more }, i))))
      expect(statusWith(WILL)).toEqual(statusWith({}))
    }
  })

  it('repeats the name of a person as pronoun, since English has none without gender', () => {
    const owner = claimOf('OWNS', { subject: { kind: 'Entity', id: 'musk' } })
    expect(sentenceOf(recordOf(owner, [{ ...MUSK, ...WILL }]), always, names, en)).toBe(
      'Elon Musk states that Elon Musk will own LinkedIn.',
    )
  })
})

describe('heading', () => {
  const heading = (...given: readonly Partial<Assertion>[]): string => {
    const told = claimRecord(given.map((one, i) => said(one, i)))
    return headingOf({ ...told, status: claimStatus(told) }, names, en)
  }

  it.each<[string, readonly Partial<Assertion>[], string]>([
    ['says a plan as a plan', [WILL], 'X will collect biometric data'],
    ['keeps a “may”', [MAY], 'X may collect biometric data'],
    ['takes the weaker of two hedges', [MAY, { ...MUSK, certainty: 'PROBABLE' }], 'X may collect biometric data'],
    ['says a “may” that was taken back', [{ ...MAY, ...WILL }, BACK], 'X may in future collect biometric data'],
    ['says a “may” that was taken out', [{ ...MAY, withdrawn: 'our mistake' }], 'X may collect biometric data'],
    ['says neither where the others do not', [{ ...WILL, ...MAY }, MUSK], 'X collects biometric data'],
    ['goes by whose word decides, not by guesses', [WILL, GUESS], 'X will collect biometric data'],
    ['goes by guesses where nobody says so', [{ ...GUESS, ...WILL }], 'X will collect biometric data'],
    ['does not deny a mere “may”', [{ ...DENIES, ...MAY }], 'X collects biometric data'],
    ['says a denied plan as a plan', [{ ...DENIES, ...WILL }], 'X will collect biometric data'],
    ['says what nobody says plainly', [], 'X collects biometric data'],
    [
      'goes by who says that it is not known, where nobody says more',
      [{ stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', ...WILL }],
      'X will collect biometric data',
    ],
  ])('%s', (_, given, words) => {
    expect(heading(...given)).toBe(words)
  })
})
