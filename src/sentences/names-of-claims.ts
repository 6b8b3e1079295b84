import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ConceptTree } from '../domain/concept-tree.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { type Names, namesFrom } from './names.ts'

type Reader = Pick<GraphStore, 'concepts' | 'claims'>

/** Everything that sentences on these claims call by a name; most came along with them. Three statements at most. */
export async function namesOfClaims(store: Reader, claims: readonly ClaimDetails[], revision: number): Promise<Names> {
  const known = new Map(claims.map((details) => [details.claim.id, details]))
  const wanted = claims.flatMap(({ claim }) => (claim.object?.kind === 'Claim' ? [claim.object.id] : []))
  const missing = [...new Set(wanted)].filter((id) => !known.has(id))
  const [categories, uses, objects] = await Promise.all([
    store.concepts('DataCategory', revision),
    store.concepts('Use', revision),
    missing.length === 0 ? [] : store.claims(missing, revision),
  ])
  return namesOf([...claims, ...objects.flatMap((claim) => claim ?? [])], [categories, uses])
}

/** The same of one claim that speaks of no other. A store hands out one object for a claim as long as nothing changes. */
export function namesOfClaim(claim: ClaimDetails, trees: readonly ConceptTree[]): Names {
  const known = namesIn(trees)
  const names = known.get(claim) ?? namesOf([claim], trees)
  known.set(claim, names)
  return names
}

interface Generation {
  readonly trees: readonly ConceptTree[]
  /** Gone with the claim. */
  readonly names: WeakMap<ClaimDetails, Names>
}

/** Labels lead to the trees that they were found in, so only those of the latest trees are kept: one set for each claim. */
let latest: Generation = { trees: [], names: new WeakMap() }

function namesIn(trees: readonly ConceptTree[]): Generation['names'] {
  const isLatest = trees.length === latest.trees.length && trees.every((tree, i) => tree === latest.trees[i])
  if (!isLatest) latest = { trees, names: new WeakMap() }
  return latest.names
}

/** What these claims brought along, and the concepts. */
export const namesOf = (claims: readonly ClaimDetails[], trees: readonly ConceptTree[]): Names =>
  namesFrom({
    entities: claims.flatMap((claim) => claim.namedEntities),
    sources: claims.flatMap((claim) => claim.namedSources),
    trees,
    claims: claims.map(({ claim }) => claim),
  })
