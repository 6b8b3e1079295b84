import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.ts'
import { measureQueries, type QueryFigures } from './measure-queries.ts'
import { loadStore, measureSeeding, type SeedingFigures } from './measure-seeding.ts'
import { measureServer, type ServerFigures } from './measure-server.ts'
import { measureStart, type StartFigures } from './measure-start.ts'
import { measureWidgets, type WidgetFigures } from './measure-widgets.ts'
import { openEngine } from './open-engine.ts'
import type { BenchOptions, EngineName } from './options.ts'

export interface EngineFigures {
  readonly engine: EngineName
  readonly version: string
  readonly queries: readonly QueryFigures[] | null
  readonly seeding: SeedingFigures | null
  readonly start: StartFigures | null
  readonly server: readonly ServerFigures[] | null
  readonly widgets: WidgetFigures | null
}

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
  const largest = sizes.at(-1) ?? 1000
  const folder = await mkdtemp(join(tmpdir(), 'sanad-bench-'))
  try {
    const bench = await openEngine(engine, null)
    await bench.close()
    const queries = has('queries') ? await measureQueries(engine, story, sizes, folder, pace, note) : null
    const seeding = has('seeding') ? await measureSeeding(engine, largest, folder, rounds, note) : null
    const isServed = engine === 'embedded'
    if (isServed && has('start') && !seeding) await loadStore(engine, largest, folder)
    const start = isServed && has('start') ? await measureStart(largest, folder, rounds * 2 + 1, note) : null
    const server = isServed && has('server') ? await measureServer(rounds, quick ? 300 : 2000, note) : null
    const widgets = isServed && has('widgets') ? await measureWidgets(story, pace, quick ? 300 : 2000, note) : null
    return { engine, version: bench.version, queries, seeding, start, server, widgets }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
