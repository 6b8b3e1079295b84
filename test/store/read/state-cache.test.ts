import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCache } from '../../../src/cache/create-cache.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../../src/domain/revision-number.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../../src/store/engines/embedded.ts'
import type { Engine, Row } from '../../../src/store/engines/engine.ts'
import { toOpenStore } from '../../../src/store/open-store.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../../src/store/write/load-dataset.ts'
import { entityOf, named, put } from '../../contracts/change-examples.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'

const BY_TEST = { author: 'test', set: 'test', reason: 'a test', now: new Date('2026-10-01T00:00:00Z') }
const X = toSlug('x')
const MUSK = toSlug('musk')
const CLAIM = toSlug('claim-0000')

describe('state cache', () => {
  let engine: Engine
  let store: GraphStore
  /** Work that delays the rows of the next statement; null for none. */
  let hold: (() => Promise<void>) | null
  let statements: number

  beforeEach(async () => {
    engine = await openEmbedded({ path: null, readTimeoutMs: 5000 })
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
    await loadDataset(engine, smallDataset(), BY_TEST)
    hold = null
    statements = 0
    const run = async (...given: Parameters<Engine['run']>): Promise<readonly Row[]> => {
      const held = hold
      hold = null
      statements += 1
      const rows = await engine.run(...given)
      await held?.()
      return rows
    }
    const cache = createCache({ maxBytes: 8 * 1024 * 1024 })
    store = createGraphDatabase({ ...engine, run }, cache).visibleTo(PUBLIC_VIEWER)
  })
  afterEach(() => engine.close())

  /** Publishes another name of X. */
  async function renameX(name: string): Promise<RevisionNumber> {
    const lists = { entities: [{ item: { ...entityOf(smallDataset(), 'x'), names: named(name) } }] }
    const { database, writer } = toOpenStore(engine)
    const expectedRevision = await database.visibleTo(PUBLIC_VIEWER).revisionAt(null)
    return writer.append(put(lists), { ...BY_TEST, expectedRevision })
  }
  /** Delays the rows of the next statement until the returned function is called. */
  function holdNext(): () => void {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    hold = () => released
    return release
  }
  const nameOf = async (id: typeof X, revision: RevisionNumber): Promise<string | undefined> =>
    (await store.entities([id], revision))[0]?.names[0]?.value

  it('takes no state of another revision from a read that it waits for', async () => {
    const before = await store.revisionAt(null)
    const release = holdNext()
    const early = store.entities([X, MUSK], before)
    const after = await renameX('Renamed')
    expect(await store.revisionAt(null)).toBe(after)
    expect(await nameOf(X, after)).toBe('Renamed')
    const late = store.entities([X, MUSK], after)
    const lateClaim = store.claims([CLAIM], after)
    release()
    expect((await early).map((one) => one?.names[0]?.value)).toEqual(['X', 'MUSK'])
    expect((await late).map((one) => one?.names[0]?.value)).toEqual(['Renamed', 'MUSK'])
    const [claim] = await lateClaim
    expect(claim?.namedEntities.find(({ id }) => id === X)?.names[0]?.value).toBe('Renamed')
    const [again] = await store.claims([CLAIM], after)
    expect(again?.namedEntities.find(({ id }) => id === X)?.names[0]?.value).toBe('Renamed')
  })

  it('keeps its entries when an earlier read of the newest revision ends after a later one', async () => {
    await renameX('Renamed')
    const before = await store.revisionAt(null)
    expect(await nameOf(MUSK, before)).toBe('MUSK')
    await new Promise((resolve) => setTimeout(resolve, 150))
    const release = holdNext()
    const early = store.revisionAt(null)
    const after = await renameX('Renamed again')
    expect(await store.revisionAt(null)).toBe(after)
    release()
    expect(await early).toBe(before)
    statements = 0
    expect(await nameOf(MUSK, after)).toBe('MUSK')
    expect(statements).toBe(0)
  })

  it.each([
    ['reads the changes of 100 later revisions', 100, { ofRevision: 2, ofThing: 0 }],
    ['takes all for changed after 300, whose changes it does not read', 300, { ofRevision: 1, ofThing: 1 }],
  ])('%s', async (_, more, expected) => {
    const before = await store.revisionAt(null)
    expect(await nameOf(MUSK, before)).toBe('MUSK')
    await engine.transaction(async (tx) => {
      const numbers = Array.from({ length: more }, (_, index) => before + 1 + index)
      await tx.run('UNWIND $numbers AS number CREATE (n:Revision {number: number, changed: $none, touched: $none})', {
        numbers,
        none: ['Entity:x'],
      })
      await tx.run("MATCH (r:StoreState {id: 'store'}) SET r.published = $newest", { newest: before + more })
    })
    statements = 0
    const after = await store.revisionAt(null)
    expect(after).toBe(before + more)
    const ofRevision = statements
    expect(await nameOf(MUSK, after)).toBe('MUSK')
    expect({ ofRevision, ofThing: statements - ofRevision }).toEqual(expected)
  })

  it('gives the error of a read to all that wait for it, and reads again afterwards', async () => {
    const revision = await store.revisionAt(null)
    statements = 0
    hold = () => Promise.reject(new Error('The connection was lost.'))
    const reads = [store.claims([CLAIM], revision), store.claims([CLAIM], revision), store.claims([CLAIM], revision)]
    expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(statements).toBe(1)
    const [claim] = await store.claims([CLAIM], revision)
    expect(claim?.assertions.length).toBeGreaterThan(0)
  })
})
