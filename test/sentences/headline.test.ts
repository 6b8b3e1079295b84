import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { liveAssertions } from '../../src/domain/claim-status.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { CERTAINTIES, EVIDENTIALITIES, TENSES } from '../../src/domain/stance.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { headline, statusWithBy } from '../../src/sentences/headline.ts'
import { assertionsOn, wholeClaim } from '../domain/claims-at-random.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { claimOf, DENIES, MUSK, names, said } from '../domain/spoken-claims.ts'
import { fc } from '../property-runs.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]
const NEGATES = { polarity: 'NEGATES' as const }
const NOBODY = { claimantId: null, evidentiality: 'HEARSAY' as const, sourceId: 'article', stance: 'ALLEGES' as const }
const PUBLIC = {
  claimantId: 'public',
  claimantAsPrinted: {
    value: 'banyak masyarakat',
    language: 'id',
    translations: [{ value: 'most people', language: 'en' }],
  },
  evidentiality: 'HEARSAY' as const,
  sourceId: 'article',
  stance: 'SPECULATES' as const,
}
const NO_EVIDENCE = {
  claimantId: null,
  sourceId: 'article',
  stance: 'REPORTS_UNKNOWN' as const,
  polarity: 'UNKNOWN' as const,
  lacks: 'EVIDENCE' as const,
}
const claimWith = (...given: readonly Partial<PlainSlugs<Assertion>>[]) =>
  wholeClaim(
    claimOf('COLLECTS'),
    given.map((one, i) => said(one, i)),
  )
const inWords = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string => {
  const { proposition, status, by } = headline(claimWith(...given), names, en)
  return `${proposition} | ${status} | ${by}`
}

describe('headline', () => {
  it.each<readonly [string, readonly Partial<PlainSlugs<Assertion>>[], string]>([
    ['a statement', [{}], 'X collects biometric data | Stated | X states it'],
    ['a hedge', [{ certainty: 'POSSIBLE' }], 'X may collect biometric data | Stated | X states it'],
    ['a plan', [{ tense: 'FUTURE' }], 'X will collect biometric data | Stated | X states it'],
    [
      'a dispute',
      [{}, { ...MUSK, ...DENIES }],
      'X collects biometric data | Disputed | X states it; Elon Musk denies it',
    ],
    [
      'a dispute on another tense',
      [{}, { ...MUSK, ...DENIES, tense: 'FUTURE' }],
      'X collects biometric data | Disputed | X states it; Elon Musk denies that it will',
    ],
    ['a denial alone', [{ ...DENIES }], 'X collects biometric data | Denied | X denies it'],
    [
      'negative reports alone',
      [{ ...MUSK, ...NEGATES, claimantId: 'bloomberg' }],
      'X does not collect biometric data | Reported | Bloomberg reports it',
    ],
    [
      'a hedged negative report',
      [{ ...NEGATES, claimantId: 'bloomberg', certainty: 'POSSIBLE' }],
      'X possibly does not collect biometric data | Reported | Bloomberg reports it',
    ],
    ['hearsay', [NOBODY], 'X collects biometric data | Alleged | no source named (the article “Article”)'],
    [
      'a guess in a document',
      [PUBLIC, NO_EVIDENCE],
      'X collects biometric data | Speculated | most people (“banyak masyarakat”), the article “Article” says, speculate that it does; no evidence yet',
    ],
    [
      'more than three parties, one of each stance first',
      [
        {},
        { ...MUSK },
        { claimantId: 'bloomberg' },
        { ...PUBLIC, certainty: 'POSSIBLE' },
        { ...DENIES, claimantId: 'rival' },
      ],
      'X collects biometric data | Disputed | X states it; Elon Musk and one other report it; LinkedIn denies it; one other, the article “Article” says, speculates that it may',
    ],
    [
      'something not known',
      [NO_EVIDENCE],
      'X collects biometric data | Not known | no evidence yet (the article “Article”)',
    ],
    [
      'one claimant with two stances on a side',
      [{}, { ...MUSK, ...DENIES, tense: 'FUTURE' }, { ...MUSK, ...NEGATES, tense: 'FUTURE' }],
      'X collects biometric data | Disputed | X states it; Elon Musk denies that it will',
    ],
    [
      'one claimant who confirms and states',
      [{}, { stance: 'CONFIRMS' }],
      'X collects biometric data | Confirmed | X confirms it',
    ],
    [
      'one claimant in two tenses',
      [
        { ...MUSK, ...NEGATES },
        { ...MUSK, ...NEGATES, tense: 'FUTURE' },
      ],
      'X does not collect biometric data | Reported | Elon Musk reports it',
    ],
    [
      'one claimant on both sides',
      [{}, { ...NEGATES }],
      'X collects biometric data | Disputed | X states it; X says it does not',
    ],
    [
      'a verb of the document',
      [{ ...PUBLIC, verb: 'THINKS' }],
      'X collects biometric data | Speculated | most people (“banyak masyarakat”), the article “Article” says, think it does',
    ],
    ['an assurance', [{ ...DENIES, verb: 'ASSURES' }], 'X collects biometric data | Denied | X denies it'],
    [
      'two verbs in one clause',
      [
        { claimantId: 'bloomberg', verb: 'REVEALS' },
        { claimantId: 'rival', verb: 'WRITES' },
      ],
      'X collects biometric data | Reported | Bloomberg and LinkedIn report it',
    ],
    [
      'something not known beside three parties',
      [{}, { ...MUSK }, { claimantId: 'bloomberg' }, NO_EVIDENCE],
      'X collects biometric data | Stated | X states it; Elon Musk and Bloomberg report it; no evidence yet (the article “Article”)',
    ],
    ['nothing', [], 'X collects biometric data | Not known | no statement is recorded on whether it does'],
    [
      'a retraction',
      [{}, { stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: said({}, 0).id }],
      'X collects biometric data | Taken back | X took back the statement that it does',
    ],
    [
      'a withdrawal',
      [{ withdrawn: 'our mistake' }],
      'X collects biometric data | Not known | no statement on whether it does stands in this record any more',
    ],
  ])('%s has a headline', (_, given, expected) => {
    expect(inWords(...given)).toBe(expected)
  })

  it('has Indonesian words in Indonesian', () => {
    expect(headline(claimWith({}, { ...MUSK, ...DENIES }), names, id)).toEqual({
      proposition: 'X mengumpulkan biometric data',
      status: 'Diperselisihkan',
      by: 'X menyatakannya; Elon Musk membantahnya',
      agents: null,
    })
  })
})

