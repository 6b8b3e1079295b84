import { describe, expect, it } from 'vitest'
import { toCurrentSlugs } from '../../src/domain/current-slugs.ts'
import type { Rename } from '../../src/domain/rename.ts'
import { renamesFrom } from '../../src/domain/renames.ts'

const entity = (former: string, slug: string): Rename => ({ kind: 'Entity', former, slug })

describe('former slugs', () => {
  it('lead to the present one over several steps, whether or not all are written down', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b'), entity('b', 'c')])
    expect(['a', 'b', 'c', 'd'].map((slug) => slugNow('Entity', slug))).toEqual(['c', 'c', null, null])
    expect([...otherSlugs('Entity', 'b')].sort()).toEqual(['a', 'c'])
    expect(otherSlugs('Entity', 'd')).toEqual([])
    expect(formerSlugs('Entity')).toEqual(['a', 'b'])
  })

  it('are of one kind of thing', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b')])
    expect([slugNow('Source', 'a'), otherSlugs('Source', 'b'), formerSlugs('Source')]).toEqual([null, [], []])
  })

  it('end where a thing is named back, however often', () => {
    const there = [entity('a', 'b')]
    const back = [...there, entity('b', 'a')]
    expect([renamesFrom(back).slugNow('Entity', 'a'), renamesFrom(back).slugNow('Entity', 'b')]).toEqual([null, 'a'])
    const again = renamesFrom([...back, entity('a', 'b')])
    expect([again.slugNow('Entity', 'a'), again.slugNow('Entity', 'b')]).toEqual(['b', null])
  })
})

describe('present slugs', () => {
  const renames = renamesFrom([
    entity('x', 'x-corp'),
    { kind: 'Source', former: 'policy', slug: 'privacy-policy' },
    { kind: 'Use', former: 'ads', slug: 'advertising' },
    { kind: 'Claim', former: 'old', slug: 'new' },
  ])

  it('stand wherever a record names something, by kind', () => {
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

  it('leave texts alone', () => {
    const text = { object: { kind: 'Text', text: { en: 'x' } }, quote: { exact: 'policy' }, validFrom: null }
    expect(toCurrentSlugs(text, renames)).toEqual(text)
  })
})
