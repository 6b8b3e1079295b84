/**
 * One load in a separate process, so that its memory can be measured: `load`, `record` or `replay` (see
 * measure-seeding.ts).
 */

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { Engine, Parameters } from '../../src/store/engines/engine.ts'
import { findSeedSet } from '../../src/store/write/seed-set.ts'
import { openStore } from '../open-store.ts'
import { emptyNeo4j } from './empty-neo4j.ts'
import { fillStore, prepareStore } from './fill-store.ts'
import { multiplyBeside } from './multiply-story.ts'
import { openEngine } from './open-engine.ts'
import type { EngineName } from './options.ts'
import { NOW, readStory } from './read-story.ts'
import { readMemory, resetPeak } from './resident-memory.ts'

export interface SeedingResult {
  readonly claims: number
  /** States, assertions and relations written, without identity nodes. */
  readonly rows: number
  readonly ms: number
  /** Resident bytes: before the load with its data in memory, at the peak, and at the end. */
  readonly beforeBytes: number
  readonly peakBytes: number
  readonly afterBytes: number
}

interface Write {
  readonly text: string
  readonly parameters: Parameters
}

const [mode, engineName, size = '', place = ''] = process.argv.slice(2)
const name: EngineName = engineName === 'neo4j' ? 'neo4j' : 'embedded'
if (mode === 'load') print(await load(Number(size), place))
else if (mode === 'record') await record(Number(size), place)
else print(await replayFile(place))

/** Loads as `sanad seed` does, from a data set in memory. `dir` is the folder of the database. */
async function load(claimCount: number, dir: string): Promise<SeedingResult> {
  const story = await readStory()
  const dataset = multiplyBeside(story, claimCount)
  if (name === 'neo4j') await preparedNeo4j()
  const { NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '', NEO4J_URI = '' } = process.env
  const open = await openStore({
    neo4jUri: name === 'neo4j' ? NEO4J_URI : '',
    neo4jUser: NEO4J_USER,
    neo4jPassword: NEO4J_PASSWORD,
    dataDir: dir,
    readTimeoutMs: 60_000,
  })
  const beforeBytes = readMemory().nowBytes
  resetPeak()
  let rows = 0
  const ms = await timeMs(async () => {
    rows = (await fillStore(open.engine, dataset)).created
  })
  const { nowBytes, peakBytes } = readMemory()
  // The story itself is loaded as `sanad serve` does, so that a start over this store finds its seeds unchanged.
  if (name === 'embedded')
    await open.load(story, { ...(await findSeedSet(open.engine, story)), author: 'bench', now: NOW })
  await open.database.close()
  return { claims: dataset.claims.length, rows, ms, beforeBytes, peakBytes, afterBytes: nowBytes }
}

async function preparedNeo4j(): Promise<void> {
  const { engine, close } = await openEngine('neo4j', null)
  await emptyNeo4j(engine)
  await prepareStore(engine)
  await close()
}

/** Writes every transaction of a load to a file, one per line. */
async function record(claimCount: number, file: string): Promise<void> {
  const { engine, close } = await openEngine('embedded', null)
  await prepareStore(engine)
  const out = createWriteStream(file)
  const recording: Engine = {
    ...engine,
    transaction: async (work) => {
      const writes: Write[] = []
      const result = await engine.transaction((tx) =>
        work({
          run(text, parameters = {}) {
            writes.push({ text, parameters })
            return tx.run(text, parameters)
          },
        }),
      )
      if (!out.write(`${JSON.stringify(writes)}\n`)) await once(out, 'drain')
      return result
    },
  }
  const { created } = await fillStore(recording, multiplyBeside(await readStory(), claimCount))
  out.end(`${JSON.stringify({ rows: created, claims: claimCount })}\n`)
  await finished(out)
  await close()
}

/**
 * Runs the same transactions bare, read line by line, so that only the engine's time counts and only the database
 * grows.
 */
async function replayFile(file: string): Promise<SeedingResult> {
  const bench = await openEngine(name, name === 'embedded' ? `${file}.database` : null)
  if (name === 'neo4j') await emptyNeo4j(bench.engine)
  await prepareStore(bench.engine)
  const beforeBytes = readMemory().nowBytes
  resetPeak()
  let ms = 0
  let end = { rows: 0, claims: 0 }
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const parsed: Write[] | typeof end = JSON.parse(line)
    if (!Array.isArray(parsed)) end = parsed
    else ms += await timeMs(() => bench.bare.write(parsed))
  }
  ms += await timeMs(() => bench.engine.flush())
  const { nowBytes, peakBytes } = readMemory()
  await bench.close()
  return { ...end, ms, beforeBytes, peakBytes, afterBytes: nowBytes }
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function print(result: SeedingResult): void {
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
