import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

const refusal = async (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  (await answerTo(open.store, query, variables)).errors

interface Node {
  readonly id: string
  readonly kind: string
  readonly depth: number
  readonly degree: number | null
  readonly status: string | null
  readonly label: { readonly value: string; readonly language: string }
  readonly node: { readonly id: string } | null
}
interface Edge {
  readonly from: string
  readonly to: string
  readonly role: string
  readonly stance: string | null
  readonly relation: string | null
}
const NODE = 'id kind depth degree status label(language: "id") { value language } node { id }'
const EDGE = 'from to role stance relation'

describe('graph query', () => {
  const GRAPH = `query ($roots: [ID!]!, $depth: Int! = 2, $limit: Int! = 60, $filter: GraphFilter) {
    graph(roots: $roots, depth: $depth, limit: $limit, filter: $filter) { complete nodes { ${NODE} } edges { ${EDGE} } }
  }`
  interface Drawn {
    readonly graph: { readonly complete: boolean; readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }
  }
  const draw = async (variables: Readonly<Record<string, unknown>>): Promise<Drawn['graph']> =>
    (await ask<Drawn>(open.store, GRAPH, variables)).graph

  it('names each node, and connects only nodes in the response', async () => {
    const roots = fc.subarray(['Entity:x', 'Claim:x-sells-user-data', 'Use:train-x-ai', 'Source:x-privacy-policy'], {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(
        roots,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 4, max: 200 }),
        async (...requested) => {
          const [own, depth, limit] = requested
          const { nodes, edges } = await draw({ roots: own, depth, limit })
          const ids = nodes.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.length).toBeLessThanOrEqual(limit)
          expect(
            nodes
              .filter((node) => node.depth === 0)
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual([...own].toSorted())
          for (const node of nodes) {
            expect(node.node).toEqual({ id: node.id })
            expect(node.id.startsWith(`${node.kind}:`)).toBe(true)
            expect(node.label.value).not.toBe('')
            expect(node.status === null).toBe(node.kind !== 'Claim')
          }
          for (const { from, to, role, stance, relation } of edges) {
            expect(ids).toContain(from)
            expect(ids).toContain(to)
            expect(from).toMatch(/^Claim:/)
            expect(stance !== null).toBe(role === 'CLAIMANT')
            expect(relation !== null).toBe(role === 'RELATION')
          }
        },
      ),
      { numRuns: propertyRuns(20) },
    )
  })

  it('shows a repeated root once, in the requested language', async () => {
    const { nodes } = await draw({ roots: ['Use:train-x-ai', 'Use:train-x-ai'], depth: 1, filter: { roles: [] } })
    expect(nodes).toMatchObject([
      { id: 'Use:train-x-ai', label: { value: 'melatih AI milik media sosial itu', language: 'id' } },
    ])
  })

  it('has only claims that match its filter', async () => {
    const statuses = (await draw({ roots: ['Entity:x'], depth: 4, limit: 200, filter: { statuses: ['DENIED'] } })).nodes
    expect(new Set(statuses.flatMap(({ status }) => status ?? []))).toEqual(new Set(['DENIED']))
    const sells = (await draw({ roots: ['Entity:x'], depth: 1, filter: { predicates: ['SELLS'] } })).nodes
    expect(sells.filter(({ kind }) => kind === 'Claim').map(({ id }) => id)).toEqual([
      'Claim:x-sells-user-data',
      'Claim:x-sells-user-data-in-change-of-ownership',
    ])
  })

  it.each([
    [{ depth: 0 }, 'BAD_INPUT', 'depth'],
    [{ depth: 5 }, 'LIMIT_EXCEEDED', 'depth'],
    [{ limit: 0 }, 'BAD_INPUT', 'limit'],
    [{ limit: 201 }, 'LIMIT_EXCEEDED', 'limit'],
    [{ roots: [] }, 'BAD_INPUT', 'roots'],
    [{ roots: Array(21).fill('Entity:x') }, 'LIMIT_EXCEEDED', 'roots'],
    [{ roots: ['Entity:x', 'Entity:misspelt'] }, 'NOT_FOUND', 'roots'],
    [{ roots: ['x'] }, 'NOT_FOUND', 'roots'],
    [{ roots: ['Story:x-privacy-2023'] }, 'NOT_FOUND', 'roots'],
    [{ roots: ['Entity:\ud800'] }, 'BAD_INPUT', 'roots'],
  ])('rejects %j', async (variables, code, argument) => {
    expect(await refusal(GRAPH, { roots: ['Entity:x'], ...variables })).toEqual([{ code, argument }])
  })
})

