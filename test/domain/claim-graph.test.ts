import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import {
  type ClaimGraph,
  EDGE_ROLES,
  type EdgeRole,
  edgesOf,
  expandGraph,
  type GraphRequest,
  keyOf,
  MAX_DEGREE,
  type NodeKey,
} from '../../src/domain/claim-graph.ts'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { counting, NOW, openEmpty, openSeeded } from '../graphql/seeded-store.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'

let open: OpenStore
let revision: number
let claims: readonly ClaimDetails[]
beforeAll(async () => {
  open = await openSeeded()
  revision = await open.store.revisionAt(null)
  const page = { limit: 1000, backwards: false, cursor: null }
  claims = (await open.store.claimPage({}, 'SLUG', page, toRevisionNumber(revision))).items
})
afterAll(() => open.database.close())

const everything = (): GraphRequest => ({
  roots: [{ kind: 'Entity', id: toSlug('x') }],
  depth: 2,
  limit: 10_000,
  roles: EDGE_ROLES,
  status: null,
  predicate: null,
  revision: toRevisionNumber(revision),
})
const keysOf = (graph: ClaimGraph): readonly string[] => graph.nodes.map(keyOf)

/** Reference: breadth-first search over all claims, for comparison with expandGraph. */
function depthsOf(request: GraphRequest): ReadonlyMap<string, number> {
  const depths = new Map(request.roots.map((root) => [keyOf(root), 0]))
  const isClaim = (key: NodeKey): boolean => key.kind === 'Claim'
  const matching = new Set(
    claims.filter((details) => isWanted(details, request)).map(({ claim }) => `Claim:${claim.id}`),
  )
  const joins = claims.flatMap((details) => {
    const own: NodeKey = { kind: 'Claim', id: details.claim.id }
    return edgesOf(details, request.roles).flatMap(({ to }) => [[own, to] as const, [to, own] as const])
  })
  for (let depth = 1; depth <= request.depth; depth += 1) {
    const found = joins
      .filter(([from]) => depths.get(keyOf(from)) === depth - 1)
      .filter(([, to]) => !isClaim(to) || matching.has(keyOf(to)))
    for (const [, to] of found) if (!depths.has(keyOf(to))) depths.set(keyOf(to), depth)
  }
  return depths
}

const isWanted = ({ status }: ClaimDetails, request: Pick<GraphRequest, 'status'>): boolean =>
  request.status?.includes(status.status) ?? true

const thing: fc.Arbitrary<NodeKey> = fc.nat().map((n) => {
  const keys = new Map<string, NodeKey>()
  for (const details of claims) {
    keys.set(`Claim:${details.claim.id}`, { kind: 'Claim', id: details.claim.id })
    for (const { to } of edgesOf(details, EDGE_ROLES)) keys.set(keyOf(to), to)
  }
  return [...keys.values()][n % keys.size] ?? { kind: 'Entity', id: toSlug('x') }
})
const request = fc.record({
  roots: fc.uniqueArray(thing, { minLength: 1, maxLength: 3, selector: keyOf }),
  depth: fc.integer({ min: 1, max: 4 }),
  roles: fc.subarray<EdgeRole>([...EDGE_ROLES], { minLength: 1 }),
  status: fc.option(fc.subarray([...STATUSES], { minLength: 1 })),
})

