import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDGE_TYPES, IDENTITY_LABELS } from '../../src/store/encoding/node-labels.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { openStore } from '../open-store.ts'
import { writeStory } from './generated-story.ts'
import { copyWhenStopped, isKilledAt, killAtSize, type Writing, watchSizes } from './interrupted-command.ts'
import { run } from './run-cli.ts'

/** Number of killed loads. KILLED_LOADS=100 kills more. */
const KILLS = Number(process.env.KILLED_LOADS ?? 20)
/** Fewest sizes of the file that a load is seen to have, so that kills are at different moments. */
const MIN_SIZES = 20
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

describe('load that is killed', { timeout: KILLS * 15_000 }, () => {
  let old: Content
  let loaded: Content
  let sizes: readonly number[]

  beforeAll(async () => {
    const first = join(folder, 'first', 'story')
    writeStory(first, { id: 'generated', claims: range(0, 60), denied: false })
    writeStory(changed, { id: 'generated', claims: range(10, 760), denied: true })
    expect((await run(['seed', first, '--data', before])).stderr).toBe('')
    old = await read(before)
    const load = loadInto('uninterrupted')
    sizes = await watchSizes(load)
    loaded = await read(load.data)
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
    expect(sizes.length).toBeGreaterThan(MIN_SIZES)
  })

  it(`leaves either the old data or the new, wherever it is killed (${KILLS} moments)`, async () => {
    const found: string[] = []
    const sizeAt = (moment: number): number => sizes[Math.floor((moment * sizes.length) / KILLS)] ?? 0
    const dataAt = (moment: number): string => join(folder, `left-${moment}`)
    await copyWhenStopped(
      loadInto('stopped'),
      range(0, KILLS)
        .filter((moment) => !isKilledAt(moment))
        .map((moment) => ({ size: sizeAt(moment), to: dataAt(moment) })),
    )
    for (const moment of range(0, KILLS)) {
      const [data, size] = [dataAt(moment), sizeAt(moment)]
      if (isKilledAt(moment)) await killAtSize(loadInto(`left-${moment}`), size)
      const left = await countLeftovers(data)
      const content = await read(data)
      expect(content, `killed at ${size} bytes`).toEqual(content.revision === 1 ? old : loaded)
      found.push(content.revision === 2 ? 'new' : left > 0 ? 'leftovers' : 'old')
    }
    // If nearly every kill came too early or too late, the test would prove nothing.
    expect(found.filter((what) => what === 'leftovers').length, found.join()).toBeGreaterThanOrEqual(KILLS / 4)
  })

  it('completes when it is run again', async () => {
    const load = loadInto('again')
    await killAtSize(load, sizes[Math.floor(sizes.length / 2)] ?? 0)
    expect((await run(load.args)).code).toBe(0)
    expect(await read(load.data)).toEqual(loaded)
  })

  /** Returns the load of the changed story into a copy of the database. */
  function loadInto(name: string): Writing {
    const data = join(folder, name)
    cpSync(before, data, { recursive: true })
    return { args: ['seed', changed, '--data', data], data }
  }
})

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
