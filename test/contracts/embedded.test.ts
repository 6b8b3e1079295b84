import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import { describeEngine } from './engine-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = (path: string | null) => openEmbedded({ path, readTimeoutMs: 5_000 })

describeEngine('embedded engine', () => open(null))

test('keeps what was written, is locked while open, and tells a damaged file', async () => {
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

test('refuses a folder that cannot be written', async () => {
  await expect(open('/proc/sanad/store.grafeo')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
})

test('ends the answer of a slow statement', async () => {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 20, heavySlots: 1 })
  const slow = 'UNWIND range(1, 2000000) AS x WITH x ORDER BY x DESC RETURN count(x) AS n'
  await expect(engine.run(slow)).rejects.toMatchObject({ code: 'TIMEOUT' })
})
