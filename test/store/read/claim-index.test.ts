import { afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/domain/errors.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../../src/domain/revision-number.ts'
import type { ClaimFilter } from '../../../src/domain/store/claim-filter.ts'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../../src/store/engines/embedded.ts'
import type { Engine } from '../../../src/store/engines/engine.ts'
import { createClaimIndex } from '../../../src/store/read/claim-index.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { createRevisionChanges } from '../../../src/store/read/revision-changes.ts'
import { loadDataset } from '../../../src/store/write/load-dataset.ts'
import { recover } from '../../../src/store/write/load-lock.ts'
import { recording } from '../../contracts/recording.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'

const PAGE = { limit: 2, backwards: false, cursor: null }
const NOT_COVERED: readonly ClaimFilter[] = [
  { validOn: '2023' },
  { assertedBetween: { from: '2020' } },
  { ids: [] },
  { notInSource: null, sources: [] },
]

describe('claim index', () => {
  const opened: Engine[] = []
  afterEach(() => Promise.all(opened.splice(0).map((engine) => engine.close())))

  async function open(claimCount: number) {
    const statements: string[] = []
    const real = await openEmbedded({ path: null, readTimeoutMs: 5000 })
    opened.push(real)
    let isAway = false
    const engine = recording(real, (text) => {
      if (isAway) throw new DomainError('STORE_UNAVAILABLE', 'The database does not respond.')
      statements.push(text)
    })
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
    const changes = createRevisionChanges()
    const followed = createGraphDatabase(real, undefined, { changes }).visibleTo(PUBLIC_VIEWER)
    const load = async (count: number): Promise<RevisionNumber> => {
      const { revision } = await loadDataset(real, smallDataset(count), {
        author: 'test',
        set: 'test',
        now: new Date('2026-11-01T00:00:00Z'),
      })
      await followed.revisionAt(null)
      return toRevisionNumber(revision)
    }
    const first = await load(claimCount)
    statements.length = 0
    const setAway = (away: boolean): void => {
      isAway = away
    }
    return { engine, changes, statements, load, first, setAway }
  }
  const storeWith = (engine: Engine, index: ReturnType<typeof createClaimIndex>): GraphStore =>
    createGraphDatabase(engine, undefined, { claimIndex: index }).visibleTo(PUBLIC_VIEWER)

  it('reads the claims of a page in one statement, and counts in none', async () => {
    const { engine, changes, statements, first } = await open(4)
    const index = createClaimIndex({ engine, changes })
    await index.build(first)
    const store = storeWith(engine, index)
    statements.length = 0
    const { items, hasMore } = await store.claimPage({}, 'SLUG', PAGE, first)
    expect(items.map(({ claim }) => claim.id)).toEqual(['claim-0000', 'claim-0001'])
    expect(hasMore).toBe(true)
    expect(statements.filter((text) => text.includes('ClaimState'))).toEqual([])
    expect(statements.filter((text) => text.includes(':Claim {id: k}'))).toHaveLength(1)
    statements.length = 0
    expect(await store.countClaims({ predicate: ['COLLECTS'] }, first)).toBe(4)
    await store.countByStanding(first)
    expect(statements).toEqual([])
    expect(index.stats()).toMatchObject({ claims: 4, revision: first })
  })

  it('responds with null before it is built, to other filters, and for older revisions', async () => {
    const { engine, changes, load, first } = await open(4)
    const index = createClaimIndex({ engine, changes })
    expect(await index.count({}, first)).toBeNull()
    const second = await load(5)
    await index.build(second)
    expect(await index.count({}, second)).toBe(5)
    expect(await index.count({}, first)).toBeNull()
    expect(await index.page({}, 'SLUG', PAGE, first)).toBeNull()
    expect(await index.countByContest(first)).toBeNull()
    for (const filter of NOT_COVERED) {
      expect(await index.count(filter, second)).toBeNull()
      expect(await index.page(filter, 'SLUG', PAGE, second)).toBeNull()
    }
  })

  it('reads the changed claims alone after a publication, and has the earlier revision for requests in progress', async () => {
    const { engine, changes, statements, load, first } = await open(40)
    const index = createClaimIndex({ engine, changes })
    await index.build(first)
    const second = await load(43)
    statements.length = 0
    const counts = await Promise.all([index.count({}, second), index.count({}, first), index.count({}, second)])
    expect(counts).toEqual([43, 40, 43])
    expect(statements).toHaveLength(1)
    expect(index.stats()).toMatchObject({ claims: 43, revision: second })
  })

  it('is built again where the changes are unknown, and statements respond meanwhile', async () => {
    const { engine, load, first } = await open(4)
    const index = createClaimIndex({ engine, changes: { changedBetween: () => null }, minBuildPauseMs: 0 })
    await index.build(first)
    const second = await load(6)
    const store = storeWith(engine, index)
    expect(await store.countClaims({}, second)).toBe(6)
    await expect.poll(() => index.count({}, second)).toBe(6)
    expect(index.stats()).toMatchObject({ claims: 6, revision: second })
  })

  it('lets statements respond after a failed update, and is correct again once the database is back', async () => {
    const { engine, changes, load, first, setAway } = await open(4)
    const index = createClaimIndex({ engine, changes, updatePauseMs: 0 })
    await index.build(first)
    const second = await load(6)
    setAway(true)
    expect(await index.count({}, second)).toBeNull()
    expect(await index.count({}, first)).toBe(4)
    setAway(false)
    expect(await index.count({}, second)).toBe(6)
  })

  it('is built at a later request after a failed build', async () => {
    const { engine, changes, first, setAway } = await open(4)
    const index = createClaimIndex({ engine, changes, minBuildPauseMs: 0 })
    setAway(true)
    await expect(index.build(first)).rejects.toThrow('does not respond')
    setAway(false)
    await expect.poll(() => index.count({}, first)).toBe(4)
  })
})
