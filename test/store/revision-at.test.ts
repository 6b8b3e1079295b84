import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { readRevisions } from '../../src/store/queries/store-state.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { LATE, smallDataset } from '../contracts/small-dataset.ts'
import { openEmpty } from '../graphql/seeded-store.ts'
import type { OpenStore } from '../open-store.ts'

describe('revisionAt', () => {
  let open: OpenStore
  let store: GraphStore
  const ran: string[] = []
  const load = (claims: number, now: string) =>
    open.load(smallDataset(claims), { author: 'test', set: 'test', now: new Date(now) })
  beforeAll(async () => {
    open = await openEmpty()
    await load(3, '2026-06-02T00:00:00Z')
    store = createGraphDatabase({
      ...open.engine,
      run: (text, parameters) => {
        ran.push(text)
        return open.engine.run(text, parameters)
      },
    }).visibleTo(PUBLIC_VIEWER)
  })
  afterAll(() => open.database.close())

  it('returns the published revision without reading the history', async () => {
    const before = ran.length
    const newest = await store.revisionAt(null)
    expect(ran.slice(before)).toHaveLength(1)
    expect(ran.slice(before)).not.toContain(readRevisions.text)
    expect(newest).toBe((await store.revisions()).at(-1)?.number)
  })

  it('reads the history once for each published revision', async () => {
    const late = await store.revisionAt(LATE)
    expect(await store.revisionAt('2030-01-01T00:00:00Z')).toBe(await store.revisionAt(null))
    expect(ran.filter((text) => text === readRevisions.text)).toHaveLength(1)
    await load(4, '2026-07-01T00:00:00Z')
    const now = await store.revisionAt(null)
    expect(await store.revisionAt('2026-07-01T00:00:00Z')).toBe(now)
    expect(await store.revisionAt('2026-06-30T00:00:00Z')).toBeLessThan(now)
    expect(await store.revisionAt(LATE)).toBe(late)
  })
})
