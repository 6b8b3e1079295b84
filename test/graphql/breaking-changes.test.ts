import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('breaking schema change since the last release', () => {
  it('has a [major] line under Unreleased in CHANGELOG.md', async () => {
    const breaks = await findBreaks(buildSchema(read('schema/released.graphql')), schema)
    expect(announcesMajor(read('CHANGELOG.md')) ? [] : breaks).toEqual([])
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
    ['## Unreleased\n\n- [major] `a` is gone.\n\n## 1.0.0\n', true],
    ['## Unreleased\n\n- Something else.\n\n## 1.0.0\n\n- [major] Long ago.\n', false],
  ])('is announced in %j: %s', (changelog, announced) => {
    expect(announcesMajor(changelog)).toBe(announced)
  })
})

async function findBreaks(before: GraphQLSchema, after: GraphQLSchema): Promise<readonly string[]> {
  const changes = await diff(before, after)
  return changes.filter((c) => c.criticality.level === CriticalityLevel.Breaking).map(({ message }) => message)
}

function announcesMajor(changelog: string): boolean {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('Unreleased\n'))
  return /^- \[major\]/m.test(unreleased ?? '')
}
