import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('breaking schema change since the last release', () => {
  it('is named in a [major] line under Unreleased in CHANGELOG.md', async () => {
    const breaks = await findBreaks(buildSchema(read('schema/released.graphql')), schema)
    expect(unannounced(breaks, read('CHANGELOG.md'))).toEqual([])
  })

  it('is detected: a removed field, a required argument, a removed enum value', async () => {
    const before = buildSchema('type Query { a(b: Int): Int  c: E }  enum E { ONE TWO }')
    const after = buildSchema('type Query { a(b: Int!): Int  d: E }  enum E { ONE }')
    expect(await findBreaks(before, after)).toHaveLength(3)
  })

  it('excludes additions', async () => {
    const before = buildSchema('type Query { a: Int }')
    expect(await findBreaks(before, buildSchema('type Query { a: Int  b(c: Int): Int }'))).toEqual([])
  })

  it.each([
    ['## Unreleased\n\n- [major] The field\n  `Query.a` is gone.\n\n## 1.0.0\n', []],
    ['## Unreleased\n\n- [major] `b` is gone.\n\n## 1.0.0\n', ['Query.a']],
    ['## Unreleased\n\n- `a` is gone.\n\n## 1.0.0\n\n- [major] `a`, long ago.\n', ['Query.a']],
  ])('is announced in %j, except %j', (changelog, missing) => {
    expect(unannounced([{ path: 'Query.a', message: 'Query.a' }], changelog)).toEqual(missing)
  })
})

interface Break {
  /** Coordinate in the schema, such as `Query.claims.filter`. */
  readonly path: string
  readonly message: string
}

async function findBreaks(before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Break[]> {
  const changes = await diff(before, after)
  return changes
    .filter((c) => c.criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? '', message }))
}

/** Messages of breaks whose type, field or argument no [major] entry under Unreleased names in backticks. */
function unannounced(breaks: readonly Break[], changelog: string): readonly string[] {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('Unreleased\n')) ?? ''
  const entries = unreleased.split(/^(?=- |#)/m).filter((entry) => entry.startsWith('- [major]'))
  const named = new Set(
    entries.flatMap((entry) => [...entry.matchAll(/`([^`]+)`/g)]).flatMap(([, code = '']) => code.split(/\W/)),
  )
  return breaks.filter(({ path }) => !named.has(path.split('.').at(-1) ?? '')).map(({ message }) => message)
}
