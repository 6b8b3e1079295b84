import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { STANDINGS } from '../../src/domain/standing.ts'
import { schema } from '../../src/graphql/schema.ts'
import { richDataset } from '../contracts/rich-dataset.ts'
import { assertion, EARLY, LATE, smallDataset } from '../contracts/small-dataset.ts'
import type { OpenStore } from '../open-store.ts'
import { type Answer, answerTo, NOW, openEmpty } from './seeded-store.ts'

const CLAIM = `slug sentence { value } status { value label { value } decidedBy { slug } } data { slug }
  subject { ... on Node { id } } relations { kind from { slug } to { slug } }
  assertions { slug stance recordedIn { number recordedAt } source { slug } claimant { slug names { value } } }`
const LIST = 'totalCount complete pageInfo { hasNextPage endCursor }'
const EMPTY = { totalCount: 0, complete: true, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

/** For each field of Query with asOf: a query, and its data before the first revision. */
const QUESTIONS: Readonly<Record<string, readonly [query: string, before: unknown]>> = {
  claim: [`claim(slug: "claim-0000", AS_OF) { ${CLAIM} }`, null],
  claims: [`claims(orderBy: MOST_CONTESTED, AS_OF) { ${LIST} nodes { ${CLAIM} } }`, EMPTY],
  dataCategory: [
    'dataCategory(slug: "posts", AS_OF) { id name { value } narrower { id } claims { totalCount } }',
    null,
  ],
  use: ['use(slug: "advertise", AS_OF) { id name { value } claims { totalCount } }', null],
  dataCategories: ['dataCategories(AS_OF) { id name { value } narrower { id } claims { totalCount } }', []],
  entities: [`entities(AS_OF) { ${LIST} nodes { id claims { totalCount nodes { ${CLAIM} } } } }`, EMPTY],
  entity: [`entity(slug: "musk", AS_OF) { names { value } claimsAsClaimant { nodes { ${CLAIM} } } }`, null],
  node: ['node(id: "Source:policy", AS_OF) { id ... on Source { claims { totalCount nodes { slug } } } }', null],
  nodes: ['nodes(ids: ["Entity:x", "Claim:claim-0001", "Story:story"], AS_OF) { id }', [null, null, null]],
  revision: ['revision(AS_OF) { number recordedAt }', null],
  similarClaims: [
    'similarClaims(text: "messages", limit: 2, AS_OF) { claims { score } complete }',
    { claims: [], complete: true },
  ],
  search: [`search(text: "x", AS_OF) { ${LIST} nodes { kind slug node { id } match { value } } }`, EMPTY],
  source: ['source(slug: "policy", AS_OF) { id publishedBy { id } }', null],
  sources: [`sources(AS_OF) { ${LIST} nodes { id } }`, EMPTY],
  stats: [
    'stats(AS_OF) { revision byStatus { count } byKind { count } }',
    { revision: 0, byStatus: STANDINGS.map(() => ({ count: 0 })), byKind: Array(6).fill({ count: 0 }) },
  ],
  stories: [`stories(AS_OF) { ${LIST} nodes { id claims { nodes { ${CLAIM} } } } }`, EMPTY],
  story: ['story(slug: "story", AS_OF) { id title { value } claims { totalCount } }', null],
  uses: ['uses(AS_OF) { id }', []],
}
/** For fields that start from an entity: a query, and the argument that names an unknown entity. */
const FROM_SOMETHING: Readonly<Record<string, readonly [query: string, argument: string]>> = {
  claims: ['claims(filter: { subject: "x" }, AS_OF) { nodes { slug } }', 'filter.subject'],
  comparison: [
    'comparison(entities: ["x"], AS_OF) { rows { dataCategory { slug } } cells { claims { slug } } }',
    'entities',
  ],
  graph: [
    'graph(roots: ["Entity:x"], depth: 3, AS_OF) { complete nodes { id status degree } edges { from to } }',
    'roots',
  ],
  paths: [
    'paths(from: "Entity:x", to: "Entity:musk", through: [CLAIMANT, SUBJECT], AS_OF) { paths { length } }',
    'from',
  ],
  timeline: [
    `timeline(entity: "x", clocks: [SAID, RECORDED], AS_OF) { ${LIST} nodes { date kind assertion { slug } } }`,
    'entity',
  ],
}
const ALL = [...Object.values(QUESTIONS), ...Object.values(FROM_SOMETHING)].map(([query]) => query)

const [messages] = smallDataset().concepts
const first: Dataset = {
  ...smallDataset(),
  concepts: [
    ...smallDataset().concepts,
    ...(messages ? [{ ...messages, item: { ...messages.item, id: toSlug('advertise'), kind: 'Use' as const } }] : []),
  ],
}

let open: OpenStore
beforeAll(async () => {
  open = await openEmpty()
  await load(first, 'small')
})
afterAll(() => open.database.close())

const load = (dataset: Dataset, set: string) => open.load(dataset, { author: 'test', set, now: NOW })
const at = (query: string, asOf: string): Promise<Answer> =>
  answerTo(open.store, `{ ${query.replace('AS_OF', `asOf: "${asOf}"`)} }`)

it('asOf is tested for every field that has it', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  const names = fields.filter(({ args }) => args.some(({ name }) => name === 'asOf')).map(({ name }) => name)
  expect([...new Set([...Object.keys(QUESTIONS), ...Object.keys(FROM_SOMETHING)])].toSorted()).toEqual(names.toSorted())
})

