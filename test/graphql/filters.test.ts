import { parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { type ConceptTree, withNarrower } from '../../src/domain/concept-tree.ts'
import { PREDICATE_NAMES } from '../../src/domain/predicate.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { EVIDENTIALITIES, STANCES } from '../../src/domain/stance.ts'
import type { Story } from '../../src/domain/story.ts'
import { schema } from '../../src/graphql/schema.ts'
import { firstDay, lastDay } from '../../src/text/partial-date.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
let claims: readonly ClaimDetails[]
let stories: readonly (Story | null)[]
let concepts: Readonly<Record<'DataCategory' | 'Use', ConceptTree>>
beforeAll(async () => {
  open = await openSeeded()
  const { store } = open
  const revision = await store.revisionAt(null)
  claims = (await store.claimPage({}, 'SLUG', { limit: 1000, backwards: false, cursor: null }, revision)).items
  stories = await store.stories(['x-privacy-2023', 'roll20-personal-data'].map(toSlug), revision)
  concepts = {
    DataCategory: await store.conceptTree('DataCategory', revision),
    Use: await store.conceptTree('Use', revision),
  }
})
afterAll(() => open.database.close())

interface Filter {
  readonly claim?: string
  readonly story?: string
  readonly subject?: string
  readonly party?: string
  readonly object?: string
  readonly predicates?: readonly string[]
  readonly dataCategory?: string
  readonly use?: string
  readonly statuses?: readonly string[]
  readonly stances?: readonly string[]
  readonly claimant?: string
  readonly source?: string
  readonly notInSource?: string
  readonly evidentialities?: readonly string[]
  readonly validOn?: string
  readonly assertedBetween?: { readonly from?: string; readonly until?: string; readonly undated?: boolean }
  readonly text?: string
}

const CLAIMS = 'query ($filter: ClaimFilter) { claims(filter: $filter, first: 100) { totalCount nodes { slug } } }'
interface Found {
  readonly claims: { readonly totalCount: number; readonly nodes: readonly { readonly slug: string }[] }
}
async function find(filter: Filter): Promise<readonly string[]> {
  const { nodes, totalCount } = (await ask<Found>(open.store, CLAIMS, { filter })).claims
  expect(totalCount).toBe(nodes.length)
  return nodes.map(({ slug }) => slug)
}

/** Expected meaning of each part that one and the same assertion must satisfy, from the schema's descriptions. */
const SAYS: { readonly [K in Voiced]: (one: Assertion, wanted: Required<Filter>[K]) => boolean } = {
  stances: ({ stance }, some) => some.includes(stance),
  claimant: ({ claimantId }, id) => claimantId === id,
  source: ({ sourceId }, id) => sourceId === id,
  evidentialities: ({ evidentiality }, some) => some.includes(evidentiality),
  validOn: ({ heldFrom, heldUntil }, day) => mayBeIn(heldFrom, heldUntil, day),
  assertedBetween: ({ assertedAt }, { from = '0001', until = '9999', undated = false }) =>
    assertedAt === null ? undated : lastDay(assertedAt) >= firstDay(from) && firstDay(assertedAt) <= lastDay(until),
}
type Voiced = 'stances' | 'claimant' | 'source' | 'evidentialities' | 'validOn' | 'assertedBetween'

/** Expected meaning of each part that the claim must satisfy. */
type OfClaim = Exclude<keyof Filter, Voiced> | 'validOn'
const MEANS: { readonly [K in OfClaim]: (details: ClaimDetails, wanted: Required<Filter>[K]) => boolean } = {
  claim: ({ claim }, id) => claim.id === id,
  story: ({ claim }, story) => stories.some((one) => one?.id === story && one.claimIds.includes(claim.id)),
  subject: ({ claim }, id) => isEntity(claim.subject, id),
  party: ({ claim }, id) => isEntity(claim.subject, id) || isEntity(claim.object, id),
  object: ({ claim }, id) => isEntity(claim.object, id),
  predicates: ({ claim }, some) => some.includes(claim.predicate),
  dataCategory: ({ claim }, id) =>
    claim.data.some((own) => withNarrower(toSlug(id), concepts.DataCategory).includes(own)),
  use: ({ claim }, id) =>
    [...claim.uses, ...(claim.object?.kind === 'Use' ? [claim.object.id] : [])].some((own) =>
      withNarrower(toSlug(id), concepts.Use).includes(own),
    ),
  statuses: ({ status }, some) => some.includes(status.status),
  notInSource: ({ assertions }, id) => assertions.every(({ sourceId }) => sourceId !== id),
  validOn: ({ claim }, day) => mayBeIn(claim.validFrom, claim.validTo, day),
  text: ({ claim }, text) => foundByText.get(text)?.includes(claim.id) ?? false,
}
const isEntity = (thing: { readonly kind: string; readonly id?: string } | null, id: string): boolean =>
  thing?.kind === 'Entity' && thing.id === id
/** An unknown bound includes every day. */
const mayBeIn = (from: string | null, to: string | null, day: string): boolean =>
  (from === null || firstDay(from) <= lastDay(day)) && (to === null || lastDay(to) >= firstDay(day))

/** Search text → slugs of the claims that a search finds. */
const foundByText = new Map<string, readonly string[]>()
const TEXTS = ['data', 'x', 'biometrik', 'musk linkedin', 'nowhere']
beforeAll(async () => {
  for (const text of TEXTS) {
    const query = '{ search(text: "T", kinds: [Claim], first: 100) { nodes { slug } } }'.replace('T', text)
    const { search } = await ask<{ search: { nodes: readonly { slug: string }[] } }>(open.store, query)
    foundByText.set(
      text,
      search.nodes.map(({ slug }) => slug),
    )
  }
})

function expectedFor(filter: Filter): readonly string[] {
  const holds = <K extends OfClaim>(details: ClaimDetails, key: K, wanted: Filter[K]): boolean =>
    wanted === undefined || MEANS[key](details, wanted as Required<Filter>[K])
  const { source, notInSource, ...rest } = filter
  const day = filter.validOn
  // Both together mean: in the one source and not in the other.
  const both = source !== undefined && notInSource !== undefined
  const single: Filter = both ? { ...rest, source } : filter
  const keys = Object.keys(MEANS) as OfClaim[]
  const voiced = (Object.keys(SAYS) as Voiced[]).filter((key) => single[key] !== undefined)
  const says = <K extends Voiced>(one: Assertion, key: K): boolean => SAYS[key](one, single[key] as Required<Filter>[K])
  // A claim without assertions matches every day, since no assertion contradicts it.
  const isHeard = ({ assertions }: ClaimDetails): boolean =>
    (assertions.length === 0 && voiced.every((key) => key === 'validOn')) ||
    assertions.some((one) => voiced.every((key) => says(one, key)))
  return claims
    .map((details) => (day === undefined ? details : { ...details, status: claimStatus(details, { validOn: day }) }))
    .filter((details) => keys.every((key) => holds(details, key, single[key])) && isHeard(details))
    .filter(
      (details) => !both || sidesOf(details, source).some((side) => !sidesOf(details, notInSource).includes(side)),
    )
    .map(({ claim }) => claim.id)
}

const sidesOf = ({ assertions }: ClaimDetails, id: string): readonly string[] =>
  assertions
    .filter(({ sourceId }) => sourceId === id)
    .map(({ stance, polarity }) => (stance === 'SPECULATES' ? 'UNKNOWN' : polarity))

const entity = fc.constantFrom('x', 'elon-musk', 'xai', 'linkedin', 'bloomberg', 'roll20')
const source = fc.constantFrom('article', 'x-privacy-policy', 'roll20-terms')
const day = fc.constantFrom('2022', '2022-06-09', '2023', '2023-08', '2023-09-01', '2024-02', '2026-01-01')
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    claim: fc.constantFrom('x-sells-user-data'),
    story: fc.constantFrom('x-privacy-2023', 'roll20-personal-data'),
    subject: entity,
    party: entity,
    object: entity,
    predicates: fc.subarray([...PREDICATE_NAMES], { minLength: 1 }),
    dataCategory: fc.constantFrom('user-data', 'biometric', 'public-data', 'employment', 'dm-contents'),
    use: fc.constantFrom('train-ai-models', 'train-x-ai', 'xai-mission', 'compete-with-linkedin'),
    statuses: fc.subarray([...STATUSES], { minLength: 1 }),
    stances: fc.subarray([...STANCES], { minLength: 1 }),
    claimant: entity,
    source,
    notInSource: source,
    evidentialities: fc.subarray([...EVIDENTIALITIES], { minLength: 1 }),
    validOn: day,
    assertedBetween: fc
      .record({ from: day, until: day, undated: fc.boolean() }, { requiredKeys: [] })
      .filter(({ from = '0001', until = '9999' }) => firstDay(from) <= lastDay(until)),
    text: fc.constantFrom(...TEXTS),
  },
  { requiredKeys: [] },
)
/** One to three parts; more parts seldom match any claim. */
const few = filters
  .chain((all) => fc.shuffledSubarray(Object.entries(all), { maxLength: 3 }))
  .map((some): Filter => Object.fromEntries(some))

