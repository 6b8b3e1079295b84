import { execute, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import { sliceLists } from '../../src/graphql/slice-lists.ts'
import { createSlices } from '../../src/thread/slices.ts'

const COUNT = 60

/** Works for about a millisecond. */
function work(): void {
  const untilMs = performance.now() + 1
  while (performance.now() < untilMs);
}

const whole = new GraphQLNonNull(GraphQLInt)
const Part = new GraphQLObjectType({ name: 'Part', fields: { id: { type: whole, resolve: (id: number) => id } } })
const Item = new GraphQLObjectType({
  name: 'Item',
  fields: {
    id: {
      type: whole,
      resolve: (id: number) => {
        work()
        return id
      },
    },
    fails: {
      type: GraphQLInt,
      resolve: (id: number) => {
        if (id === COUNT - 1) throw new Error('The last item fails.')
        return id
      },
    },
    parts: { type: new GraphQLList(Part), resolve: (id: number) => [id, id + 1, id + 2, id + 3, id + 4] },
  },
})
const Query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    items: {
      type: new GraphQLList(Item),
      resolve: () => Array.from({ length: COUNT }, (_, id) => id),
    },
    later: {
      type: new GraphQLList(Item),
      resolve: async () => Array.from({ length: COUNT }, (_, id) => id),
    },
    none: { type: new GraphQLList(Item), resolve: () => null },
    numbers: { type: new GraphQLList(GraphQLInt), resolve: () => [1, 2, 3, 4, 5] },
  },
})
const schema = new GraphQLSchema({ query: Query })
sliceLists(schema)

const TEXT = '{ items { id fails parts { id } } later { id parts { id } } none { id } numbers }'
const parts = (id: number) => [0, 1, 2, 3, 4].map((more) => ({ id: id + more }))
const ids = Array.from({ length: COUNT }, (_, id) => id)
const DATA = {
  items: ids.map((id) => ({ id, fails: id === COUNT - 1 ? null : id, parts: parts(id) })),
  later: ids.map((id) => ({ id, parts: parts(id) })),
  none: null,
  numbers: [1, 2, 3, 4, 5],
}

const compiled = compileQuery(schema, parse(TEXT))
const yoga = createYoga({ schema, logging: false, maskedErrors: false, context: () => ({ slices: createSlices() }) })

const EXECUTORS: readonly (readonly [string, () => unknown])[] = [
  ['graphql-js', () => execute({ schema, document: parse(TEXT), contextValue: { slices: createSlices() } })],
  [
    'a compiled document',
    () => {
      if (!isCompiledQuery(compiled)) throw new Error('The document was not compiled.')
      return compiled.query({}, { slices: createSlices() }, {})
    },
  ],
  [
    'Yoga',
    async () => {
      const body = JSON.stringify({ query: TEXT })
      const headers = { 'Content-Type': 'application/json' }
      return (await yoga.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json()
    },
  ],
]

describe('lists of objects in slices', () => {
  it.each(EXECUTORS)('run over many iterations of the event loop with an equal result: %s', async (_, run) => {
    let iterations = 0
    let isDone = false
    const count = (): void => {
      iterations += 1
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    const result = await run()
    isDone = true
    expect(result).toMatchObject({ data: DATA })
    expect(result).toHaveProperty('errors.length', 1)
    expect(result).toHaveProperty('errors.0.path', ['items', COUNT - 1, 'fails'])
    // 120 ms of work in slices of 4 ms: 30 iterations on an idle machine, more if it is busy.
    expect(iterations).toBeGreaterThan(15)
  })
})
