import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { openEngine } from '../open-engine.ts'
import type { EngineName } from '../options.ts'
import { ROOT } from '../read-story.ts'
import { runWorker } from '../run-worker.ts'
import type { Neo4jServer, Places, SanadPlaces } from './contenders.ts'
import type { FillResult } from './fill-worker.ts'
import { loadNaturalGraph } from './load-natural-graph.ts'
import { type NaturalData, readNaturalData, readSearchTexts } from './natural-data.ts'

/** Milliseconds of one load into an empty database. */
export interface LoadFigures {
  readonly claims: number
  readonly database: 'embedded' | 'neo4j' | 'natural graph'
  readonly isBefore: boolean
  readonly ms: number
}

export interface Prepared {
  readonly places: Places
  readonly data: NaturalData
  readonly loads: readonly LoadFigures[]
}

export interface PrepareOptions {
  readonly claims: number
  readonly folder: string
  /** Folder of `installPeers`. */
  readonly packages: string
  readonly neo4j: Neo4jServer | null
  /** Another checkout, and its own Neo4j server. */
  readonly before: { readonly root: string; readonly neo4j: Neo4jServer | null } | null
  readonly note: (text: string) => void
}

/** Fills the embedded databases, and, where they are given, the Neo4j servers with Sanad's nodes and the natural graph. */
export async function preparePlaces(options: PrepareOptions): Promise<Prepared> {
  const { claims, folder, packages, neo4j, before, note } = options
  const home = join(folder, String(claims))
  const loads: LoadFigures[] = []
  const fill = async (root: string, server: Neo4jServer | null, isBefore: boolean): Promise<SanadPlaces> => {
    const embedded = join(home, isBefore ? 'before' : 'data')
    mkdirSync(embedded, { recursive: true })
    for (const engine of ['embedded', ...(server ? (['neo4j'] as const) : [])] as const) {
      note(`loading ${claims} claims into ${engine}${isBefore ? ' of the other checkout' : ''}`)
      loads.push({ database: engine, isBefore, ...(await runFill(root, engine, claims, embedded, server)) })
    }
    return { root, embedded, neo4j: server }
  }
  const now = await fill(ROOT, neo4j, false)
  const earlier = before && (await fill(before.root, before.neo4j, true))
  note('reading them as a natural graph')
  const data = await readData(now.embedded)
  const natural = join(home, 'natural.json')
  writeFileSync(natural, JSON.stringify(data))
  if (neo4j) {
    note('loading them into Neo4j as a natural graph')
    const started = performance.now()
    await loadNaturalGraph(neo4j, data)
    const ms = performance.now() - started
    loads.push({ claims: data.claims.length, database: 'natural graph', isBefore: false, ms })
  }
  return { places: { now, before: earlier, natural, packages }, data, loads }
}

async function runFill(
  root: string,
  engine: EngineName,
  claims: number,
  folder: string,
  server: Neo4jServer | null,
): Promise<FillResult> {
  const access = server ? { NEO4J_URI: server.uri, NEO4J_USER: server.user, NEO4J_PASSWORD: server.password } : {}
  const written = await runWorker('peers/fill-worker.ts', [root, engine, String(claims), folder], { root, access })
  return JSON.parse(written)
}

async function readData(folder: string): Promise<NaturalData> {
  const bench = await openEngine('embedded', join(folder, 'graph.grafeo'))
  try {
    const store = createGraphDatabase(bench.engine).visibleTo(PUBLIC_VIEWER)
    return await readNaturalData(store, await readSearchTexts(bench.engine))
  } finally {
    await bench.close()
  }
}
