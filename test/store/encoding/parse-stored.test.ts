import { describe, expect, it } from 'vitest'
import { isDraftState, parseStored } from '../../../src/store/encoding/parse-stored.ts'
import { toClaimContent, toNamedState, toRename } from '../../../src/store/encoding/to-domain.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'

const { claims, assertions, entities, sources, concepts } = smallDataset()
const damaged = (words: string) =>
  expect.objectContaining({ code: 'STORE_DAMAGED', message: expect.stringContaining(words) })

describe('stored object with an unknown value of a closed set', () => {
  it.each([
    ['entities', 'kind', entities],
    ['concepts', 'kind', concepts],
    ['sources', 'kind', sources],
    ['sources', 'derivation', sources],
    ['claims', 'predicate', claims],
    ['assertions', 'stance', assertions],
    ['assertions', 'polarity', assertions],
    ['assertions', 'certainty', assertions],
    ['assertions', 'evidentiality', assertions],
  ] as const)('is refused: %s with another %s', (list, property, objects) => {
    const item = objects[0]?.item
    expect(parseStored(list, JSON.stringify(item))).toEqual(item)
    expect(() => parseStored(list, JSON.stringify({ ...item, [property]: 'NEWER' }))).toThrow(
      damaged(`unknown ${property}, “NEWER”`),
    )
  })

  it('is refused as the status of a claim, and as the kind of a thing or of a former slug', () => {
    const claim = { json: JSON.stringify(claims[0]?.item), changedIn: 1 }
    const status = { status: 'NEWER', polarity: null, because: [], caveats: [], contradictsItself: false }
    expect(() => toClaimContent({ ...claim, statusJson: JSON.stringify(status) })).toThrow(damaged('unknown status'))
    expect(() => toNamedState({ thing: 'Newer:x', json: '{}' })).toThrow(damaged('“Newer:x”'))
    expect(() => toRename({ kind: 'Newer', former: 'a', slug: 'b' })).toThrow(damaged('“Newer”'))
  })

  it('is refused as a visibility, which would publish a draft', () => {
    expect([isDraftState(null), isDraftState(undefined), isDraftState('DRAFT')]).toEqual([false, false, true])
    expect(() => isDraftState('EMBARGOED')).toThrow(damaged('unknown visibility'))
  })
})
