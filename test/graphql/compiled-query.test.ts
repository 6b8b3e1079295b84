import { execute, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { compileText, isCompilable } from '../../src/graphql/compiled-query.ts'
import { schema } from '../../src/graphql/schema.ts'
import type { OpenStore } from '../open-store.ts'
import { publicContext } from './public-context.ts'
import { openSeeded } from './seeded-store.ts'

describe('query of a client', () => {
  const isAllowed = (text: string): boolean => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    return isCompilable(schema, document)
  }
  it.each([
    '{ claims(first: 2) { nodes { slug __typename } totalCount } }',
    'query Card($slug: String!) { entity(slug: $slug) { slug claims(first: 10) { nodes { ...C } } } } fragment C on Claim { slug }',
    'query Q($status: [Status!]) { claims(filter: { statuses: $status }) { totalCount } }',
  ])('may be compiled: %s', (text) => {
    expect(isAllowed(text)).toBe(true)
    expect(compileText(schema, text)).not.toBeNull()
  })

  it.each([
    ['an alias', '{ a: __typename }'],
    ['an alias that is a property of every object', '{ constructor: __typename }'],
    ['an alias that sets a prototype', '{ __proto__: __typename }'],
    ['a directive', 'query Q($a: Boolean!) { claims @skip(if: $a) { totalCount } }'],
    ['a directive of a fragment', '{ ... @include(if: false) { __typename } }'],
    ['a text', '{ claims(filter: { subject: "x" }) { totalCount } }'],
    ['a block of text', '{ claims(filter: { subject: """x""" }) { totalCount } }'],
    ['a text with an escape', '{ claims(filter: { subject: "\\u0022+process.exit()+\\u0022" }) { totalCount } }'],
    ['a text as a default value', 'query Q($s: String = "x") { claims(filter: { subject: $s }) { totalCount } }'],
    ['a variable with an underscore', 'query Q($a_b: Int) { claims(first: $a_b) { totalCount } }'],
    ['a variable that sets a prototype', 'query Q($__proto__: Int) { claims(first: $__proto__) { totalCount } }'],
    [
      'a variable named after a property of every object',
      'query Q($toString: Int) { claims(first: $toString) { totalCount } }',
    ],
    ['an operation named after one', 'query constructor { claims { totalCount } }'],
    ['a fragment named after one', '{ ...valueOf } fragment valueOf on Query { __typename }'],
    ['an operation with an underscore', 'query __proto__ { claims { totalCount } }'],
    ['a fragment with an underscore', '{ ...__proto__ } fragment __proto__ on Query { __typename }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['two operations', 'query A { __typename } query B { __typename }'],
  ])('is never compiled with %s', (_, text) => {
    expect(isAllowed(text)).toBe(false)
  })

  it('is never compiled where its code would be long: each type of each union counts', () => {
    const repeated = (times: number): string => 'slug '.repeat(times)
    expect(isAllowed(`{ claims { nodes { ${repeated(150)} } } }`)).toBe(true)
    expect(isAllowed(`{ claims { nodes { ${repeated(250)} } } }`)).toBe(false)
    const ofUnion = `... on Entity { ${repeated(75)} } ... on Source { ${repeated(75)} }`
    expect(isAllowed(`{ claims { nodes { subject { ${ofUnion} } } } }`)).toBe(false)
  })

  it('would reach generated code by a literal of text, which the compiler turns into code', () => {
    const text =
      '{ claims(filter: { subject: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.reached=1" }) { totalCount } }'
    expect(isAllowed(text)).toBe(false)
  })
})

describe('compiled query', () => {
  let opened: OpenStore
  beforeAll(async () => {
    opened = await openSeeded()
  })
  afterAll(() => opened.database.close())

  /** Data of both executors. */
  async function both(text: string, variables: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    expect(isCompilable(schema, document)).toBe(true)
    const context = () => publicContext(opened.database.visibleTo(PUBLIC_VIEWER))
    const fast = await compileText(schema, text)?.(context(), variables)
    const slow = await execute({ schema, document, contextValue: context(), variableValues: variables })
    return [fast, slow].map((result) => JSON.stringify(result?.data))
  }

  const words = ['class', 'default', 'return', 'this', 'eval', 'arguments', 'query', 'context', 'parent', 'idx0', 'err']
  const own = ['prototype', 'input', 'coerced', 'errors', 'variables']
  it.each([...words, ...own])('has the value of a variable with any name: %s', async (name) => {
    const text = `query ${name}($${name}: Int) { claims(first: $${name}) { nodes { ...${name} } } } fragment ${name} on Claim { slug }`
    const sizes: number[] = []
    for (const variables of [{ [name]: 7 }, { [name]: 3 }, {}]) {
      const [fast, slow] = await both(text, variables)
      expect(fast).toBe(slow)
      sizes.push(JSON.parse(String(fast)).claims.nodes.length)
    }
    expect(sizes.slice(0, 2)).toEqual([7, 3])
  })

  it.each([
    [
      'a card',
      `query Card($slug: String!) { entity(slug: $slug) { slug name { value } claims(first: 10) { nodes { slug status { value }
         assertions { slug stance claimant { __typename name { value } } source { title { value } } quote { exact } } } } } }`,
      { slug: 'x' },
    ],
    [
      'values in lists and objects',
      'query Q($s: String, $n: Int) { claims(filter: { subject: $s }, first: $n) { totalCount nodes { slug sentence { value } } } }',
      { s: 'x', n: 5 },
    ],
    [
      'unions',
      `query Q($t: String!) { search(text: $t, first: 10) { nodes { __typename ... on SearchHit { kind } } } }`,
      { t: 'data' },
    ],
    ['a value that is absent', 'query Q($s: String) { claims(filter: { subject: $s }, first: 3) { totalCount } }', {}],
  ])('gives the data that graphql-js gives: %s', async (_, text, variables) => {
    const [fast, slow] = await both(text, variables)
    expect(fast).toBe(slow)
  })
})
