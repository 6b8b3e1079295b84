import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept } from '../domain/concept.ts'
import { claimsOfDescent, type Descent, readDescents } from '../domain/descent.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { type Names, namesFrom } from './names.ts'

type Reader = Pick<GraphStore, 'claims'>

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
 * Reads the names that headlines of these claims use. Headlines have no descents, so their names are left out. Each
 * claim comes with the things that it names; the store adds claims that are objects. Takes one statement at most.
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
  const [objects, descents] = await Promise.all([
    missing.length === 0 ? [] : store.claims(missing, revision),
    wantedDescents,
  ])
  return namesOf([...claims, ...objects.flatMap((claim) => claim ?? [])], descents)
}

/**
 * Returns the names for one claim. They are cached by the identity of all that they are made from: a store returns the
 * same object for a claim until its content, or that of a thing that it names, changes. Words about a claim are cached
 * by the identity of its names.
 *
 * @param objects the claim that is its object, and the object of that one
 */
export function namesOfClaim(
  claim: ClaimDetails,
  objects: readonly ClaimDetails[] = [],
  descents: readonly Descent[] = [],
): Names {
  const madeFrom = [...objects, ...descents.flatMap(partsOf)]
  const known = descents.length === 0 ? withoutDescents : withDescents
  const found = known.get(claim)
  if (found && isSame(found.madeFrom, madeFrom)) return found.names
  const names = namesOf([claim, ...objects], descents)
  known.set(claim, { madeFrom, names })
  return names
}

interface MadeNames {
  readonly madeFrom: readonly object[]
  readonly names: Names
}

/** Names for headlines and for sentences. An entry is collected together with its claim. */
const withoutDescents = new WeakMap<ClaimDetails, MadeNames>()
const withDescents = new WeakMap<ClaimDetails, MadeNames>()

/** Parts of a descent. They belong to claims, so they are the same objects as long as the claims are. */
const partsOf = ({ assertion, steps }: Descent): readonly object[] => [
  assertion,
  ...steps.flatMap((step) => [step.details, step.assertion, step.relation]),
]

const isSame = (some: readonly object[], others: readonly object[]): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i])

/** Returns the names that come with these claims, and those of further concepts. */
export function namesOf(
  claims: readonly ClaimDetails[],
  descents: readonly Descent[] = [],
  concepts: readonly Concept[] = [],
): Names {
  const all = [...new Set([...claims, ...descents.flatMap(claimsOfDescent)])]
  return namesFrom({
    entities: all.flatMap((claim) => claim.namedEntities),
    sources: all.flatMap((claim) => claim.namedSources),
    concepts: [...all.flatMap((claim) => claim.namedConcepts), ...concepts],
    claims: all.map(({ claim }) => claim),
    descents,
  })
}
