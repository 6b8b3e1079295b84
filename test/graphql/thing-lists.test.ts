import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { OpenStore } from '../open-store.ts'
import { answerTo, ask, counting, openSeeded } from './seeded-store.ts'

const STORIES = ['x-privacy-2023', 'roll20-personal-data']
let open: OpenStore
let revision: number
beforeAll(async () => {
  open = await openSeeded()
  revision = await open.store.revisionAt(null)
})
afterAll(() => open.database.close())

interface Found {
  readonly totalCount: number
  readonly nodes: readonly { readonly slug: string }[]
}
type List = 'entities' | 'sources'
/** Slugs of a list. Expects totalCount to be their number. */
async function find(list: List, args: string): Promise<readonly string[]> {
  const query = `{ ${list}(first: 100, ${args}) { totalCount nodes { slug } } }`
  const { totalCount, nodes } = (await ask<Record<List, Found>>(open.store, query))[list]
  expect(totalCount).toBe(nodes.length)
  return nodes.map(({ slug }) => slug)
}
const claimsOf = async (story: string): Promise<readonly ClaimDetails[]> =>
  (
    await open.store.claimPage(
      { story: toSlug(story) },
      'SLUG',
      { limit: 1000, backwards: false, cursor: null },
      toRevisionNumber(revision),
    )
  ).items
const distinct = (slugs: readonly string[]): readonly string[] => [...new Set(slugs)].sort()

describe('filter of entities', () => {
  it.each(STORIES)('by the story %s finds exactly the entities that its claims name', async (story) => {
    // The publisher of a document is no entity that a claim or an assertion names.
    const named = distinct(
      (await claimsOf(story)).flatMap(({ namedEntities, claim, assertions }) => {
        const things = [claim.subject, claim.object, ...assertions.flatMap(({ via }) => via)]
        const speakers = assertions.flatMap(({ claimantId, lacksFrom }) => [claimantId, lacksFrom])
        const ids = new Set<string>([
          ...things.flatMap((thing) => (thing?.kind === 'Entity' ? [thing.id] : [])),
          ...speakers.flatMap((id) => id ?? []),
        ])
        return namedEntities.map(({ id }) => id).filter((id) => ids.has(id))
      }),
    )
    expect(await find('entities', `filter: { story: "${story}" }`)).toEqual(named)
    expect(named.length).toBeGreaterThan(0)
    expect(named.length).toBeLessThan(await open.store.countEntities({}, toRevisionNumber(revision)))
  })

  it('by a text finds the entities that a search finds', async () => {
    for (const text of ['x', 'musk', 'twit', 'nowhere']) {
      const query = `{ search(text: "${text}", kinds: [Entity], first: 100) { nodes { slug } } }`
      const { search } = await ask<{ search: Found }>(open.store, query)
      const found = distinct(search.nodes.map(({ slug }) => slug))
      expect(await find('entities', `filter: { text: "${text}" }`)).toEqual(found)
    }
    expect(await find('entities', 'filter: { text: "twit" }')).toEqual(['x'])
  })

  it('by several parts finds the entities that satisfy all', async () => {
    expect(await find('entities', 'filter: { story: "x-privacy-2023", kinds: [Person] }')).toEqual([
      'alex-ivanovs',
      'elon-musk',
    ])
    expect(await find('entities', 'filter: { story: "roll20-personal-data", text: "musk" }')).toEqual([])
  })

  it('by kinds finds the entities of any of them', async () => {
    const people = await find('entities', 'filter: { kinds: [Person] }')
    expect(people).toContain('elon-musk')
    const services = await find('entities', 'filter: { kinds: [Service] }')
    expect(services).toContain('x')
    expect(services.filter((slug) => people.includes(slug))).toEqual([])
    expect(await find('entities', 'filter: { kinds: [Person, Service] }')).toEqual([...people, ...services].sort())
  })

  it('without a value is no condition', async () => {
    expect(await find('entities', 'filter: { kinds: null, story: null, text: null }')).toHaveLength(
      await open.store.countEntities({}, toRevisionNumber(revision)),
    )
  })
})

