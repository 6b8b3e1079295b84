/**
 * Loads multiplied stories with the code of a built checkout, in its own process:
 * node … fill-worker.ts <checkout> <engine> <claims> <folder>. Prints the figures as JSON.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EngineName } from '../options.ts'

export interface FillResult {
  readonly claims: number
  /** Milliseconds of the load, without constraints and indexes of the empty database. */
  readonly ms: number
}

const [root = '', engineName, claims = '', folder = ''] = process.argv.slice(2)
const name: EngineName = engineName === 'neo4j' ? 'neo4j' : 'embedded'
const load = (file: string): Promise<unknown> => import(pathToFileURL(join(root, 'test/bench', file)).href)
const { readStory } = (await load('read-story.ts')) as typeof import('../read-story.ts')
const { multiplyStory } = (await load('multiply-story.ts')) as typeof import('../multiply-story.ts')
const { openEngine } = (await load('open-engine.ts')) as typeof import('../open-engine.ts')
const { emptyNeo4j } = (await load('empty-neo4j.ts')) as typeof import('../empty-neo4j.ts')
const { fillStore, prepareStore } = (await load('fill-store.ts')) as typeof import('../fill-store.ts')

const story = await readStory()
const { engine, close } = await openEngine(name, name === 'embedded' ? join(folder, 'graph.grafeo') : null)
if (name === 'neo4j') {
  await emptyNeo4j(engine)
  await prepareStore(engine)
  // A Java server compiles code that runs often: without this, the load alone would be measured slow.
  await fillStore(engine, multiplyStory(story, 1))
  await emptyNeo4j(engine)
}
await prepareStore(engine)
const dataset = multiplyStory(story, Number(claims))
const started = performance.now()
await fillStore(engine, dataset)
const result: FillResult = { claims: dataset.claims.length, ms: performance.now() - started }
await close()
process.stdout.write(`${JSON.stringify(result)}\n`)