describe('paths query', () => {
  const PATHS = `query ($from: ID!, $to: ID!, $maxLength: Int! = 4, $limit: Int! = 10, $through: [EdgeRole!]! = [SUBJECT, OBJECT]) {
    paths(from: $from, to: $to, maxLength: $maxLength, limit: $limit, through: $through) {
      complete paths { length nodes { ${NODE} } edges { ${EDGE} } claims { id } }
    }
  }`
  interface Found {
    readonly paths: {
      readonly complete: boolean
      readonly paths: readonly {
        readonly length: number
        readonly nodes: readonly Node[]
        readonly edges: readonly Edge[]
        readonly claims: readonly { readonly id: string }[]
      }[]
    }
  }
  const find = async (variables: Readonly<Record<string, unknown>>): Promise<Found['paths']> =>
    (await ask<Found>(open.store, PATHS, variables)).paths

  it('connects the two ends edge by edge, and lists the claims on each path', async () => {
    const { paths, complete } = await find({ from: 'Entity:x', to: 'Entity:xai', maxLength: 6, limit: 50 })
    expect(paths.length).toBeGreaterThan(2)
    expect(complete).toBe(true)
    for (const { length, nodes, edges, claims } of paths) {
      const ids = nodes.map(({ id }) => id)
      expect([ids[0], ids.at(-1)]).toEqual(['Entity:x', 'Entity:xai'])
      expect([edges.length, nodes.length]).toEqual([length, length + 1])
      for (const [i, { from, to }] of edges.entries())
        expect([from, to].toSorted()).toEqual(ids.slice(i, i + 2).toSorted())
      expect(claims.map(({ id }) => id)).toEqual(ids.filter((id) => id.startsWith('Claim:')))
    }
  })

  it('restricts length and roles, and reports an incomplete list', async () => {
    const all = await find({ from: 'Entity:x', to: 'Entity:xai', maxLength: 6, limit: 50 })
    const short = await find({ from: 'Entity:x', to: 'Entity:xai', maxLength: 2, limit: 50 })
    expect(short.paths).toEqual(all.paths.filter(({ length }) => length <= 2))
    const one = await find({ from: 'Entity:x', to: 'Entity:xai', maxLength: 6, limit: 1 })
    expect(one).toMatchObject({ complete: false, paths: [{ length: 2 }] })
    expect(await find({ from: 'Entity:x', to: 'Entity:xai', through: [] })).toEqual({ complete: true, paths: [] })
    const claimants = await find({ from: 'Entity:x', to: 'Entity:elon-musk', through: ['CLAIMANT'], limit: 50 })
    for (const { edges } of claimants.paths) for (const { role } of edges) expect(role).toBe('CLAIMANT')
  })

  it.each([
    [{ maxLength: 0 }, 'BAD_INPUT', 'maxLength'],
    [{ maxLength: 7 }, 'LIMIT_EXCEEDED', 'maxLength'],
    [{ limit: 0 }, 'BAD_INPUT', 'limit'],
    [{ limit: 51 }, 'LIMIT_EXCEEDED', 'limit'],
    [{ from: 'Entity:misspelt' }, 'NOT_FOUND', 'from'],
    [{ to: 'Entity:misspelt' }, 'NOT_FOUND', 'to'],
    [{ to: 'Story:x-privacy-2023' }, 'NOT_FOUND', 'to'],
    [{ to: '' }, 'NOT_FOUND', 'to'],
  ])('rejects %j', async (variables, code, argument) => {
    expect(await refusal(PATHS, { from: 'Entity:x', to: 'Entity:xai', ...variables })).toEqual([{ code, argument }])
  })
})