describe('line with status and by-line', () => {
  const line = (messages: typeof en, ...given: readonly Partial<PlainSlugs<Assertion>>[]): string => {
    const { status, by } = statusWithBy(headline(claimWith(...given), names, messages))
    return `${status} ${by}`
  }

  it.each<readonly [string, readonly Partial<PlainSlugs<Assertion>>[], string, string]>([
    ['a statement', [{ certainty: 'POSSIBLE' }], 'Stated by X', 'Dinyatakan oleh X'],
    ['a denial', [{ ...DENIES }], 'Denied by X', 'Dibantah oleh X'],
    ['a confirmation', [{ stance: 'CONFIRMS' }], 'Confirmed by X', 'Dikonfirmasi oleh X'],
    ['a guess', [{ ...MUSK, stance: 'SPECULATES' }], 'Speculated by Elon Musk', 'Dispekulasikan oleh Elon Musk'],
    [
      'reports',
      [{ ...MUSK }, { claimantId: 'bloomberg' }],
      'Reported by Elon Musk and Bloomberg',
      'Dilaporkan oleh Elon Musk dan Bloomberg',
    ],
    [
      'a statement beside reports',
      [{}, { ...MUSK, tense: 'FUTURE' }],
      'Stated by X; Elon Musk reports that it will',
      'Dinyatakan oleh X; Elon Musk melaporkan bahwa X akan mengumpulkannya',
    ],
  ])('does not say the verb of %s twice', (_, given, english, indonesian) => {
    expect([line(en, ...given), line(id, ...given)]).toEqual([english, indonesian])
  })

  it.each<readonly [string, readonly Partial<PlainSlugs<Assertion>>[], string]>([
    ['a dispute', [{}, { ...MUSK, ...DENIES }], 'Disputed: X states it; Elon Musk denies it'],
    ['hearsay', [NOBODY], 'Alleged: no source named (the article “Article”)'],
    ['a hedged denial', [{ ...DENIES, certainty: 'PROBABLE' }], 'Denied: X denies it, as likely rather than certain'],
    ['a verb of the document', [{ verb: 'STRESSES' }], 'Stated: X stresses that it does'],
    [
      'a document that passes words on',
      [PUBLIC],
      'Speculated: most people (“banyak masyarakat”), the article “Article” says, speculate that it does',
    ],
  ])('keeps the verb of %s', (_, given, expected) => {
    expect(line(en, ...given)).toBe(expected)
  })
})

