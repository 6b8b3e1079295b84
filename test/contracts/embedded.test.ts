import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine, StoreSchema } from '../../src/store/engines/engine.ts'
import { NOTHING_FOUND } from '../../src/store/engines/found-states.ts'
import { describeEngine, INDEX } from './engine-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = (path: string | null) => openEmbedded({ path, readTimeoutMs: 5_000 })

describeEngine('embedded engine', () => open(null))

test('embedded engine persists writes, is locked while open, and reports a damaged file', async () => {
  const path = join(folder, 'kept.grafeo')
  const first = await open(path)
  await first.transaction((tx) => tx.run("CREATE (n:ContractThing {id: 'kept'})"))
  await first.flush()
  await expect(open(path)).rejects.toMatchObject({ code: 'STORE_LOCKED' })
  await first.close()

  const second = await open(path)
  expect(await second.run('MATCH (n:ContractThing) RETURN n.id AS id')).toEqual([{ id: 'kept' }])
  await second.close()
  await expect(second.run('RETURN 1 AS one')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })

  writeFileSync(path, readFileSync(path).fill(0x5a, 0, 512))
  await expect(open(path)).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
})

test('embedded engine rejects a folder without write permission', async () => {
  await expect(open('/proc/sanad/store.grafeo')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
})

test('embedded engine aborts a slow statement', async () => {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 20, heavySlots: 1 })
  const slow = 'UNWIND range(1, 2000000) AS x WITH x ORDER BY x DESC RETURN count(x) AS n'
  await expect(engine.run(slow)).rejects.toMatchObject({ code: 'TIMEOUT' })
})

test('embedded engine gives reads of a load the time limit of a load', async () => {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 1, importTimeoutMs: 30_000 })
  const slow = 'UNWIND range(1, 200000) AS x WITH x ORDER BY x DESC RETURN count(x) AS n'
  await expect(engine.run(slow)).rejects.toMatchObject({ code: 'TIMEOUT' })
  expect(await engine.forLoads.run(slow)).toEqual([{ n: 200_000 }])
  await engine.close()
})

test('embedded engine builds indexes at the first search, and once per opening', async () => {
  const path = join(folder, 'deferred.grafeo')
  const schema: StoreSchema = {
    unique: [{ label: 'ContractThing', properties: ['id'] }],
    indexes: [{ label: 'ContractThing', property: 'kind', only: 'loads' }],
    text: [INDEX],
  }
  const indexes = async (engine: Engine): Promise<unknown[]> =>
    (await engine.forLoads.run('SHOW INDEXES')).map((row) => row['name']).toSorted()
  const find = async (engine: Engine, word: string, revision: number) =>
    (
      await engine.searchText(INDEX, [word], { revision, keys: null, limit: 500, drafts: false, language: null })
    ).groups.flatMap(({ things }) => things)
  const create = (engine: Engine, id: string, revision: number) =>
    engine.transaction((tx) =>
      tx.run('CREATE (n:ContractThing {id: $id, thing: $id, folded: $id, fromRevision: $revision, untilRevision: 9})', {
        id,
        revision,
      }),
    )

  for (const [word, revision] of [
    ['first', 1],
    ['second', 3],
    ['third', 5],
  ] as const) {
    const engine = await open(path)
    await engine.ensureSchema(schema)
    expect(await indexes(engine), word).toEqual([])
    // Nodes written before and during the building of the index are found.
    const written = Promise.all([0, 1, 2].map((n) => create(engine, `${word}-${n}`, revision)))
    const searched = find(engine, `${word}-0`, revision)
    await create(engine, `${word}-late`, revision + 1)
    await written
    await engine.prepareLoads()
    expect(await searched).toEqual([`${word}-0`])
    expect(await find(engine, `${word}-late`, revision + 1)).toEqual([`${word}-late`])
    expect(await find(engine, 'first-0', revision)).toEqual(['first-0'])
    expect(await indexes(engine)).toEqual(['index_ContractThing_id', 'index_ContractThing_kind'])
    await engine.close()
  }
})

test('embedded engine closes after the preparation in progress has read its words', async () => {
  const engine = await open(join(folder, 'closing.grafeo'))
  await engine.ensureSchema({ unique: [], indexes: [], text: [INDEX] })
  await engine.transaction((tx) =>
    tx.run(
      "UNWIND range(1, 20000) AS x CREATE (:ContractThing {fromRevision: 1, untilRevision: 9, folded: 'word' + toString(x)})",
    ),
  )
  const preparing = [engine.prepareReads(1), engine.prepareReads(1)]
  const closing = engine.close()
  const late = engine.prepareReads(1)
  await expect(late).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  await expect(Promise.all(preparing)).resolves.toEqual([undefined, undefined])
  await closing
})

test('embedded engine is healthy during a write, before the first read', async () => {
  const engine = await open(null)
  await engine.ensureSchema({ unique: [{ label: 'ContractThing', properties: ['id'] }], indexes: [], text: [] })
  let isWritten = false
  const slow = engine.transaction(async () => {
    await sleep(200)
    isWritten = true
  })
  await engine.checkHealth()
  expect(isWritten).toBe(false)
  expect(await engine.run('RETURN 1 AS one')).toEqual([{ one: 1 }])
  expect(isWritten).toBe(true)
  await slow
  await engine.close()
})

test('embedded engine rejects a search within its time limit while the index is built', async () => {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 500 })
  await engine.ensureSchema({ unique: [], indexes: [], text: [INDEX] })
  let endTransaction = (): void => {}
  const slow = engine.transaction(() => new Promise<void>((resolve) => (endTransaction = resolve)))
  await expect(
    engine.searchText(INDEX, ['x'], { revision: 1, keys: null, limit: 1, drafts: false, language: null }),
  ).rejects.toMatchObject({
    code: 'BUSY',
  })
  endTransaction()
  await slow
  await engine.prepareReads(1)
  expect(
    await engine.searchText(INDEX, ['x'], { revision: 1, keys: null, limit: 1, drafts: false, language: null }),
  ).toEqual(NOTHING_FOUND)
  await engine.close()
})
