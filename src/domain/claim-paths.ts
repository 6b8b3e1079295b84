import { type ClaimGraph, type GraphEdge, keyOf, type NodeKey } from './claim-graph.ts'

/** A way from one thing to another, through claims: node, edge, node, …; it visits nothing twice. */
export interface ClaimPath {
  readonly nodes: readonly NodeKey[]
  readonly edges: readonly GraphEdge[]
}

export interface PathRequest {
  readonly from: NodeKey
  readonly to: NodeKey
  /** In edges of the graph; through one claim it is two. */
  readonly maxLength: number
  readonly limit: number
}

interface Step {
  readonly to: NodeKey
  readonly edge: GraphEdge
}

/** Looking at more would mean that the two are joined in more ways than anybody can read. */
const MAX_STEPS = 20_000

/** The simple paths between two things, the shortest first, then by what they pass. */
export function findPaths(
  graph: ClaimGraph,
  request: PathRequest,
): { readonly paths: readonly ClaimPath[]; readonly complete: boolean } {
  const { from, to, maxLength, limit } = request
  const steps = stepsOf(graph)
  const distance = distancesTo(to, steps)
  const found: ClaimPath[] = []
  let looked = 0

  const walk = (path: ClaimPath, seen: ReadonlySet<string>, length: number): void => {
    const here = path.nodes.at(-1)
    if (!here) return
    if (keyOf(here) === keyOf(to)) {
      if (path.edges.length === length) found.push(path)
      return
    }
    for (const { to: next, edge } of steps.get(keyOf(here)) ?? []) {
      looked += 1
      if (looked > MAX_STEPS) return
      const left = distance.get(keyOf(next))
      if (left === undefined || path.edges.length + 1 + left > length || seen.has(keyOf(next))) continue
      walk({ nodes: [...path.nodes, next], edges: [...path.edges, edge] }, new Set([...seen, keyOf(next)]), length)
    }
  }
  // Length by length, so that where not all are looked at it is the longer ones that are missed.
  for (let length = 0; length <= maxLength && found.length <= limit && looked <= MAX_STEPS; length += 1) {
    walk({ nodes: [from], edges: [] }, new Set([keyOf(from)]), length)
  }

  const sorted = found.sort(byLengthThenName)
  return { paths: sorted.slice(0, limit), complete: graph.complete && looked <= MAX_STEPS && sorted.length <= limit }
}

function stepsOf(graph: ClaimGraph): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>()
  const add = (from: NodeKey, step: Step): void => {
    const known = steps.get(keyOf(from))
    if (!known) steps.set(keyOf(from), [step])
    // Several assertions of one claimant are one way to go.
    else if (!known.some((other) => keyOf(other.to) === keyOf(step.to))) known.push(step)
  }
  for (const edge of graph.edges) {
    const claim: NodeKey = { kind: 'Claim', id: edge.claimId }
    add(claim, { to: edge.to, edge })
    add(edge.to, { to: claim, edge })
  }
  for (const [key, known] of steps)
    steps.set(
      key,
      known.sort((a, b) => (keyOf(a.to) < keyOf(b.to) ? -1 : 1)),
    )
  return steps
}

/** Steps left to the end, so that no walk goes where it cannot arrive. */
function distancesTo(end: NodeKey, steps: ReadonlyMap<string, readonly Step[]>): ReadonlyMap<string, number> {
  const distance = new Map([[keyOf(end), 0]])
  let level: readonly string[] = [keyOf(end)]
  for (let far = 1; level.length > 0; far += 1) {
    const next: string[] = []
    for (const key of level) {
      for (const { to } of steps.get(key) ?? []) {
        if (distance.has(keyOf(to))) continue
        distance.set(keyOf(to), far)
        next.push(keyOf(to))
      }
    }
    level = next
  }
  return distance
}

const nameOfPath = (path: ClaimPath): string => path.nodes.map(keyOf).join(' ')
const byLengthThenName = (a: ClaimPath, b: ClaimPath): number =>
  a.edges.length - b.edges.length || (nameOfPath(a) < nameOfPath(b) ? -1 : 1)