describe('by-line of a document known from a retelling', () => {
  const sources = { policy: { derivation: 'KNOWN' as const, publishedBy: toSlug('x'), ancestors: [] } }
  it.each([
    ['INDIRECT_SPEECH', 'X (as retold elsewhere) states it', 'X (menurut penceritaan kembali) menyatakannya'],
    ['PRIMARY_DOCUMENT', 'X states it', 'X menyatakannya'],
  ] as const)('says so only if the document is that of the claimant: %s', (evidentiality, english, indonesian) => {
    const details = claimWith({ sourceId: 'policy', evidentiality })
    expect(headline({ ...details, sources }, names, en).by).toBe(english)
    expect(headline({ ...details, sources }, names, id).by).toBe(indonesian)
    expect(headline({ ...details, sources: {} }, names, en).by).toBe('X states it')
  })
})

describe('by-line in Indonesian', () => {
  const by = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
    headline(claimWith(...given), names, id).by

  it('says "so" of the proposition above, and never after the other side', () => {
    expect(by({ ...PUBLIC, verb: 'THINKS' })).toBe(
      'menurut artikel “Article”, “banyak masyarakat” berpendapat demikian',
    )
    expect(by({ ...NEGATES }, { ...PUBLIC, verb: 'THINKS' })).toBe(
      'X menyatakan bahwa pihaknya tidak mengumpulkannya; menurut artikel “Article”, “banyak masyarakat” berpendapat bahwa X mengumpulkannya',
    )
  })

  it('appends what is not known, bare', () => {
    expect(by({}, { ...NO_EVIDENCE, claimantId: 'bloomberg' })).toBe('X menyatakannya; belum ada bukti (Bloomberg)')
  })
})

/** Assertions of up to six parties, with hedges. */
const assertionsOfMany = fc
  .tuple(
    assertionsOn('c'),
    fc.array(
      fc.record({
        claimantId: fc.constantFrom('x', 'musk', 'bloomberg', 'rival', 'public', null),
        certainty: fc.constantFrom(...CERTAINTIES),
        tense: fc.constantFrom(...TENSES),
        evidentiality: fc.constantFrom(...EVIDENTIALITIES),
        sourceId: fc.constantFrom('policy', 'article'),
      }),
      { minLength: 6, maxLength: 6 },
    ),
  )
  .map(([assertions, others]) => assertions.map((one, i) => withSlugs<Assertion>({ ...one, ...others[i] })))

describe('headline of any claim', () => {
  it('has a proposition whose polarity the status and the deciding assertions share', () => {
    fc.assert(
      fc.property(assertionsOfMany, (assertions) => {
        const details = wholeClaim(claimOf('COLLECTS'), assertions)
        const { status: value, polarity } = details.status
        const { proposition, status } = headline(details, names, en)
        const plain = en.statuses[value]
        if (/\bnot\b/.test(proposition)) {
          expect([polarity, status.toLowerCase()]).toEqual(['NEGATES', plain])
          expect(value).not.toBe('DENIED')
        } else if (polarity === 'NEGATES' && value !== 'DENIED') expect(status.toLowerCase()).not.toBe(plain)
        else expect(status.toLowerCase()).toBe(plain)
      }),
    )
  })

  it('names or counts every live claimant, names three at most, and is never empty', () => {
    const NAMES = ['X', 'Elon Musk', 'Bloomberg', 'LinkedIn', 'the public']
    fc.assert(
      fc.property(assertionsOfMany, (assertions) => {
        const details = wholeClaim(claimOf('COLLECTS'), assertions)
        const live = liveAssertions(details.assertions, { validOn: null })
        for (const messages of MESSAGES) {
          const { proposition, status, by, agents } = headline(details, names, messages)
          // The line after the status names the same parties.
          const inLine = NAMES.filter((name) => (agents ?? by).includes(name))
          expect(inLine).toEqual(NAMES.filter((name) => by.includes(name)))
          for (const words of [proposition, status, by]) expect(words.trim()).not.toBe('')
          if (live.length === 0) continue
          const namedIn = (text: string): readonly string[] =>
            NAMES.filter((name) => new RegExp(`(^|; |and |dan |, |\\()${name}\\b`).test(text))
          const named = namedIn(by)
          const claimants = new Set(live.flatMap(({ claimantId }) => claimantId ?? []))
          // Those who report something unknown stand in brackets and are no party.
          expect(namedIn(by.replaceAll(/ \([^)]*\)/gu, '')).length).toBeLessThanOrEqual(3)
          if (named.length < claimants.size) expect(by).toMatch(/other|lain/)
        }
      }),
    )
  })
})
