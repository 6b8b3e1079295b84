import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphqlQuery, type QueryKind } from '../../src/exports/graphql-query.ts'
import { searchQuery } from '../../src/exports/search-query.ts'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { MAX_COST } from '../../src/graphql/limits/cost.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { questionsOf } from '../documentation/questions.ts'
import { post, type StartedApp, startApp } from '../server/start-app.ts'
import { NOW, readSeedDataset } from './seeded-store.ts'

let started: StartedApp
beforeAll(async () => {
  started = await startApp()
  await loadDataset(started.engine, await readSeedDataset(), { author: 'test', set: 'test', now: NOW })
})
afterAll(() => started.stop())

interface Result {
  readonly data?: unknown
  readonly errors?: unknown
  readonly extensions: { readonly cost: { readonly points: number } }
}

async function send(
  query: string,
  variables: object = {},
): Promise<{ readonly points: number; readonly fields: number }> {
  const result = (await (await post(started.api, { query, variables })).json()) as Result
  expect(result.errors, query).toBeUndefined()
  return { points: result.extensions.cost.points, fields: countFields(result.data) }
}

function countFields(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFields(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, item) => sum + 1 + countFields(item), 0)
}

const ROOT = join(import.meta.dirname, '../..')
const DOCS = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`)
const DOCUMENTED = ['README.md', ...DOCS]
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => questionsOf({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

const LINKED: readonly (readonly [QueryKind, string])[] = [
  ['story', 'x-privacy-2023'],
  ['claim', 'x-sells-user-data'],
  ['entity', 'x'],
  ['network', 'x'],
  ['source', 'article'],
  ['data', 'biometric'],
  ['use', 'compete-with-linkedin'],
  ['compare', 'x'],
  ['compare', 'x,xai'],
  ['compare', 'x,xai,linkedin'],
  ['compare', 'x,xai,linkedin,x,xai'],
]

/** Short queries with large responses. */
const ALL_OF_CLAIM = `slug data { slug narrower { slug } names { value } } uses { slug names { value } }
  assertions { slug via { __typename } claimant { names { value } } quote { exact foundIn translations { value } } source { slug versions { slug } } }
  status { value decidedBy { slug } caveats { slug } representatives { parties { slug } } } relations { kind from { slug } to { slug } }`
const GREEDY = [
  '{ sources(first: 1, orderBy: NEWEST) { nodes { slug } } source(slug: "x-privacy-policy") { slug versions { slug kind capturedAt sha256 } } }',
  '{ sources(first: 100) { nodes { slug versions { slug kind note } derivedFrom { source { slug } } } } }',
  '{ dataCategories { slug name { value language } narrower { slug narrower { slug } } externalIds { scheme value } } }',
  '{ uses { slug name { value } broader { slug } } revisions { number recordedAt author reason } stats { byKind { kind count } byStatus { status count } } }',
  '{ dataCategories(topOnly: true) { slug narrower { slug narrower { slug narrower { slug narrower { slug } } } } } }',
  '{ comparison(entities: ["x"]) { rows { dataCategory { slug } narrower { slug } } columns { use { slug } } cells { useSlug dataCategorySlug counts { status count } claims { slug sentence { value } } } } }',
  '{ graph(roots: ["Entity:x"], depth: 4, limit: 200) { nodes { id kind depth label { value } } edges { from to role stance polarity } complete } }',
  '{ paths(from: "Entity:x", to: "Entity:xai", maxLength: 6, limit: 50) { paths { nodes { id } edges { from to } claims { slug } } } }',
  '{ timeline(entity: "x", clocks: [SAID, HOLDS, RECORDED], first: 100) { nodes { date kind claim { slug } capture { found { slug } absent { slug } } } } }',
  '{ search(text: "x", first: 100) { nodes { slug match { value highlights { start end } } } } }',
  `{ claim(slug: "x-collects-biometric-data") { ${ALL_OF_CLAIM} } }`,
  `{ claims(first: 8, orderBy: MOST_CONTESTED) { edges { node { ${ALL_OF_CLAIM} } } } }`,
  '{ entities(first: 100) { totalCount nodes { slug names { value kind } externalIds { value } speaksFor { validFrom } claims(first: 5) { totalCount nodes { slug } } } } }',
  '{ story(slug: "x-privacy-2023") { claims(first: 100) { totalCount pageInfo { endCursor } nodes { slug assertions { slug } } } } }',
]

describe('cost of a query', () => {
  const linked = LINKED.map(([kind, slug]) => ({
    place: `linked from a page of ${kind}: ${slug}`,
    text: graphqlQuery(kind, slug, 'en', null),
    variables: {},
  }))
  const examples = EXAMPLES.map(({ name, text }) => ({ place: name, text, variables: {} }))
  const search = { place: 'linked from a search', text: searchQuery('data', 'en', null, null), variables: {} }
  const greedy = GREEDY.map((text) => ({ place: text, text, variables: {} }))
  it.each([...examples, ...DOCUMENTED, ...linked, search, ...greedy])(
    'is at least the number of fields in its response: $place',
    async ({ text, variables }) => {
      const { points, fields } = await send(text, variables)
      expect(fields).toBeGreaterThan(0)
      expect(points).toBeGreaterThanOrEqual(fields)
      expect(points).toBeLessThanOrEqual(MAX_COST)
    },
  )

  it.each(EXAMPLES)('allows more than the playground example: $title', async ({ text }) => {
    expect((await send(text)).points).toBeLessThan(0.6 * MAX_COST)
  })
})
