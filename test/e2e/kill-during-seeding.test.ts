import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDGE_TYPES, IDENTITY_LABELS } from '../../src/store/encoding/node-labels.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { openStore } from '../open-store.ts'
import { writeStory } from './generated-story.ts'
import { exitOf, run, start } from './run-cli.ts'

const KILLS = 20
/**
 * Whether the load is killed at a moment. It is at each in CI. Otherwise one load is stopped at most moments, and its
 * files are copied then: a kill leaves the same files, and the load need not start again.
 */
const isKilledAt = (moment: number): boolean =>
  Boolean(process.env.CI) || process.platform !== 'linux' || moment % 4 === 0
const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
const before = join(folder, 'before')
const changed = join(folder, 'changed', 'story')
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Complete content of a database, and the statuses and counts that readers get. */
interface Content {
  readonly revision: number
  readonly statuses: object
  readonly kinds: object
  readonly rows: readonly object[]
  readonly identities: Readonly<Record<string, number>>
  readonly edges: Readonly<Record<string, number>>
}

describe('load that is killed', { timeout: 300_000 }, () => {
  let old: Content
  let loaded: Content
  let sizes: readonly number[]

  beforeAll(async () => {
    const first = join(folder, 'first', 'story')
    writeStory(first, { id: 'generated', claims: range(0, 60), denied: false })
    writeStory(changed, { id: 'generated', claims: range(10, 760), denied: true })
    expect((await run(['seed', first, '--data', before])).stderr).toBe('')
    old = await read(before)
    const data = copyOf('uninterrupted')
    sizes = await watchSizes(data)
    loaded = await read(data)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('differs from the old data in claims, statuses and revision', () => {
    const affirmed = { status: 'STATED', polarity: 'AFFIRMS' }
    expect(old).toMatchObject({ revision: 1, statuses: [{ ...affirmed, count: 60 }] })
    expect(loaded).toMatchObject({
      revision: 2,
      statuses: [
        { status: 'DISPUTED', polarity: null, count: 250 },
        { ...affirmed, count: 500 },
      ],
    })
    expect(sizes.length).toBeGreaterThan(KILLS)
  })

  it(`leaves either the old data or the new, wherever it is killed (${KILLS} moments)`, async () => {
    const found: string[] = []
    const sizeAt = (moment: number): number => sizes[Math.floor((moment * sizes.length) / KILLS)] ?? 0
    const dataAt = (moment: number): string => join(folder, `left-${moment}`)
    await copyWhenStopped(
      range(0, KILLS)
        .filter((moment) => !isKilledAt(moment))
        .map((moment) => ({ size: sizeAt(moment), to: dataAt(moment) })),
    )
    for (const moment of range(0, KILLS)) {
      const [data, size] = [dataAt(moment), sizeAt(moment)]
      if (isKilledAt(moment)) await killAtSize(copyOf(`left-${moment}`), size)
      const left = await countLeftovers(data)
      const content = await read(data)
      expect(content, `killed at ${size} bytes`).toEqual(content.revision === 1 ? old : loaded)
      found.push(content.revision === 2 ? 'new' : left > 0 ? 'leftovers' : 'old')
    }
    // If nearly every kill came too early or too late, the test would prove nothing.
    expect(found.filter((what) => what === 'leftovers').length, found.join()).toBeGreaterThanOrEqual(KILLS / 4)
  })

  it('completes when it is run again', async () => {
    const data = copyOf('again')
    await killAtSize(data, sizes[Math.floor(sizes.length / 2)] ?? 0)
    expect((await run(['seed', changed, '--data', data])).code).toBe(0)
    expect(await read(data)).toEqual(loaded)
  })

  function copyOf(name: string): string {
    const data = join(folder, name)
    cpSync(before, data, { recursive: true })
    return data
  }

  async function killAtSize(data: string, size: number): Promise<void> {
    const child = start(['seed', changed, '--data', data])
    let running = true
    const ended = exitOf(child).then(() => (running = false))
    while (running && bytesIn(data) < size) await sleep(1)
    child.kill('SIGKILL')
    await ended
  }

  /** Runs one load, stops it at each size, and copies its files there. */
  async function copyWhenStopped(copies: readonly { readonly size: number; readonly to: string }[]): Promise<void> {
    if (copies.length === 0) return
    const data = copyOf('stopped')
    const child = start(['seed', changed, '--data', data])
    let running = true
    const ended = exitOf(child).then(() => (running = false))
    for (const { size, to } of copies) {
      while (running && bytesIn(data) < size) await sleep(1)
      child.kill('SIGSTOP')
      while (running && !isStopped(Number(child.pid))) await sleep(1)
      cpSync(data, to, { recursive: true })
      child.kill('SIGCONT')
    }
    await ended
  }

  /** Runs a load to its end. @returns sizes of the folder while the load wrote */
  async function watchSizes(data: string): Promise<readonly number[]> {
    const child = start(['seed', changed, '--data', data])
    let running = true
    const ended = exitOf(child).then((code) => {
      running = false
      return code
    })
    const seen: number[] = []
    while (running) {
      const size = bytesIn(data)
      if (size > (seen.at(-1) ?? 0)) seen.push(size)
      await sleep(1)
    }
    expect(await ended).toBe(0)
    return seen
  }
})

/** Whether all threads of a process are stopped, by the proc file system of Linux; false where one ends meanwhile. */
function isStopped(pid: number): boolean {
  const tasks = `/proc/${pid}/task`
  const states = namesIn(tasks).map((task) => stateOf(join(tasks, task, 'stat')))
  return states.length > 0 && states.every((state) => state === 'T')
}

/** Returns the letter after the name of the thread, which is in brackets. */
function stateOf(file: string): string | undefined {
  try {
    return /\) (\w) /.exec(readFileSync(file, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** @returns size of all files below `path`; the engine may remove any of them meanwhile */
function bytesIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return namesIn(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Number of states of the unpublished revision, counted before any recovery. */
async function countLeftovers(data: string): Promise<number> {
  const engine = await openEmbedded({ path: join(data, 'graph.grafeo'), readTimeoutMs: 10_000 })
  const [row] = await engine.run(
    'MATCH (r:StoreState) MATCH (w:State) WHERE w.fromRevision > r.published OR (w.untilRevision > r.published AND w.untilRevision < 9007199254740991) RETURN count(*) AS n',
  )
  await engine.close()
  return Number(row?.n)
}

async function read(data: string): Promise<Content> {
  const { store, database, engine } = await openStore({
    neo4jUri: '',
    neo4jUser: '',
    neo4jPassword: '',
    dataDir: data,
    readTimeoutMs: 10_000,
  })
  const revision = await store.revisionAt(null)
  const content = {
    revision,
    statuses: (await store.countByStanding(revision)).filter(({ count }) => count > 0),
    kinds: await store.countByKind(revision),
    rows: await readRows(engine),
    identities: await countEach(engine, IDENTITY_LABELS, (label) => `MATCH (n:${label}) RETURN count(*) AS n`),
    edges: await countEach(
      engine,
      [...EDGE_TYPES, 'HAS_STATE'],
      (type) => `MATCH ()-[r:${type}]->() RETURN count(r) AS n`,
    ),
  }
  await database.close()
  return content
}

async function readRows(engine: Engine): Promise<readonly object[]> {
  return engine.run(
    'MATCH (w:State) RETURN w.thing AS thing, w.hash AS hash, w.fromRevision AS first, w.untilRevision AS until, w.json AS json, w.statusJson AS statusJson, w.searchFields AS searchFields ORDER BY thing, first',
  )
}

async function countEach(
  engine: Engine,
  names: readonly string[],
  toText: (name: string) => string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = Number((await engine.run(toText(name)))[0]?.n)
  return counts
}
