import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findDamagedTexts } from '../../src/store/damaged-texts.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { textsBeside } from '../../src/store/engines/embedded-texts.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { smallDataset } from '../contracts/small-dataset.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-beside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(folder, 'one-'))
})
const openAt = (dir: string): Promise<OpenStore> =>
  openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: dir, readTimeoutMs: 5000 })
const load = (open: OpenStore) =>
  open.load(smallDataset(), { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') })
const texts = (dir = dataDir): string => join(dir, 'graph.texts')

describe('texts beside an embedded database', () => {
  async function openEngine(): Promise<Engine> {
    const engine = await openEmbedded({ path: join(dataDir, 'graph.grafeo'), readTimeoutMs: 5000 })
    await engine.ensureSchema({ unique: [], indexes: [], text: [] })
    return engine
  }
  const write = (engine: Engine, text: string, fail = false) =>
    engine.transaction(async (tx) => {
      await tx.run('CREATE (:Kept {text: $text})', { text: engine.texts.keep(text) })
      if (fail) throw new Error('no')
    })
  const readAll = async (engine: Engine): Promise<string[]> =>
    (await engine.run('MATCH (k:Kept) RETURN k.text AS text ORDER BY text')).map(({ text }) => engine.texts.read(text))

  it('are there when their transaction is, whatever became of others', async () => {
    const engine = await openEngine()
    await write(engine, 'first')
    await expect(write(engine, 'rolled back', true)).rejects.toThrow()
    await write(engine, 'second')
    await expect(write(engine, 'rolled back at the end', true)).rejects.toThrow()
    expect(await readAll(engine)).toEqual(['first', 'second'])
    await engine.close()
    const again = await openEngine()
    expect(await readAll(again)).toEqual(['first', 'second'])
    await write(again, 'third')
    expect(await readAll(again)).toEqual(['first', 'second', 'third'])
    await again.close()
  })

  it('are counted again where a transaction could not be committed', async () => {
    const path = join(dataDir, 'graph.grafeo')
    const db = grafeo.GrafeoDB.create(path)
    const beside = textsBeside(db, path)
    await beside.attach()
    const held = beside.keep('of whichever is committed')
    const first = db.beginTransaction()
    await beside.commitWith(first)
    first.rollback()
    const second = db.beginTransaction()
    const committed = await beside.commitWith(second)
    second.commit()
    committed()
    await beside.close()
    db.close()
    const again = await openEngine()
    expect(again.texts.read(held)).toBe('of whichever is committed')
    await again.close()
  })

  it('are on disk before the transaction is committed', async () => {
    const engine = await openEngine()
    await write(engine, 'a text that is searched for in the file')
    expect(readFileSync(texts()).includes('a text that is searched for in the file')).toBe(true)
    await engine.close()
  })

  it('hold what people said, and the graph holds how it hangs together', async () => {
    const open = await openAt(dataDir)
    await load(open)
    const [row] = await open.engine.run('MATCH (w:ClaimRow) RETURN w.json AS json, w.thing AS thing LIMIT 1')
    expect(row?.json).toBeTypeOf('number')
    const [claim] = await open.engine.run(
      'MATCH (w:ClaimRow) RETURN w.statusJson AS status, w.searchFields AS fields LIMIT 1',
    )
    expect([claim?.status, claim?.fields]).toEqual([expect.any(Number), expect.any(Number)])
    const hashes = (await open.engine.run('MATCH (w:Row) RETURN w.hash AS hash')).map(({ hash }) => Number(hash))
    expect(Math.max(...hashes)).toBeGreaterThan(2 ** 40)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(JSON.parse(open.engine.texts.read(row?.json))).toMatchObject({
      id: String(row?.thing).replace('Claim:', ''),
    })
    await open.store.close()
  })

  it('give room free when a load is given up', async () => {
    const open = await openAt(dataDir)
    await load(open)
    const sizes: number[] = []
    const cut = new Error('cut off')
    for (const _ of [1, 2, 3]) {
      const failing = open.load(smallDataset(700), {
        author: 'test',
        set: 'test',
        now: new Date('2026-11-02T00:00:00Z'),
        onProgress: (done) => {
          if (done > 0) throw cut
        },
      })
      await expect(failing).rejects.toBe(cut)
      sizes.push(statSync(texts()).size)
    }
    expect(new Set(sizes).size).toBe(1)
    await open.store.close()
    // What was never of use is cut off by the first that is written after an opening.
    const again = await openAt(dataDir)
    await again.load(smallDataset(6), { author: 'test', set: 'test', now: new Date('2026-11-03T00:00:00Z') })
    expect(statSync(texts()).size).toBeLessThan(sizes[0] ?? 0)
    const revision = await again.store.revisionAt(null)
    expect((await again.store.claims(['claim-0000', 'claim-0005'], revision)).map((one) => one?.claim.id)).toEqual([
      'claim-0000',
      'claim-0005',
    ])
    await again.store.close()
  })
})

describe('a database whose texts are not its own', () => {
  it('is refused, and whole again with its own', async () => {
    const other = mkdtempSync(join(folder, 'other-'))
    for (const dir of [dataDir, other]) {
      const open = await openAt(dir)
      await load(open)
      await open.store.close()
    }
    const [own, others] = [readFileSync(texts()), readFileSync(texts(other))]
    copyFileSync(texts(other), texts())
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('belongs to another database'),
    })
    expect(readFileSync(texts()).equals(others)).toBe(true)
    rmSync(texts())
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('is not there'),
    })
    expect(readdirSync(dataDir)).toEqual(['graph.grafeo'])
    writeFileSync(texts(), own)
    const whole = await openAt(dataDir)
    expect(await findDamagedTexts(whole.engine)).toEqual([])
    expect(await whole.store.claims(['claim-0001'], 1)).toMatchObject([{ claim: { id: 'claim-0001' } }])
    await whole.store.close()
  })

  it('is not made where only the texts of one are', async () => {
    const open = await openAt(dataDir)
    await load(open)
    await open.store.close()
    rmSync(join(dataDir, 'graph.grafeo'))
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: `The file ${texts()} is there without graph.grafeo, whose texts it holds; put that back, or take both away to begin anew.`,
    })
    expect(readdirSync(dataDir)).toEqual(['graph.texts'])
  })

  it('is refused with the texts of a copy that went another way, and goes on with those of a later state of its own', async () => {
    const copy = mkdtempSync(join(folder, 'copy-'))
    const open = await openAt(dataDir)
    await load(open)
    await open.store.close()
    cpSync(dataDir, copy, { recursive: true })
    for (const [dir, claims] of [
      [dataDir, 6],
      [copy, 7],
    ] as const) {
      const later = await openAt(dir)
      await later.load(smallDataset(claims), { author: 'test', set: 'test', now: new Date('2026-11-02T00:00:00Z') })
      await later.store.close()
    }
    copyFileSync(texts(copy), texts())
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('is of another state than the database'),
    })
    const earlier = mkdtempSync(join(folder, 'earlier-'))
    const first = await openAt(earlier)
    await load(first)
    await first.store.close()
    const older = readFileSync(join(earlier, 'graph.grafeo'))
    const later = await openAt(earlier)
    await later.load(smallDataset(9), { author: 'test', set: 'test', now: new Date('2026-11-02T00:00:00Z') })
    await later.store.close()
    const [newer, all] = [readFileSync(join(earlier, 'graph.grafeo')), readFileSync(texts(earlier))]
    writeFileSync(join(earlier, 'graph.grafeo'), older)
    await (await openAt(earlier)).store.close()
    // Looking takes nothing away: the right half, put back, is whole.
    expect(readFileSync(texts(earlier)).equals(all)).toBe(true)
    writeFileSync(join(earlier, 'graph.grafeo'), newer)
    const whole = await openAt(earlier)
    const revision = await whole.store.revisionAt(null)
    expect((await whole.store.claims(['claim-0008'], revision))[0]?.claim.id).toBe('claim-0008')
    await whole.store.close()
  })
})
