import { describe, expect, it } from 'vitest'
import { type ClaimGraph, EDGE_ROLES, type GraphEdge, keyOf, type NodeKey } from '../../src/domain/claim-graph.ts'
import { type ClaimPath, findPaths } from '../../src/domain/claim-paths.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { fc, propertyRuns } from '../property-runs.ts'

const THINGS: readonly NodeKey[] = ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'Entity', id: toSlug(id) }))
const CLAIMS: readonly NodeKey[] = ['p', 'q', 'r', 's', 't'].map((id) => ({ kind: 'Claim', id: toSlug(id) }))
const NODES = [...THINGS, ...CLAIMS]

const edge: fc.Arbitrary<GraphEdge> = fc.record({
  role: fc.constantFrom(...EDGE_ROLES),
  claimId: fc.constantFrom(...CLAIMS.map(({ id }) => id)),
  to: fc.constantFrom(...NODES),
  act: fc.constant(null),
  polarity: fc.constant(null),
  relation: fc.constant(null),
})
const graph: fc.Arbitrary<ClaimGraph> = fc.record({
  nodes: fc.constant(NODES.map((key) => ({ ...key, depth: 0, claim: null, degree: null }))),
  edges: fc.array(edge, { maxLength: 14 }),
  complete: fc.boolean(),
})
const end = fc.constantFrom(...NODES)
const maxLength = fc.integer({ min: 1, max: 6 })

const isBetween = (drawn: GraphEdge, one: NodeKey, other: NodeKey): boolean => {
  const ends = [keyOf({ kind: 'Claim', id: drawn.claimId }), keyOf(drawn.to)]
  return ends.includes(keyOf(one)) && ends.includes(keyOf(other))
}
const nodesAsText = ({ nodes }: Pick<ClaimPath, 'nodes'>): string => nodes.map(keyOf).join(' ')

/** Reference: every walk without repeated nodes. */
function allPaths({ edges }: ClaimGraph, from: NodeKey, to: NodeKey, max: number): readonly string[] {
  const found: (readonly NodeKey[])[] = []
  const walk = (nodes: readonly NodeKey[]): void => {
    const here = nodes.at(-1) ?? from
    if (keyOf(here) === keyOf(to)) found.push(nodes)
    else if (nodes.length <= max) {
      for (const next of NODES) {
        const isNew = !nodes.some((node) => keyOf(node) === keyOf(next))
        if (isNew && edges.some((drawn) => isBetween(drawn, here, next))) walk([...nodes, next])
      }
    }
  }
  walk([from])
  return found
    .map((nodes) => ({ nodes, text: nodesAsText({ nodes }) }))
    .sort((a, b) => a.nodes.length - b.nodes.length || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}

describe('paths', () => {
  it('are complete, shortest first, then ordered by their nodes', () => {
    fc.assert(
      fc.property(graph, end, end, maxLength, (drawn, from, to, max) => {
        const { paths, complete } = findPaths(drawn, { from, to, maxLength: max, limit: 10_000 })
        expect(paths.map(nodesAsText)).toEqual(allPaths(drawn, from, to, max))
        expect(complete).toBe(drawn.complete)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('visit each node once, are within the length limit, and follow edges of the graph', () => {
    fc.assert(
      fc.property(graph, end, end, maxLength, (drawn, from, to, max) => {
        for (const { nodes, edges } of findPaths(drawn, { from, to, maxLength: max, limit: 10_000 }).paths) {
          expect(new Set(nodes.map(keyOf)).size).toBe(nodes.length)
          expect(edges.length).toBeLessThanOrEqual(max)
          expect([nodes[0], nodes.at(-1)]).toEqual([from, to])
          expect(edges).toHaveLength(nodes.length - 1)
          for (const [i, step] of edges.entries()) {
            expect(drawn.edges).toContainEqual(step)
            expect(isBetween(step, nodes[i] ?? from, nodes[i + 1] ?? from)).toBe(true)
          }
        }
      }),
    )
  })

  it('past the limit are cut from the end, and reported as incomplete', () => {
    fc.assert(
      fc.property(graph, end, end, fc.integer({ min: 1, max: 3 }), (drawn, from, to, limit) => {
        const all = allPaths(drawn, from, to, 6)
        const { paths, complete } = findPaths(drawn, { from, to, maxLength: 6, limit })
        expect(paths.map(nodesAsText)).toEqual(all.slice(0, limit))
        expect(complete).toBe(drawn.complete && all.length <= limit)
      }),
    )
  })

  it('are the same in reverse', () => {
    fc.assert(
      fc.property(graph, end, end, maxLength, (drawn, from, to, max) => {
        const there = findPaths(drawn, { from, to, maxLength: max, limit: 10_000 }).paths
        const back = findPaths(drawn, { from: to, to: from, maxLength: max, limit: 10_000 }).paths
        expect(back.map(({ nodes }) => nodesAsText({ nodes: nodes.toReversed() })).toSorted()).toEqual(
          there.map(nodesAsText).toSorted(),
        )
      }),
    )
  })

  it('are searched up to a limit, and reported as incomplete', () => {
    const many = Array.from({ length: 60 }, (_, i) => String(i))
    const edges = many.flatMap((claimId) =>
      many.map(
        (id): GraphEdge => ({
          role: 'DATA',
          claimId: toSlug(claimId),
          to: { kind: 'DataCategory', id: toSlug(id) },
          act: null,
          polarity: null,
          relation: null,
        }),
      ),
    )
    const [from, to] = [
      { kind: 'DataCategory' as const, id: toSlug('0') },
      { kind: 'DataCategory' as const, id: toSlug('1') },
    ]
    const dense = { nodes: [], edges, complete: true }
    for (const limit of [50, 100_000]) {
      const { paths, complete } = findPaths(dense, { from, to, maxLength: 6, limit })
      const lengths = paths.map((path) => path.edges.length)
      expect(complete).toBe(false)
      expect(lengths.filter((length) => length === 2)).toHaveLength(Math.min(limit, 60))
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    }
  })
})
