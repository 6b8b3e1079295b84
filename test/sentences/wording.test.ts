import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import type { Claim } from '../../src/domain/claim.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { VERBS_OF_STANCES } from '../../src/domain/reporting-verb.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { LEGAL_POLARITIES, STANCES } from '../../src/domain/stance.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { propositionOf } from '../../src/sentences/proposition.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { sharedHedges } from '../../src/sentences/shared-hedges.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { always, claimOf, DENIES, entity, MUSK, names, recordOf } from '../domain/spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]
const SELLING: Claim = {
  ...claimOf('SELLS'),
  condition: { en: 'in a condition that the wording has' },
  wording: {
    en: { affirmed: "X sells its users' data", negated: "X does not sell its users' data" },
    id: { affirmed: 'X menjual data penggunanya', negated: 'X tidak menjual data penggunanya' },
  },
}
const INCOME: Claim = {
  ...claimOf('EARNS'),
  wording: {
    en: { affirmed: 'X has been able to produce income', negated: 'X has not yet been able to produce income' },
    id: { affirmed: 'X dapat menghasilkan pemasukan', negated: 'X belum dapat menghasilkan pemasukan' },
  },
}
const KNOWN: Claim = {
  ...claimOf('PURSUES'),
  wording: {
    en: { affirmed: 'X is known for big plans', negated: 'X is not known for big plans' },
    id: { affirmed: 'X dikenal karena rencana besar', negated: 'X tidak dikenal karena rencana besar' },
  },
}
const IN_ARTICLE = { ...MUSK, sourceId: 'article', evidentiality: 'INDIRECT_SPEECH' } as const
const POSSIBLE = { certainty: 'POSSIBLE' } as const
const PROBABLE = { certainty: 'PROBABLE' } as const
const FUTURE = { tense: 'FUTURE' } as const
const NEGATES = { polarity: 'NEGATES' } as const
const clauses = (claim: Claim, ...given: readonly Partial<PlainSlugs<Assertion>>[]): readonly string[] =>
  [en, id].map((messages) =>
    sentenceOf(
      recordOf(
        claim,
        given.map((one) => ({ ...IN_ARTICLE, ...one })),
      ),
      always,
      names,
      messages,
    )
      .replace(/^Elon Musk (?:says that|menyatakan bahwa) /u, '')
      .replace(/, (?:according to the|menurut) article “Article”|, menurut artikel “Article”/gu, ''),
  )

