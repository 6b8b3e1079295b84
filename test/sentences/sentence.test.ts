import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { PREDICATE_NAMES } from '../../src/domain/predicate.ts'
import { type Certainty, LEGAL_POLARITIES, STANCES, TENSES } from '../../src/domain/stance.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { propositionOf } from '../../src/sentences/proposition.ts'
import { sentenceOf, statusWord } from '../../src/sentences/sentence.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import {
  always,
  claimOf,
  claimRecord,
  concept,
  DENIES,
  entity,
  MUSK,
  names,
  recordOf,
  said,
} from '../domain/spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]
const inEnglish = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
  sentenceOf(claimRecord(given.map((one, i) => said(one, i))), always, names, en)
const inIndonesian = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
  sentenceOf(claimRecord(given.map((one, i) => said(one, i))), always, names, id)

const MANY = { value: 'banyak masyarakat', language: 'id' }

describe('hedged sentence', () => {
  it.each([
    ['a statement', [{}], 'X says in the document “Policy” that it collects biometric data.'],
    [
      'a hedge',
      [{ certainty: 'POSSIBLE' as const }],
      'X says in the document “Policy” that it may collect biometric data.',
    ],
    [
      'a dispute',
      [{}, { ...MUSK, ...DENIES }],
      'Disputed: X says in the document “Policy” that it collects biometric data; Elon Musk denies in that document that X does. Those who speak for X contradict each other.',
    ],
    ['a denial', [{ ...DENIES }], 'X denies in the document “Policy” that it collects biometric data.'],
    [
      'a negative statement and a guess beside it',
      [
        { polarity: 'NEGATES' as const },
        { stance: 'SPECULATES' as const, claimantId: 'public', claimantAsPrinted: MANY, sourceId: 'article' },
      ],
      'X says in the document “Policy” that it does not collect biometric data; “banyak masyarakat” (the public) speculate in the article “Article” that X does.',
    ],
    [
      'a report through another document',
      [{ claimantId: 'bloomberg', evidentiality: 'INDIRECT_SPEECH' as const, sourceId: 'article' }],
      'Bloomberg says that X collects biometric data, according to the article “Article”.',
    ],
    [
      'hearsay',
      [
        {
          stance: 'ALLEGES' as const,
          claimantId: null,
          evidentiality: 'HEARSAY' as const,
          sourceId: 'article',
          claimantAsPrinted: { value: 'dikatakan', language: 'id' },
        },
      ],
      'It is said (“dikatakan”; no source named) that X collects biometric data, according to the article “Article”.',
    ],
    [
      'hearsay of a denial',
      [{ ...DENIES, claimantId: null, evidentiality: 'HEARSAY' as const, sourceId: 'article' }],
      'It is said (no source named) that X does not collect biometric data, according to the article “Article”.',
    ],
    [
      'a caveat',
      [{}, { stance: 'REPORTS_UNKNOWN' as const, polarity: 'UNKNOWN' as const, claimantId: null, sourceId: 'article' }],
      'X says in the document “Policy” that it collects biometric data; the article “Article” says that it is not yet known whether X does.',
    ],
    [
      'two who say the same',
      [{ claimantId: 'bloomberg' }, { claimantId: 'rival' }],
      'Bloomberg says in the document “Policy” that X collects biometric data; LinkedIn says in that document that X does.',
    ],
    [
      'what a group is called, in our translation',
      [
        {
          stance: 'SPECULATES' as const,
          claimantId: 'public',
          claimantAsPrinted: { ...MANY, translations: [{ value: 'many people', language: 'en' }] },
          sourceId: 'article',
        },
      ],
      'Many people (“banyak masyarakat”) speculate in the article “Article” that X collects biometric data.',
    ],
    [
      'a group without words of its own',
      [{ stance: 'SPECULATES' as const, claimantId: 'public', sourceId: 'article' }],
      'The public speculate in the article “Article” that X collects biometric data.',
    ],
    [
      'what is no longer stated',
      [{ heldUntil: '2023-08-24' }],
      'X says in the document “Policy” (no longer stated after 24 August 2023) that it collects biometric data.',
    ],
    [
      'what a document says twice',
      [
        { claimantId: null, sourceId: 'article' },
        { claimantId: null, sourceId: 'article' },
      ],
      'The article “Article” says that X collects biometric data.',
    ],
    ['silence', [], 'No statement is recorded on whether X collects biometric data.'],
    [
      'a withdrawal',
      [{ withdrawn: 'our mistake' }],
      'No statement on whether X collects biometric data stands in this record any more.',
    ],
  ] as const)('expresses %s in English', (_, given, expected) => {
    expect(inEnglish(...given)).toBe(expected)
  })

  it.each([
    [
      [{ certainty: 'PROBABLE' as const }],
      'X menyatakan dalam dokumen “Policy” bahwa pihaknya kemungkinan besar mengumpulkan biometric data.',
    ],
    [
      [{}, { ...MUSK, ...DENIES }],
      'Diperselisihkan: X menyatakan dalam dokumen “Policy” bahwa pihaknya mengumpulkan biometric data; Elon Musk membantah dalam dokumen itu bahwa X mengumpulkannya. Pernyataan pihak X saling bertentangan.',
    ],
    [
      [{ stance: 'SPECULATES' as const, claimantId: 'public', claimantAsPrinted: MANY, sourceId: 'article' }],
      '“banyak masyarakat” berspekulasi dalam artikel “Article” bahwa X mengumpulkan biometric data.',
    ],
  ] as const)('expresses it in Indonesian too', (given, expected) => {
    expect(inIndonesian(...given)).toBe(expected)
  })

  it('omits the caveats shown beside it in its short form, and nothing else', () => {
    const beside = (...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
      sentenceOf(claimRecord(given.map((one, i) => said(one, i))), always, names, en, { alone: false })
    expect(beside({}, { ...MUSK, ...DENIES })).toBe(
      'X says in the document “Policy” that it collects biometric data; Elon Musk denies in that document that X does.',
    )
    expect(beside({ certainty: 'POSSIBLE' })).toBe(inEnglish({ certainty: 'POSSIBLE' }))
  })

  it('names the claimant of a retraction', () => {
    const first = said({ id: toAssertionId('first') })
    const back = said({ stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId('first') })
    expect(sentenceOf(claimRecord([first, back]), always, names, en)).toBe(
      'X took back the statement that X collects biometric data.',
    )
  })

  it.each([
    [
      DENIES,
      'X took back the denial that X collects biometric data.',
      'X menarik kembali bantahan bahwa X mengumpulkan',
    ],
    [
      { polarity: 'NEGATES' },
      'X took back the statement that X does not collect biometric data.',
      'pernyataan bahwa X tidak',
    ],
    [
      { stance: 'ALLEGES', certainty: 'POSSIBLE' },
      'X took back the allegation that X may collect',
      'klaim bahwa X mungkin',
    ],
  ] as const)('names the retracted act, never its opposite', (act, english, indonesian) => {
    const back = said({ stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId('first') }, 1)
    const told = claimRecord([said({ id: toAssertionId('first'), ...act }), back])
    expect(sentenceOf(told, always, names, en)).toContain(english)
    expect(sentenceOf(told, always, names, id)).toContain(indonesian)
  })

  it.each([
    ['PROBABLE', 'as likely rather than certain', 'sebagai kemungkinan besar dan bukan kepastian'],
    ['POSSIBLE', 'as possible rather than certain', 'sebagai kemungkinan saja dan bukan kepastian'],
  ] as const)('expresses the certainty of a denial, also of a retracted one: %s', (certainty, english, indonesian) => {
    const denial = { ...DENIES, certainty }
    const back = { stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId('a0') } as const
    expect(inEnglish(denial)).toBe(`X denies in the document “Policy”, ${english}, that it collects biometric data.`)
    expect(inIndonesian(denial)).toBe(
      `X membantah dalam dokumen “Policy”, ${indonesian}, bahwa pihaknya mengumpulkan biometric data.`,
    )
    expect(inEnglish(denial, back)).toBe(`X took back the denial, ${english}, that X collects biometric data.`)
    expect(inIndonesian(denial, back)).toBe(
      `X menarik kembali bantahan, ${indonesian}, bahwa X mengumpulkan biometric data.`,
    )
  })

  it('attributes missing evidence only to the claimants who report it', () => {
    const unknown = { stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN' } as const
    const noEvidence = { ...unknown, claimantId: 'bloomberg', lacks: 'EVIDENCE' } as const
    expect(inEnglish(noEvidence, { ...unknown, claimantId: 'rival' })).toBe(
      'Bloomberg says in the document “Policy” that there is no evidence yet that X collects biometric data; LinkedIn says in that document that it is not yet known whether X does.',
    )
    expect(inEnglish(noEvidence, { ...noEvidence, claimantId: 'rival' })).toBe(
      'Bloomberg says in the document “Policy” that there is no evidence yet that X collects biometric data; LinkedIn says in that document that there is no evidence yet that X does.',
    )
  })

  it('uses a short form after a sentence with the full proposition', () => {
    const will = { tense: 'FUTURE', assertedAt: '2024' } as const
    expect(inEnglish({ ...MUSK, assertedAt: '2023' }, will)).toBe(
      'Elon Musk says in the document “Policy” (2023) that X collects biometric data; X says in that document (2024) that it will.',
    )
    expect(inIndonesian({ ...MUSK, assertedAt: '2023' }, will)).toBe(
      'Elon Musk menyatakan dalam dokumen “Policy” (2023) bahwa X mengumpulkan biometric data; X menyatakan dalam dokumen itu (2024) bahwa pihaknya akan mengumpulkannya.',
    )
  })

  it('states that no document contained the claim on the given day', () => {
    const record = claimRecord([said({ heldFrom: '2023-09-29' })])
    expect(sentenceOf(record, { validOn: '2020-01-01' }, names, en)).toBe(
      'No document in this record states for 1 January 2020 whether X collects biometric data.',
    )
  })

  it('expresses condition and valid time of the claim', () => {
    const claim = claimOf('OWNS', {
      condition: { en: 'through a holding' },
      validFrom: '2022-10',
      validTo: '2025-03-28',
    })
    expect(propositionOf(claim, names, en)).toBe('X owns LinkedIn (through a holding)')
    expect(propositionOf(claim, names, en, { dated: true })).toBe(
      'X owns LinkedIn (through a holding; from October 2022 to 28 March 2025)',
    )
  })

  it('attributes the dates of the claim to this record, never to a claimant', () => {
    const claim = claimOf('OWNS', { validTo: '2025-03-28' })
    const record = recordOf(claim, [{ claimantId: null, sourceId: 'article' }])
    expect(sentenceOf(record, { validOn: null }, names, en)).toBe(
      'The article “Article” says that X owns LinkedIn. This record dates it until 28 March 2025 (newsroom’s own knowledge).',
    )
    expect(sentenceOf(record, { validOn: null }, names, id)).toBe(
      'Artikel “Article” menyatakan bahwa X memiliki LinkedIn. Menurut catatan ini, hal itu berlaku sampai 28 Maret 2025 (pengetahuan redaksi sendiri).',
    )
  })

  const misses = { stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', claimantId: null, sourceId: 'article' } as const
  it.each([
    [[{ lacks: 'EVIDENCE' }], 'there is no evidence yet that X collects biometric data', 'belum ada bukti bahwa X'],
    [[{ lacks: 'CONFIRMATION' }], 'it is not yet confirmed that X', 'belum dikonfirmasi bahwa X'],
    [
      [
        { lacks: 'CONFIRMATION', lacksFrom: 'x' },
        { lacks: 'CONFIRMATION', lacksFrom: 'musk' },
      ],
      'it is not yet confirmed by X or Elon Musk that X',
      'belum dikonfirmasi oleh X maupun Elon Musk bahwa X',
    ],
    [
      [{ lacks: 'CONFIRMATION', lacksFrom: 'musk' }, { lacks: 'EVIDENCE' }, {}],
      'says that there is no evidence yet that X collects biometric data, and that it is not yet confirmed by Elon Musk, and that it is not yet known.',
      'menyatakan bahwa belum ada bukti bahwa X mengumpulkan biometric data, dan belum dikonfirmasi oleh Elon Musk, dan belum diketahui.',
    ],
  ] as const)('expresses missing information: %j', (lacking, inEnglish, inIndonesian) => {
    const record = recordOf(
      claimOf('COLLECTS'),
      lacking.map((lack) => ({ ...misses, ...lack })),
    )
    expect(sentenceOf(record, { validOn: null }, names, en)).toContain(inEnglish)
    expect(sentenceOf(record, { validOn: null }, names, id)).toContain(inIndonesian)
  })

  it('translates the quantity of a printed claimant', () => {
    const printed = { value: 'banyak orang', language: 'id', translations: [{ value: 'many people', language: 'en' }] }
    const record = recordOf(claimOf('COLLECTS'), [
      { stance: 'SPECULATES', claimantId: 'public', claimantAsPrinted: printed, sourceId: 'article' },
    ])
    expect(sentenceOf(record, { validOn: null }, names, en)).toMatch(
      /^Many people \(“banyak orang”\) speculate in the article “Article” that X/,
    )
    expect(sentenceOf(record, { validOn: null }, names, id)).toMatch(
      /^“banyak orang” berspekulasi dalam artikel “Article” bahwa X/,
    )
  })
})

const WAYS = STANCES.filter((stance) => stance !== 'RETRACTS').flatMap((stance) =>
  LEGAL_POLARITIES[stance].map((polarity) => ({ stance, polarity })),
)
const SPEAKERS: readonly Partial<PlainSlugs<Assertion>>[] = [
  {},
  { ...MUSK },
  { claimantId: 'bloomberg', sourceId: 'article', evidentiality: 'INDIRECT_SPEECH' },
  { claimantId: 'public', claimantAsPrinted: MANY, sourceId: 'article' },
  { claimantId: null, evidentiality: 'HEARSAY', sourceId: 'article' },
]
const CERTAINTIES: readonly Certainty[] = ['CERTAIN', 'PROBABLE', 'POSSIBLE']
const NAMES: Readonly<Record<string, string>> = {
  x: 'X',
  musk: 'Elon Musk',
  bloomberg: 'Bloomberg',
  public: MANY.value,
}
const FUTURE = /\bwill\b|\bin future\b|\bakan\b/u
const HEDGES = {
  PROBABLE: /probably|likely|kemungkinan besar/u,
  POSSIBLE: /\bmay\b|possibl[ey]|\bdapat\b|mungkin|kemungkinan (?!besar)/u,
}

describe.each(MESSAGES)('sentence in $name', (messages) => {
  it('names every claimant and keeps every hedge, for all pairs of acts', () => {
    const manners = CERTAINTIES.flatMap((certainty) => TENSES.map((tense) => ({ certainty, tense })))
    const acts = WAYS.flatMap((chain) =>
      SPEAKERS.flatMap((who) => manners.map((manner) => said({ ...who, ...chain, ...manner }))),
    )
    for (const [i, one] of acts.entries()) {
      for (const other of acts.slice(i, i + 40)) {
        const text = sentenceOf(claimRecord([one, { ...other, id: toAssertionId('other') }]), always, names, messages)
        expect(text).toMatch(/\.$/u)
        expect(text).not.toMatch(/undefined|null|\s\s|\[object/u)
        for (const { claimantId, certainty, tense, stance } of [one, other]) {
          if (tense === 'FUTURE') expect(text).toMatch(FUTURE)
          if (claimantId !== null) expect(text).toContain(NAMES[claimantId])
          if (certainty !== 'CERTAIN' && stance !== 'REPORTS_UNKNOWN') {
            expect(text).toMatch(HEDGES[certainty === 'PROBABLE' ? 'PROBABLE' : 'POSSIBLE'])
          }
        }
      }
    }
  })

  it.each(PREDICATE_NAMES)('has forms of %s: plain, hedged, future, negated and short', (predicate) => {
    const claim = claimOf(predicate)
    const forms = [
      propositionOf(claim, names, messages),
      propositionOf(claim, names, messages, { negated: true }),
      propositionOf(claim, names, messages, { certainty: 'POSSIBLE' }),
      propositionOf(claim, names, messages, { tense: 'FUTURE' }),
      propositionOf(claim, names, messages, { tense: 'FUTURE', negated: true }),
      propositionOf(claim, names, messages, { tense: 'FUTURE', certainty: 'POSSIBLE' }),
      sentenceOf(claimRecord([said({}), said({ ...MUSK, ...DENIES }, 1)], claim), always, names, messages),
    ]
    expect(new Set(forms).size).toBe(forms.length)
    for (const form of forms) expect(form).not.toMatch(/undefined|\s\s|\s$/u)
    if (claim.data.length > 0) for (const form of forms) expect(form).toContain('biometric data')
  })

  it('has a word for every status', () => {
    for (const status of STATUSES) {
      const response = { status, polarity: null, because: [], caveats: [], contradictsItself: false }
      expect(statusWord(response, messages)).toMatch(/\w/u)
    }
    const notSo = claimStatus(claimRecord([said({ claimantId: 'bloomberg', polarity: 'NEGATES' })]))
    expect(statusWord(notSo, messages)).not.toBe(messages.statuses.REPORTED)
  })
})

describe('beginning of a sentence', () => {
  const xai = namesFrom({
    entities: [entity('x', 'xAI', 'Organization')],
    concepts: [concept('biometric', 'biometric data', 'DataCategory')],
    sources: [],
    claims: [],
  })
  const back = said({ stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: toAssertionId('a0') }, 1)

  it.each([
    ['xAI says in policy that it collects biometric data.', [said({})]],
    ['xAI took back the statement that xAI collects biometric data.', [said({}), back]],
    ['No statement is recorded on whether xAI collects biometric data.', []],
  ])("is a name in its bearer's spelling, or a capital: %s", (sentence, given) => {
    expect(sentenceOf(claimRecord(given), always, xai, en)).toBe(sentence)
  })
})