describe('asOf before the first revision', () => {
  const BEFORE = '2025-12-31T23:59:59.999Z'

  it.each(Object.entries(QUESTIONS))('gives no data for %s', async (field, [query, before]) => {
    expect(await at(query, BEFORE)).toEqual({ data: { [field]: before }, errors: [] })
    expect(await at(query, EARLY)).not.toEqual(await at(query, BEFORE))
  })

  it.each(Object.entries(FROM_SOMETHING))('gives NOT_FOUND for %s with its argument', async (_, [query, argument]) => {
    expect((await at(query, BEFORE)).errors).toEqual([{ code: 'NOT_FOUND', argument }])
    expect((await at(query, EARLY)).errors).toEqual([])
  })
})

describe('asOf at a revision', () => {
  it('gives the state between two revisions, for an instant in any time zone', async () => {
    const status = async (asOf: string): Promise<unknown> =>
      (await at('claim(slug: "claim-0000", AS_OF) { status { value } }', asOf)).data
    expect(await status(EARLY)).toEqual({ claim: { status: { value: 'STATED' } } })
    expect(await status('2026-05-31T23:59:59Z')).toEqual(await status(EARLY))
    expect(await status(LATE)).toEqual({ claim: { status: { value: 'DISPUTED' } } })
    expect(await status('2026-06-01T07:00:00+07:00')).toEqual(await status(LATE))
    expect(await status('2026-06-01T06:59:59+07:00')).toEqual(await status(EARLY))
  })

  it('gives the same data after later loads that add, change and remove claims', async () => {
    const before = await Promise.all([EARLY, LATE].map((asOf) => Promise.all(ALL.map((query) => at(query, asOf)))))
    const now = '2026-12-31T00:00:00Z'
    const latest = await Promise.all(ALL.map((query) => at(query, now)))

    await load(richDataset(), 'rich')
    const small = smallDataset(4)
    const said = assertion('more', 'claim-0001', { stance: 'DENIES', polarity: 'NEGATES', claimantId: 'musk' })
    const entities = small.entities.map(({ item, ...rest }) => ({
      ...rest,
      item: { ...item, names: item.names.map((name) => ({ ...name, value: `New ${name.value}` })), speaksFor: [] },
    }))
    const assertions = [...small.assertions, { item: said, recordedAt: NOW.toISOString() }]
    expect(await load({ ...small, entities, assertions }, 'small')).toMatchObject({ changed: true })

    const after = await Promise.all([EARLY, LATE].map((asOf) => Promise.all(ALL.map((query) => at(query, asOf)))))
    expect(after).toEqual(before)
    const latestNow = await Promise.all(ALL.map((query) => at(query, now)))
    const isMoved = (response: Answer, i: number): boolean => JSON.stringify(response) !== JSON.stringify(latest[i])
    expect(latestNow.filter(isMoved).length).toBeGreaterThan(10)
  })

  it.each(['2026-01-01', 'yesterday', '2026-13-01T00:00:00Z', '2026-01-01T00:00:00'])('rejects %s', async (asOf) => {
    for (const query of ALL) expect((await at(query, asOf)).errors).toMatchObject([{ code: 'BAD_INPUT' }])
  })
})
