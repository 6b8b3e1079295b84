import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { propositionOf } from '../../src/sentences/proposition.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { sharedHedges } from '../../src/sentences/shared-hedges.ts'
import type { PlainSlugs } from './plain-slugs.ts'
import { always, claimOf, claimRecord, DENIES, MUSK, names, recordOf, said } from './spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]
const WILL = { tense: 'FUTURE' as const }
const MAY = { certainty: 'POSSIBLE' as const }
const BACK = { stance: 'RETRACTS' as const, polarity: 'UNKNOWN' as const, retracts: toAssertionId('a0') }
const GUESS = { stance: 'SPECULATES' as const, claimantId: 'bloomberg', sourceId: 'article' }

describe('sentence about the future', () => {
  it.each<[string, readonly Partial<PlainSlugs<Assertion>>[], string, string]>([
    [
      'is distinct from a statement on the present',
      [WILL],
      'X says in the document “Policy” that it will collect biometric data.',
      'X menyatakan dalam dokumen “Policy” bahwa pihaknya akan mengumpulkan biometric data.',
    ],
    [
      'keeps its other hedges',
      [{ ...WILL, ...MAY }],
      'X says in the document “Policy” that it may in future collect biometric data.',
      'X menyatakan dalam dokumen “Policy” bahwa pihaknya mungkin akan mengumpulkan biometric data.',
    ],
    [
      'is likely where the claimant hedges so',
      [{ ...WILL, certainty: 'PROBABLE', polarity: 'NEGATES' }],
      'X says in the document “Policy” that it will probably not collect biometric data.',
      'X menyatakan dalam dokumen “Policy” bahwa pihaknya kemungkinan besar tidak akan mengumpulkan biometric data.',
    ],
    [
      'is denied in the future tense',
      [{ ...MUSK, ...DENIES, ...WILL }],
      'Elon Musk denies in the document “Policy” that X will collect biometric data.',
      'Elon Musk membantah dalam dokumen “Policy” bahwa X akan mengumpulkan biometric data.',
    ],
    [
      'is listed beside a statement on the present',
      [{}, { ...MUSK, ...DENIES, ...WILL }],
      'Disputed: X says in the document “Policy” that it collects biometric data; Elon Musk denies in that document that X will. Those who speak for X contradict each other.',
      'Diperselisihkan: X menyatakan dalam dokumen “Policy” bahwa pihaknya mengumpulkan biometric data; Elon Musk membantah dalam dokumen itu bahwa X akan mengumpulkannya. Pernyataan pihak X saling bertentangan.',
    ],
    [
      'is separate from a statement on the present',
      [{}, { ...MUSK, ...WILL }],
      'X says in the document “Policy” that it collects biometric data; Elon Musk says in that document that X will.',
      'X menyatakan dalam dokumen “Policy” bahwa pihaknya mengumpulkan biometric data; Elon Musk menyatakan dalam dokumen itu bahwa X akan mengumpulkannya.',
    ],
    [
      'is retracted in the future tense',
      [WILL, BACK],
      'X took back the statement that X will collect biometric data.',
      'X menarik kembali pernyataan bahwa X akan mengumpulkan biometric data.',
    ],
    [
      'is unknown in the future tense',
      [{ stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', claimantId: null, sourceId: 'article', ...WILL }],
      'The article “Article” says that it is not yet known whether X will collect biometric data.',
      'Artikel “Article” menyatakan bahwa belum diketahui apakah X akan mengumpulkan biometric data.',
    ],
  ])('%s', (_, given, english, indonesian) => {
    const record = claimRecord(given.map((one, i) => said(one, i)))
    expect(sentenceOf(record, always, names, en)).toBe(english)
    expect(sentenceOf(record, always, names, id)).toBe(indonesian)
  })

  it('keeps the status of the present tense', () => {
    for (const given of [[{}], [DENIES], [GUESS], [{}, GUESS]]) {
      const statusWith = (more: Partial<PlainSlugs<Assertion>>) =>
        claimStatus(claimRecord(given.map((a, i) => said({ ...a, ...more }, i))))
      expect(statusWith(WILL)).toEqual(statusWith({}))
    }
  })

  it('repeats the name of a person, since English has no pronoun without gender', () => {
    const owner = claimOf('OWNS', { subject: { kind: 'Entity', id: 'musk' } })
    expect(sentenceOf(recordOf(owner, [{ ...MUSK, ...WILL }]), always, names, en)).toBe(
      'Elon Musk says in the document “Policy” that Elon Musk will own LinkedIn.',
    )
  })
})

describe('heading', () => {
  const heading = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string => {
    const record = claimRecord(given.map((one, i) => said(one, i)))
    return propositionOf(record.claim, names, en, {
      dated: true,
      ...sharedHedges({ ...record, status: claimStatus(record) }),
    })
  }

  it.each<[string, readonly Partial<PlainSlugs<Assertion>>[], string]>([
    ['expresses a plan in the future tense', [WILL], 'X will collect biometric data'],
    ['keeps a “may”', [MAY], 'X may collect biometric data'],
    ['takes the weaker of two hedges', [MAY, { ...MUSK, certainty: 'PROBABLE' }], 'X may collect biometric data'],
    ['keeps a retracted “may”', [{ ...MAY, ...WILL }, BACK], 'X may in future collect biometric data'],
    ['keeps a withdrawn “may”', [{ ...MAY, withdrawn: 'our mistake' }], 'X may collect biometric data'],
    ['omits hedge and tense that other claimants lack', [{ ...WILL, ...MAY }, MUSK], 'X collects biometric data'],
    ['follows the deciding assertion over a guess', [WILL, GUESS], 'X will collect biometric data'],
    ['follows a guess where there is no other assertion', [{ ...GUESS, ...WILL }], 'X will collect biometric data'],
    ['omits the “may” of a denial', [{ ...DENIES, ...MAY }], 'X collects biometric data'],
    ['expresses a denied plan in the future tense', [{ ...DENIES, ...WILL }], 'X will collect biometric data'],
    ['is plain without assertions', [], 'X collects biometric data'],
    [
      'follows a report of unknowns where there is no other assertion',
      [{ stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', ...WILL }],
      'X will collect biometric data',
    ],
  ])('%s', (_, given, words) => {
    expect(heading(...given)).toBe(words)
  })
})
