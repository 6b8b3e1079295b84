import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/claim.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { statesOf } from '../../../src/store/encoding/dataset-states.ts'
import type { NewState } from '../../../src/store/encoding/new-state.ts'
import { assertion, EARLY, LATE, smallDataset } from '../../contracts/small-dataset.ts'
import { withSlugs } from '../../domain/plain-slugs.ts'

const claimRowsOf = (dataset: Dataset): readonly NewState[] =>
  [...statesOf(dataset)].filter(({ label }) => label === 'ClaimState')
const name = (value: string) => [{ value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }]

describe('states of a claim', () => {
  it.each([
    ['subject', (claim: Claim): Claim => withSlugs<Claim>({ ...claim, subject: { kind: 'Source', id: 'report' } })],
    [
      'object',
      (claim: Claim): Claim =>
        withSlugs<Claim>({
          ...claim,
          predicate: 'COLLABORATES_WITH',
          object: { kind: 'Source', id: 'report' },
        }),
    ],
  ] as const)('have a new status from the day on which the document that is its %s is known', (_, about) => {
    const small = smallDataset(1)
    const dataset: Dataset = {
      ...small,
      entities: small.entities.map((one) => ({ ...one, item: { ...one.item, speaksFor: [] } })),
      claims: small.claims.map((one) => ({ ...one, item: about(one.item) })),
      sources: small.sources.flatMap(({ item }) => [
        { item: { ...item, publishedBy: null }, recordedAt: EARLY },
        { item: { ...item, id: toSlug('report'), publishedBy: toSlug('musk') }, recordedAt: LATE },
      ]),
      assertions: [{ item: assertion('says', 'claim-0000', { claimantId: 'musk' }), recordedAt: EARLY }],
    }
    expect(claimRowsOf(dataset).map((row) => [row.recordedAt, row.properties.status])).toEqual([
      [EARLY, 'REPORTED'],
      [LATE, 'STATED'],
    ])
  })

  it('stay the same for a document that shares only its slug with an entity', () => {
    const small = smallDataset(2)
    const [policy] = small.sources
    const sources = policy
      ? [policy, { item: { ...policy.item, id: toSlug('x'), publishedBy: toSlug('musk') }, recordedAt: LATE }]
      : []
    expect(claimRowsOf({ ...small, sources }).map((row) => [row.thing, row.recordedAt])).toEqual([
      ['Claim:claim-0000', EARLY],
      ['Claim:claim-0000', LATE],
      ['Claim:claim-0001', EARLY],
    ])
  })

  it("are found by the names of the claim's objects only, under equal slugs", () => {
    const small = smallDataset(1)
    const [policy] = small.sources
    const concept = { names: name('unrelated purpose'), externalIds: [], definition: {}, broader: [] }
    const others = [
      { ...concept, id: toSlug('x'), kind: 'Use' as const },
      { ...concept, id: toSlug('messages'), kind: 'Use' as const },
    ]
    const [row] = claimRowsOf({
      ...small,
      concepts: [...small.concepts, ...others.map((item) => ({ item, recordedAt: EARLY }))],
      sources: policy
        ? [policy, { ...policy, item: { ...policy.item, id: toSlug('x'), title: { en: 'unrelated article' } } }]
        : [],
    })
    expect(row?.properties.searchText).toContain('messages')
    expect(row?.properties.searchText).not.toContain('unrelated')
    expect(row?.properties.searchFields).toContain('{"field":"ABOUT","language":"en","value":"X"}')
  })
})
