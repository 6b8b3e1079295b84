import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOfProgram } from '../../src/cli/hash-of-program.ts'
import { loadSeeds } from '../../src/cli/load-seeds.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { hashSeeds } from '../../src/ingest/seed-files.ts'
import { findLoaded } from '../../src/store/write/loaded-seeds.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { GOOD, NOW } from './good-seed.ts'

const SILENT = { write: () => undefined, note: () => undefined, progress: () => undefined }

describe('loaded seeds', () => {
  let dir: string
  let open: OpenStore
  const load = () => loadSeeds(open, dir, SILENT, () => NOW)
  /** Whether a start would skip parsing of the folder. */
  async function isKnown(): Promise<boolean> {
    const files = await hashSeeds(dir)
    return files !== null && (await findLoaded(open.engine, { files, program: hashOfProgram() })).isLoaded
  }
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text)

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'sanad-known-'))
    for (const [name, text] of Object.entries(GOOD)) write(name, text)
    open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
    expect(await load()).toMatchObject({ changed: true })
  })
  afterEach(async () => {
    await open.database.close()
    rmSync(dir, { recursive: true })
  })

  it('are recognized by their bytes, with the result of a load', async () => {
    expect(await isKnown()).toBe(true)
    expect(await load()).toEqual({ changed: false, revision: 1, created: 0, ended: 0 })
    expect(await readSeeds(dir, { now: NOW })).toMatchObject({ dataset: { contentHash: await hashSeeds(dir) } })
  })

  const [first = ''] = Object.keys(GOOD)
  it.each<[string, () => void]>([
    ['a comment', () => appendFileSync(join(dir, first), '# a comment\n')],
    ['another name', () => renameSync(join(dir, first), join(dir, 'renamed.yaml'))],
    ['one file more', () => write('more.yaml', 'claims: []\n')],
  ])('are parsed again for %s, without a change of the database, and are then recognized', async (_, change) => {
    change()
    expect(await isKnown()).toBe(false)
    expect(await load()).toEqual({ changed: false, revision: 1, created: 0, ended: 0 })
    expect(await isKnown()).toBe(true)
  })

  it('are loaded again after a change, and again after its reversal', async () => {
    const more = 'entities: [{ id: y, kind: Service, names: [{ value: Y, language: en, kind: PREFERRED }] }]\n'
    write('more.yaml', more)
    expect(await load()).toMatchObject({ changed: true, created: 1, revision: 2 })
    rmSync(join(dir, 'more.yaml'))
    expect(await isKnown()).toBe(false)
    expect(await load()).toMatchObject({ changed: true, ended: 1, revision: 3 })
    write('more.yaml', more)
    expect(await load()).toMatchObject({ changed: true, created: 1, revision: 4 })
  })

  it('are rejected when they become unreadable', async () => {
    write('more.yaml', '[')
    await expect(load()).rejects.toMatchObject({ code: 'INVALID_SEED' })
    rmSync(join(dir, 'more.yaml'))
    expect(await isKnown()).toBe(true)
  })
})