describe('comparison query', () => {
  const COMPARE = `query ($entities: [String!]!) { comparison(entities: $entities) {
    complete rows { dataCategory { slug } narrower { slug } } columns { use { slug } }
    cells { entity { slug } dataCategorySlug useSlug counts { status count } claims { slug status { value } } }
  } }`
  interface Named {
    readonly slug: string
  }
  interface Compared {
    readonly comparison: {
      readonly complete: boolean
      readonly rows: readonly { readonly dataCategory: Named | null; readonly narrower: readonly Named[] }[]
      readonly columns: readonly { readonly use: Named | null }[]
      readonly cells: readonly {
        readonly entity: Named
        readonly dataCategorySlug: string | null
        readonly useSlug: string | null
        readonly counts: readonly { readonly status: string; readonly count: number }[]
        readonly claims: readonly { readonly slug: string; readonly status: { readonly value: string } }[]
      }[]
    }
  }
  const compare = async (entities: readonly string[]): Promise<Compared['comparison']> =>
    (await ask<Compared>(open.store, COMPARE, { entities })).comparison

  it('gives each cell a row and a column, and counts its claims', async () => {
    const { rows, columns, cells, complete } = await compare(['x', 'roll20', 'elon-musk'])
    expect(complete).toBe(true)
    expect(new Set(cells.map(({ entity }) => entity.slug))).toEqual(new Set(['x', 'roll20', 'elon-musk']))
    for (const { dataCategorySlug, useSlug, counts, claims } of cells) {
      expect(rows.map((row) => row.dataCategory?.slug ?? null)).toContain(dataCategorySlug)
      expect(columns.map((column) => column.use?.slug ?? null)).toContain(useSlug)
      const statuses = claims.map(({ status }) => status.value)
      expect(counts.flatMap(({ status, count }) => Array(count).fill(status))).toEqual(statuses)
    }
  })

  it('links a row to its narrower rows', async () => {
    const { rows } = await compare(['x'])
    const narrowerOf = (slug: string) =>
      rows.find((row) => row.dataCategory?.slug === slug)?.narrower.map((n) => n.slug)
    expect(narrowerOf('user-data')).toContain('biometric')
    expect(narrowerOf('confidential-data')).toEqual(['dm-contents'])
  })

  it('for several entities combines the cells of each', async () => {
    const [x, roll20, both] = [await compare(['x']), await compare(['roll20']), await compare(['x', 'roll20'])]
    expect([...both.cells].toSorted(byText)).toEqual([...x.cells, ...roll20.cells].toSorted(byText))
  })
  const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

  it.each([
    [[], 'BAD_INPUT'],
    [['x', 'x'], 'BAD_INPUT'],
    [Array(6).fill('x'), 'LIMIT_EXCEEDED'],
    [['x', 'misspelt'], 'NOT_FOUND'],
    [[''], 'NOT_FOUND'],
    [['article'], 'NOT_FOUND'],
  ])('rejects %j', async (entities, code) => {
    expect(await refusal(COMPARE, { entities })).toEqual([{ code, argument: 'entities' }])
  })
})

