import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { readShippedSeeds } from './shipped-seeds.ts'

/** Facts of the X story that a fact-checker corrected. quotes.test.ts compares the quoted words with the documents. */
let data: Dataset
beforeAll(async () => {
  data = await readShippedSeeds()
})
const find = <T extends { readonly id: string }>(items: readonly { readonly item: T }[], id: string): T =>
  items.find(({ item }) => item.id === id)?.item ?? expect.fail(`there is no ${id}`)
const claim = (id: string) => find(data.claims, id)
const assertion = (id: string) => find(data.assertions, id)
const source = (id: string) => find(data.sources, id)

describe("Musk's post of 31 August 2023", () => {
  it('speaks of training AI models, and of no AI that X owns', () => {
    const spoken = data.assertions.filter(({ item }) => item.sourceId === 'musk-post-2023-08-31')
    expect(spoken.map(({ item }) => claim(item.claimId).uses)).toEqual(Array(3).fill(['train-ai-models']))
  })
  it('has no address, so its words are quoted as the press gives them, and nobody asked him', () => {
    for (const id of ['musk-post-public-data', 'musk-post-dms', 'musk-post-private-data'])
      expect(assertion(id)).toMatchObject({
        stance: 'STATES',
        evidentiality: 'DIRECT_QUOTE',
        quote: { versionId: 'musk-post-2023-08-31-in-the-press' },
      })
    expect(source('musk-post-2023-08-31')).toMatchObject({
      ...{ url: null, archive: null },
      versions: [{ sha256: null, note: expect.stringContaining('No address, archive or captured text') }],
    })
    expect(JSON.stringify([data.relations, data.sources])).not.toContain('question')
  })
})

describe("clauses of X's policy", () => {
  const policy = () => source('x-privacy-policy').versions
  const clauses = () => data.assertions.map(({ item }) => item).filter((one) => one.sourceId === 'x-privacy-policy')

  it('were asserted on the day of the first capture that contains them', () => {
    expect(clauses().length).toBeGreaterThan(10)
    for (const { id, assertedAt, quote } of clauses()) {
      const holding = [quote?.versionId, ...(quote?.foundIn ?? [])]
      const first = policy().find((version) => holding.includes(version.id))
      expect([id, assertedAt]).toEqual([id, first?.capturedAt?.slice(0, 10)])
    }
  })
  it('about biometric and job data first stood on 23 August 2023, and hold from 29 September', () => {
    for (const id of [
      'policy-biometric',
      'policy-employment-history',
      'policy-education-history',
      'policy-job-sharing',
    ])
      expect(assertion(id)).toMatchObject({ assertedAt: '2023-08-23', heldFrom: '2023-09-29' })
  })
  it('have captures in the order in which the archive made them, a refilter being technical', () => {
    const captures = policy()
    expect(captures).toEqual(captures.toSorted((a, b) => ((a.capturedAt ?? '') < (b.capturedAt ?? '') ? -1 : 1)))
    const day = captures.filter(({ capturedAt }) => capturedAt?.startsWith('2021-07-20'))
    expect(day.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'x-policy-2021-07-20-e333a24a TECHNICAL',
      'x-policy-2021-07-20-40b762ef CHANGE',
    ])
  })
})

describe('additions from the policy', () => {
  const CLAIMS: readonly [string, readonly string[]][] = [
    ['x-collects-user-data', ['policy-2020-receives-personal-information', 'policy-collects-three-categories']],
    ['x-earns-advertising-revenue', ['policy-2020-advertising-revenue', 'policy-advertising-revenue']],
    ['x-sells-user-data-in-change-of-ownership', ['policy-2020-merger', 'policy-merger']],
    ['x-processes-dm-contents', ['policy-2020-stores-and-processes-dms']],
  ]
  it.each(CLAIMS)('has X itself state %s', (id, assertions) => {
    const byX = data.assertions.filter(({ item }) => item.claimId === id && item.claimantId === 'x')
    expect(byX.map(({ item }) => [item.id, item.stance, item.polarity])).toEqual(
      assertions.map((one) => [one, 'STATES', 'AFFIRMS']),
    )
  })
  it('ends the clauses of 2020 on the day before the next policy holds', () => {
    const ended = data.assertions.filter(({ item }) => item.heldUntil !== null)
    expect(ended).toHaveLength(5)
    for (const { item } of ended) expect([item.id, item.heldUntil]).toEqual([item.id, '2022-06-09'])
  })
})

