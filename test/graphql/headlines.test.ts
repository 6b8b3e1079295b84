import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { schema } from '../../src/graphql/schema.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { headline } from '../../src/sentences/headline.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { everyStanding } from '../contracts/every-standing.ts'
import type { OpenStore } from '../open-store.ts'
import { judge, type Propositions, propositionsIn } from '../site/headline-walk.ts'
import { walkSchema } from './schema-walk.ts'
import { ask, NOW, openEmpty, readSeedDataset } from './seeded-store.ts'

/** Maximum of queries for each field of the root: each selects every field below. */
const MAX_QUERIES = 2

interface Tally {
  texts: number
  headlines: number
  edges: number
  readonly faults: string[]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a response: headlines as one text, edges and nodes with their polarity, and each other text alone. */
function read(
  value: unknown,
  propositions: Propositions,
  claims: ReadonlyMap<string, ClaimDetails>,
  tally: Tally,
): void {
  if (Array.isArray(value)) for (const item of value) read(item, propositions, claims, tally)
  if (typeof value === 'string') judgeText(value, propositions, tally)
  if (!isObject(value)) return
  if (value['__typename'] === 'Headline') {
    const [words, status, by] = ['proposition', 'status', 'by'].map((field) => value[`Headline_${field}`])
    judgeText(`${words} – ${status}: ${by}`, propositions, tally)
    return
  }
  if (value['__typename'] === 'GraphEdge') judgeEdge(value, claims, tally)
  // Texts of editors and words of sources are printed unchanged, so they may repeat a headline.
  if (value['__typename'] === 'Quote' || value['__typename'] === 'ClaimWording') return
  for (const own of Object.values(value)) read(own, propositions, claims, tally)
}

function judgeText(text: string, propositions: Propositions, tally: Tally): void {
  const { headlines, faults } = judge(text, propositions)
  tally.texts += 1
  tally.headlines += headlines
  tally.faults.push(...faults)
}

/** An edge has the polarity of its claimant, or else that of its claim, which is null only if the claim has none. */
function judgeEdge(
  edge: Readonly<Record<string, unknown>>,
  claims: ReadonlyMap<string, ClaimDetails>,
  tally: Tally,
): void {
  tally.edges += 1
  const claim = claims.get(String(edge['GraphEdge_from']).replace('Claim:', ''))
  const polarity = edge['GraphEdge_polarity'] ?? null
  const isFine = edge['GraphEdge_role'] === 'CLAIMANT' ? polarity !== null : polarity === claim?.status.polarity
  if (!isFine) tally.faults.push(`edge without polarity: ${JSON.stringify(edge)}`)
}

describe.each([
  ['the seeds', readSeedDataset],
  ['claims of every status', async () => everyStanding()],
])('API over %s', (_, datasetOf) => {
  let open: OpenStore
  let claims: readonly ClaimDetails[]
  let values: Parameters<typeof walkSchema>[1]
  beforeAll(async () => {
    const dataset = await datasetOf()
    open = await openEmpty()
    await open.load(dataset, { author: 'test', set: 'test', now: NOW })
    const store = open.database.visibleTo(PUBLIC_VIEWER)
    const ids = dataset.claims.map(({ item }) => item.id)
    claims = (await store.claims(ids, await store.revisionAt(null))).flatMap((claim) => claim ?? [])
    const { entities, sources, stories, concepts } = dataset
    const kinds = { Entity: entities, Source: sources, Story: stories, Claim: dataset.claims }
    const firsts = Object.entries(kinds).flatMap(([kind, items]) =>
      items.slice(0, 3).map(({ item }) => ({ kind, slug: item.id })),
    )
    const all = [...firsts, ...concepts.slice(0, 3).map(({ item }) => ({ kind: item.kind, slug: item.id }))]
    values = {
      slugs: all.map(({ slug }) => slug),
      ids: all.map(({ kind, slug }) => `${kind}:${slug}`),
      words: ['x', 'data', 'collects'],
      externalIds: ['wikidata:Q918'],
      instants: ['2026-11-01T00:00:00Z'],
    }
  })
  afterAll(() => open.database.close())

  it.each(MESSAGES)(
    'has no proposition without status and by-line, in $name',
    { timeout: 240_000 },
    async (messages) => {
      const store = open.database.visibleTo(PUBLIC_VIEWER)
      const names = await namesOfClaims(store, claims, await store.revisionAt(null))
      const propositions = propositionsIn(claims, names, messages)
      const bySlug = new Map(claims.map((details) => [details.claim.id, details] as const))
      const tally: Tally = { texts: 0, headlines: 0, edges: 0, faults: [] }
      const count = new Map<string, number>()
      const queries = walkSchema(schema, values).queries.filter(({ field }) => {
        count.set(field, (count.get(field) ?? 0) + 1)
        return (count.get(field) ?? 0) <= MAX_QUERIES
      })
      for (const { query } of queries) {
        const inLanguage = query.replace(
          /: (headline|headlines|label|sentence|name)(?= \{)/g,
          `: $1(language: "${messages.tag}")`,
        )
        read(await ask(store, inLanguage).catch(() => null), propositions, bySlug, tally)
      }
      console.log(
        `${queries.length} queries, ${tally.texts} texts, ${tally.headlines} headlines, ${tally.edges} edges.`,
      )
      expect([...new Set(tally.faults)].slice(0, 5)).toEqual([])
      expect(tally.headlines).toBeGreaterThan(100)
      expect(tally.edges).toBeGreaterThan(50)
    },
  )
})

describe('judge of edges and headlines', () => {
  it('rejects an edge without its polarity, and a headline of another polarity', async () => {
    const open = await openEmpty()
    await open.load(everyStanding(), { author: 'test', set: 'test', now: NOW })
    const store = open.database.visibleTo(PUBLIC_VIEWER)
    const revision = await store.revisionAt(null)
    const [details] = (await store.claims(['claim-0009'].map(toSlug), revision)).flatMap((claim) => claim ?? [])
    if (!details) throw new Error('The data set has the claim.')
    const names = await namesOfClaims(store, [details], revision)
    const [messages] = MESSAGES
    if (!messages) throw new Error('There are messages.')
    const propositions = propositionsIn([details], names, messages)
    const tallyOf = (value: unknown): readonly string[] => {
      const tally: Tally = { texts: 0, headlines: 0, edges: 0, faults: [] }
      read(value, propositions, new Map([[details.claim.id, details]]), tally)
      return tally.faults
    }
    const edge = { __typename: 'GraphEdge', GraphEdge_from: 'Claim:claim-0009', GraphEdge_role: 'DATA' }
    expect(tallyOf({ ...edge, GraphEdge_polarity: 'NEGATES' })).toEqual([])
    expect(tallyOf({ ...edge, GraphEdge_polarity: null })).toHaveLength(1)
    expect(tallyOf({ ...edge, GraphEdge_role: 'CLAIMANT', GraphEdge_polarity: null })).toHaveLength(1)
    const { proposition, status, by } = headline(details, names, messages)
    const words = {
      __typename: 'Headline',
      Headline_proposition: proposition,
      Headline_status: status,
      Headline_by: by,
    }
    expect(tallyOf(words)).toEqual([])
    expect(
      tallyOf({ ...words, Headline_proposition: proposition.replace('does not collect', 'collects') }),
    ).toHaveLength(1)
    expect(tallyOf({ ...words, Headline_status: 'Stated not to' })).toHaveLength(1)
    expect(tallyOf({ value: proposition })).toHaveLength(1)
    await open.database.close()
  })
})
