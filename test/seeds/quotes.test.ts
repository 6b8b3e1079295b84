import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The true texts; they may not be handed on, so a user's clone does not have them. */
const TEXTS = join(ROOT, '../shared/data')
const hasTexts = existsSync(TEXTS)

async function dataset(): Promise<Dataset> {
  const result = await readSeeds(join(ROOT, 'seeds'), { now: new Date('2026-11-01T00:00:00Z') })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems[0]))
  return result.dataset
}
const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join('')

describe('the seeds', () => {
  it('hold no problem, and each assertion of a source with versions says which it was read in', async () => {
    const { assertions, sources } = await dataset()
    expect(assertions.length).toBeGreaterThan(40)
    const versioned = new Set(sources.filter(({ item }) => item.versions.length > 0).map(({ item }) => item.id))
    const loose = assertions.filter(({ item }) => versioned.has(item.sourceId) && !item.quote?.versionId)
    expect(loose).toEqual([])
  })
})

describe.skipIf(!hasTexts)('the quotes against the true texts', () => {
  it('are exact slices of the article', async () => {
    const text = readFileSync(join(TEXTS, 'seed/article.id.txt'), 'utf8')
    const quotes = (await dataset()).assertions.filter(({ item }) => item.sourceId === 'article')
    expect(quotes.length).toBeGreaterThan(30)
    for (const { item } of quotes) {
      expect(slice(text, item.quote?.start ?? 0, item.quote?.end ?? 0), item.id).toBe(item.quote?.exact)
    }
  })

  it('are exact slices of the captures, whose hashes are right', async () => {
    const folder = join(TEXTS, 'ota/x-privacy-policy-versions')
    const data = await dataset()
    const policy = data.sources.find(({ item }) => item.id === 'x-privacy-policy')?.item
    expect(policy?.versions).toHaveLength(31)
    const texts = new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => [
          createHash('sha256')
            .update(readFileSync(join(folder, file)))
            .digest('hex'),
          file,
        ]),
    )
    const fileOf = new Map(policy?.versions.map((v) => [v.id, texts.get(v.sha256 ?? '')]))
    expect([...fileOf.values()]).not.toContain(undefined)
    const quotes = data.assertions.filter(({ item }) => item.sourceId === 'x-privacy-policy')
    for (const { item } of quotes) {
      const text = readFileSync(join(folder, fileOf.get(item.quote?.versionId ?? '') ?? ''), 'utf8')
      expect(slice(text, item.quote?.start ?? 0, item.quote?.end ?? 0), item.id).toBe(item.quote?.exact)
    }
  })

  it('cover all 41 statements of the article', async () => {
    const stated: { claims: { id: string }[] } = JSON.parse(readFileSync(join(TEXTS, 'seed/seed-claims.json'), 'utf8'))
    const coverage = readFileSync(join(ROOT, 'seeds/x-privacy-2023/coverage.yaml'), 'utf8')
    const listed = [...coverage.matchAll(/statement: ([a-z0-9-]+)/g)].map(([, id]) => id)
    expect(listed).toEqual(stated.claims.map((c) => c.id))
  })
})