describe('timeline query', () => {
  const TIMELINE = `query ($entity: String, $claim: String, $story: String, $from: Date, $until: Date, $clocks: [Clock!]! = [SAID]) {
    timeline(entity: $entity, claim: $claim, story: $story, from: $from, until: $until, clocks: $clocks, first: 100) {
      complete totalCount nodes { clock kind date claim { slug } assertion { slug assertedAt claimant { slug } }
        capture { source { slug attribution } version { capturedAt effectiveFrom } found { slug } absent { slug } } }
    }
  }`
  interface Result {
    readonly timeline: {
      readonly complete: boolean
      readonly totalCount: number
      readonly nodes: readonly {
        readonly clock: string
        readonly date: string | null
        readonly claim: { readonly slug: string } | null
        readonly assertion: { readonly slug: string; readonly claimant: { readonly slug: string } | null } | null
        readonly capture: object | null
      }[]
    }
  }
  const run = async (variables: Readonly<Record<string, unknown>>): Promise<Result['timeline']> =>
    (await ask<Result>(open.store, TIMELINE, variables)).timeline

  it('for an entity lists assertions on it and by it, each once', async () => {
    const { nodes } = await run({ entity: 'elon-musk' })
    const slugs = nodes.flatMap(({ assertion }) => assertion?.slug ?? [])
    expect(new Set(slugs).size).toBe(slugs.length)
    const claims = new Set(nodes.flatMap(({ claim }) => claim?.slug ?? []))
    expect(claims).toContain('musk-owns-x')
    expect(claims).toContain('x-collects-dm-contents')
    expect(claims).not.toContain('roll20-collects-names')
  })

  it('for a claim has that claim only, for a story the claims of that story only', async () => {
    const ofClaim = await run({ claim: 'x-collects-dm-contents', clocks: ['SAID', 'HOLDS', 'RECORDED'] })
    expect(new Set(ofClaim.nodes.flatMap(({ claim }) => claim?.slug ?? []))).toEqual(
      new Set(['x-collects-dm-contents']),
    )
    expect(new Set(ofClaim.nodes.map(({ clock }) => clock))).toEqual(new Set(['SAID', 'HOLDS', 'RECORDED']))
    const ofStory = await run({ story: 'roll20-personal-data' })
    expect(ofStory.totalCount).toBe(9)
    for (const { claim, date } of ofStory.nodes) {
      expect(claim?.slug).toMatch(/^roll20-/)
      expect(date).toBeNull()
    }
    expect((await run({ story: 'roll20-personal-data', from: '2000' })).nodes).toEqual([])
  })

  it('for a claim has the captures with its quoted words and those without', async () => {
    const { nodes } = await run({ claim: 'x-collects-biometric-with-consent' })
    const source = { slug: 'x-privacy-policy', attribution: expect.stringContaining('Open Terms Archive') }
    const own = [{ slug: 'policy-biometric' }]
    const seen = (capturedAt: string, effectiveFrom: string, isThere: boolean) => ({
      ...{ clock: 'SAID', kind: 'CAPTURED', date: capturedAt, claim: null, assertion: null },
      capture: {
        source,
        version: { capturedAt, effectiveFrom },
        found: isThere ? own : [],
        absent: isThere ? [] : own,
      },
    })
    expect(nodes.filter(({ capture }) => capture !== null)).toEqual([
      seen('2023-08-23', '2023-09-22', true),
      seen('2023-08-24', '2023-05-18', false),
      seen('2023-08-30', '2023-09-29', true),
    ])
  })

  it.each([
    [{}, 'BAD_INPUT', 'entity'],
    [{ entity: 'x', claim: 'x-sells-user-data' }, 'BAD_INPUT', 'entity'],
    [{ entity: 'x', story: '' }, 'BAD_INPUT', 'entity'],
    [{ entity: 'misspelt' }, 'NOT_FOUND', 'entity'],
    [{ entity: '' }, 'NOT_FOUND', 'entity'],
    [{ claim: 'misspelt' }, 'NOT_FOUND', 'claim'],
    [{ claim: '' }, 'NOT_FOUND', 'claim'],
    [{ story: 'misspelt' }, 'NOT_FOUND', 'story'],
    [{ story: '' }, 'NOT_FOUND', 'story'],
    [{ entity: 'x', from: '2023-02-30' }, 'BAD_INPUT', null],
  ])('rejects %j', async (variables, code, argument) => {
    expect(await refusal(TIMELINE, variables)).toEqual([{ code, argument }])
  })
})
