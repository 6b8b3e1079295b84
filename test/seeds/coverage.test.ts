import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inShared, storyFiles } from './shared.ts'

const STATEMENTS = inShared('seed/seed-claims.json')
const files = storyFiles('x-privacy-2023')
const coverage = files.flatMap((f) => f.coverage ?? [])
const claims = files.flatMap((f) => f.claims ?? [])
const known = {
  assertion: new Set(claims.flatMap((c) => c.assertions.map((a) => a.id))),
  relation: new Set(files.flatMap((f) => f.relations ?? []).map((r) => r.id)),
  condition: new Set(claims.filter((c) => c.condition).map((c) => c.id)),
}

describe('coverage of the first story', () => {
  it('lists each statement once', () => {
    const ids = coverage.map((c) => c.statement)
    expect(ids).toEqual([...new Set(ids)])
  })
  it.each(coverage)('links $statement to an existing object, or gives a reason for its omission', ({ as }) => {
    if ('assertion' in as) expect(known.assertion).toContain(as.assertion)
    else if ('relation' in as) expect(known.relation).toContain(as.relation)
    else if ('condition' in as) expect(known.condition).toContain(as.condition)
    else expect(as.omitted).not.toBe('')
  })
  it('includes exactly the claims of the story', () => {
    const listed = files.flatMap((f) => f.story?.claims ?? [])
    expect([...listed].sort()).toEqual(claims.map((c) => c.id).sort())
  })
})

describe.skipIf(!existsSync(STATEMENTS))('statements of the first story (needs ../shared/data)', () => {
  it('are exactly those of seed-claims.json', () => {
    const { claims: statements } = z
      .object({ claims: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse(readFileSync(STATEMENTS, 'utf8')))
    expect(statements).toHaveLength(41)
    expect(coverage.map((c) => c.statement).sort()).toEqual(statements.map((s) => s.id).sort())
  })
})
