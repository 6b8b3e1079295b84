import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimRelation } from '../../src/domain/claim.ts'
import type { Descent, DescentStep } from '../../src/domain/descent.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { datedOrigin } from '../../src/sentences/dated-origin.ts'
import { type Names, namesFrom } from '../../src/sentences/names.ts'
import { wholeClaim } from '../domain/claims-at-random.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { claimOf, names, said } from '../domain/spoken-claims.ts'

const own = wholeClaim(claimOf('COLLECTS'))
const related = wholeClaim(claimOf('COLLECTS', { id: 'related' }))
const JUDGED = { newsroom: 'Sanad', on: '2026-08-01', note: null }

const step = (derived: string, assertion: Assertion, details = own, isJudged = true): DescentStep => ({
  derived: toAssertionId(derived),
  assertion,
  details,
  relation: withSlugs<ClaimRelation>({
    id: `${derived}-from-${assertion.id}`,
    kind: 'DERIVED_FROM',
    fromClaimId: 'c',
    toClaimId: details.claim.id,
    claimantId: null,
    claimantAsPrinted: null,
    sourceId: isJudged ? null : 'article',
    quote: null,
    drift: null,
    ...(isJudged ? { provenance: JUDGED } : {}),
  }),
})

const later = said({ sourceId: 'article' }, 0)
const between = said({ sourceId: 'article' }, 1)
const DAY = '2023-08-31'
const post = (rest: Partial<PlainSlugs<Assertion>> = {}): Assertion => said({ assertedAt: DAY, ...rest }, 2)

function namesWith(...descents: readonly Pick<Descent, 'assertion' | 'steps'>[]): Names {
  const all = descents.map((one) => ({ details: own, ...one }))
  return { ...names, descents: namesFrom({ descents: all }).descents }
}
const origin = (assertion: Assertion, known: Names, language = 'en') =>
  datedOrigin(assertion, 'c', known, messagesIn(language))

describe('dated origin of words without a day', () => {
  it('is the earliest document with a day, over one without', () => {
    const known = namesWith({ assertion: later, steps: [step('a0', between), step('a1', post())] })
    expect(origin(later, known)?.sentence).toBe(
      'In our judgement, these words go back to the document “Policy” (31 August 2023).',
    )
    expect(origin(later, known)?.source.id).toBe('policy')
    expect(origin(later, known, 'id')?.sentence).toBe(
      'Menurut penilaian kami, kata-kata ini berpangkal pada dokumen “Policy” (31 Agustus 2023).',
    )
  })

  it('is found for an assertion in the middle of a descent', () => {
    const known = namesWith({ assertion: later, steps: [step('a0', between), step('a1', post())] })
    expect(origin(between, known)?.source.id).toBe('policy')
  })

  it('is no judgement if a document names it, and is about a related claim where it is', () => {
    const steps = [step('a0', post(), related, false)]
    expect(origin(later, namesWith({ assertion: later, steps }))?.sentence).toBe(
      'These words go back to the document “Policy” (31 August 2023), about a related claim.',
    )
  })

  it('may lie before later documents with a day, and none after it is a judgement of ours', () => {
    const steps = [step('a0', post(), own, false), step('a2', said({}, 3), own, true)]
    expect(origin(later, namesWith({ assertion: later, steps }))?.sentence).toMatch(/^These words go back to/)
  })

  it.each<readonly [string, Assertion, readonly DescentStep[]]>([
    ['for an assertion with a day', said({ assertedAt: '2023-09-01' }, 0), [step('a0', post())]],
    ['for words in force from a day on', said({ heldFrom: '2023-09-01' }, 0), [step('a0', post())]],
    ['without a descent', later, []],
    ['for another assertion of the claim', said({}, 5), [step('a0', post())]],
    ['without a day anywhere', later, [step('a0', between)]],
  ])('is none %s', (_, assertion, steps) => {
    expect(origin(assertion, namesWith({ assertion: later, steps }))).toBeNull()
  })

  it('is found once in words that go back to each other', () => {
    const steps = [step('a0', between), step('a1', later)]
    expect(origin(later, namesWith({ assertion: later, steps }))).toBeNull()
    expect(toSlug('policy')).toBe(
      origin(later, namesWith({ assertion: later, steps: [...steps, step('a1', post())] }))?.source.id,
    )
  })
})