describe('reports of the press', () => {
  it('has Bloomberg rest on the policy and on a representative of X, so that its documents are not all known', () => {
    expect(source('bloomberg-2023-08-31')).toMatchObject({
      derivation: 'UNKNOWN',
      derivedFrom: [{ sourceId: 'x-privacy-policy' }],
    })
    expect(assertion('bloomberg-x-confirms-policy-change')).toMatchObject({ stance: 'CONFIRMS', claimantId: 'x' })
  })
  it('has Musk say, as Reuters reports, that xAI will train its models on public posts', () => {
    expect(claim('xai-uses-public-posts-to-train-ai-models')).toMatchObject({ subject: { id: 'xai' } })
    expect(assertion('reuters-musk-on-xai-training')).toMatchObject({
      claimantId: 'elon-musk',
      tense: 'FUTURE',
      evidentiality: 'INDIRECT_SPEECH',
      via: [{ kind: 'Entity', id: 'reuters' }],
    })
  })
})

describe('strength of the words', () => {
  it('is unspecified in hearsay, and for a premise inside a possibility', () => {
    const hearsay = data.assertions.filter(({ item }) => item.evidentiality === 'HEARSAY')
    expect(hearsay.length).toBeGreaterThan(4)
    expect(hearsay.filter(({ item }) => item.certainty !== 'UNDERSPECIFIED')).toEqual([])
    expect(assertion('article-x-no-income-yet').certainty).toBe('UNDERSPECIFIED')
  })
  it.each([
    ['article-musk-denies-collecting-dms', /^Musk meyakinkan masyarakat bahwa X tidak akan/],
    ['article-x-no-income-yet', /^Kemungkinaan terakhir .* belum dapat menghasilkan pemasukan\.$/],
    ['article-x-no-strong-ai-ambition', /^Meskipun X/],
    ['article-musk-ai-ambition', /dikenal sebagai/],
    ['article-bloomberg-first-reported', /pertama kali/],
    ['policy-no-sell', /^And no, we don’t/],
    ['policy-api-fees', /^We generally /],
    ['policy-job-recommendations', /^We may collect and use/],
    ['policy-job-sharing', /^We may collect and use/],
    ['policy-job-advertising', /^We may collect and use/],
    ['policy-public-information-training', /^We may use .* to help train/],
  ])('stands in the quote of %s', (id, words) => {
    expect(assertion(id).quote?.exact).toMatch(words)
  })
})

describe('title of the story', () => {
  it('is a question that asserts nothing', () => {
    expect(find(data.stories, 'x-privacy-2023').title).toEqual({
      en: "What will X do with its users' data?",
      id: 'Apa yang akan dilakukan X dengan data penggunanya?',
    })
  })
})

describe('denials', () => {
  it('are only what Musk rejected, as the article tells it', () => {
    const denials = data.assertions.filter(({ item }) => item.stance === 'DENIES')
    expect(denials.map(({ item }) => item.id)).toEqual([
      'article-musk-denies-collecting-confidential',
      'article-musk-denies-collecting-dms',
    ])
    // Engadget has him note it, and names nothing that he rejects.
    const { stance, polarity } = assertion('engadget-musk-no-dms')
    expect([stance, polarity]).toEqual(['STATES', 'NEGATES'])
  })
  it('leave selling one claim, on which X states that it does not', () => {
    const byX = data.assertions.filter(({ item }) => item.claimId === 'x-sells-user-data' && item.claimantId === 'x')
    expect(byX.map(({ item: { stance, polarity, quote } }) => [stance, polarity, quote?.exact])).toEqual([
      [
        'STATES',
        'NEGATES',
        'Twitter does not sell your personal data as defined under the California Consumer Privacy Act.',
      ],
      ['STATES', 'NEGATES', 'And no, we don’t sell your personal information.'],
    ])
  })
})

