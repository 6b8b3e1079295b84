import { buildSchema, type DocumentNode, parse, printSchema, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cache, createCache } from '../../../src/cache/create-cache.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { compileText, isCompilable } from '../../../src/graphql/compiled-query.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { createGraphQLHandler, type GraphQLHandler } from '../../../src/server/graphql/graphql-handler.ts'
import { JSON_TYPE } from '../../../src/server/negotiate-type.ts'
import type { Engine } from '../../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { createSlices } from '../../../src/thread/slices.ts'
import { type GeneratedQuery, generatedQuery } from '../../attack/hostile/generated-documents.ts'
import { createRandom, type Random } from '../../attack/hostile/random.ts'
import { publicContext } from '../../graphql/public-context.ts'
import { NOW, openSeeded } from '../../graphql/seeded-store.ts'
import type { OpenStore } from '../../open-store.ts'
import { propertyRuns } from '../../property-runs.ts'

/** Number of generated queries. REPEATED_QUERIES=5000 tries more. */
const QUERIES = Number(process.env.REPEATED_QUERIES ?? propertyRuns(160))
/** Requests of one text, of which the last ones run in its compiled form. */
const TIMES = 7

interface Server {
  readonly handler: GraphQLHandler
  readonly store: GraphStore
}

/** A handler and a store with caches of their own. */
function serverOf(engine: Engine): Server {
  const cache: Cache = createCache({ maxBytes: 16 * 1024 * 1024 })
  return {
    handler: createGraphQLHandler({ log: () => undefined, introspection: true, cache }),
    store: createGraphDatabase(engine, cache).visibleTo(PUBLIC_VIEWER),
  }
}

interface Answer {
  readonly data: unknown
  readonly codes: readonly unknown[]
}

async function answerOf(
  { handler, store }: Server,
  { query, variables }: Pick<GeneratedQuery, 'query' | 'variables'>,
  isOver?: () => boolean,
): Promise<Answer> {
  const { text } = await handler.respond({
    parameters: { query, variables, operationName: null, documentId: null },
    mediaType: JSON_TYPE,
    isReadOnly: true,
    admit: () => Promise.resolve(),
    context: {
      store,
      viewer: PUBLIC_VIEWER,
      now: () => NOW,
      requestId: 'test',
      ...(isOver && { slices: createSlices(isOver) }),
    },
  })
  const { data = null, errors = [] } = JSON.parse(text)
  return { data, codes: errors.map((error: { extensions?: { code?: unknown } }) => error.extensions?.code).sort() }
}

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query)
  } catch {
    return null
  }
}

/** The same variables in another order. */
const reordered = (variables: GeneratedQuery['variables'], time: number): GeneratedQuery['variables'] => {
  const entries = Object.entries(variables)
  const at = time % Math.max(1, entries.length)
  const turned = [...entries.slice(at), ...entries.slice(0, at)]
  return Object.fromEntries(time % 2 === 0 ? turned : turned.reverse())
}

describe('generated queries, each sent several times', () => {
  let opened: OpenStore
  /** Statements until the engine fails; negative for never. */
  let failsAfter = -1
  let engine: Engine
  beforeAll(async () => {
    opened = await openSeeded()
    const orFail = <T>(call: () => Promise<T>): Promise<T> => {
      if (failsAfter < 0) return call()
      failsAfter -= 1
      return failsAfter < 0 ? Promise.reject(new DomainError('STORE_UNAVAILABLE', 'The engine ended.')) : call()
    }
    engine = {
      ...opened.engine,
      run: (...given) => orFail(() => opened.engine.run(...given)),
      searchText: (...given) => orFail(() => opened.engine.searchText(...given)),
    }
  })
  afterAll(() => opened.database.close())

  const generatedSchema = buildSchema(printSchema(schema))
  const generated = Array.from({ length: QUERIES }, (_, i) => {
    const random = createRandom(17_000_003 + i)
    return { i, random, ...generatedQuery(generatedSchema, random) }
  })

  it('include some that are compiled', () => {
    const compiled = generated.filter(({ query, isPlain }) => isPlain && isCompilable(schema, parse(query)))
    expect(compiled.length).toBeGreaterThan(QUERIES / 10)
  })

  it('give the same data every time: interpreted, compiled, after a failure, and after a client that disconnected', async () => {
    const shared = serverOf(engine)
    for (const { i, random, query, variables } of generated) {
      const expected = await answerOf(serverOf(opened.engine), { query, variables })
      await interrupt(shared, { query, variables }, random)
      for (let time = 0; time < TIMES; time += 1) {
        const answer = await answerOf(shared, { query, variables: reordered(variables, time) })
        expect(answer, `query ${i}, time ${time}: ${query.slice(0, 300)}`).toEqual(expected)
      }
      // A server pauses between compilations, so most of these queries are not compiled above.
      const compiled = expected.codes.length > 0 ? null : await compiledDataOf(query, variables)
      if (compiled !== null) expect(compiled, `query ${i}: ${query.slice(0, 300)}`).toEqual(expected.data)
    }
  })

  /** Returns the data of the compiled form. Null if the query is not compiled, or if its result has errors. */
  async function compiledDataOf(query: string, variables: GeneratedQuery['variables']): Promise<unknown> {
    const document = parseOrNull(query)
    if (document === null || validate(schema, document).length > 0 || !isCompilable(schema, document)) return null
    const store = createGraphDatabase(opened.engine).visibleTo(PUBLIC_VIEWER)
    const result = await compileText(schema, query)?.(publicContext(store), variables)
    return result?.data && !result.errors ? JSON.parse(JSON.stringify(result.data)) : null
  }

  /** Sends the query while the engine fails at one of the first statements, and from a client that disconnects. */
  async function interrupt(server: Server, query: Pick<GeneratedQuery, 'query' | 'variables'>, random: Random) {
    failsAfter = random.below(3)
    await answerOf(server, query).catch((error: unknown) => expect(error).toBeInstanceOf(DomainError))
    failsAfter = -1
    let isOver = false
    void answerOf(server, query, () => isOver).catch(() => undefined)
    isOver = random.chance(0.5)
  }
})
