import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { becomeDatabase } from './become-database.ts'
import { assertion, EARLY, smallDataset, withWire } from './small-dataset.ts'

const X_STATES: Partial<PlainSlugs<Assertion>> = {
  claimantId: 'x',
  assertedAt: '2023-08',
  heldFrom: '2023-08',
  heldUntil: '2023-10',
}
const MUSK_DENIES: Partial<PlainSlugs<Assertion>> = {
  claimantId: 'musk',
  sourceId: 'wire',
  stance: 'DENIES',
  polarity: 'NEGATES',
  evidentiality: 'DIRECT_QUOTE',
  assertedAt: null,
  heldFrom: '2024',
}

/**
 * In 2023 X states in its policy a claim that Elon Musk denies in a wire since 2024. A second claim has no assertion.
 */
function statedAndDenied(): Dataset {
  return withSlugs<Dataset>({
    ...withWire(smallDataset(2)),
    assertions: [
      { item: assertion('states', 'claim-0000', X_STATES), recordedAt: EARLY },
      { item: assertion('denies', 'claim-0000', MUSK_DENIES), recordedAt: EARLY },
    ],
    contentHash: 'stated-and-denied',
  })
}

const FOUND: readonly ClaimFilter[] = [
  { claimant: toSlug('x') },
  { claimant: toSlug('x'), stance: ['STATES'] },
  { claimant: toSlug('x'), source: toSlug('policy'), stance: ['STATES', 'CONFIRMS'] },
  { claimant: toSlug('musk'), stance: ['DENIES'], evidentiality: ['DIRECT_QUOTE'], source: toSlug('wire') },
  { claimant: toSlug('x'), assertedBetween: { from: '2023-08-31', until: null } },
  { claimant: toSlug('musk'), assertedBetween: { from: '2030', until: null, undated: true } },
  { claimant: toSlug('x'), validOn: '2023-09' },
  { stance: ['DENIES'], validOn: '2025' },
  { source: toSlug('wire'), validOn: '2024-01-01' },
]
const NOT_FOUND: readonly ClaimFilter[] = [
  { claimant: toSlug('x'), stance: ['DENIES'] },
  { claimant: toSlug('musk'), stance: ['STATES'] },
  { claimant: toSlug('musk'), source: toSlug('policy') },
  { source: toSlug('policy'), stance: ['DENIES'] },
  { source: toSlug('policy'), evidentiality: ['DIRECT_QUOTE'] },
  { stance: ['STATES'], evidentiality: ['DIRECT_QUOTE'] },
  { claimant: toSlug('musk'), assertedBetween: { from: '2023', until: '2023' } },
  { claimant: toSlug('x'), assertedBetween: { from: '2030', until: null, undated: true } },
  { claimant: toSlug('musk'), validOn: '2023-09' },
  { stance: ['STATES'], validOn: '2025' },
  { validOn: '2023-11' },
]

/** Contract: all parts of an assertion filter apply to one assertion. The engine must be empty. */
export function describeOneAssertion(name: string, open: () => Promise<Engine>): void {
  describe(`assertion filter on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let now: number
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }
      await loadDataset(engine, statedAndDenied(), options)
      now = await store.revisionAt(null)
    })
    afterAll(() => engine.close())

    const find = async (filter: ClaimFilter): Promise<readonly string[]> => {
      const page = await store.claimPage(
        filter,
        'SLUG',
        { limit: 10, backwards: false, cursor: null },
        toRevisionNumber(now),
      )
      expect(await store.countClaims(filter, toRevisionNumber(now))).toBe(page.items.length)
      return page.items.map(({ claim }) => claim.id)
    }

    it.each(FOUND.map((filter) => [JSON.stringify(filter), filter] as const))('finds %s', async (_, filter) => {
      expect(await find(filter)).toContain('claim-0000')
    })

    it.each(NOT_FOUND.map((filter) => [JSON.stringify(filter), filter] as const))(
      'requires one assertion to satisfy all parts: %s',
      async (_, filter) => {
        expect(await find(filter)).not.toContain('claim-0000')
      },
    )

    it('finds claims without assertions by the day alone', async () => {
      expect(await find({ validOn: '2023-11' })).toEqual(['claim-0001'])
      expect(await find({ validOn: '2023-11', stance: ['STATES'] })).toEqual([])
      expect(await find({ assertedBetween: { from: null, until: null, undated: true } })).toEqual(['claim-0000'])
    })
  })
}
