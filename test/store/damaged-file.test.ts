import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { smallDataset } from '../contracts/small-dataset.ts'

const FILE = 'graph.grafeo'
const folder = mkdtempSync(join(tmpdir(), 'sanad-damaged-'))
const whole = join(folder, 'whole')
const open = (dataDir: string) =>
  openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir, readTimeoutMs: 5000 })
let size = 0
beforeAll(async () => {
  const opened = await open(whole)
  await opened.load(smallDataset(), { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') })
  await opened.store.close()
  size = readFileSync(join(whole, FILE)).byteLength
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a database that is not whole', () => {
  it.each([0, 1, 7, 64, 100, 4095, 4096, 4097, 8192, 12_288, 16_384, 0.25, 0.5, 0.75, 0.9])(
    'is called damaged, and is left as it is, when it ends after %d',
    async (end) => {
      await expectDamaged((path) => truncateSync(path, end > 0 && end < 1 ? Math.floor(size * end) : end))
    },
  )

  it.each([0, 8])('is called damaged when its first page is wrong at %d', async (start) => {
    await expectDamaged((path) => writeFileSync(path, readFileSync(path).fill(0x5a, start, start + 64)))
  })

  // Few bytes may hit the room that is left at the end of a page, which nobody reads.
  it.each([0.25, 0.5, 0.75])('is called damaged when an eighth of it is wrong after %d', async (part) => {
    await expectDamaged((path) => {
      const start = Math.floor(size * part)
      writeFileSync(path, readFileSync(path).fill(0x5a, start, start + Math.floor(size / 8)))
    })
  })

  it.each(['', 'hello', `SQLite format 3\0${'x'.repeat(8192)}`])(
    'is called so when it is another file: %j',
    async (text) => expectDamaged((path) => writeFileSync(path, text)),
  )
})

async function expectDamaged(damage: (path: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(folder, 'one-'))
  const path = join(dataDir, FILE)
  copyFileSync(join(whole, FILE), path)
  damage(path)
  const before = readFileSync(path)
  await expect(open(dataDir)).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: `The database ${path} is damaged or is none of Sanad; restore a backup, or choose another folder with --data.`,
  })
  expect(readFileSync(path).equals(before)).toBe(true)
}
