import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { EVIDENTIALITIES } from '../../src/domain/stance.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { always, claimOf, names, recordOf } from '../domain/spoken-claims.ts'

const sentenceIn = (tag: string, ...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
  sentenceOf(recordOf(claimOf('COLLECTS'), given), always, names, messagesIn(tag))
const BLOOMBERG = { claimantId: 'bloomberg', sourceId: 'article', evidentiality: 'INDIRECT_SPEECH' } as const
const THROUGH = 'Bloomberg says that X collects biometric data, according to the article “Article”'

describe('attribution chain in a sentence', () => {
  it.each(EVIDENTIALITIES.filter((one) => one !== 'PRIMARY_DOCUMENT' && one !== 'SELF_DECLARED'))(
    'names the document of others in which a claimant was read: %s',
    (evidentiality) => expect(sentenceIn('en', { ...BLOOMBERG, evidentiality })).toBe(`${THROUGH}.`),
  )

  it.each(EVIDENTIALITIES)('names a document that the claimant published as the own one: %s', (evidentiality) => {
    expect(sentenceIn('en', { sourceId: 'policy', evidentiality })).toBe(
      `X says in the document “Policy”${evidentiality === 'INDIRECT_SPEECH' ? ', as retold elsewhere,' : ''} that it collects biometric data.`,
    )
  })

  it('names the document of a claimant read at first hand as the own one', () => {
    expect(sentenceIn('en', { ...BLOOMBERG, evidentiality: 'SELF_DECLARED' })).toBe(
      'Bloomberg says in the article “Article” that X collects biometric data.',
    )
  })

  it("uses the claimant's own document where others repeat it", () => {
    expect(sentenceIn('en', {}, { sourceId: 'article', evidentiality: 'DIRECT_QUOTE' })).toBe(
      'X says in the document “Policy” that it collects biometric data.',
    )
    expect(sentenceIn('en', {}, { sourceId: 'article', evidentiality: 'DIRECT_QUOTE', tense: 'FUTURE' })).toBe(
      'X says in the document “Policy” that it collects biometric data; X says that it will, according to the article “Article”.',
    )
  })

  const musk = { kind: 'Entity', id: 'musk' } as const
  const rival = { kind: 'Entity', id: 'rival' } as const
  const policy = { kind: 'Source', id: 'policy' } as const
  it.each([
    [[musk], 'citing Elon Musk', 'yang mengutip Elon Musk'],
    [[policy], 'citing the document “Policy”', 'yang mengutip dokumen “Policy”'],
    [
      [musk, rival, policy],
      'citing Elon Musk by way of LinkedIn and the document “Policy”',
      'yang mengutip Elon Musk melalui LinkedIn dan dokumen “Policy”',
    ],
  ])('names the intermediaries, starting at the claimant: %j', (via, english, indonesian) => {
    expect(sentenceIn('en', { ...BLOOMBERG, via })).toBe(`${THROUGH}, ${english}.`)
    expect(sentenceIn('id', { ...BLOOMBERG, via })).toBe(
      `Bloomberg menyatakan bahwa X mengumpulkan biometric data, menurut artikel “Article”, ${indonesian}.`,
    )
  })

  it('omits claimant, document and publisher as intermediaries', () => {
    const via = [{ kind: 'Entity', id: 'bloomberg' } as const, { kind: 'Source', id: 'article' } as const]
    expect(sentenceIn('en', { ...BLOOMBERG, via })).toBe(`${THROUGH}.`)
    const inPolicy = { ...BLOOMBERG, sourceId: 'policy', via: [{ kind: 'Entity', id: 'x' } as const] }
    expect(sentenceIn('en', inPolicy)).toBe(
      'Bloomberg says that X collects biometric data, according to the document “Policy”.',
    )
  })

  it('is given for each assertion where they differ', () => {
    expect(sentenceIn('en', BLOOMBERG, { ...BLOOMBERG, claimantId: 'rival', via: [musk] })).toBe(
      `${THROUGH}; LinkedIn says that X does, according to that article, citing Elon Musk.`,
    )
  })
})