describe('story of Roll20', () => {
  it('speaks of the return addresses of received mail, with every purpose, and denies nothing', () => {
    const claims = data.claims.map(({ item }) => item).filter(({ subject }) => subject.id === 'roll20')
    const uses = claims.filter(({ predicate }) => predicate === 'USES_FOR')
    expect(uses.map((one) => `${one.data} ${one.uses}`)).toEqual([
      'ip-address general-usage-statistics',
      'ip-address abuse-prevention',
      'return-address answer-email-received',
      'return-address other-purposes',
    ])
    expect(claim('roll20-shares-return-addresses-with-outsiders').data).toEqual(['return-address'])
    expect(source('roll20-terms').titleIsDescription).toBe(true)
  })
})

describe('relations of neighbouring claims', () => {
  it.each([
    ['x-collects-employment-history', 'QUALIFIES', 'x-collects-employment'],
    ['x-collects-education-history', 'QUALIFIES', 'x-collects-education'],
    ['x-collects-dm-contents', 'DISAGREES_WITH', 'x-collects-non-public-data'],
    ['x-collects-dm-contents', 'DISAGREES_WITH', 'x-collects-confidential-data'],
    ['x-earns-licensing-fees-from-public-posts', 'DISAGREES_WITH', 'x-earns-income-so-far'],
    ['x-earns-advertising-revenue', 'DISAGREES_WITH', 'x-earns-income-so-far'],
    ['musk-owns-xai', 'QUALIFIES', 'xai-pursues-its-mission'],
    ['musk-has-ai-ambition', 'QUALIFIES', 'x-has-ai-ambition'],
    ['x-sells-user-data-in-change-of-ownership', 'QUALIFIES', 'x-sells-user-data'],
  ])('has %s %s %s', (from, kind, to) => {
    const found = data.relations.filter(({ item }) => item.fromClaimId === from && item.toClaimId === to)
    expect(found.map(({ item }) => item.kind)).toEqual([kind])
  })
  it('are signed by the newsroom where no document relates the claims', () => {
    const own = data.relations.filter(({ item }) => item.sourceId === null)
    expect(own.length).toBeGreaterThan(8)
    for (const { item } of own) expect(item.provenance).toMatchObject({ newsroom: 'Sanad', on: '2026-08-01' })
    const disagreeing = data.relations.filter(({ item }) => item.kind === 'DISAGREES_WITH')
    expect(disagreeing.filter(({ item }) => item.sourceId !== null)).toEqual([])
  })
})

describe('words of an editor', () => {
  it('are given for every source, in both languages', () => {
    for (const { item } of data.sources)
      expect([item.id, Object.keys(item.shortTitle ?? {})]).toEqual([item.id, ['en', 'id']])
  })
  it.each([
    ['x-earns-income-so-far', 'has not yet been able to produce income', 'belum dapat menghasilkan pemasukan'],
    ['musk-has-ai-ambition', 'has great ambitions', 'memiliki ambisi besar'],
    ['musk-wants-to-compete-with-linkedin', 'wants to', 'ingin'],
    ['musk-calls-linkedin-cringe', 'calls LinkedIn', 'menyebut LinkedIn'],
    ['bloomberg-reports-policy-change', 'was the first to reveal', 'pertama kali mengungkapkan'],
    [
      'x-uses-collected-information-for-training-within-policy',
      'to help train its machine learning or AI models',
      'untuk membantu melatih machine learning atau model AI',
    ],
  ])('keep the strength of the source in %s', (id, english, indonesian) => {
    const { wording } = claim(id)
    const printed = (language: string) => Object.values(wording?.[language] ?? {}).join(' | ')
    expect(printed('en')).toContain(english)
    expect(printed('id')).toContain(indonesian)
  })
  it('include the verbs of the article', () => {
    expect(assertion('article-musk-collected-data-is-public').verb).toBe('STRESSES')
    expect(assertion('article-musk-denies-collecting-dms').verb).toBe('ASSURES')
    expect(assertion('article-public-x-sells-user-data').verb).toBe('THINKS')
  })
})
