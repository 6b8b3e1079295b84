import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { abortLoad, recover, takeLoadLock, whileRenewed } from '../../src/store/write/load-lock.ts'
import { findLoaded } from '../../src/store/write/loaded-seeds.ts'
import { findSeedSet } from '../../src/store/write/seed-set.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type OpenStore, openStore } from '../open-store.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const inSet = (set: string): Parameters<OpenStore['load']>[1] => ({ author: 'test', set, now: NOW })

let open: OpenStore
let engine: Engine
beforeEach(async () => {
  open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  engine = open.engine
})
afterEach(() => open.database.close())

describe('concurrent loads', () => {
  it('run one after the other, as one revision each', async () => {
    await loadDataset(engine, smallDataset(), inSet('first'))
    const before = await open.store.revisionAt(null)
    const results = await Promise.all([
      loadDataset(engine, smallDataset(4), inSet('first')),
      loadDataset(engine, renamed(smallDataset(3)), inSet('second')),
    ])
    expect(results.map((r) => r.revision).sort()).toEqual([before + 1, before + 2])
    expect(await open.store.countClaims({}, toRevisionNumber(before + 2))).toBe(7)
  })

  it('notice that another process loaded the same data while they waited', async () => {
    const results = await Promise.all([1, 2].map(() => loadDataset(engine, smallDataset(), inSet('first'))))
    expect(results.map((r) => r.changed).sort()).toEqual([false, true])
  })

  it('use the time limit of loads, not that of reads', async () => {
    await loadDataset(engine, smallDataset(), inSet('first'))
    const late = (): Promise<never> => Promise.reject(new DomainError('TIMEOUT', 'The question took too long.'))
    const slow: Engine = { ...engine, run: late }
    expect(await loadDataset(slow, smallDataset(4), inSet('first'))).toMatchObject({ changed: true })
    expect(await loadDataset(slow, smallDataset(4), inSet('first'))).toMatchObject({ changed: false })
    expect(await recover(slow)).toBe(false)
    expect(await findSeedSet(slow, smallDataset())).toMatchObject({ missing: [] })
    expect(await findLoaded(slow, { files: '', program: '' })).toMatchObject({ isLoaded: false })
  })

  it('leave no states when they fail', async () => {
    await loadDataset(engine, smallDataset(), inSet('first'))
    const before = await everything()
    const twice = renamed(smallDataset(2))
    const broken = { ...twice, claims: [...twice.claims, ...twice.claims] }
    await expect(loadDataset(engine, broken, inSet('second'))).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await everything()).toEqual(before)
    expect(await loadDataset(engine, twice, inSet('second'))).toMatchObject({ changed: true })
  })

  it('may be larger than one statement of the engine', async () => {
    const { claims, ...rest } = smallDataset(300)
    const long = { en: 'x'.repeat(40_000) }
    const large = { ...rest, claims: claims.map((c) => ({ ...c, item: { ...c.item, condition: long } })) }
    await loadDataset(engine, large, inSet('first'))
    expect(await open.store.countClaims({}, await open.store.revisionAt(null))).toBe(300)
  })
})

describe('load lock', () => {
  it('is lost if it is not renewed for a minute; its former owner can no longer write', async () => {
    const slow = await takeLoadLock(engine)
    await slow.write((tx) =>
      tx.run('CREATE (n:State {thing: $thing, fromRevision: 1, untilRevision: 9})', { thing: 'slow' }),
    )
    await engine.transaction((tx) => tx.run('MATCH (r:StoreState) SET r.seenAt = timestamp() - 61000'))
    const quick = await takeLoadLock(engine)
    const late = slow.write((tx) => tx.run('CREATE (n:State {thing: $thing})', { thing: 'late' }))
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await engine.run('MATCH (n:State) RETURN n.thing AS thing')).toEqual([])
    await quick.write((tx) => tx.run('CREATE (n:State {thing: $thing})', { thing: 'quick' }))
    expect(await engine.run('MATCH (n:State) RETURN n.thing AS thing')).toEqual([{ thing: 'quick' }])
  })
})

describe('load lock of a slow load', () => {
  const AGED = 'MATCH (r:StoreState) SET r.seenAt = timestamp() - 61000'
  const seenAgo = async (): Promise<number> => {
    const [row] = await engine.run('MATCH (r:StoreState) RETURN timestamp() - r.seenAt AS ago')
    return Number(row?.ago)
  }
  /** Starts as another process does, which has to respect the lock. */
  const startElsewhere = (): Promise<boolean> => recover({ ...engine, name: 'neo4j' })

  it('stays after a transaction that took longer than a minute', async () => {
    const slow = await takeLoadLock(engine)
    await slow.write((tx) => tx.run(AGED))
    expect(await startElsewhere()).toBe(false)
    await slow.write((tx) => tx.run('CREATE (n:State {thing: $thing, fromRevision: 1})', { thing: 'slow' }))
    await abortLoad(slow)
  })

  it('is renewed while the load reads and plans, and no longer once it ends', async () => {
    const slow = await takeLoadLock(engine)
    await engine.transaction((tx) => tx.run(AGED))
    await whileRenewed(slow, () => vi.waitUntil(async () => (await seenAgo()) < 60_000), 5)
    expect(await startElsewhere()).toBe(false)
    const commits = engine.commits()
    await engine.transaction((tx) => tx.run(AGED))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(engine.commits()).toBe(commits + 1)
    await abortLoad(slow)
  })
})

/** The same data set with other ids. */
function renamed(dataset: Dataset): Dataset {
  const text = JSON.stringify(dataset).replace(
    /"(x|musk|policy|messages|posts|story|denies|(?:states-)?claim-\d+|Q-\w+)"/g,
    '"b-$1"',
  )
  return JSON.parse(text)
}

async function everything(): Promise<readonly object[]> {
  const hidden = ['lock', 'requestedAt', 'seenAt']
  const nodes = await engine.run('MATCH (n) RETURN n {.*} AS n')
  const texts = nodes.map(({ n }) => JSON.stringify(n, (key, value) => (hidden.includes(key) ? undefined : value)))
  const [edges] = await engine.run('MATCH ()-[r]->() RETURN count(r) AS edges')
  return [...texts.sort().map((text) => JSON.parse(text)), edges ?? {}]
}
