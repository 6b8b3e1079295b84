import { describe, expect, it } from 'vitest'
import { toCurrentSlugs } from '../../src/domain/current-slugs.ts'
import type { Rename } from '../../src/domain/rename.ts'
import { renamesFrom } from '../../src/domain/renames.ts'
import { toSlug } from '../../src/domain/slug.ts'

const entity = (former: string, slug: string): Rename => ({
  kind: 'Entity',
  former: toSlug(former),
  slug: toSlug(slug),
})

describe('former slugs', () => {
  it('map to the current slug over several steps, with all or some of them listed', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b'), entity('b', 'c')])
    expect(['a', 'b', 'c', 'd'].map((slug) => slugNow('Entity', toSlug(slug)))).toEqual(['c', 'c', null, null])
    expect([...otherSlugs('Entity', toSlug('b'))].sort()).toEqual(['a', 'c'])
    expect(otherSlugs('Entity', toSlug('d'))).toEqual([])
    expect(formerSlugs('Entity')).toEqual(['a', 'b'])
  })

  it('are specific to a kind', () => {
    const { slugNow, otherSlugs, formerSlugs } = renamesFrom([entity('a', 'b')])
    expect([slugNow('Source', toSlug('a')), otherSlugs('Source', toSlug('b')), formerSlugs('Source')]).toEqual([
      null,
      [],
      [],
    ])
  })

  it('are removed when an object is renamed back, any number of times', () => {
    const there = [entity('a', 'b')]
    const back = [...there, entity('b', 'a')]
    expect([
      renamesFrom(back).slugNow('Entity', toSlug('a')),
      renamesFrom(back).slugNow('Entity', toSlug('b')),
    ]).toEqual([null, 'a'])
    const again = renamesFrom([...back, entity('a', 'b')])
    expect([again.slugNow('Entity', toSlug('a')), again.slugNow('Entity', toSlug('b'))]).toEqual(['b', null])
  })
})

describe('current slugs', () => {
  const renames = renamesFrom([
    entity('x', 'x-corp'),
    { kind: 'Source', former: toSlug('policy'), slug: toSlug('privacy-policy') },
    { kind: 'Use', former: toSlug('ads'), slug: toSlug('advertising') },
    { kind: 'Claim', former: toSlug('old'), slug: toSlug('new') },
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
