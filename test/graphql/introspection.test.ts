import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  introspectionTypes,
  isObjectType,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { costOf, MAX_COST } from '../../src/graphql/limits/cost.ts'
import {
  introspectionRule,
  MAX_INTROSPECTION_DEPTH,
  MAX_INTROSPECTIONS,
  maxIntrospectionSize,
} from '../../src/graphql/limits/introspection-limit.ts'
import { introspectionSizeOf } from '../../src/graphql/limits/introspection-size.ts'
import { MAX_TOKENS } from '../../src/graphql/limits/query-limits.ts'
import { validateQuery } from '../../src/graphql/limits/validate-query.ts'
import { schema } from '../../src/graphql/schema.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { post, type StartedApp, startApp } from '../server/start-app.ts'
import { isWithinCpu } from '../slowness.ts'

const ALL = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
}
const MAX_CPU_MS = 100
const MAX_BYTES = 1024 * 1024

/** Apollo Client adds `__typename` to every selection but that of the operation. */
const withTypenames = (query: string): string =>
  print(
    visit(parse(query), {
      SelectionSet: (node, _key, parent) => {
        if (parent && 'kind' in parent && parent.kind === 'OperationDefinition') return undefined
        const typename = { kind: 'Field', name: { kind: 'Name', value: '__typename' } } as const
        return { ...node, selections: [...node.selections, typename] }
      },
    }),
  )

const TOOLS: Readonly<Record<string, string>> = {
  'graphql-js with every option': getIntrospectionQuery(ALL),
  'graphql-js with its defaults': getIntrospectionQuery(),
  'graphql-js without descriptions': getIntrospectionQuery({ ...ALL, descriptions: false }),
  GraphiQL: getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
  'Apollo Client': withTypenames(getIntrospectionQuery(ALL)),
  'Apollo Sandbox': getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
  }),
}

function countFields(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFields(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, item) => sum + 1 + countFields(item), 0)
}

const problemsOf = (document: DocumentNode, of: GraphQLSchema = schema) => validate(of, document, [introspectionRule])
const times = (n: number, piece: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => piece(i)).join(' ')
const nested = (n: number, field: string, leaf: string): string => `${`${field} { `.repeat(n)}${leaf}${' }'.repeat(n)}`

describe('introspection over HTTP', () => {
  let app: StartedApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())
  const send = async (query: string) => {
    const { data, errors, extensions } = await (await post(app.api, { query })).json()
    return { data, errors, points: extensions?.cost?.points }
  }

  it.each(Object.entries(TOOLS))('by %s is answered in full, and costs no points', async (_, query) => {
    const { data, errors, points } = await send(query)
    expect(errors).toBeUndefined()
    expect(points).toBe(0)
    expect(data.__schema.types.length).toBe(Object.keys(schema.getTypeMap()).length)
    expect(introspectionSizeOf(schema, parse(query), null)).toBeGreaterThanOrEqual(countFields(data))
  })

  it('leaves the cost of other fields in its query unchanged', async () => {
    const other = 'claims(first: 50) { totalCount nodes { slug status { value } } } __typename'
    const { points } = await send(`{ ${other} }`)
    expect(points).toBeGreaterThan(100)
    expect((await send(`{ ${other} __schema { types { name } } a: __type(name: "Claim") { name } }`)).points).toBe(
      points,
    )
    const heavy =
      '{ __schema { description } claims(first: 100) { nodes { assertions { source { claims(first: 100) { nodes { slug } } } } } } }'
    const { errors } = await send(heavy)
    expect(errors[0].extensions.code).toBe('LIMIT_EXCEEDED')
    expect(errors[0].extensions.cost.points).toBeGreaterThan(MAX_COST)
  })

  it.each([
    ['an alias', '{ __schema { types { a: name b: name } } }', /has an alias within an introspection; leave it out/],
    [
      'lists in lists',
      '{ __schema { types { fields { type { fields { name } } } } } }',
      /request a type within another by __type/,
    ],
    [
      'a tenth ofType',
      `{ __schema { types { fields { args { type { ${nested(10, 'ofType', 'name')} } } } } } }`,
      /16 levels deep; at most 15 are allowed: request single types by __type/,
    ],
    ['many levels', `{ __type(name: "Claim") { ${nested(300, 'ofType', 'name')} } }`, /302 levels deep/],
    ['many __type', `{ ${times(20, (i) => `a${i}: __type(name: "Claim") { name }`)} }`, /20 introspections/],
    [
      'repeats',
      `{ __schema { types { ${times(25, () => '...F')} } } } fragment F on __Type { fields { name type { name } } description }`,
      /at most \d+ are allowed: request parts, or single types by __type/,
    ],
    [
      'whole schemas',
      `{ a: __schema { ...S } b: __schema { ...S } } fragment S on __Schema ${getIntrospectionQuery(ALL)
        .replace(/^[^{]*\{\s*__schema/, '')
        .replace(/\}\s*fragment/, 'fragment')}`,
      /fields in its response/,
    ],
  ])('is rejected for %s, with a remedy', async (_, query, message) => {
    const { data, errors } = await send(query)
    expect(data).toBeUndefined()
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual([
      'LIMIT_EXCEEDED',
    ])
    expect(errors[0].message).toMatch(message)
    expect(errors[0].message.length).toBeLessThanOrEqual(300)
  })

  it('is answered with nine levels of ofType', async () => {
    const { errors } = await send(
      `{ __schema { types { fields { args { type { ${nested(9, 'ofType', 'name')} } } } } } }`,
    )
    expect(errors).toBeUndefined()
  })

  it('is charged to its client by the duration of its response', async () => {
    const limited = await startApp({ settings: { SANAD_RATE_LIMIT: '100000' } })
    const remaining = async (query: string): Promise<number> =>
      Number((await post(limited.api, { query })).headers.get('ratelimit-remaining'))
    const small = 100_000 - (await remaining('{ __schema { description } }'))
    const before = await remaining('{ __typename }')
    const whole = before - (await remaining(getIntrospectionQuery(ALL)))
    await limited.stop()
    expect(small).toBeLessThan(20)
    expect(whole).toBeGreaterThan(200)
    expect(whole).toBeLessThan(1000)
  })
})

