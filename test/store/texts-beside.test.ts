import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
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
    const beside = textsBeside(db, texts())
    await beside.attach()
    const held = beside.keep('of whichever is committed')
    const first = db.beginTransaction()
    await beside.commitWith(first)
    first.rollback()
    const second = db.beginTransaction()
    const committed = await beside.commitWith(second)
    second.commit()
    committed()
    beside.close()
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
    expect(JSON.parse(open.engine.texts.read(row?.json))).toMatchObject({
      id: String(row?.thing).replace('Claim:', ''),
    })
    await open.store.close()
  })

  it('give room free when a load is given up', async () => {
    const open = await openAt(dataDir)
    await load(open)
    const before = statSync(texts()).size
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
    }
    await open.store.close()
    await (await openAt(dataDir)).store.close()
    expect(statSync(texts()).size).toBe(before)
  })
})

describe('a database whose texts are not its own', () => {
  it('is refused, and both files are left as they are', async () => {
    const other = mkdtempSync(join(folder, 'other-'))
    for (const dir of [dataDir, other]) {
      const open = await openAt(dir)
      await load(open)
      await open.store.close()
    }
    copyFileSync(texts(other), texts())
    const before = readFileSync(texts())
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('belongs to another database'),
    })
    expect(readFileSync(texts()).equals(before)).toBe(true)
    rmSync(texts())
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('is not there'),
    })
  })

  it('is not made in a folder where somebody left theirs', async () => {
    const open = await openAt(dataDir)
    await load(open)
    await open.store.close()
    rmSync(join(dataDir, 'graph.grafeo'))
    await expect(openAt(dataDir)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('belongs to another database'),
    })
  })
})
