import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { openStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'

const FILE = 'graph.grafeo'
const folder = mkdtempSync(join(tmpdir(), 'sanad-damaged-'))
const whole = join(folder, 'whole')
const open = (dataDir: string) =>
  openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir, readTimeoutMs: 5000 })
let size = 0
beforeAll(async () => {
  const opened = await open(whole)
  await opened.load(smallDataset(), { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') })
  await opened.database.close()
  size = readFileSync(join(whole, FILE)).byteLength
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('incomplete database file', () => {
  it.each([0, 1, 7, 64, 100, 4095, 4096, 4097, 8192, 12_288, 16_384, 0.25, 0.5, 0.75, 0.9])(
    'that ends after %d is reported as damaged and left unchanged',
    async (end) => {
      await expectDamaged((path) => truncateSync(path, end > 0 && end < 1 ? Math.floor(size * end) : end))
    },
  )

  it.each([0, 8])('with a damaged first page at %d is reported as damaged', async (start) => {
    await expectDamaged((path) => writeFileSync(path, readFileSync(path).fill(0x5a, start, start + 64)))
  })

  // A smaller part might hit the unused space at the end of a page only.
  it.each([0.25, 0.5, 0.75])('with an eighth of it damaged after %d is reported as damaged', async (part) => {
    await expectDamaged((path) => {
      const start = Math.floor(size * part)
      writeFileSync(path, readFileSync(path).fill(0x5a, start, start + Math.floor(size / 8)))
    })
  })

  it.each(['', 'hello', `SQLite format 3\0${'x'.repeat(8192)}`])(
    'in another format is reported as damaged: %j',
    async (text) => expectDamaged((path) => writeFileSync(path, text)),
  )
})

describe('database with random damage', { timeout: 120_000 }, () => {
  const other = join(folder, 'other')
  let states: readonly { readonly dir: string; readonly answers: string }[] = []

  beforeAll(async () => {
    // One copy closed properly, and one taken before its log was written into the file, as after a kill.
    const opened = await open(other)
    const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }
    await opened.load(smallDataset(), options)
    await opened.load(smallDataset(4), { ...options, now: new Date('2026-11-02T00:00:00Z') })
    const killed = join(folder, 'killed')
    cpSync(other, killed, { recursive: true })
    await opened.database.close()
    states = await Promise.all(
      [whole, other, killed].map(async (dir) => {
        const copy = join(folder, `read-${basename(dir)}`)
        cpSync(dir, copy, { recursive: true })
        return { dir, answers: await readAll(copy) }
      }),
    )
    expect(filesIn(killed).length).toBeGreaterThan(filesIn(other).length)
    expect(new Set(states.map(({ answers: responses }) => responses)).size).toBe(2)
  })

  it('gives correct results or is rejected', async () => {
    const outcomes = { right: 0, refused: 0 }
    const place = fc.oneof(fc.double({ min: 0, max: 0.1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    const damage = fc.record({
      state: fc.nat({ max: 2 }),
      file: fc.nat({ max: 9 }),
      kind: fc.constantFrom('flip', 'zero', 'move', 'swap', 'truncate', 'replace'),
      from: place,
      to: place,
      length: fc.constantFrom(1, 16, 64, 512, 4096),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ state, file, kind, from, to, length }) => {
        const known = states[state]
        if (!known) throw new Error('No such state.')
        const dir = mkdtempSync(join(folder, 'random-'))
        cpSync(known.dir, dir, { recursive: true })
        const files = filesIn(dir)
        const path = files[file % files.length] ?? ''
        damageFile(path, { kind, from, to, length })
        const outcome = await readAll(dir).catch((error: unknown) => error)
        rmSync(dir, { recursive: true, force: true })
        if (typeof outcome === 'string') {
          // A complete file of an earlier copy equals a restored backup, which is valid.
          if (kind === 'replace') expect(states.map(({ answers: responses }) => responses)).toContain(outcome)
          else expect(outcome).toBe(known.answers)
          outcomes.right += 1
        } else {
          expect(outcome).toBeInstanceOf(DomainError)
          expect(outcome).toMatchObject({ code: 'STORE_DAMAGED' })
          outcomes.refused += 1
        }
      }),
      { numRuns: propertyRuns(200) },
    )
    expect(outcomes.refused).toBeGreaterThan(propertyRuns(40))
    expect(outcomes.right).toBeGreaterThan(propertyRuns(20))
  })

  function damageFile(path: string, { kind, from, to, length }: Damage): void {
    const bytes = readFileSync(path)
    const block = Math.min(length, Math.floor(bytes.length / 2))
    const [begin, target] = [from, to].map((part) => Math.floor(part * (bytes.length - block)))
    if (begin === undefined || target === undefined) return
    const moved = Buffer.from(bytes.subarray(begin, begin + block))
    if (kind === 'flip') bytes.writeUInt8((bytes[begin] ?? 0) ^ 0x10, begin)
    if (kind === 'zero') bytes.fill(0, begin, begin + block)
    if (kind === 'swap') bytes.copy(bytes, begin, target, target + block)
    if (kind === 'move' || kind === 'swap') moved.copy(bytes, target)
    writeFileSync(path, kind === 'truncate' ? bytes.subarray(0, begin) : bytes)
    if (kind === 'replace') copyFileSync(join(whole, FILE), path)
  }
})

interface Damage {
  readonly kind: string
  /** Parts of the file, 0 to 1. */
  readonly from: number
  readonly to: number
  /** In bytes. */
  readonly length: number
}

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** All claims, entities and counts of the newest revision, as JSON. */
async function readAll(dataDir: string): Promise<string> {
  const { store, database } = await open(dataDir)
  try {
    const revision = await store.revisionAt(null)
    const page = { limit: 500, backwards: false, cursor: null }
    const { items } = await store.claimPage({}, 'SLUG', page, revision)
    const entities = await store.entityPage({}, 'SLUG', page, revision)
    return JSON.stringify([revision, items, entities, await store.countByStanding(revision)])
  } finally {
    await database.close()
  }
}

async function expectDamaged(damage: (path: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(folder, 'one-'))
  const path = join(dataDir, FILE)
  copyFileSync(join(whole, FILE), path)
  damage(path)
  const before = readFileSync(path)
  await expect(open(dataDir)).rejects.toMatchObject({
    code: 'STORE_DAMAGED',
    message: `The database ${path} is damaged, or was not written by Sanad; restore a backup, or choose another folder with --data.`,
  })
  expect(readFileSync(path).equals(before)).toBe(true)
}