describe('limits of introspection', () => {
  it('allow the deepest and the largest query of the tools', () => {
    const sizes = Object.values(TOOLS).map((query) => introspectionSizeOf(schema, parse(query), null))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(maxIntrospectionSize(schema))
    expect(MAX_INTROSPECTIONS).toBeGreaterThan(1)
    const onlyDepth = `{ __schema { types { fields { args { type { ${nested(9, 'ofType', 'name')} } } } } } }`
    expect(onlyDepth.split('{').length - 1).toBe(MAX_INTROSPECTION_DEPTH)
  })

  it.each([1, 20, 200])('grow with the schema, so that every tool can read a schema with %i more types', (count) => {
    const fields = times(30, (i) => `f${i}(a: [Int!]!, b: E): [T0!]!`)
    const more = times(count, (i) => `type T${i} { ${fields} }`)
    const large = buildSchema(`type Query { a: T0 } enum E { ${times(40, (i) => `V${i}`)} } ${more}`)
    for (const query of Object.values(TOOLS)) expect(problemsOf(parse(query), large)).toEqual([])
    expect(costOf(large, parse(TOOLS['Apollo Client'] ?? ''), {}, null)).toBe(0)
  })
})

/** Fields of an introspection by name, each with those below it. */
interface Tree extends Map<string, Tree> {}

const LISTS = ['fields', 'inputFields', 'interfaces', 'possibleTypes']
/** Every path to a field that the rule may allow, down to three `ofType`: no type of the schema is wrapped more often. */
const PATHS = pathsBelow(typeNamed('__Schema'), [], false)

function typeNamed(name: string): GraphQLObjectType {
  const found = introspectionTypes.find((type) => type.name === name)
  return isObjectType(found) ? found : expect.fail(`no type ${name}`)
}

function pathsBelow(
  type: GraphQLObjectType,
  path: readonly string[],
  isInList: boolean,
): readonly (readonly string[])[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const own = [...path, field.name]
    const below = getNamedType(field.type)
    if (!isObjectType(below)) return [own]
    const isList = LISTS.includes(field.name)
    const isTooDeep = own.length >= 9 || own.filter((name) => name === 'ofType').length > 3
    return isTooDeep || (isList && isInList) ? [] : pathsBelow(below, own, isInList || isList)
  })
}

