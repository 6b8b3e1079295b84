import { type ClaimGraph, type GraphEdge, keyOf, type NodeKey } from './claim-graph.ts'

/** Simple path from one thing to another through claims: node, edge, node, …. */
export interface ClaimPath {
  readonly nodes: readonly NodeKey[]
  readonly edges: readonly GraphEdge[]
}

export interface PathRequest {
  readonly from: NodeKey
  readonly to: NodeKey
  /** Number of edges; a path through one claim has two. */
  readonly maxLength: number
  readonly limit: number
}

interface Step {
  readonly to: NodeKey
  /** Key of the node that the step leads to. */
  readonly key: string
  readonly edge: GraphEdge
}

/** Bound on examined steps. */
const MAX_STEPS = 20_000

/** Simple paths between two things, shortest first, then by the keys of their nodes. */
export function findPaths(
  graph: ClaimGraph,
  request: PathRequest,
): { readonly paths: readonly ClaimPath[]; readonly complete: boolean } {
  const { from, to, maxLength, limit } = request
  const steps = stepsOf(graph)
  const distance = distancesTo(to, steps)
  const found: ClaimPath[] = []
  let looked = 0

  const end = keyOf(to)
  /** @param seen keys of the nodes so far */
  const walk = (path: ClaimPath, seen: readonly string[], length: number): void => {
    const here = seen.at(-1) ?? ''
    if (here === end) {
      if (path.edges.length === length) found.push(path)
      return
    }
    for (const { to: next, key, edge } of steps.get(here) ?? []) {
      looked += 1
      if (looked > MAX_STEPS) return
      const left = distance.get(key)
      if (left === undefined || path.edges.length + 1 + left > length || seen.includes(key)) continue
      walk({ nodes: [...path.nodes, next], edges: [...path.edges, edge] }, [...seen, key], length)
    }
  }
  // Walks length by length, so that the bound cuts off the longest paths.
  for (let length = 0; length <= maxLength && found.length <= limit && looked <= MAX_STEPS; length += 1) {
    walk({ nodes: [from], edges: [] }, [keyOf(from)], length)
  }

  const sorted = found.sort(byLengthThenName)
  return { paths: sorted.slice(0, limit), complete: graph.complete && looked <= MAX_STEPS && sorted.length <= limit }
}

function stepsOf(graph: ClaimGraph): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>()
  const add = (from: string, step: Step): void => {
    const known = steps.get(from)
    if (!known) steps.set(from, [step])
    // Several assertions of one claimant are one step.
    else if (!known.some(({ key }) => key === step.key)) known.push(step)
  }
  for (const edge of graph.edges) {
    const claim: NodeKey = { kind: 'Claim', id: edge.claimId }
    const [here, there] = [keyOf(claim), keyOf(edge.to)]
    add(here, { to: edge.to, key: there, edge })
    add(there, { to: claim, key: here, edge })
  }
  for (const known of steps.values()) known.sort((a, b) => (a.key < b.key ? -1 : 1))
  return steps
}

/** Number of edges from each node to the end, so that the walk leaves out dead ends. */
function distancesTo(end: NodeKey, steps: ReadonlyMap<string, readonly Step[]>): ReadonlyMap<string, number> {
  const distance = new Map([[keyOf(end), 0]])
  let level: readonly string[] = [keyOf(end)]
  for (let far = 1; level.length > 0; far += 1) {
    const next: string[] = []
    for (const key of level) {
      for (const { key: there } of steps.get(key) ?? []) {
        if (distance.has(there)) continue
        distance.set(there, far)
        next.push(there)
      }
    }
    level = next
  }
  return distance
}

const nameOfPath = (path: ClaimPath): string => path.nodes.map(keyOf).join(' ')
const byLengthThenName = (a: ClaimPath, b: ClaimPath): number =>
  a.edges.length - b.edges.length || (nameOfPath(a) < nameOfPath(b) ? -1 : 1)
