import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Quote } from '../../src/domain/assertion.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Slug } from '../../src/domain/slug.ts'
import { inShared } from './shared.ts'
import { readShippedSeeds } from './shipped-seeds.ts'

/** The captured texts. Their licence forbids distribution, so a clone lacks them. */
const TEXTS = inShared('')
const hasTexts = existsSync(TEXTS)

interface Quoted {
  readonly id: string
  readonly sourceId: string
  readonly quote: Quote | null
}

/** Assertions and claim relations that quote a document. */
function quotesOf({ assertions, relations }: Dataset, sourceId: string): readonly Quoted[] {
  return [...assertions, ...relations].flatMap(({ item: { id, quote, sourceId: own } }) =>
    own === sourceId ? [{ id, quote, sourceId: own }] : [],
  )
}

/** Quotes from X's policy, and the text of each of its 31 captures, keyed by hash. */
async function readCaptures() {
  const folder = join(TEXTS, 'ota/x-privacy-policy-versions')
  const data = await readShippedSeeds()
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(join(folder, file)))
      .map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8')]),
  )
  const policy = data.sources.find(({ item }) => item.id === 'x-privacy-policy')?.item
  const textOfVersion = new Map(policy?.versions.map((v) => [v.id, texts.get(v.sha256 ?? '')]))
  expect(textOfVersion.size).toBe(31)
  expect([...textOfVersion.values()]).not.toContain(undefined)
  const textOf = (version: string): string => textOfVersion.get(version) ?? expect.fail(`no text of ${version}`)
  return { captures: quotesOf(data, 'x-privacy-policy'), policy: policy?.versions ?? [], textOf }
}

/** Expects the quoted words at their offsets, with their prefix and suffix. */
function expectSlice(text: string, { id, quote }: Quoted): void {
  const points = [...text]
  const { exact, prefix, suffix, start, end } = quote ?? expect.fail(`${id} quotes nothing`)
  if (start === null || end === null) expect.fail(`${id} does not say where its quote stands`)
  const at = (from: number, to: number): string => points.slice(Math.max(from, 0), to).join('')
  expect(at(start, end), id).toBe(exact)
  if (prefix !== null) expect(at(start - [...prefix].length, start), `prefix of ${id}`).toBe(prefix)
  if (suffix !== null) expect(at(end, end + [...suffix].length), `suffix of ${id}`).toBe(suffix)
}

describe('seeds', () => {
  it('are valid, and each assertion of a source with versions names its version', async () => {
    const { assertions, sources } = await readShippedSeeds()
    expect(assertions.length).toBeGreaterThan(40)
    const versioned = new Map(sources.map(({ item }) => [item.id, item.versions]))
    const wasReadWhole = (id: Slug): boolean => versioned.get(id)?.some(({ incomplete }) => !incomplete) ?? false
    const loose = assertions.filter(({ item: { quote, sourceId } }) =>
      quote === null ? wasReadWhole(sourceId) : versioned.get(sourceId)?.length !== 0 && !quote.versionId,
    )
    expect(loose).toEqual([])
    const unquoted = assertions.filter(({ item }) => item.quote === null).map(({ item }) => item.sourceId)
    expect(new Set(unquoted)).toEqual(new Set(['bloomberg-2023-08-31', 'reuters-2023-07-14']))
  })
})

describe.skipIf(!hasTexts)('quotes compared with the captured texts', () => {
  it('are exact slices of the article', async () => {
    const text = readFileSync(join(TEXTS, 'seed/article.id.txt'), 'utf8')
    const data = await readShippedSeeds()
    const quotes = quotesOf(data, 'article')
    expect(quotes.length).toBeGreaterThan(40)
    const relations = new Set(data.relations.map(({ item }) => item.id))
    expect(quotes.filter(({ id }) => relations.has(id)).length).toBeGreaterThan(5)
    for (const quoted of quotes) expectSlice(text, quoted)
  })

  it('are exact slices of the captures, whose hashes match', async () => {
    const { captures, textOf } = await readCaptures()
    expect(captures.length).toBeGreaterThan(10)
    for (const quoted of captures) expectSlice(textOf(quoted.quote?.versionId ?? ''), quoted)
  })

  it('are present in each capture of foundIn, and absent from each of absentFrom', async () => {
    const { captures, textOf } = await readCaptures()
    const looked = captures.flatMap(({ id, quote }) => [
      ...(quote?.foundIn ?? []).map((version) => ({ id, version, exact: quote?.exact ?? '', isThere: true })),
      ...(quote?.absentFrom ?? []).map((version) => ({ id, version, exact: quote?.exact ?? '', isThere: false })),
    ])
    expect(looked.length).toBeGreaterThan(15)
    for (const { id, version, exact, isThere } of looked)
      expect(textOf(version).includes(exact), `${id} in ${version}`).toBe(isThere)
  })

  it('are dated, in a policy, by the first capture that contains their words', async () => {
    const { captures, policy, textOf } = await readCaptures()
    const { assertions } = await readShippedSeeds()
    const day = new Map(assertions.map(({ item }) => [String(item.id), item.assertedAt]))
    const dated = captures.filter(({ id }) => day.has(id))
    expect(dated.length).toBeGreaterThan(10)
    for (const { id, quote } of dated) {
      const first = policy.find((version) => textOf(version.id).includes(quote?.exact ?? ''))
      expect([id, day.get(id)]).toEqual([id, first?.capturedAt?.slice(0, 10)])
    }
  })

  it('cover all 41 statements of the article', async () => {
    const stated: { claims: { id: string }[] } = JSON.parse(readFileSync(join(TEXTS, 'seed/seed-claims.json'), 'utf8'))
    const coverage = readFileSync(join(import.meta.dirname, '../../seeds/x-privacy-2023/coverage.yaml'), 'utf8')
    const listed = [...coverage.matchAll(/statement: ([a-z0-9-]+)/g)].map(([, id]) => id)
    expect(listed).toEqual(stated.claims.map((c) => c.id))
  })
})