function write(tree: Tree): string {
  return [...tree].map(([name, below]) => (below.size === 0 ? name : `${name} { ${write(below)} }`)).join(' ')
}

function withPath(tree: Tree, [name, ...rest]: readonly string[]): Tree {
  if (name === undefined) return tree
  return new Map([...tree, [name, withPath(tree.get(name) ?? new Map(), rest)]])
}

/** The query of all paths that fit below the limits, taken in order; `__typename` costs most, since every object has one. */
function fillUp(paths: readonly (readonly string[])[]): string {
  let tree: Tree = new Map()
  for (const path of paths) {
    const more = withPath(tree, path)
    const query = `{ __schema { ${write(more)} } }`
    const tokens = query.split(/\s+/).length
    if (tokens <= MAX_TOKENS && introspectionSizeOf(schema, parse(query), null) <= maxIntrospectionSize(schema))
      tree = more
  }
  return `{ __schema { ${write(tree)} } }`
}

function measure(query: string): { readonly cpuMs: number; readonly bytes: number; readonly fields: number } {
  const before = process.cpuUsage()
  const document = parse(query)
  const problems = validateQuery(schema, document, specifiedRules, { hideSuggestions: false })
  const result = execute({ schema, document })
  const text = JSON.stringify(result)
  const { user, system } = process.cpuUsage(before)
  expect(problems).toEqual([])
  const { data } = JSON.parse(text)
  return { cpuMs: (user + system) / 1000, bytes: Buffer.byteLength(text), fields: countFields(data) }
}

/** The least CPU time of four runs: compiling and other threads of the process only add to it. */
function measureOften(query: string) {
  const runs = Array.from({ length: 4 }, () => measure(query))
  return runs.reduce((least, run) => (run.cpuMs < least.cpuMs ? run : least))
}

describe('most expensive introspection within the limits', () => {
  const isOf = (words: readonly string[]) => (path: readonly string[]) => words.includes(path.at(-1) ?? '')
  const longFirst = [...PATHS].sort((a, b) => Number(isOf(['description'])(b)) - Number(isOf(['description'])(a)))
  const descriptions = PATHS.filter(isOf(['description']))
  const wide = PATHS.filter((path) => ['types', 'directives'].includes(path[0] ?? ''))

  it('takes at most 100 ms and 1 MiB: the largest query of the tools', () => {
    const query = TOOLS['Apollo Client'] ?? ''
    expect(introspectionSizeOf(schema, parse(query), null)).toBeGreaterThan(0.8 * maxIntrospectionSize(schema))
    const { cpuMs, bytes, fields } = measureOften(query)
    expect(isWithinCpu(cpuMs, MAX_CPU_MS), `${cpuMs} ms`).toBe(true)
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
    expect(fields).toBeGreaterThan(0.5 * maxIntrospectionSize(schema))
  })

  it.each<[string, readonly (readonly string[])[]]>([
    ['all paths', PATHS],
    ['descriptions first', longFirst],
    ['descriptions alone', descriptions],
    ['descriptions alone, the deepest first', descriptions.toReversed()],
    ['the deepest first', PATHS.toReversed()],
    ['the schema’s lists alone', wide],
  ])('takes at most 100 ms and 1 MiB: %s', (_, paths) => {
    const query = fillUp(paths)
    expect(introspectionSizeOf(schema, parse(query), null)).toBeGreaterThan(0.3 * maxIntrospectionSize(schema))
    const { cpuMs, bytes, fields } = measureOften(query)
    expect(isWithinCpu(cpuMs, MAX_CPU_MS), `${cpuMs} ms`).toBe(true)
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
    expect(fields).toBeLessThanOrEqual(maxIntrospectionSize(schema))
  })

  it('takes at most 100 ms and 1 MiB, for any paths', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...PATHS], { minLength: 40, maxLength: 120 }), (paths) => {
        const query = fillUp(paths)
        const size = introspectionSizeOf(schema, parse(query), null)
        const { cpuMs, bytes, fields } = measureOften(query)
        expect(fields).toBeLessThanOrEqual(size)
        expect(isWithinCpu(cpuMs, MAX_CPU_MS), `${cpuMs} ms`).toBe(true)
        expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
      }),
      { numRuns: propertyRuns(20) },
    )
  })
})
