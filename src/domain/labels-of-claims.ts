import type { ConceptTree } from './concept-tree.ts'
import type { GraphStore, WholeClaim } from './graph-store.ts'
import { type Labels, labelsFrom } from './labels.ts'

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
  const known = made.get(claim)
  if (known?.trees.every((tree, i) => tree === trees[i])) return known.labels
  const labels = labelsOf([claim], trees)
  made.set(claim, { trees, labels })
  return labels
}

/** Made of nothing but the claim and the trees, and gone with the claim. */
const made = new WeakMap<WholeClaim, { readonly trees: readonly ConceptTree[]; readonly labels: Labels }>()

/** What these claims brought along, and the concepts. */
export const labelsOf = (claims: readonly WholeClaim[], trees: readonly ConceptTree[]): Labels =>
  labelsFrom({
    entities: claims.flatMap((claim) => claim.namedEntities),
    sources: claims.flatMap((claim) => claim.namedSources),
    trees,
    claims: claims.map(({ claim }) => claim),
  })
