import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { verifyDump } from '../../src/dump/read-dump.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { editDatabase } from '../contracts/edited-database.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { contentOf, dumpOf, importDump, openReady } from './dump-database.ts'
import { openDump, sealDump } from './seal-dump.ts'

const LOAD = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }
const NO_DIFFERENCES = { standings: 0, states: 0, examples: [] }

describe('import of a dump', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-replay-'))
  const path = join(folder, 'dump.jsonl.gz')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const openEmpty = (): Promise<Engine> => openReady(() => openEmbedded({ path: null, readTimeoutMs: 5000 }))
  async function filled(fill: (engine: Engine) => Promise<unknown>) {
    const engine = await openEmpty()
    await fill(engine)
    const [content, text] = [await contentOf(engine), await dumpOf(engine, true)]
    await engine.close()
    return { content, text }
  }

  it('derives the states of a second load apart from those of the first, even if neither revision lists its changed things', async () => {
    const first = smallDataset()
    const worded = first.claims.map(({ item, recordedAt }) => {
      const wording = { en: { affirmed: `X collects ${item.id}`, negated: `X does not collect ${item.id}` } }
      return { item: { ...item, wording }, recordedAt }
    })
    // A change of more than 2,000 things has no list of them, as a first load has none.
    const withoutKeys = (engine: Engine): Promise<unknown> =>
      engine.transaction((tx) => tx.run('MATCH (n:Revision) REMOVE n.changed, n.touched'))
    const { content, text } = await filled(async (engine) => {
      await loadDataset(engine, first, LOAD)
      await loadDataset(engine, { ...first, claims: worded, contentHash: 'worded' }, LOAD)
      await withoutKeys(engine)
    })
    expect(openDump(text).head).toMatchObject({ firstLoad: 2, revisions: 3 })
    const target = await openEmpty()
    expect(await importDump(target, text, path)).toMatchObject({ differences: NO_DIFFERENCES })
    await withoutKeys(target)
    expect(await contentOf(target)).toEqual(content)
    await target.close()
  })

  it('gives an empty database for a dump of an empty database', async () => {
    const { content, text } = await filled(async () => undefined)
    const target = await openEmpty()
    expect(await importDump(target, text, path)).toMatchObject({ revision: 0, states: 0 })
    expect(await contentOf(target)).toEqual(content)
    expect(await loadDataset(target, smallDataset(), LOAD)).toMatchObject({ changed: true })
    await target.close()
  })

  it('is refused by a database that has a revision, which stays unchanged', async () => {
    const { content, text } = await filled(editDatabase)
    const target = await openEmpty()
    await editDatabase(target)
    await expect(importDump(target, text, path)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('The database is not empty'),
    })
    expect(await contentOf(target)).toEqual(content)
    await target.close()
  })

  it('leaves an empty database if an object refers to a missing one, or if the file changes during the import', async () => {
    const { head, entries } = openDump((await filled(editDatabase)).text)
    const write = (lines: readonly string[]): Promise<void> => writeFile(path, gzipSync(sealDump(head, lines)))
    const target = await openEmpty()
    const empty = await contentOf(target)
    const { replayHistory } = toOpenStore(target)

    const without = (beginning: string) => entries.filter((line) => !line.includes(beginning))
    for (const gone of ['"item":{"id":"wire"', '"item":{"id":"rich-use"', '"item":{"id":"on-draft"']) {
      expect(without(gone).length).toBeLessThan(entries.length)
      await write(without(gone))
      const { history, firstThings } = await verifyDump(path)
      await expect(replayHistory(history, { firstThings })).rejects.toMatchObject({ code: 'BAD_INPUT' })
      expect(await contentOf(target)).toEqual(empty)
    }

    await write(entries)
    const { history, firstThings } = await verifyDump(path)
    await write(entries.map((line) => line.replace('Our mistake', 'Your mistake')))
    await expect(replayHistory(history, { firstThings })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('changed while it was read'),
    })
    expect(await contentOf(target)).toEqual(empty)
    await write(entries)
    expect(await replayHistory(history, { firstThings })).toMatchObject({ differences: NO_DIFFERENCES })
    await target.close()
  })

  it('derives statuses again, and reports those that the dump gives differently', async () => {
    const { head, entries } = openDump((await filled(editDatabase)).text)
    const forged = entries.map((line) =>
      line.includes('"item":{"id":"claim-0002"')
        ? line.replace(/"status":"\w+"/, '"status":"CONFIRMED"').replace(/"hash":\d+/, '"hash":1')
        : line,
    )
    const target = await openEmpty()
    const { store } = toOpenStore(target)
    const { differences } = await importDump(target, sealDump(head, forged), path)
    expect(differences.examples[0]).toMatchObject({ claim: 'claim-0002', given: 'CONFIRMED', derived: 'UNKNOWN' })
    expect(differences.standings).toBe(differences.examples.length)
    const revision = await store.revisionAt(null)
    const [details] = await store.claims([toSlug('claim-0002')], revision)
    expect(details?.status.status).not.toBe('CONFIRMED')
    await target.close()
  })
})
