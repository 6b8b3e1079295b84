import { buildSchema, execute, isEnumType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundArguments, MAX_LIST, MAX_OTHER_TEXT, MAX_TEXT } from '../../src/graphql/limits/bound-arguments.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { isWithinCpu } from '../slowness.ts'
import { type ArgumentPlace, argumentPlaces, listPlaces } from './schema-arguments.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const TEXTS = ['String', 'ID', 'Date', 'DateTime']
/** Fields that look up ids: an unknown id gives null, and each id has its place in the response. */
const LOOKS_UP = ['Query.node(id)', 'Query.nodes(ids)']
/**
 * Milliseconds of CPU for a hostile list under 30 aliases. 25,000 values took 10.9 s when each alias parsed all of
 * them.
 */
const MAX_CPU_MS = 300
/** Last error of a response in which not all errors have room. */
const COUNTS_THE_REST = /^\d+ more errors are left out/

interface Result {
  readonly text: string
  readonly data: unknown
  readonly errors: readonly { readonly code: unknown; readonly argument?: unknown }[]
}

let app: StartedApp
beforeAll(async () => {
  app = await startApp()
  const read = await readSeeds('seeds', { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  await loadDataset(app.engine, read.dataset, { author: 'test', set: 'test', now: NOW })
  for (let i = 0; i < 20; i += 1) await send({ query: '{ claims(filter: { statuses: [STATED] }) { totalCount } }' })
})
afterAll(() => app.stop())

const lists = listPlaces(schema)
const texts = argumentPlaces(schema).filter(({ scalar }) => TEXTS.includes(scalar))

describe('schema walk', () => {
  it('finds lists and texts at any depth', () => {
    expect(lists.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Query.claims(filter.statuses)', 'Query.nodes(ids)', 'Query.paths(through)']),
    )
    expect(texts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Query.claims(filter.assertedBetween.from)', 'Claim.sentence(language)']),
    )
  })

  it('finds an added argument without a declared bound, and an input type that contains itself', async () => {
    const own = buildSchema(`
      type Query { a(added: [String!], text: String, in: In): Int }
      input In { list: [E!], added: String, in: In }
      enum E { A B }`)
    const query = own.getQueryType() ?? expect.fail('no Query')
    const seen: unknown[] = []
    for (const field of Object.values(query.getFields())) field.resolve = (_, args) => void seen.push({ ...args })
    boundArguments(own)
    const refusals = async (args: string): Promise<readonly string[]> => {
      const { errors = [] } = await execute({ schema: own, document: parse(`{ a(${args}) }`) })
      return errors.map(({ message }) => message)
    }
    const long = JSON.stringify('x'.repeat(MAX_OTHER_TEXT + 1))
    const many = `[${'A '.repeat(MAX_LIST + 1)}]`
    expect(await refusals(`in: { in: { in: { list: ${many} } } }`)).toEqual([
      'in.in.in.list has 101 values; at most 100 are allowed.',
    ])
    expect(await refusals(`in: { in: { added: ${long} } }`)).toEqual([
      'in.in.added has 201 characters; at most 200 are allowed.',
    ])
    expect(await refusals(`added: ["a", ${long}]`)).toEqual(['added has 201 characters; at most 200 are allowed.'])
    expect(seen).toEqual([])
    expect(await refusals('added: ["b", "a", "b"], in: { list: [B A B] }')).toEqual([])
    expect(JSON.stringify(seen)).toBe('[{"added":["b","a"],"in":{"list":["B","A"]}}]')
  })
})

describe('list argument', () => {
  it.each(lists)('$name past its bound is rejected by name, in bounded time under 30 aliases', async (place) => {
    const [first] = valuesOf(place)
    for (const list of [numbered(place, MAX_LIST + 1), Array.from({ length: 9000 }, () => first)]) {
      const used = await cpuOf(async () => {
        const { errors } = await send({ query: underAliases(place), variables: place.variablesFor(list) })
        expect(errors.length).toBeGreaterThan(0)
        for (const error of errors) expect(error).toEqual({ code: 'LIMIT_EXCEEDED', argument: place.argument })
      })
      expect(isWithinCpu(used, MAX_CPU_MS), `${used} ms`).toBe(true)
    }
  })

  const answeredOnce = lists.filter(({ name }) => ![...LOOKS_UP, 'Query.comparison(entities)'].includes(name))
  it.each(answeredOnce)(
    '$name with repeated values gives the same response and cost as distinct values',
    async (place) => {
      const values = valuesOf(place)
      const once = await send({ query: place.query, variables: place.variablesFor(values) })
      const twice = await send({ query: place.query, variables: place.variablesFor([...values, ...values]) })
      expect(twice.text).toBe(once.text)
    },
  )
})

describe('text argument', () => {
  it.each(texts)('$name past its bound is rejected by name', async (place) => {
    const max = MAX_TEXT[place.argument.split('.').at(-1) ?? ''] ?? MAX_OTHER_TEXT
    for (const length of [max + 1, 50_000]) {
      const { errors, data } = await send({ query: place.query, variables: place.variablesFor('a'.repeat(length)) })
      if (LOOKS_UP.includes(place.name)) {
        expect(errors).toEqual([])
        expect(JSON.stringify(data)).toMatch(/null/)
        continue
      }
      // The stories hold no data for some nested fields, which are then never resolved.
      if (errors.length === 0 && !place.name.startsWith('Query.')) continue
      const codes = ['Date', 'DateTime'].includes(place.scalar) ? ['BAD_INPUT'] : ['LIMIT_EXCEEDED']
      const cursor = /\((after|before)\)$/.test(place.name) ? ['BAD_CURSOR'] : codes
      for (const { code, argument } of errors.filter((error) => error.code !== 'NOT_FOUND')) {
        expect(cursor).toContain(code)
        expect(argument).toBe(place.argument)
      }
      expect(errors.length).toBeGreaterThan(0)
    }
  })

  it.each(texts.filter(({ scalar }) => ['String', 'ID'].includes(scalar)))(
    '$name may be as long as its bound',
    async (place) => {
      const max = MAX_TEXT[place.argument.split('.').at(-1) ?? ''] ?? MAX_OTHER_TEXT
      const { errors } = await send({ query: place.query, variables: place.variablesFor('a'.repeat(max)) })
      expect(errors.map(({ code }) => code)).not.toContain('LIMIT_EXCEEDED')
    },
  )

  it('nested in a field of a story is rejected past its bound', async () => {
    const { errors } = await send({ query: `{ stories { nodes { title(language: "${'a'.repeat(36)}") { value } } } }` })
    expect(errors[0]).toEqual({ code: 'LIMIT_EXCEEDED', argument: 'language' })
  })
})

describe('cursor', () => {
  it('does not depend on repeats in the lists of its filter', async () => {
    const page = async (status: readonly string[], after: string | null = null) => {
      const query = `query ($s: [Status!], $a: String) {
        claims(first: 2, after: $a, filter: { statuses: $s }) { nodes { slug } pageInfo { endCursor } } }`
      return send({ query, variables: { s: status, a: after } })
    }
    const first = await page(['STATED', 'DENIED', 'STATED'])
    const [cursor] = first.text.match(/(?<="endCursor":")[^"]+/) ?? []
    const next = await page(['STATED', 'DENIED'], cursor ?? expect.fail('no cursor'))
    expect(next.errors).toEqual([])
    expect((await page(['STATED', 'STATED', 'DENIED', 'DENIED'], cursor)).text).toBe(next.text)
  })
})

describe('comparison and paths', () => {
  it('refuse an object that is named twice, in any list, and take every other list', async () => {
    const entities = fc.array(fc.constantFrom('x', 'linkedin', 'xai', 'roll20'), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(entities, async (given) => {
        const { errors } = await send({
          query: 'query ($given: [String!]!) { comparison(entities: $given) { complete } }',
          variables: { given },
        })
        const isRepeated = new Set(given).size < given.length
        expect([given, errors]).toEqual([given, isRepeated ? [{ code: 'BAD_INPUT', argument: 'entities' }] : []])
        const [from = '', to = from] = given
        const found = await send({
          query: 'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, limit: 1) { complete } }',
          variables: { from: `Entity:${from}`, to: `Entity:${to}` },
        })
        expect([from, to, found.errors]).toEqual([from, to, from === to ? [{ code: 'BAD_INPUT', argument: 'to' }] : []])
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('say what to do instead', async () => {
    const twice = await send({ query: '{ comparison(entities: ["x", "linkedin", "x"]) { complete } }' })
    expect(twice.text).toContain('entities names x more than once, by this or a former slug: name each entity once.')
    const circle = await send({ query: '{ paths(from: "Entity:x", to: "Entity:x") { complete } }' })
    expect(circle.text).toContain('name two different ones, or use graph for the surroundings of one.')
  })
})

describe('nodes query', () => {
  it('returns an id that occurs twice at both positions', async () => {
    const query = '{ nodes(ids: ["Entity:x", "Entity:nobody", "Entity:x"]) { id } }'
    expect((await send({ query })).data).toEqual({ nodes: [{ id: 'Entity:x' }, null, { id: 'Entity:x' }] })
  })
})

/** Valid values of the element type of the list. */
function valuesOf({ scalar }: ArgumentPlace): readonly string[] {
  const type = schema.getType(scalar)
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => name)
      .slice(0, 4)
  return scalar === 'ID' ? ['Entity:x', 'Entity:linkedin'] : ['x', 'linkedin']
}

/** Values are distinct where the type has that many. */
function numbered(place: ArgumentPlace, length: number): readonly string[] {
  const values = valuesOf(place)
  const isEnum = isEnumType(schema.getType(place.scalar))
  return Array.from({ length }, (_, i) => (isEnum ? (values[i % values.length] ?? '') : `${values[0]}${i}`))
}

const underAliases = ({ query, field }: ArgumentPlace): string =>
  query.replace(field, Array.from({ length: 30 }, (_, i) => `a${i}: ${field}`).join(' '))

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function send(body: object): Promise<Result> {
  const text = await (await post(app.api, body)).text()
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown
    errors?: { message: string; extensions: Result['errors'][number] }[]
  }
  const own = errors.filter(({ message }) => !COUNTS_THE_REST.test(message))
  return { text, data, errors: own.map(({ extensions }) => extensions) }
}