describe('wording of an editor', () => {
  it.each<[string, Claim, Partial<PlainSlugs<Assertion>>, string, string]>([
    ['affirmed', SELLING, {}, "X sells its users' data.", 'X menjual data penggunanya.'],
    ['negated', SELLING, NEGATES, "X does not sell its users' data.", 'X tidak menjual data penggunanya.'],
    ['possible', SELLING, POSSIBLE, "X may sell its users' data.", 'X mungkin menjual data penggunanya.'],
    [
      'probable',
      SELLING,
      PROBABLE,
      "X probably sells its users' data.",
      'X kemungkinan besar menjual data penggunanya.',
    ],
    ['future', SELLING, FUTURE, "X will sell its users' data.", 'X akan menjual data penggunanya.'],
    [
      'future and possible',
      SELLING,
      { ...FUTURE, ...POSSIBLE },
      "X may in future sell its users' data.",
      'X mungkin akan menjual data penggunanya.',
    ],
    [
      'future, negated and probable',
      SELLING,
      { ...FUTURE, ...PROBABLE, ...NEGATES },
      "X will probably not sell its users' data.",
      'X kemungkinan besar tidak akan menjual data penggunanya.',
    ],
    [
      'negated and possible',
      SELLING,
      { ...POSSIBLE, ...NEGATES },
      "X possibly does not sell its users' data.",
      'X mungkin tidak menjual data penggunanya.',
    ],
    [
      'negated with "yet"',
      INCOME,
      NEGATES,
      'X has not yet been able to produce income.',
      'X belum dapat menghasilkan pemasukan.',
    ],
    [
      'possible with "has"',
      INCOME,
      POSSIBLE,
      'X may have been able to produce income.',
      'X mungkin dapat menghasilkan pemasukan.',
    ],
    ['future with "is"', KNOWN, FUTURE, 'X will be known for big plans.', 'X akan dikenal karena rencana besar.'],
  ])('replaces the clause of the grammar and keeps every hedge: %s', (_, claim, given, english, indonesian) => {
    expect(clauses(claim, given)).toEqual([english, indonesian])
  })

  it('yields to the grammar where a hedge has no place in it', () => {
    const odd = { en: { affirmed: 'Data of X leaves it for money', negated: 'No data of X leaves it for money' } }
    const claim = { ...claimOf('SELLS'), wording: odd }
    expect(clauses(claim, {})[0]).toBe('Data of X leaves it for money.')
    expect(clauses(claim, POSSIBLE)[0]).toBe('X may sell biometric data.')
    expect(clauses(claim, { ...FUTURE, ...NEGATES })[0]).toBe('X will not sell biometric data.')
  })

  it('has the pronoun of a subject that speaks of itself, and is short the second time', () => {
    expect(sentenceOf(recordOf(SELLING, [NEGATES, { ...IN_ARTICLE, ...FUTURE }]), always, names, en)).toBe(
      "Disputed: Elon Musk says that X will sell its users' data, according to the article “Article”; X says in the document “Policy” that it does not. Those who speak for X contradict each other.",
    )
    expect(sentenceOf(recordOf(INCOME, [{}, { ...IN_ARTICLE, ...NEGATES }]), always, names, en)).toBe(
      'Disputed: X says in the document “Policy” that it has been able to produce income; Elon Musk says that X has not yet, according to the article “Article”. Those who speak for X contradict each other.',
    )
    expect(sentenceOf(recordOf(SELLING, [DENIES]), always, names, id)).toBe(
      'X membantah dalam dokumen “Policy” bahwa pihaknya menjual data penggunanya.',
    )
  })

  it('is that of headings, with the hedge that their assertions share', () => {
    const record = recordOf(SELLING, [{ ...IN_ARTICLE, ...POSSIBLE }])
    const judged = { ...record, status: claimStatus(record, always) }
    expect(propositionOf(judged.claim, names, en, sharedHedges(judged))).toBe("X may sell its users' data")
    expect(propositionOf(judged.claim, names, id, sharedHedges(judged))).toBe('X mungkin menjual data penggunanya')
  })

  it('is never that of another language', () => {
    const { en: english = { affirmed: '', negated: '' } } = SELLING.wording ?? {}
    const claim = { ...claimOf('SELLS'), wording: { en: english } }
    expect(clauses(claim, {})[1]).toBe('X menjual biometric data.')
    expect(clauses({ ...claim, wording: { 'en-GB': english } }, {})[0]).toBe("X sells its users' data.")
  })
})

describe('"may" in Indonesian', () => {
  const quote = { exact: '', prefix: null, suffix: null, start: null, end: null, versionId: null, translations: [] }
  it.each<[string, Partial<PlainSlugs<Assertion>>, string]>([
    ["is a right in a document's own voice", {}, 'dapat'],
    [
      'is a chance where the document itself is unsure in Indonesian',
      { quote: { ...quote, exact: 'Kami mungkin menjual', language: 'id' } },
      'mungkin',
    ],
    [
      'is a right whatever the newsroom translated',
      { quote: { ...quote, exact: 'We may', language: 'en', translations: [{ value: 'mungkin', language: 'id' }] } },
      'dapat',
    ],
    ['is a chance in a guess', { stance: 'SPECULATES' }, 'mungkin'],
    ['is a chance where others report it', { ...IN_ARTICLE }, 'mungkin'],
  ])('%s', (_, given, word) => {
    expect(sentenceOf(recordOf(SELLING, [{ ...POSSIBLE, ...given }]), always, names, id)).toContain(
      ` ${word} menjual data penggunanya`,
    )
  })
})

