import { describe, expect, expectTypeOf, it } from 'vitest'
import { type AssertionId, toAssertionId } from '../../src/domain/assertion-id.ts'
import { type GlobalId, parseGlobalId, toGlobalId } from '../../src/domain/global-id.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import {
  BEFORE_FIRST,
  type RevisionNumber,
  revisionBefore,
  toRevisionNumber,
} from '../../src/domain/revision-number.ts'
import { type Slug, toSlug } from '../../src/domain/slug.ts'

describe('branded ids', () => {
  it('reject other kinds of ids, and plain text', () => {
    expectTypeOf<AssertionId>().not.toExtend<Slug>()
    expectTypeOf<GlobalId>().not.toExtend<Slug>()
    expectTypeOf<AssertionId>().not.toExtend<GlobalId>()
    expectTypeOf<string>().not.toExtend<AssertionId>()
    expectTypeOf<string>().not.toExtend<GlobalId>()
    expectTypeOf<number>().not.toExtend<RevisionNumber>()
    expectTypeOf<string>().not.toExtend<Slug>()
    expectTypeOf<Parameters<GraphStore['claims']>[0]>().toEqualTypeOf<readonly Slug[]>()
    expectTypeOf<readonly AssertionId[]>().not.toExtend<Parameters<GraphStore['claims']>[0]>()
    expect(toAssertionId('a0')).toBe('a0')
  })

  it('contain the kind and the slug of an object', () => {
    expect(toGlobalId('Claim', toSlug('x-sells-user-data'))).toBe('Claim:x-sells-user-data')
    expect(parseGlobalId('Claim:x-sells-user-data')).toEqual({ kind: 'Claim', id: 'x-sells-user-data' })
    expect(parseGlobalId('Entity:a:b')).toEqual({ kind: 'Entity', id: 'a:b' })
    expect(['', 'x', 'Assertion:a0', 'claim:x', ':x'].map(parseGlobalId)).toEqual([null, null, null, null, null])
  })
})

describe('revision number', () => {
  it('is a whole number from 0', () => {
    expect([toRevisionNumber(0), toRevisionNumber(7)]).toEqual([0, 7])
    for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => toRevisionNumber(value)).toThrowError(expect.objectContaining({ code: 'INTERNAL' }))
    }
  })

  it('has a predecessor, except in an empty database', () => {
    expect(revisionBefore(toRevisionNumber(3))).toBe(2)
    expect(() => revisionBefore(BEFORE_FIRST)).toThrowError(expect.objectContaining({ code: 'INTERNAL' }))
  })
})
