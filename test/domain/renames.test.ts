import { describe, expect, it } from 'vitest'
import { toCurrentSlugs } from '../../src/domain/current-slugs.ts'
import type { Rename } from '../../src/domain/rename.ts'
import { renamesFrom } from '../../src/domain/renames.ts'

const entity = (former: string, slug: string): Rename => ({ kind: 'Entity', former, slug })

describe('former slugs', () => {
  it('map to the current slug over several steps, with all or some of them listed', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b'), entity('b', 'c')])
    expect(['a', 'b', 'c', 'd'].map((slug) => slugNow('Entity', slug))).toEqual(['c', 'c', null, null])
    expect([...otherSlugs('Entity', 'b')].sort()).toEqual(['a', 'c'])
    expect(otherSlugs('Entity', 'd')).toEqual([])
    expect(formerSlugs('Entity')).toEqual(['a', 'b'])
  })

  it('are specific to a kind', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b')])
    expect([slugNow('Source', 'a'), otherSlugs('Source', 'b'), formerSlugs('Source')]).toEqual([null, [], []])
  })

  it('are removed when an object is renamed back, any number of times', () => {
    const there = [entity('a', 'b')]
    const back = [...there, entity('b', 'a')]
    expect([renamesFrom(back).slugNow('Entity', 'a'), renamesFrom(back).slugNow('Entity', 'b')]).toEqual([null, 'a'])
    const again = renamesFrom([...back, entity('a', 'b')])
    expect([again.slugNow('Entity', 'a'), again.slugNow('Entity', 'b')]).toEqual(['b', null])
  })
})

describe('current slugs', () => {
  const renames = renamesFrom([
    entity('x', 'x-corp'),
    { kind: 'Source', former: 'policy', slug: 'privacy-policy' },
    { kind: 'Use', former: 'ads', slug: 'advertising' },
    { kind: 'Claim', former: 'old', slug: 'new' },
  ])

  it('replace former slugs in every reference, by kind', () => {
    const before = {
      subject: { kind: 'Entity', id: 'x' },
      object: { kind: 'Source', id: 'policy' },
      uses: ['ads', 'other'],
      data: ['ads'],
      assertions: [
        { id: 'x', claimId: 'old', claimantId: 'x', sourceId: 'policy', via: [{ kind: 'Source', id: 'x' }] },
      ],
      relations: [{ id: 'old', kind: 'SUPPORTS', fromClaimId: 'old', toClaimId: 'other' }],
    }
    expect(toCurrentSlugs(before, renames)).toEqual({
      subject: { kind: 'Entity', id: 'x-corp' },
      object: { kind: 'Source', id: 'privacy-policy' },
      uses: ['advertising', 'other'],
      data: ['ads'],
      assertions: [
        {
          id: 'x',
          claimId: 'new',
          claimantId: 'x-corp',
          sourceId: 'privacy-policy',
          via: [{ kind: 'Source', id: 'x' }],
        },
      ],
      relations: [{ id: 'old', kind: 'SUPPORTS', fromClaimId: 'new', toClaimId: 'other' }],
    })
  })

  it('leave texts unchanged', () => {
    const text = { object: { kind: 'Text', text: { en: 'x' } }, quote: { exact: 'policy' }, validFrom: null }
    expect(toCurrentSlugs(text, renames)).toEqual(text)
  })
})
