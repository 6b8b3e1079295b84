import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { emptyNeo4j } from '../empty-neo4j.ts'
import { fillStore, prepareStore } from '../fill-store.ts'
import { multiplyStory } from '../multiply-story.ts'
import { openEngine } from '../open-engine.ts'
import { readStory } from '../read-story.ts'
import type { Places } from './contenders.ts'
import { loadNaturalGraph, type Neo4jAddress } from './load-natural-graph.ts'
import { type NaturalData, readNaturalData, readSearchTexts } from './natural-data.ts'

export interface Prepared {
  readonly places: Places
  readonly data: NaturalData
}

/** Fills the embedded database, and, where one is given, the Neo4j server with Sanad's nodes and the natural graph. */
export async function preparePlaces(
  claims: number,
  folder: string,
  packages: string,
  neo4j: Neo4jAddress | null,
  note: (text: string) => void,
): Promise<Prepared> {
  const dataset = multiplyStory(await readStory(), claims)
  const home = join(folder, String(claims))
  const embedded = join(home, 'data')
  mkdirSync(embedded, { recursive: true })
  note(`loading ${dataset.claims.length} claims into the embedded engine`)
  const bench = await openEngine('embedded', join(embedded, 'graph.grafeo'))
  await prepareStore(bench.engine)
  await fillStore(bench.engine, dataset)
  note('reading them as a natural graph')
  const store = createGraphDatabase(bench.engine).visibleTo(PUBLIC_VIEWER)
  const data = await readNaturalData(store, await readSearchTexts(bench.engine))
  await bench.close()
  const natural = join(home, 'natural.json')
  writeFileSync(natural, JSON.stringify(data))
  if (neo4j) {
    note('loading them into Neo4j as Sanad stores them')
    const server = await openEngine('neo4j', null)
    await emptyNeo4j(server.engine)
    await prepareStore(server.engine)
    await fillStore(server.engine, dataset)
    await server.close()
    note('loading them into Neo4j as a natural graph')
    await loadNaturalGraph(neo4j, data)
  }
  return { places: { embedded, natural, packages, neo4j }, data }
}
