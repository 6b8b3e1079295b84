import { join } from 'node:path'
import { type ExecutionResult, execute } from 'graphql'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import type { Context } from '../../src/graphql/context.ts'
import { EXAMPLES, type Example } from '../../src/graphql/examples.ts'
import { schema } from '../../src/graphql/schema.ts'
import { type TrustedDocument, trustDocuments } from '../../src/graphql/trusted-documents.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { publicContext } from '../graphql/public-context.ts'
import { emptyNeo4j } from './empty-neo4j.ts'
import { fillStore, prepareStore } from './fill-store.ts'
import { multiplyStory } from './multiply-story.ts'
import { type BenchEngine, openEngine } from './open-engine.ts'
import type { EngineName } from './options.ts'
import { type Asked, createRecordingEngine, replay } from './record-statements.ts'
import type { Spread } from './statistics.ts'
import { type Pace, type Timed, takeSamples } from './take-samples.ts'

export interface QueryFigures extends Timed {
  readonly query: string
  /** Number of stored claims. */
  readonly claims: number
  readonly statements: number
  /** Rows that the engine reports as read; null where it reports none. */
  readonly rowsRead: number | null
  /** Whether the response equals that of the story alone, because the query names its objects. */
  readonly isSelective: boolean
  /** The same query with another text, which graphql-js executes, compared with the bare statements. */
  readonly wordedToBare: Spread
}

interface Stand {
  readonly claims: number
  readonly bench: BenchEngine
  readonly store: GraphStore
  readonly record: (work: () => Promise<unknown>) => Promise<readonly Asked[]>
}

/**
 * Measures each golden query at each size, compiled and through graphql-js, and its statements bare. Embedded stores
 * are in `folder`.
 */
export async function measureQueries(
  name: EngineName,
  story: Dataset,
  sizes: readonly number[],
  folder: string,
  pace: Pace,
  note: (text: string) => void,
): Promise<readonly QueryFigures[]> {
  const alone = await answersOf(story, folder)
  // Concurrent sizes share the machine's noise. A Neo4j server has one database, so its sizes run one after another.
  const groups = name === 'embedded' ? [sizes] : sizes.map((size) => [size])
  const figures: QueryFigures[] = []
  for (const group of groups) {
    const stands: Stand[] = []
    try {
      for (const size of group) {
        note(`${name}: loading ${size} claims`)
        stands.push(await openStand(name, multiplyStory(story, size), join(folder, `${size}.grafeo`)))
      }
      if (name === 'neo4j' && figures.length === 0) await warmServer(stands, pace, note)
      for (const example of EXAMPLES) {
        note(`${name}: ${example.name}`)
        figures.push(...(await measureExample(example, stands, alone.get(example.name) ?? '', pace)))
      }
    } finally {
      for (const { bench } of stands) await bench.close()
    }
  }
  return figures
}

async function openStand(name: EngineName, dataset: Dataset, path: string): Promise<Stand> {
  const bench = await openEngine(name, name === 'embedded' ? path : null)
  if (name === 'neo4j') await emptyNeo4j(bench.engine)
  await prepareStore(bench.engine)
  await fillStore(bench.engine, dataset)
  const { engine, record } = createRecordingEngine(bench.engine)
  return { claims: dataset.claims.length, bench, store: createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER), record }
}

async function measureExample(
  example: Example,
  stands: readonly Stand[],
  alone: string,
  pace: Pace,
): Promise<readonly QueryFigures[]> {
  const document = trust(example)
  const prepared = await Promise.all(
    stands.map(async (stand) => {
      const ask = (): Promise<unknown> => answer(document, stand.store)
      const askInWords = (): Promise<unknown> => answerInWords(document, stand.store)
      // After one response, the process has cached the concept trees of this revision.
      let answered = JSON.stringify(await ask())
      const asked = await stand.record(async () => (answered = JSON.stringify(await ask())))
      return {
        stand,
        ask,
        askInWords,
        asked,
        isSelective: answered === alone,
        rowsRead: await sumRowsRead(asked, stand.bench),
      }
    }),
  )
  const timed = await takeSamples(
    prepared.flatMap(({ stand, ask, askInWords, asked }) =>
      [ask, askInWords].map((ours) => ({ ours, bare: () => replay(asked, stand.bench) })),
    ),
    pace,
  )
  return prepared.flatMap(({ stand, asked, isSelective, rowsRead }, index) => {
    const [times, worded] = [timed[2 * index], timed[2 * index + 1]]
    if (!times || !worded) return []
    const counts = { claims: stand.claims, statements: asked.length, rowsRead, isSelective }
    return [{ query: example.name, ...counts, ...times, wordedToBare: worded.toBare }]
  })
}

/** A Java server compiles frequently run code: without the warm-up, the first size would be measured slower. */
async function warmServer(stands: readonly Stand[], { warmMs }: Pace, note: (text: string) => void): Promise<void> {
  note('neo4j: warming up')
  for (const { store } of stands) {
    for (const example of EXAMPLES) {
      const document = trust(example)
      for (const started = performance.now(); performance.now() - started < warmMs; ) await answer(document, store)
    }
  }
}

function trust(example: Example): TrustedDocument {
  const found = trustDocuments([example]).byId(example.name)
  if (!found) throw new Error(`${example.name} is no trusted document.`)
  return found
}

/** A new context, as for each request. */
const contextOf = (store: GraphStore): Context => publicContext(store)

async function answer(document: TrustedDocument, store: GraphStore): Promise<ExecutionResult['data']> {
  return dataOf(await document.execute(contextOf(store)))
}

async function answerInWords({ document }: TrustedDocument, store: GraphStore): Promise<ExecutionResult['data']> {
  return dataOf(await execute({ schema, document, contextValue: contextOf(store) }))
}

function dataOf({ data, errors }: ExecutionResult): ExecutionResult['data'] {
  if (errors?.[0]) throw errors[0]
  return data
}

async function answersOf(story: Dataset, folder: string): Promise<ReadonlyMap<string, string>> {
  const { store, bench } = await openStand('embedded', story, join(folder, 'alone.grafeo'))
  const answers = new Map<string, string>()
  for (const example of EXAMPLES) {
    answers.set(example.name, JSON.stringify(await answer(trust(example), store)))
  }
  await bench.close()
  return answers
}

async function sumRowsRead(asked: readonly Asked[], { bare }: BenchEngine): Promise<number | null> {
  let sum = 0
  for (const one of asked) {
    if (one.kind === 'search') continue
    const read = await bare.countRowsRead(one.text, one.parameters)
    if (read === null) return null
    sum += read
  }
  return sum
}
