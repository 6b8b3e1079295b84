import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ConceptTree } from '../domain/concept-tree.ts'
import { claimsOfDescent, type Descent, readDescents } from '../domain/descent.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { type Names, namesFrom } from './names.ts'

type Reader = Pick<GraphStore, 'concepts' | 'claims'>

/**
 * Reads the names that sentences on these claims use: those of their headlines, and those of their descents. Takes one
 * statement more than `namesOfHeadlines` for each step of the descents that leads to claims not given; mostly none.
 */
export async function namesOfClaims(
  store: Reader,
  claims: readonly ClaimDetails[],
  revision: RevisionNumber,
): Promise<Names> {
  const descents = readDescents(claims, (ids) => store.claims(ids, revision))
  return readNames(store, claims, revision, descents)
}

/**
 * Reads the names that headlines of these claims use, which tell no descents. The claims carry entities and sources; the
 * store adds concepts, and claims that are objects. Takes three statements at most.
 */
export const namesOfHeadlines = (
  store: Reader,
  claims: readonly ClaimDetails[],
  revision: RevisionNumber,
): Promise<Names> => readNames(store, claims, revision, [])

async function readNames(
  store: Reader,
  claims: readonly ClaimDetails[],
  revision: RevisionNumber,
  wantedDescents: readonly Descent[] | Promise<readonly Descent[]>,
): Promise<Names> {
  const known = new Map(claims.map((details) => [details.claim.id, details]))
  const wanted = claims.flatMap(({ claim }) => (claim.object?.kind === 'Claim' ? [claim.object.id] : []))
  const missing = [...new Set(wanted)].filter((id) => !known.has(id))
  const [categories, uses, objects, descents] = await Promise.all([
    store.concepts('DataCategory', revision),
    store.concepts('Use', revision),
    missing.length === 0 ? [] : store.claims(missing, revision),
    wantedDescents,
  ])
  return namesOf([...claims, ...objects.flatMap((claim) => claim ?? [])], [categories, uses], descents)
}

/**
 * Returns the names for one claim whose object is no claim. The result is cached by the identity of `claim` and of the
 * trees: a store returns the same object for a claim until its content changes.
 */
export function namesOfClaim(claim: ClaimDetails, trees: readonly ConceptTree[]): Names {
  const known = namesIn(trees)
  const names = known.get(claim) ?? namesOf([claim], trees)
  known.set(claim, names)
  return names
}

interface Generation {
  readonly trees: readonly ConceptTree[]
  /** An entry is collected together with its claim. */
  readonly names: WeakMap<ClaimDetails, Names>
}

/**
 * Cached names refer to their concept trees. Only names for the latest trees are cached, so older trees are collected.
 */
let latest: Generation = { trees: [], names: new WeakMap() }

function namesIn(trees: readonly ConceptTree[]): Generation['names'] {
  const isLatest = trees.length === latest.trees.length && trees.every((tree, i) => tree === latest.trees[i])
  if (!isLatest) latest = { trees, names: new WeakMap() }
  return latest.names
}

/** Returns the names that these claims carry, and the concepts of the trees. */
export function namesOf(
  claims: readonly ClaimDetails[],
  trees: readonly ConceptTree[],
  descents: readonly Descent[] = [],
): Names {
  const all = [...new Set([...claims, ...descents.flatMap(claimsOfDescent)])]
  return namesFrom({
    entities: all.flatMap((claim) => claim.namedEntities),
    sources: all.flatMap((claim) => claim.namedSources),
    trees,
    claims: all.map(({ claim }) => claim),
    descents,
  })
}
