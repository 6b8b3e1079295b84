import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustDocuments } from '../../src/graphql/trusted-documents.ts'
import type { OpenStore } from '../open-store.ts'
import { publicContext } from './public-context.ts'
import { ask, counting, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

/** The day before the first sentence on selling took effect. */
const THEN = '2021-08-18'
interface Result {
  readonly slug: string
  readonly status: { readonly value: string }
  readonly sentence: { readonly value: string }
  readonly headline: { readonly proposition: string; readonly by: string }
}
const TOLD = 'slug status { value } sentence { value } headline { proposition status by }'

const list = async (query: string, variables = {}): Promise<readonly Result[]> =>
  (await ask<{ claims: { nodes: readonly Result[] } }>(open.store, query, variables)).claims.nodes

describe('list of claims on a day', () => {
  it('has status, sentence and headline of that day', async () => {
    const nodes = await list(`{ claims(filter: { validOn: "${THEN}" }, first: 100) { nodes { ${TOLD} } } }`)
    const requested = `query ($slug: String!) { claim(slug: $slug) {
      slug status(validOn: "${THEN}") { value } sentence(validOn: "${THEN}") { value } headline(validOn: "${THEN}") { proposition status by } } }`
    const now = await list(`{ claims(first: 100) { nodes { ${TOLD} } } }`)
    let differ = 0
    for (const node of nodes) {
      expect({ claim: node }).toEqual(await ask(open.store, requested, { slug: node.slug }))
      if (JSON.stringify(now).includes(JSON.stringify(node)) === false) differ += 1
    }
    expect(differ).toBeGreaterThan(0)
    expect(nodes.find(({ slug }) => slug === 'x-sells-user-data')?.status.value).toBe('SPECULATED')
    // Musk spoke of a plan. The policy that states the claim took effect later.
    const heading = ({ slug }: Result): boolean => slug === 'x-collects-dm-contents'
    expect(nodes.find(heading)?.headline.proposition).toBe('X will collect the contents of direct messages')
    expect(nodes.find(heading)?.headline.by).toMatch(/^Elon Musk denies it/)
    expect(nodes.find(heading)?.headline.by).not.toMatch(/\bX\b|policy/)
    expect(now.find(heading)?.headline.proposition).toBe('X collects the contents of direct messages')
  })

  const ARGUMENTS = `query ($day: Date) { claims(filter: { validOn: "${THEN}", subject: "x", predicates: [SELLS], claimant: "members-of-the-public" }) { nodes {
    slug status(validOn: $day) { value } sentence(validOn: $day) { value } } } }`
  it.each([
    ['uses the day of the list without an argument', {}, 'SPECULATED'],
    ['uses the day of the argument', { day: '2026' }, 'STATED'],
    ['uses all assertions for null', { day: null }, 'STATED'],
  ])('%s', async (_, variables, status) => {
    const nodes = await list(ARGUMENTS, variables)
    expect(nodes.map((node) => [node.slug, node.status.value])).toEqual([['x-sells-user-data', status]])
    expect(/does not sell/.test(nodes[0]?.sentence.value ?? '')).toBe(status === 'STATED')
    const document = trustDocuments([{ name: 'one', title: '', text: ARGUMENTS }]).byId('one')
    const context = publicContext(open.store)
    expect(JSON.parse(JSON.stringify(await document?.execute(context, variables)))).toEqual({
      data: { claims: { nodes } },
    })
  })

  it('applies the day to related claims, and excludes nested lists of claims', async () => {
    const query = `query ($day: Date) { claims(filter: { validOn: $day, predicates: [SELLS], claimant: "members-of-the-public" }) { nodes {
      relations { from { relations { to { ${TOLD} } } } } subject { ... on Service { claims(first: 100) { nodes { ${TOLD} } } } } } } }`
    interface Around {
      readonly relations: readonly { readonly from: { readonly relations: readonly { readonly to: Result }[] } }[]
      readonly subject: { readonly claims: { readonly nodes: readonly Result[] } }
    }
    const around = async (day: string | null) => {
      const [one] = (await ask<{ claims: { nodes: readonly Around[] } }>(open.store, query, { day })).claims.nodes
      const related = one?.relations.flatMap(({ from }) => from.relations.map(({ to }) => to)) ?? []
      const find = (some: readonly Result[] = []) => some.find(({ slug }) => slug === 'x-sells-user-data')?.status.value
      return [find(related), find(one?.subject.claims.nodes)]
    }
    expect(await around(null)).toEqual(['STATED', 'STATED'])
    expect(await around(THEN)).toEqual(['SPECULATED', 'STATED'])
  })
})

describe('filter by status and day', () => {
  const FIND = `query ($statuses: [Status!], $polarity: Polarity, $day: Date, $order: ClaimOrder! = SLUG, $after: String, $first: Int = 100) {
    claims(filter: { statuses: $statuses, polarity: $polarity, validOn: $day }, orderBy: $order, first: $first, after: $after) {
      totalCount nodes { slug status { value polarity } } pageInfo { hasNextPage endCursor } } }`
  interface Given {
    readonly value: string
    readonly polarity: string | null
  }
  interface Found {
    readonly claims: {
      readonly totalCount: number
      readonly nodes: readonly { readonly slug: string; readonly status: Given }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
  const find = async (variables: Readonly<Record<string, unknown>>): Promise<Found['claims']> =>
    (await ask<Found>(open.store, FIND, variables)).claims

  it.each([THEN, '2022', '2023-09', '2023-09-28', '2023-09-29', '2026'])('matches the status on %s', async (day) => {
    const all = (await find({ day })).nodes
    const statuses = [...new Set(all.map(({ status }) => status.value))]
    expect(statuses.length).toBeGreaterThan(2)
    for (const status of statuses) {
      const { nodes, totalCount } = await find({ day, statuses: status })
      expect(nodes).toEqual(all.filter((node) => node.status.value === status))
      expect(totalCount).toBe(nodes.length)
    }
  })

  it.each([null, THEN, '2023-09', '2026'])('matches the side of the status, each claim once, on %s', async (day) => {
    const all = (await find({ day })).nodes
    const found = await Promise.all(
      ['AFFIRMS', 'NEGATES', 'UNKNOWN'].map(async (polarity) => {
        const { nodes, totalCount } = await find({ day, polarity })
        expect(nodes).toEqual(all.filter(({ status }) => (status.polarity ?? 'UNKNOWN') === polarity))
        expect(totalCount).toBe(nodes.length)
        return nodes
      }),
    )
    expect(found.map(({ length }) => length > 0)).toEqual([true, true, true])
    const negated = (await find({ day, statuses: ['STATED'], polarity: 'NEGATES' })).nodes
    expect(negated).toEqual(all.filter(({ status }) => status.value === 'STATED' && status.polarity === 'NEGATES'))
  })

  it('refuses a side that none of the statuses can have', async () => {
    await expect(find({ statuses: ['CONFIRMED', 'UNKNOWN'], polarity: 'NEGATES' })).rejects.toThrow(
      '"argument":"filter.polarity"',
    )
  })

  it('finds claims by their status on that day, whatever their status is now', async () => {
    const slugs = async (variables: object) => (await find({ ...variables })).nodes.map(({ slug }) => slug)
    expect(await slugs({ day: THEN, statuses: ['SPECULATED'] })).toContain('x-sells-user-data')
    expect(await slugs({ day: THEN, statuses: ['STATED'] })).not.toContain('x-sells-user-data')
    expect(await slugs({ statuses: ['STATED'] })).toContain('x-sells-user-data')
  })

  it("is paged without gaps in the order of that day's statuses, in one statement per page", async () => {
    const requested = { day: THEN, statuses: ['SPECULATED', 'STATED', 'DENIED', 'REPORTED'], order: 'MOST_CONTESTED' }
    const all = (await find(requested)).nodes
    const statuses = all.map(({ status: { value, polarity } }) => `${value} ${polarity}`)
    const sides = ['SPECULATED AFFIRMS', 'SPECULATED NEGATES', 'REPORTED AFFIRMS', 'REPORTED NEGATES', 'STATED AFFIRMS']
    const order = ['DENIED NEGATES', 'STATED NEGATES', ...sides]
    expect(statuses).toEqual(statuses.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(new Set(statuses).size).toBeGreaterThan(1)
    const { store, statements } = counting(open.engine)
    const PAGE = FIND.replace('totalCount', '')
    const read = async (first: number, after: string | null) => {
      const before = statements()
      const { claims } = await ask<Found>(store, PAGE, { ...requested, first, after })
      return { claims, statements: statements() - before }
    }
    await read(100, null)
    const seen: unknown[] = []
    let after: string | null = null
    for (let step = 0; step < all.length; step += 1) {
      const { claims, statements } = await read(2, after)
      // The claims themselves are cached.
      expect(statements).toBe(1)
      seen.push(...claims.nodes)
      after = claims.pageInfo.endCursor
      if (!claims.pageInfo.hasNextPage) break
    }
    expect(seen).toEqual(all)
  })
})
