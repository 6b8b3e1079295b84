import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expandGraph } from '../../../src/domain/claim-graph.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../../src/domain/revision-number.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../../src/store/engines/embedded.ts'
import type { Engine } from '../../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../../src/store/write/load-dataset.ts'
import { recording } from '../../contracts/recording.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'

const FILTER = { status: null, predicate: null, limit: 10 }

describe('reads of neighbours', () => {
  let engine: Engine
  let store: GraphStore
  let revision: RevisionNumber
  let ran: string[] = []
  beforeAll(async () => {
    engine = await openEmbedded({ path: null, readTimeoutMs: 5000 })
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
    await loadDataset(engine, smallDataset(), { author: 'test', set: 'test', now: new Date('2026-10-01') })
  })
  beforeEach(async () => {
    store = createGraphDatabase(recording(engine, (text) => ran.push(text))).visibleTo(PUBLIC_VIEWER)
    revision = await store.revisionAt(null)
    ran = []
  })
  afterAll(() => engine.close())

  it('joins all kinds of one iteration of the event loop into one statement, each with its own result', async () => {
    const [party, claimant, category] = await Promise.all([
      store.neighbours('Party', [toSlug('x'), toSlug('musk')], FILTER, revision),
      store.neighbours('Claimant', [toSlug('musk')], FILTER, revision),
      store.neighbours('DataCategory', [toSlug('messages')], FILTER, revision),
    ])
    expect(ran).toHaveLength(1)
    expect(party.map(({ degree }) => degree)).toEqual([5, 0])
    expect(claimant).toEqual([{ degree: 1, claimIds: ['claim-0000'] }])
    expect(category[0]?.claimIds).toEqual(['claim-0000', 'claim-0002', 'claim-0004'])
  })

  it('reads by separate statements for different filters', async () => {
    const limited = { ...FILTER, limit: 2 }
    const [all, two] = await Promise.all([
      store.neighbours('Party', [toSlug('x')], FILTER, revision),
      store.neighbours('Party', [toSlug('x')], limited, revision),
    ])
    expect(ran).toHaveLength(2)
    expect([all, two].map(([found]) => found?.claimIds.length)).toEqual([5, 2])
  })

  it('rejects all reads that wait for a failing statement, and reads again afterwards', async () => {
    let fails = true
    const failing: Engine = {
      ...engine,
      run: (...given) => (fails ? Promise.reject(new Error('gone')) : engine.run(...given)),
    }
    const other = createGraphDatabase(failing).visibleTo(PUBLIC_VIEWER)
    const ask = () =>
      Promise.allSettled([
        other.neighbours('Party', [toSlug('x')], FILTER, revision),
        other.neighbours('Claimant', [toSlug('musk')], FILTER, revision),
      ])
    expect((await ask()).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fails = false
    expect((await ask()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })

  it('reads the claims of a neighbourhood, and the things that they name, by one statement', async () => {
    const roots = [{ kind: 'Entity', id: toSlug('x') }] as const
    const roles = ['SUBJECT', 'OBJECT', 'DATA', 'USE', 'CLAIMANT'] as const
    const graph = await expandGraph(store, {
      roots,
      depth: 1,
      limit: 100,
      roles,
      status: null,
      predicate: null,
      revision,
    })
    expect(graph.nodes.filter(({ kind }) => kind === 'Claim')).toHaveLength(5)
    expect(ran).toHaveLength(2)
  })
})