/** Neo4j plans a query anew for each filter, so it gets fewer runs. */
const RUNS = propertyRuns(process.env.SANAD_TEST_ENGINE === 'neo4j' ? 40 : 300)

describe('filter of claims', () => {
  it('finds exactly the claims that satisfy every given part', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(few, async (filter) => {
        const slugs = await find(filter)
        expect(slugs).toEqual(expectedFor(filter))
        if (slugs.length > 0) found += 1
      }),
      { numRuns: RUNS },
    )
    expect(found).toBeGreaterThan(RUNS / 6)
  })

  it('has a matching and a non-matching claim for each part', async () => {
    const alone: readonly Filter[] = [
      { claim: 'x-sells-user-data' },
      { story: 'roll20-personal-data' },
      { subject: 'x' },
      { party: 'linkedin' },
      { object: 'linkedin' },
      { predicates: ['SELLS'] },
      { dataCategory: 'biometric' },
      { use: 'xai-mission' },
      { statuses: ['DISPUTED'] },
      { stances: ['DENIES'] },
      { claimant: 'elon-musk' },
      { source: 'article' },
      { notInSource: 'article' },
      { evidentialities: ['HEARSAY'] },
      { validOn: '2023-09-01' },
      { assertedBetween: { from: '2023-08', until: '2023-09' } },
      { assertedBetween: { undated: true, until: '2022' } },
      { text: 'biometrik' },
    ]
    expect(new Set(alone.flatMap((filter) => Object.keys(filter)))).toEqual(new Set(Object.keys({ ...MEANS, ...SAYS })))
    for (const filter of alone) {
      const found = await find(filter)
      expect(found, JSON.stringify(filter)).toEqual(expectedFor(filter))
      expect(found.length, JSON.stringify(filter)).toBeGreaterThan(0)
      expect(found.length, JSON.stringify(filter)).toBeLessThan(claims.length)
    }
  })

  it('with a use finds claims with it as object, and with narrower uses', async () => {
    expect(await find({ use: 'xai-mission' })).toEqual([
      'x-uses-biometric-and-related-data-for-xai-mission',
      'x-uses-data-for-xai-mission',
      'xai-pursues-its-mission',
    ])
    expect(await find({ use: 'train-ai-models' })).toEqual(
      expect.arrayContaining([...(await find({ use: 'train-x-ai' }))]),
    )
  })

  it('with a text within a story finds claims of that story only', async () => {
    const both = { text: 'data', story: 'roll20-personal-data' }
    expect(await find(both)).toEqual(expectedFor(both))
    expect(await find(both)).toEqual(['roll20-collects-credit-card-data-directly'])
  })

  it.each(['', '  ', '?!'])('rejects %j as a text, since it has no word', async (text) => {
    const { errors } = await answerTo(open.store, CLAIMS, { filter: { text } })
    expect(errors).toEqual([{ code: 'BAD_INPUT', argument: 'filter.text' }])
  })

  it('treats null as an absent argument', async () => {
    const nothing = Object.fromEntries(Object.keys(MEANS).map((key) => [key, null]))
    expect(await find(nothing)).toHaveLength(claims.length)
  })

  it.each(['claim', 'story', 'subject', 'party', 'object', 'dataCategory', 'use', 'claimant', 'source', 'notInSource'])(
    'gives NOT_FOUND for an unknown slug of %s',
    async (key) => {
      for (const slug of ['misspelt', '']) {
        const { errors } = await answerTo(open.store, CLAIMS, { filter: { [key]: slug } })
        expect(errors, JSON.stringify(slug)).toEqual([{ code: 'NOT_FOUND', argument: `filter.${key}` }])
      }
    },
  )

  it('gives the location of an invalid date in the query', async () => {
    const written = '{ claims(filter: { validOn: "2023-02-30" }) { nodes { slug } } }'
    const [error] = validate(schema, parse(written))
    expect(error).toMatchObject({ locations: [{ line: 1, column: 29 }], extensions: { code: 'BAD_INPUT' } })
  })

  it.each([
    { validOn: '2023-02-30' },
    { validOn: 'yesterday' },
    { assertedBetween: { from: '2023-13' } },
    { statuses: ['TRUE'] },
    { subject: 5 },
    { nothing: 'x' },
  ])('rejects %j', async (filter) => {
    expect((await answerTo(open.store, CLAIMS, { filter })).errors).toMatchObject([{ code: 'BAD_INPUT' }])
  })
})

