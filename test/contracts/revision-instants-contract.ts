import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { GraphDatabase } from '../../src/domain/graph-database.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { assertion, smallDataset } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00.500Z')
const AN_HOUR_BEFORE = new Date('2026-10-31T23:00:00.500Z')
const LOAD = { author: 'test', set: 'test', now: NOW }

/** The instant of a revision finds that revision; `open` gives an empty engine. */
export function describeRevisionInstants(name: string, open: () => Promise<Engine>): void {
  describe(`instants of revisions on ${name}`, () => {
    let engine: Engine
    let database: GraphDatabase
    let writer: StoreWriter
    beforeEach(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      const opened = toOpenStore(engine)
      database = opened.database
      writer = opened.writer
    })
    afterEach(() => engine.close())

    const put = (id: string, visibility?: 'DRAFT'): Changes => ({
      put: { assertions: [{ item: assertion(id, 'claim-0001', {}), ...(visibility ? { visibility } : {}) }] },
    })
    const append = (changes: Changes, expectedRevision: RevisionNumber, now: Date) =>
      writer.append(changes, { author: 'test', reason: 'a test', now, expectedRevision })

    async function expectFoundByInstant(): Promise<readonly string[]> {
      const store = database.visibleTo(PUBLIC_VIEWER)
      const revisions = await store.revisions()
      for (const { number, recordedAt } of revisions) expect(await store.revisionAt(recordedAt)).toBe(number)
      return revisions.map(({ recordedAt }) => recordedAt)
    }

    it('increase with each append, in one millisecond, after a draft and on a clock that was set back', async () => {
      let revision = toRevisionNumber((await loadDataset(engine, writableDataset(), LOAD)).revision)
      revision = await append(put('one'), revision, NOW)
      revision = await append(put('two'), revision, NOW)
      revision = await append(put('three', 'DRAFT'), revision, NOW)
      revision = await append(put('four'), revision, AN_HOUR_BEFORE)
      revision = await append(put('five'), revision, new Date('2026-11-01T00:00:01Z'))
      expect((await expectFoundByInstant()).slice(-4)).toEqual([
        '2026-11-01T00:00:00.500Z',
        '2026-11-01T00:00:00.501Z',
        '2026-11-01T00:00:00.503Z',
        '2026-11-01T00:00:01.000Z',
      ])
    })

    it('increase with each load of seeds', async () => {
      await loadDataset(engine, smallDataset(3), LOAD)
      await loadDataset(engine, smallDataset(4), LOAD)
      await loadDataset(engine, smallDataset(5), { ...LOAD, now: AN_HOUR_BEFORE })
      const instants = await expectFoundByInstant()
      expect(instants.slice(-2)).toEqual(['2026-11-01T00:00:00.500Z', '2026-11-01T00:00:00.501Z'])
    })
  })
}
