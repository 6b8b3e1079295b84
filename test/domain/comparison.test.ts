import { describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { compare } from '../../src/domain/comparison.ts'
import type { Concept } from '../../src/domain/concept.ts'
import { type ConceptTree, conceptTree } from '../../src/domain/concept-tree.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { contestKey } from '../../src/domain/standing.ts'
import { fc } from '../property-runs.ts'
import { assertionsOn, wholeClaim } from './claims-at-random.ts'
import { withSlugs } from './plain-slugs.ts'

const DATA = ['body', 'face', 'finger', 'finger-print']
const USES = ['sell', 'train', 'train-ai']
const ENTITIES = ['x', 'xai', 'linkedin']

const claims: fc.Arbitrary<readonly ClaimDetails[]> = fc
  .array(
    fc.record({
      subject: fc.constantFrom(...ENTITIES).map((id) => ({ kind: 'Entity' as const, id })),
      data: fc.subarray(DATA),
      uses: fc.subarray(USES),
      assertions: assertionsOn('c'),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ assertions, ...frame }, i) =>
      wholeClaim(
        { id: `c-${i}`, ...frame },
        assertions.map((a) => ({ ...a, claimId: toSlug(`c-${i}`) })),
      ),
    ),
  )
const entityIds = fc.subarray(ENTITIES, { minLength: 1 })
/** Each category may be narrower than earlier ones only, so that there are no cycles. */
const categories: fc.Arbitrary<ConceptTree> = fc
  .tuple(...DATA.map((_, i) => fc.subarray(DATA.slice(0, i))))
  .map((all) => conceptTree(all.map((broader, i) => categoryOf(DATA[i] ?? '', broader))))

function categoryOf(id: string, broader: readonly string[]): Concept {
  return withSlugs<Concept>({ id, kind: 'DataCategory', names: [], externalIds: [], definition: {}, broader })
}

const about = (all: readonly ClaimDetails[], entities: readonly string[]): readonly ClaimDetails[] =>
  all.filter(({ claim }) => entities.includes(claim.subject.id) && claim.data.length + claim.uses.length > 0)
const orNull = (ids: readonly string[]): readonly (string | null)[] => (ids.length === 0 ? [null] : ids)

describe('comparison', () => {
  it('has every claim with data or uses once in each of its cells, and in no other', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        const { cells } = compare(entities.map(toSlug), all, tree)
        const places = (details: ClaimDetails): readonly string[] =>
          orNull(details.claim.data).flatMap((data) =>
            orNull(details.claim.uses).map((use) => JSON.stringify([details.claim.subject.id, data, use])),
          )
        const expected = about(all, entities).flatMap((details) =>
          places(details).map((p) => `${p} ${details.claim.id}`),
        )
        const found = cells.flatMap(({ entityId, dataId, useId, claims: own }) =>
          own.map(({ claim }) => `${JSON.stringify([entityId, dataId, useId])} ${claim.id}`),
        )
        expect(found.toSorted()).toEqual(expected.toSorted())
        expect(new Set(cells.map((c) => JSON.stringify([c.entityId, c.dataId, c.useId]))).size).toBe(cells.length)
      }),
    )
  })

  it('counts the claims of each cell by status and side, most contested first', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        for (const { counts, claims: own } of compare(entities.map(toSlug), all, tree).cells) {
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
          const ranks = own.map(({ status }) => contestKey(status))
          expect(counts.flatMap(({ count, ...standing }) => Array(count).fill(contestKey(standing)))).toEqual(ranks)
          expect(ranks).toEqual(ranks.toSorted())
        }
      }),
    )
  })

  it('has exactly the rows and columns of its cells, rows by id with null last', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        const { rows, columns, cells } = compare(entities.map(toSlug), all, tree)
        const distinct = (ids: readonly (string | null)[]): readonly (string | null)[] => {
          const named = [...new Set(ids)].filter((id) => id !== null).toSorted()
          return ids.includes(null) ? [...named, null] : named
        }
        expect(rows.map(({ dataId }) => dataId)).toEqual(distinct(cells.map(({ dataId }) => dataId)))
        expect(distinct(columns)).toEqual(distinct(cells.map(({ useId }) => useId)))
        expect(new Set(columns).size).toBe(columns.length)
      }),
    )
  })

  it('orders columns by number of cells, then by number of claims, then by id', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        const { columns, cells } = compare(entities.map(toSlug), all, tree)
        const rank = (use: string | null): string => {
          const own = cells.filter(({ useId }) => useId === use)
          const said = own.reduce((sum, cell) => sum + cell.claims.length, 0)
          return [999 - own.length, 999 - said, use ?? '~'].join('|')
        }
        expect(columns).toEqual(columns.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)))
      }),
    )
  })

  it('links each row to its directly narrower rows, without counting these', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        const { rows } = compare(entities.map(toSlug), all, tree)
        const shown = rows.flatMap(({ dataId }) => dataId ?? [])
        for (const { dataId, narrower } of rows) {
          const direct = shown.filter((id) => tree.byId.get(id)?.broader.some((one) => one === dataId))
          expect(narrower.toSorted()).toEqual(direct.toSorted())
        }
      }),
    )
  })

  it('ignores the order of the claims', () => {
    fc.assert(
      fc.property(entityIds, claims, categories, (entities, all, tree) => {
        expect(compare(entities.map(toSlug), all.toReversed(), tree)).toEqual(compare(entities.map(toSlug), all, tree))
      }),
    )
  })

  it('distinguishes a document from an entity of the same slug', () => {
    const ofDocument = wholeClaim({ id: 'c', subject: { kind: 'Source', id: 'x' }, data: ['face'] })
    expect(compare([toSlug('x')], [ofDocument], conceptTree([])).cells).toEqual([])
  })
})