describe('argument that excludes every claim', () => {
  it.each([
    ['claims(filter: { statuses: [] }) { totalCount }', 'filter.statuses'],
    ['claims(filter: { stances: [], predicates: [SELLS] }) { totalCount }', 'filter.stances'],
    ['claims(filter: { assertedBetween: { from: "2024", until: "2023" } }) { totalCount }', 'filter.assertedBetween'],
    ['entities(filter: { kinds: [] }) { totalCount }', 'filter.kinds'],
    ['sources(filter: { kinds: [] }) { totalCount }', 'filter.kinds'],
    ['search(text: "x", kinds: []) { totalCount }', 'kinds'],
    ['timeline(entity: "x", clocks: []) { totalCount }', 'clocks'],
    ['timeline(entity: "x", from: "2025-02", until: "2025-01") { totalCount }', 'from'],
    ['graph(roots: ["Entity:x"], filter: { statuses: [] }) { complete }', 'filter.statuses'],
  ])('is rejected instead of giving an empty list: %s', async (field, argument) => {
    const { errors } = await answerTo(open.store, `{ ${field} }`)
    expect(errors).toMatchObject([{ code: 'BAD_INPUT', argument }])
  })

  it('is distinct from a period whose partial end date may follow its start', async () => {
    const { errors } = await answerTo(
      open.store,
      '{ claims(filter: { assertedBetween: { from: "2023-08-31", until: "2023" } }) { totalCount } }',
    )
    expect(errors).toEqual([])
  })
})