describe('expanded graph', () => {
  it('has exactly the nodes within its depth, each at its distance', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (isExpanded) => {
        const wanted = { ...everything(), ...isExpanded }
        const graph = await expandGraph(open.store, wanted)
        const found = graph.nodes.map((node): [string, number] => [keyOf(node), node.depth])
        expect(new Map(found)).toEqual(depthsOf(wanted))
        expect(found).toHaveLength(graph.nodes.length)
        expect(graph.complete).toBe(true)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('has each edge of the requested roles once, and connects every node to a root', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.integer({ min: 1, max: 60 }), async (isExpanded, limit) => {
        const graph = await expandGraph(open.store, { ...everything(), ...isExpanded, limit })
        const keys = keysOf(graph)
        const expected = claims
          .filter(({ claim }) => keys.includes(`Claim:${claim.id}`))
          .flatMap((details) => edgesOf(details, isExpanded.roles))
          .filter(({ to }) => keys.includes(keyOf(to)))
        const texts = (edges: readonly object[]): readonly string[] =>
          edges.map((edge) => JSON.stringify(edge)).toSorted()
        expect(texts(graph.edges)).toEqual([...new Set(texts(expected))])
        const joined = new Set(graph.nodes.filter(({ depth }) => depth === 0).map(keyOf))
        for (let size = 0; size < joined.size; ) {
          size = joined.size
          for (const { claimId, to } of graph.edges) {
            if (joined.has(`Claim:${claimId}`)) joined.add(keyOf(to))
            else if (joined.has(keyOf(to))) joined.add(`Claim:${claimId}`)
          }
        }
        expect(keys.filter((key) => !joined.has(key))).toEqual([])
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('joins the own words of an unsigned document to the document, and quoted words to no node', async () => {
    const speaking = claims
      .flatMap((details) => edgesOf(details, ['CLAIMANT']))
      .filter(({ to }) => to.kind === 'Source')
    expect(new Set(speaking.map(({ to }) => to.id))).toContain('article')
    for (const { claimId, to, act } of speaking) {
      const details = claims.find(({ claim }) => claim.id === claimId)
      const own =
        details?.assertions.filter(({ claimantId, sourceId }) => claimantId === null && sourceId === to.id) ?? []
      expect(own.map(({ stance }) => stance)).toContain(act?.stance)
      expect(own.map(({ evidentiality }) => evidentiality)).not.toEqual(['HEARSAY'])
    }
    const alleged = claims.find(({ claim }) => claim.id === 'x-collects-biometric')
    expect(alleged && edgesOf(alleged, ['CLAIMANT'])).toEqual([])
    const around = await expandGraph(open.store, {
      ...everything(),
      roots: [{ kind: 'Source', id: toSlug('article') }],
      depth: 1,
      roles: ['CLAIMANT'],
    })
    expect(around.nodes.length).toBeGreaterThan(3)
  })

  it('has at most the limit of nodes, and is complete only if none is missing', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.integer({ min: 1, max: 80 }), async (isExpanded, limit) => {
        const wanted = { ...everything(), ...isExpanded }
        const whole = depthsOf(wanted)
        const graph = await expandGraph(open.store, { ...wanted, limit })
        expect(graph.nodes.length).toBeLessThanOrEqual(limit)
        for (const key of keysOf(graph)) expect(whole.has(key), key).toBe(true)
        if (graph.complete) expect(graph.nodes).toHaveLength(whole.size)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('over all claims and roles has as many nodes as fit, and is complete if all fit', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.integer({ min: 1, max: 200 }), async ({ roots, depth }, limit) => {
        const wanted = { ...everything(), roots, depth, limit }
        const whole = depthsOf(wanted)
        const graph = await expandGraph(open.store, wanted)
        expect(graph.nodes).toHaveLength(Math.min(limit, whole.size))
        expect(graph.complete).toBe(whole.size <= limit)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('counts the claims that touch each node, each claim once, without omissions', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.constantFrom(10, 10_000), async (isExpanded, limit) => {
        const wanted = { ...everything(), ...isExpanded, limit }
        const graph = await expandGraph(open.store, wanted)
        for (const node of graph.nodes) {
          const touching = claims.filter(
            (details) =>
              edgesOf(details, isExpanded.roles).some(({ to }) => keyOf(to) === keyOf(node)) &&
              isWanted(details, isExpanded),
          )
          if (node.kind === 'Claim' || node.depth === isExpanded.depth) expect(node.degree).toBeNull()
          else if (limit > 10 || node.degree === null) expect(node.degree ?? 0, keyOf(node)).toBe(touching.length)
          else expect(node.degree, keyOf(node)).toBeGreaterThanOrEqual(touching.length)
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('takes as many statements for many roots as for one', async () => {
    const statementsFor = async (roots: readonly NodeKey[], depth: number): Promise<number> => {
      const { store, statements } = counting(open.engine)
      await expandGraph(store, { ...everything(), roots, depth })
      return statements()
    }
    const things = ['DataCategory', 'Entity', 'Use', 'Source'] as const
    const one = things.flatMap((kind) => roots().find((root) => root.kind === kind) ?? [])
    // Six roles join nodes and claims; one statement reads the claims, one the objects that they name.
    for (const depth of [1, 2, 3, 4]) {
      expect(await statementsFor(one, depth)).toBeLessThanOrEqual(depth * 8)
      expect(await statementsFor(roots(), depth)).toBeLessThanOrEqual(depth * 8)
    }
    expect(await statementsFor(roots(), 1)).toBe(await statementsFor(one, 1))
  })

  const roots = (): readonly NodeKey[] => {
    const keys = claims.flatMap((details) => edgesOf(details, EDGE_ROLES).map(({ to }) => to))
    return [...new Map(keys.map((key) => [keyOf(key), key])).values()].filter(({ kind }) => kind !== 'Claim')
  }
})

describe('node that touches more claims than the limit', () => {
  let crowded: OpenStore
  let now: number
  beforeAll(async () => {
    crowded = await openEmpty()
    const { claims: many, ...rest } = smallDataset(MAX_DEGREE + 1)
    // Messages touch as many claims as may be expanded, x touches one more.
    const last = many.length - 1
    const claims = many.map((one, i) => ({
      ...one,
      item: { ...one.item, data: [toSlug(i === last ? 'posts' : 'messages')] },
    }))
    await crowded.load({ ...rest, claims }, { author: 'test', set: 'test', now: NOW })
    now = await crowded.store.revisionAt(null)
  }, 120_000)
  afterAll(() => crowded.database.close())

  const expand = (roots: readonly NodeKey[], rest: Partial<GraphRequest> = {}): Promise<ClaimGraph> =>
    expandGraph(crowded.store, {
      ...everything(),
      roots,
      revision: toRevisionNumber(now),
      depth: 1,
      limit: 60,
      ...rest,
    })

  it('has its degree, is not expanded, and makes the graph incomplete', async () => {
    const graph = await expand([{ kind: 'Entity', id: toSlug('x') }], { roles: ['SUBJECT'] })
    expect(graph.nodes).toMatchObject([{ kind: 'Entity', id: 'x', degree: MAX_DEGREE + 1 }])
    expect(graph).toMatchObject({ edges: [], complete: false })
  })

  it('is expanded with one claim less, up to the limit of nodes', async () => {
    const graph = await expand([{ kind: 'DataCategory', id: toSlug('messages') }], { roles: ['DATA'] })
    expect(graph.nodes[0]).toMatchObject({ id: 'messages', degree: MAX_DEGREE })
    expect(graph.nodes).toHaveLength(60)
    expect(graph.complete).toBe(false)
  })

  it('leaves other roots expanded', async () => {
    const graph = await expand([
      { kind: 'Entity', id: toSlug('x') },
      { kind: 'DataCategory', id: toSlug('posts') },
      { kind: 'Entity', id: toSlug('musk') },
    ])
    expect(keysOf(graph).filter((key) => key.startsWith('Claim:'))).toEqual([
      'Claim:claim-0000',
      `Claim:claim-${MAX_DEGREE}`,
    ])
    expect(graph.complete).toBe(false)
  })
})
