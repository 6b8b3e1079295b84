import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { RowSpec } from '../../src/store/row-spec.ts'
import { rowsOf } from '../../src/store/rows.ts'
import { EARLY, smallDataset } from '../contracts/small-dataset.ts'

const claimRowsOf = (dataset: Dataset): readonly RowSpec[] =>
  [...rowsOf(dataset)].filter(({ label }) => label === 'ClaimRow')
const name = (value: string) => [{ value, language: 'en', kind: 'PREFERRED' as const, validFrom: null, validTo: null }]

describe('the rows of a claim', () => {
  it('are found by the names of what it names, not by those of other things with the same slugs', () => {
    const small = smallDataset(1)
    const [policy] = small.sources
    const concept = { names: name('unrelated purpose'), externalIds: [], definition: {}, broader: [] }
    const others = [
      { ...concept, id: 'x', kind: 'Use' as const },
      { ...concept, id: 'messages', kind: 'Use' as const },
    ]
    const [row] = claimRowsOf({
      ...small,
      concepts: [...small.concepts, ...others.map((item) => ({ item, recordedAt: EARLY }))],
      sources: policy
        ? [policy, { ...policy, item: { ...policy.item, id: 'x', title: { en: 'unrelated article' } } }]
        : [],
    })
    expect(row?.properties.searchText).toContain('messages')
    expect(row?.properties.searchText).not.toContain('unrelated')
    expect(row?.properties.searchFields).toContain('{"field":"ABOUT","language":"en","value":"X"}')
  })
})
