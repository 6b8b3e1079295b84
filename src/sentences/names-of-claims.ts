import type { ConceptTree } from '../domain/concept-tree.ts'
import type { GraphStore, WholeClaim } from '../domain/graph-store.ts'
import { type Labels, labelsFrom } from './names.ts'

type Reader = Pick<GraphStore, 'concepts' | 'claims'>

/** Everything that sentences on these claims call by a name; most came along with them. Three statements at most. */
export async function labelsOfClaims(store: Reader, claims: readonly WholeClaim[], at: number): Promise<Labels> {
  const known = new Map(claims.map((whole) => [whole.claim.id, whole]))
  const wanted = claims.flatMap(({ claim }) => (claim.object?.kind === 'Claim' ? [claim.object.id] : []))
  const missing = [...new Set(wanted)].filter((id) => !known.has(id))
  const [categories, uses, objects] = await Promise.all([
    store.concepts('DataCategory', at),
    store.concepts('Use', at),
    missing.length === 0 ? [] : store.claims(missing, at),
  ])
  return labelsOf([...claims, ...objects.flatMap((claim) => claim ?? [])], [categories, uses])
}

/** The same of one claim that speaks of no other. A store hands out one object for a claim as long as nothing changes. */
export function labelsOfClaim(claim: WholeClaim, trees: readonly ConceptTree[]): Labels {
  const known = labelsIn(trees)
  const labels = known.get(claim) ?? labelsOf([claim], trees)
  known.set(claim, labels)
  return labels
}

interface Generation {
  readonly trees: readonly ConceptTree[]
  /** Gone with the claim. */
  readonly labels: WeakMap<WholeClaim, Labels>
}

/** Labels lead to the trees that they were found in, so only those of the latest trees are kept: one set for each claim. */
let latest: Generation = { trees: [], labels: new WeakMap() }

function labelsIn(trees: readonly ConceptTree[]): Generation['labels'] {
  const isLatest = trees.length === latest.trees.length && trees.every((tree, i) => tree === latest.trees[i])
  if (!isLatest) latest = { trees, labels: new WeakMap() }
  return latest.labels
}

/** What these claims brought along, and the concepts. */
export const labelsOf = (claims: readonly WholeClaim[], trees: readonly ConceptTree[]): Labels =>
  labelsFrom({
    entities: claims.flatMap((claim) => claim.namedEntities),
    sources: claims.flatMap((claim) => claim.namedSources),
    trees,
    claims: claims.map(({ claim }) => claim),
  })
