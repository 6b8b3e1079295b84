import { describe, expect, it } from 'vitest'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimRelation } from '../../src/domain/claim.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { descentOf, descentsOf, MAX_DESCENT } from '../../src/domain/descent.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { checkDescents } from '../../src/domain/rules/descents.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion, smallDataset } from '../contracts/small-dataset.ts'
import { withSlugs } from './plain-slugs.ts'
import { claimRecord } from './status-acts.ts'

const derived = (from: string, to: string, claims: readonly [string, string] = ['c', 'c']): ClaimRelation =>
  withSlugs<ClaimRelation>({
    id: `${from}-${to}`,
    kind: 'DERIVED_FROM',
    fromClaimId: claims[0],
    toClaimId: claims[1],
    fromAssertionId: toAssertionId(from),
    toAssertionId: toAssertionId(to),
    claimantId: null,
    claimantAsPrinted: null,
    sourceId: 'article',
    quote: null,
    drift: null,
  })

const details = (id: string, said: readonly string[], relations: readonly ClaimRelation[]): ClaimDetails => ({
  ...claimRecord(said.map((one) => assertion(one, id, {}))),
  claim: { ...claimRecord([]).claim, id: toSlug(id) },
  status: { status: 'UNKNOWN', polarity: null, because: [], caveats: [], contradictsItself: false },
  relations,
  assessments: [],
  changedIn: toRevisionNumber(1),
  recordedIn: {},
  namedEntities: [],
  namedSources: [],
  namedConcepts: [],
})

/** Walks from an assertion of the first claim; the other claims are read. */
async function walk(from: string, start: ClaimDetails, ...others: readonly ClaimDetails[]) {
  let reads = 0
  const steps = await descentOf(start, toAssertionId(from), async (ids) => {
    reads += 1
    return ids.map((id) => others.find(({ claim }) => claim.id === id) ?? null)
  })
  return { reads, steps: steps.map((step) => `${step.derived} < ${step.assertion.id} on ${step.details.claim.id}`) }
}

describe('descent of an assertion', () => {
  it('follows assertions on one claim without a read, and one claim after the other with one read each', async () => {
    const start = details('c', ['most', 'maybe'], [derived('most', 'maybe'), derived('maybe', 'theory', ['c', 'd'])])
    const other = details('d', ['theory', 'post'], [derived('theory', 'post', ['d', 'd'])])
    expect(await walk('maybe', details('c', ['most', 'maybe'], []))).toEqual({ reads: 0, steps: [] })
    expect(await walk('most', start, other)).toEqual({
      reads: 1,
      steps: ['most < maybe on c', 'maybe < theory on d', 'theory < post on d'],
    })
  })

  it('ignores relations without assertions, and those of other assertions', async () => {
    const { fromAssertionId: _, toAssertionId: __, ...between } = derived('most', 'maybe')
    expect(await walk('most', details('c', ['most', 'maybe'], [between, derived('other', 'maybe')]))).toMatchObject({
      steps: [],
    })
  })

  it('ends in a circle, at an unread claim and at a withdrawn assertion', async () => {
    const circle = [derived('a', 'b'), derived('b', 'c'), derived('c', 'a')]
    expect((await walk('a', details('c', ['a', 'b', 'c'], circle))).steps).toEqual(['a < b on c', 'b < c on c'])
    expect(await walk('a', details('c', ['a'], [derived('a', 'b', ['c', 'unseen'])]))).toEqual({ reads: 1, steps: [] })
    const start = details('c', ['a', 'b'], [derived('a', 'b')])
    const withdrawn = start.assertions.map((one) => (one.id === 'b' ? { ...one, withdrawn: 'misread' } : one))
    expect((await walk('a', { ...start, assertions: withdrawn })).steps).toEqual([])
  })

  it('is bounded', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `a${i}`)
    const relations = ids.slice(1).map((id, i) => derived(`a${i}`, id))
    expect((await walk('a0', details('c', ids, relations))).steps).toHaveLength(MAX_DESCENT)
  })

  it('follows each of several origins', async () => {
    const start = details('c', ['a', 'b', 'c'], [derived('a', 'b'), derived('a', 'c')])
    expect((await walk('a', start)).steps).toEqual(['a < b on c', 'a < c on c'])
  })

  it('is listed once for a claim, from its latest assertion', async () => {
    const start = details('c', ['a', 'b', 'c', 'd'], [derived('a', 'b'), derived('b', 'c')])
    const found = await descentsOf(start, async () => [])
    expect(found.map(({ assertion: { id }, steps }) => [id, steps.length])).toEqual([['a', 2]])
  })
})

describe('rule of descents', () => {
  const data = smallDataset(2)
  const on = (claimId: string, ...ids: readonly string[]) =>
    ids.map((id) => ({ item: assertion(id, claimId, {}), recordedAt: '2026-01-01' }))
  const assertions = [...on('claim-0000', 'a', 'b', 'c'), ...on('claim-0001', 'x')]
  const same = ['claim-0000', 'claim-0000'] as const
  const problems = (...relations: readonly ClaimRelation[]) =>
    checkDescents({ ...data, assertions, relations: relations.map((item) => ({ item })) }).map(({ path, message }) => [
      path.slice(2).join('.'),
      message,
    ])

  it('accepts assertions of the two claims, which may be one', () => {
    expect(problems(derived('a', 'b', same), derived('b', 'x', ['claim-0000', 'claim-0001']))).toEqual([])
    const { fromAssertionId: _, toAssertionId: __, ...between } = derived('a', 'x', ['claim-0000', 'claim-0001'])
    expect(problems(between)).toEqual([])
  })

  it('refuses one of two, other kinds, other claims, cycles, and a claim with itself', () => {
    const { toAssertionId: to, ...one } = derived('a', 'b', same)
    const { fromAssertionId: from, ...none } = one
    expect([from, to]).toEqual(['a', 'b'])
    expect(problems(one)).toEqual([['', expect.stringContaining('one of two')]])
    expect(problems(none)).toEqual([['toClaimId', expect.stringContaining('the same claim')]])
    expect(problems({ ...derived('a', 'b', same), kind: 'SUPPORTS' })).toEqual([
      ['kind', expect.stringContaining('is between claims')],
    ])
    expect(problems(derived('a', 'x', same))).toEqual([['toAssertionId', expect.stringContaining('x is no assertion')]])
    expect(problems(derived('a', 'b', same), derived('b', 'a', same))).toHaveLength(2)
    expect(problems(derived('a', 'a', same))).toHaveLength(1)
  })
})
