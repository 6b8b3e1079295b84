import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { PREDICATE_NAMES, type Predicate } from '../../src/domain/predicate.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import type { PlainSlugs } from './plain-slugs.ts'
import { always, claimOf, names, recordOf } from './spoken-claims.ts'

const MISSES = { stance: 'REPORTS_UNKNOWN', polarity: 'UNKNOWN', claimantId: null, sourceId: 'article' } as const
const DETAIL = { ...MISSES, lacks: 'DETAIL' } as const
const sentenceIn = (predicate: Predicate, tag: string, ...given: readonly Partial<PlainSlugs<Assertion>>[]): string =>
  sentenceOf(recordOf(claimOf(predicate), given), always, names, messagesIn(tag))

describe('sentence about missing details', () => {
  const ENGLISH = 'The article “Article” says that there are no further details yet on'
  const INDONESIAN = 'Artikel “Article” menyatakan bahwa belum ada penjelasan lebih lanjut tentang'
  it.each([
    ['COLLECTS', 'which biometric data X collects.', 'biometric data apa saja yang dikumpulkan oleh X.'],
    ['PROCESSES', 'which biometric data X processes.', 'biometric data apa saja yang diproses oleh X.'],
    ['SELLS', 'which biometric data X sells.', 'biometric data apa saja yang dijual oleh X.'],
    [
      'SHARES_WITH',
      'which biometric data X shares with LinkedIn to train models.',
      'biometric data apa saja yang dibagikan oleh X kepada LinkedIn untuk train models.',
    ],
    [
      'USES_FOR',
      'how X uses biometric data to train models.',
      'bagaimana X menggunakan biometric data untuk train models.',
    ],
    ['COMPETES_WITH', 'how X competes with LinkedIn.', 'bagaimana X bersaing dengan LinkedIn.'],
  ] as const)('names the subject matter of %s', (predicate, english, indonesian) => {
    expect(sentenceIn(predicate, 'en', DETAIL)).toBe(`${ENGLISH} ${english}`)
    expect(sentenceIn(predicate, 'id', DETAIL)).toBe(`${INDONESIAN} ${indonesian}`)
  })

  it('is in the future tense for a plan', () => {
    expect(sentenceIn('COLLECTS', 'en', { ...DETAIL, tense: 'FUTURE' })).toBe(
      `${ENGLISH} which biometric data X will collect.`,
    )
    expect(sentenceIn('COLLECTS', 'id', { ...DETAIL, tense: 'FUTURE' })).toBe(
      `${INDONESIAN} biometric data apa saja yang akan dikumpulkan oleh X.`,
    )
  })

  it('is short after the full proposition', () => {
    expect(sentenceIn('COLLECTS', 'en', {}, DETAIL)).toBe(
      'X says in the document “Policy” that it collects biometric data; the article “Article” says that there are no further details on it yet.',
    )
    expect(sentenceIn('USES_FOR', 'en', {}, DETAIL)).toBe(
      'X says in the document “Policy” that it uses biometric data to train models; the article “Article” says that there are no further details on it yet.',
    )
  })

  it.each(PREDICATE_NAMES)('has words for %s in every language', (predicate) => {
    for (const { tag } of MESSAGES) expect(sentenceIn(predicate, tag, DETAIL)).not.toMatch(/undefined|\s\s|\s\.$/u)
  })
})