describe('reporting verb', () => {
  it.each(MESSAGES)('has words of its own, and the clause keeps its side, in $tag', (messages) => {
    const sentence = (given: Partial<PlainSlugs<Assertion>>): string =>
      sentenceOf(recordOf(SELLING, [{ ...IN_ARTICLE, ...given }]), always, names, messages)
    for (const stance of STANCES) {
      for (const polarity of LEGAL_POLARITIES[stance]) {
        const said = VERBS_OF_STANCES[stance].map((verb) => sentence({ stance, polarity, verb }))
        const verbs = said.map((one) => /^Elon Musk (.*?) (?:that|bahwa) /u.exec(one)?.[1])
        expect(new Set(verbs).size).toBe(stance === 'ALLEGES' && messages.tag === 'id' ? 1 : said.length)
        for (const one of stance === 'DENIES' || polarity === 'UNKNOWN' ? [] : said) {
          expect(/\b(?:not|tidak)\b/u.test(one)).toBe(polarity === 'NEGATES')
        }
      }
    }
  })

  it('denies once: an assurance has the negated clause, a denial the positive one', () => {
    const by = (verb: 'ASSURES' | 'REJECTS'): string =>
      sentenceOf(recordOf(SELLING, [{ ...IN_ARTICLE, ...DENIES, ...FUTURE, verb }]), always, names, en)
    expect(by('ASSURES')).toContain("Elon Musk gives an assurance that X will not sell its users' data")
    expect(by('REJECTS')).toContain("Elon Musk rejects the suggestion that X will sell its users' data")
  })

  it('separates two statements of one claimant', () => {
    const given = [{ ...IN_ARTICLE, verb: 'STRESSES' as const }, IN_ARTICLE]
    expect(sentenceOf(recordOf(SELLING, given), always, names, en)).toMatch(
      /stresses that .*; Elon Musk says that X does/,
    )
  })
})

describe('post with a day and a quote', () => {
  const post = {
    ...(names.source('policy') ?? expect.fail()),
    id: toSlug('post'),
    kind: 'POST' as const,
    title: { en: "Elon Musk's post on X", id: 'kiriman Elon Musk' },
    titleIsDescription: true,
    publishedBy: toSlug('musk'),
    publishedAt: '2023-08-31',
  }
  const withPost = namesFrom({
    sources: [post],
    entities: [entity('musk', 'Elon Musk', 'Person'), entity('x', 'X', 'Service')],
  })
  const quote = {
    exact: 'Just public data',
    prefix: null,
    suffix: null,
    start: null,
    end: null,
    language: 'en',
    versionId: null,
    translations: [{ value: 'Hanya data publik', language: 'id' }],
  }
  const written: Partial<PlainSlugs<Assertion>> = {
    ...MUSK,
    sourceId: 'post',
    evidentiality: 'PRIMARY_DOCUMENT',
    assertedAt: '2023-08-31',
    quote,
  }
  const inLanguages = (...given: readonly Partial<PlainSlugs<Assertion>>[]): readonly string[] => {
    const record = recordOf(SELLING, given)
    const own = {
      ...record,
      sources: {
        ...record.sources,
        post: { derivation: 'KNOWN' as const, publishedBy: toSlug('musk'), ancestors: [] },
      },
    }
    return [en, id].map((messages) => sentenceOf(own, always, withPost, messages))
  }

  it('is quoted as others quote it where its own text was not read', () => {
    expect(inLanguages({ ...written, evidentiality: 'DIRECT_QUOTE' })).toEqual([
      'In a post on X (31 August 2023), Elon Musk wrote, as quoted elsewhere: “Just public data”.',
      expect.stringContaining('menulis, sebagaimana dikutip pihak lain: '),
    ])
  })

  it('speaks for itself, in translation for readers of another language', () => {
    expect(inLanguages(written)).toEqual([
      'In a post on X (31 August 2023), Elon Musk wrote: “Just public data”.',
      'Dalam kirimannya (31 Agustus 2023), Elon Musk menulis: “Hanya data publik” (terjemahan).',
    ])
  })

  it('leaves the clause to the next speaker in full', () => {
    expect(inLanguages(written, { ...NEGATES, sourceId: 'terms' })[0]).toBe(
      "Disputed: in a post on X (31 August 2023), Elon Musk wrote: “Just public data”; X says in terms that it does not sell its users' data. Those who speak for X contradict each other.",
    )
  })

  it.each([
    ['without a day', { ...written, assertedAt: null, quote: null }],
    ['with a verb of its own', { ...written, verb: 'STRESSES' as const }],
    ['with a long quote', { ...written, quote: { ...quote, exact: 'a'.repeat(281) } }],
    ['read elsewhere', { ...written, evidentiality: 'INDIRECT_SPEECH' as const }],
  ])('has a clause as others do %s', (_, given) => {
    expect(inLanguages(given)[0]).toMatch(
      /^Elon Musk (?:says|stresses) in a post on X \(31 August 2023\),?(?: as retold elsewhere,)? that X sells/,
    )
  })
})
