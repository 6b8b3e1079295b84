import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkSeeds } from '../../src/cli/commands/check.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { unusedConcepts } from '../../src/ingest/unused-concepts.ts'
import { smallDataset } from '../contracts/small-dataset.ts'

describe('concept without a claim', () => {
  it('is listed, unless a narrower concept has a claim', () => {
    const small = smallDataset()
    const [first] = small.concepts
    if (!first) throw new Error('The small data set has concepts.')
    const like = (id: string, broader: readonly string[]) => ({
      ...first,
      item: { ...first.item, id: toSlug(id), broader: broader.map(toSlug) },
    })
    const concepts = [
      ...small.concepts.map((one) => ({ ...one, item: { ...one.item, broader: [toSlug('words')] } })),
      like('words', []),
      like('faces', ['words']),
      { ...first, item: { ...first.item, id: toSlug('messages'), kind: 'Use' as const } },
    ]
    const found = unusedConcepts({ ...small, concepts })
    expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['DataCategory faces', 'Use messages'])
  })

  it('is absent from the seeds', async () => {
    const said: string[] = []
    const write = (text: string) => said.push(text)
    const dir = join(import.meta.dirname, '../../seeds')
    expect(await checkSeeds(dir, { json: false, now: new Date('2026-11-01T00:00:00Z'), write })).toBe(0)
    expect(said.filter((line) => line.includes('no claim names it'))).toEqual([])
    expect(said.at(-1)).toContain(`${dir}: no problems`)
  })
})