describe('filter of sources', () => {
  it.each(STORIES)(
    'by the story %s finds the sources of its assertions and the sources that are subjects',
    async (story) => {
      const claims = await claimsOf(story)
      const named = distinct(claims.flatMap(({ namedSources }) => namedSources.map(({ id }) => id)))
      expect(await find('sources', `filter: { story: "${story}" }`)).toEqual(named)
      expect(named.length).toBeGreaterThan(0)
      expect(named.length).toBeLessThan(await open.store.countSources({}, toRevisionNumber(revision)))
    },
  )

  it('combines with every order', async () => {
    const bySlug = await find('sources', 'filter: { story: "x-privacy-2023" }')
    const newest = await find('sources', 'filter: { story: "x-privacy-2023" }, orderBy: NEWEST')
    expect(newest).not.toEqual(bySlug)
    expect(newest.toSorted()).toEqual(bySlug)
  })

  it('by publisher, kind and text finds the sources that satisfy all', async () => {
    const all = await open.store.sourcePage(
      {},
      'SLUG',
      { limit: 100, backwards: false, cursor: null },
      toRevisionNumber(revision),
    )
    const ofX = all.items.filter(({ publishedBy }) => publishedBy === 'x').map(({ id }) => id)
    expect(ofX.length).toBeGreaterThan(0)
    expect(ofX.length).toBeLessThan(all.items.length)
    expect(await find('sources', 'filter: { publishedBy: "x" }')).toEqual(ofX)
    const policies = all.items.filter(({ kind }) => kind === 'POLICY').map(({ id }) => id)
    expect(await find('sources', 'filter: { kinds: [POLICY] }')).toEqual(policies)
    const both = policies.filter((id) => ofX.includes(id))
    expect(await find('sources', 'filter: { kinds: [POLICY], publishedBy: "x" }')).toEqual(both)
    expect(await find('sources', 'filter: { text: "aplikasi pengguna" }')).toEqual(['article'])
    expect(await find('sources', 'filter: { text: "aplikasi", publishedBy: "x" }')).toEqual([])
  })
})

describe('filter of entities and sources', () => {
  it.each([
    ['entities', 'story'],
    ['sources', 'story'],
    ['sources', 'publishedBy'],
  ])('in %s gives NOT_FOUND for an unknown slug of %s', async (list, key) => {
    for (const slug of ['misspelt', '']) {
      const { errors } = await answerTo(open.store, `{ ${list}(filter: { ${key}: "${slug}" }) { totalCount } }`)
      expect(errors).toEqual([{ code: 'NOT_FOUND', argument: `filter.${key}` }])
    }
  })

  it.each(['entities', 'sources'])('in %s rejects a text without a word', async (list) => {
    const { errors } = await answerTo(open.store, `{ ${list}(filter: { text: "?!" }) { totalCount } }`)
    expect(errors).toEqual([{ code: 'BAD_INPUT', argument: 'filter.text' }])
  })

  it('reads the state as of a given instant', async () => {
    const query = '{ entities(asOf: "2020-01-01T00:00:00Z", filter: { kinds: [Person] }) { totalCount } }'
    expect(await ask(open.store, query)).toEqual({ entities: { totalCount: 0 } })
  })

  it('costs a constant number of statements for any number of results', async () => {
    const { store, statements } = counting(open.engine)
    const cost = async (filter: string): Promise<number> => {
      const before = statements()
      await ask(store, `{ entities(first: 100, filter: ${filter}) { totalCount nodes { slug } } }`)
      return statements() - before
    }
    expect(await cost('{ story: "x-privacy-2023" }')).toBe(await cost('{ story: "roll20-personal-data" }'))
    expect(await cost('{ kinds: [Person, Service, Organization, Group] }')).toBe(2)
  })
})

describe('list of stories', () => {
  it('counts stories only', async () => {
    const store = { ...open.store, countByKind: () => Promise.reject(new Error('counts all rows of all kinds')) }
    expect(await ask(store, '{ stories(first: 1) { totalCount nodes { slug } } }')).toMatchObject({
      stories: { totalCount: STORIES.length, nodes: [{}] },
    })
  })
})
