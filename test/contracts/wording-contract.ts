import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import type { Wording } from '../../src/domain/wording.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { becomeDatabase } from './become-database.ts'
import { assertion } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const EN = { affirmed: 'X collects it', negated: 'X does not collect it' }
const ID = { affirmed: 'X mengumpulkannya', negated: 'X tidak mengumpulkannya' }

/** Contract of wordings, reporting verbs and short titles. The engine must be empty. */
export function describeWording(name: string, open: () => Promise<Engine>): void {
  describe(`editor's words on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let writer: StoreWriter
    let loaded: RevisionNumber
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      loaded = toRevisionNumber((await loadDataset(engine, writableDataset(), LOAD)).revision)
      const opened = toOpenStore(engine)
      store = opened.store
      writer = opened.writer
    })
    afterAll(() => engine.close())
    const append = async (put: NonNullable<Changes['put']>): Promise<RevisionNumber> =>
      writer.append(
        { put },
        { author: 'test', reason: 'a test', now: NOW, expectedRevision: await store.revisionAt(null) },
      )
    const worded = (wording: Readonly<Record<string, Wording>>, id = 'worded') => {
      const [first] = writableDataset().claims
      return { item: { ...(first?.item ?? expect.fail()), id: toSlug(id), condition: { en: id }, wording } }
    }

    it('are stored and read, in Indonesian too, and the claim stays the same when they change', async () => {
      const shortTitle = { en: 'the report', id: 'laporan itu' }
      const report = writableDataset().sources.find(({ item }) => item.id === 'report')?.item ?? expect.fail()
      const revision = await append({
        claims: [worded({ en: EN, id: ID })],
        sources: [{ item: { ...report, title: { id: 'Laporan' }, shortTitle } }],
        assertions: [{ item: assertion('stressed', 'worded', { verb: 'STRESSES' }) }],
      })
      const [claim] = await store.claims([toSlug('worded')], revision)
      expect(claim?.claim.wording).toEqual({ en: EN, id: ID })
      expect(claim?.assertions.map(({ verb }) => verb)).toEqual(['STRESSES'])
      expect(await store.sources([toSlug('report')], revision)).toEqual([expect.objectContaining({ shortTitle })])
      expect(await store.sources([toSlug('report')], loaded)).toEqual([expect.not.objectContaining({ shortTitle })])

      const later = await append({ claims: [worded({ en: EN })] })
      expect((await store.claims([toSlug('worded')], later))[0]?.claim.wording).toEqual({ en: EN })
      expect((await store.claims([toSlug('worded')], revision))[0]?.claim.wording).toEqual({ en: EN, id: ID })
    })

    it.each([
      [
        'a verb of another stance',
        { assertions: [{ item: assertion('a', 'claim-0001', { verb: 'THINKS' }) }] },
        {
          object: { kind: 'Assertion', id: 'a' },
          path: ['verb'],
          message: /^THINKS is no verb of STATES: write one of SAYS, /,
        },
      ],
      [
        'a wording with a stance',
        { claims: [worded({ id: { ...ID, affirmed: 'X membantahnya' } }, 'judged')] },
        {
          object: { kind: 'Claim', id: 'judged' },
          path: ['wording', 'id', 'affirmed'],
          message: /^has the word membantahnya of a stance/,
        },
      ],
    ] as const)('are refused with %s, by place and remedy', async (_, put, { object, path, message }) => {
      const before = await store.revisionAt(null)
      await expect(append(put)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        problems: [{ object, path, message: expect.stringMatching(message) }],
      })
      expect(await store.revisionAt(null)).toBe(before)
    })
  })
}
