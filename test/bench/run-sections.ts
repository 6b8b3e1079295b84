import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.ts'
import { type BesideFigures, measureBeside } from './measure-beside.ts'
import { type BlocksFigures, measureBlocks } from './measure-blocks.ts'
import { type ExportFigures, measureExports } from './measure-exports.ts'
import { type McpFigures, measureMcp } from './measure-mcp.ts'
import { type MemoryFigures, measureMemory } from './measure-memory.ts'
import { measurePublications, type PublicationFigures } from './measure-publications.ts'
import { measureQueries, type QueryFigures } from './measure-queries.ts'
import { measureReconciliation, type ReconciliationFigures } from './measure-reconciliation.ts'
import { measureScale, type ScaleFigures } from './measure-scale.ts'
import { loadStore, measureSeeding, type SeedingFigures } from './measure-seeding.ts'
import { measureServer, type ServerFigures } from './measure-server.ts'
import { measureStart, type StartFigures } from './measure-start.ts'
import { measureWidgets, type WidgetFigures } from './measure-widgets.ts'
import { type MeasuredServer, startMeasured } from './measured-server.ts'
import { openEngine } from './open-engine.ts'
import type { BenchOptions, EngineName } from './options.ts'
import { goldenRequests, readSevenQuestions } from './question-requests.ts'

export interface EngineFigures {
  readonly engine: EngineName
  readonly version: string
  readonly queries: readonly QueryFigures[] | null
  readonly seeding: SeedingFigures | null
  readonly start: StartFigures | null
  readonly server: ServerFigures | null
  readonly widgets: WidgetFigures | null
  readonly mcp: readonly McpFigures[] | null
  readonly memory: MemoryFigures | null
  readonly beside: readonly BesideFigures[] | null
  readonly blocks: readonly BlocksFigures[] | null
  readonly publications: PublicationFigures | null
  readonly scale: readonly ScaleFigures[] | null
  readonly exports: readonly ExportFigures[] | null
  readonly reconciliation: ReconciliationFigures | null
}

const SERVED = ['memory', 'beside', 'blocks', 'mcp'] as const
const LOADED = [...SERVED, 'publications'] as const
const QUESTIONED = [...LOADED, 'scale'] as const
const PUBLISHING_MS = 60_000

/** Runs the selected sections for one engine. Start, server and widgets are measured on the embedded engine. */
export async function runSections(
  engine: EngineName,
  story: Dataset,
  { only, sizes, quick }: BenchOptions,
  note: (text: string) => void,
): Promise<EngineFigures> {
  const has = (section: BenchOptions['only'][number]): boolean => only.includes(section)
  const warmMs = engine === 'neo4j' && !quick ? 5000 : 300
  const pace = quick ? { rounds: 3, roundMs: 100, warmMs } : { rounds: 7, roundMs: 1000, warmMs }
  const rounds = quick ? 1 : 3
  const roundMs = quick ? 300 : 2000
  const largest = sizes.at(-1) ?? 1000
  const folder = await mkdtemp(join(tmpdir(), 'sanad-bench-'))
  try {
    const bench = await openEngine(engine, null)
    await bench.close()
    const queries = has('queries') ? await measureQueries(engine, story, sizes, folder, pace, note) : null
    const seeding = has('seeding') ? await measureSeeding(engine, story, largest, folder, rounds, note) : null
    const isServed = engine === 'embedded'
    const needsStore = (isServed && has('start')) || LOADED.some(has)
    if (needsStore && !seeding) {
      note(`${engine}: loading ${largest} claims`)
      await loadStore(engine, largest, folder)
    }
    const start = isServed && has('start') ? await measureStart(largest, folder, rounds * 2 + 1, note) : null
    const server = isServed && has('server') ? await measureServer(rounds, roundMs, note) : null
    const widgets = isServed && has('widgets') ? await measureWidgets(story, pace, roundMs, note) : null
    const questions = QUESTIONED.some(has)
      ? [...goldenRequests, ...(await readSevenQuestions(story, sizes[0] ?? 1000))]
      : []
    const served = { engine, folder }
    const mcp = has('mcp') ? await overServer(served, (one) => measureMcp(one, rounds, roundMs, note)) : null
    const memory = has('memory')
      ? await overServer(served, (one) => measureMemory(one, questions, roundMs, note))
      : null
    const seven = questions.slice(goldenRequests.length)
    const beside = has('beside')
      ? await overServer(served, (one) => measureBeside(one, seven, rounds, roundMs, note))
      : null
    const blocks = has('blocks')
      ? await overServer(served, (one) => measureBlocks(one, questions, roundMs, note))
      : null
    const publications = has('publications')
      ? await measurePublications(engine, folder, seven, quick ? roundMs * 5 : PUBLISHING_MS, note)
      : null
    const scale = has('scale') ? await measureScale(engine, sizes, folder, questions, roundMs, note) : null
    const exports = isServed && has('exports') ? await measureExports(sizes, folder, rounds, note) : null
    const reconciliation = isServed && has('reconciliation') ? await measureReconciliation(quick, note) : null
    const { version } = bench
    const parts = {
      queries,
      seeding,
      start,
      server,
      widgets,
      mcp,
      memory,
      beside,
      blocks,
      publications,
      scale,
      exports,
      reconciliation,
    }
    return { engine, version, ...parts }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Served {
  readonly engine: EngineName
  readonly folder: string
}

/** Starts a server over the loaded database, of which the first start loads the story itself. */
async function overServer<T>({ engine, folder }: Served, measure: (server: MeasuredServer) => Promise<T>): Promise<T> {
  await (await startMeasured(engine, folder)).stop()
  const server = await startMeasured(engine, folder)
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}
