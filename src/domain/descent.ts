import { type Assertion, wasSaid } from './assertion.ts'
import type { AssertionId } from './assertion-id.ts'
import type { ClaimRelation } from './claim.ts'
import type { ClaimDetails } from './claim-details.ts'
import type { Slug } from './slug.ts'

/** Steps that a descent has at most. Each step across claims takes one read. */
export const MAX_DESCENT = 8

/** Claims that one read of descents takes at most; further ones end their descents. */
const MAX_CLAIMS = 200

/** A step of a descent: one assertion has its words from an earlier one. */
export interface DescentStep {
  /** The later assertion. */
  readonly derived: AssertionId
  /** The earlier assertion, and its claim. */
  readonly assertion: Assertion
  readonly details: ClaimDetails
  /** Relation that joins the two, with the drift, and its document or the judgement. */
  readonly relation: ClaimRelation
}

/** An assertion with the steps of its descent. */
export interface Descent {
  readonly details: ClaimDetails
  readonly assertion: Assertion
  readonly steps: readonly DescentStep[]
}

export type ReadClaims = (ids: readonly Slug[]) => Promise<readonly (ClaimDetails | null)[]>

/**
 * Descent of an assertion: the assertions from which its words come, step by step to the earliest one that was found. Follows
 * the DERIVED_FROM relations that name two assertions, level by level. An assertion that was withdrawn, or that the reader does
 * not see, ends its branch. Every assertion occurs once, so circular relations end too.
 *
 * @param start claim of the assertion
 */
export async function descentOf(
  start: ClaimDetails,
  id: AssertionId,
  read: ReadClaims,
): Promise<readonly DescentStep[]> {
  const known = new Map([[start.claim.id, start]])
  const visited = new Set<AssertionId>([id])
  const steps: DescentStep[] = []
  let level: readonly { readonly id: AssertionId; readonly claimId: Slug }[] = [{ id, claimId: start.claim.id }]
  while (level.length > 0 && steps.length < MAX_DESCENT) {
    const relations = level.flatMap((one) => originsOf(one.id, known.get(one.claimId)))
    const missing = [...new Set(relations.map(({ toClaimId }) => toClaimId))].filter((claimId) => !known.has(claimId))
    const found = missing.length === 0 ? [] : await read(missing.slice(0, MAX_DESCENT))
    for (const details of found) if (details) known.set(details.claim.id, details)
    const next = relations.flatMap((relation) => stepOf(relation, known.get(relation.toClaimId)) ?? [])
    level = next.flatMap((step) => {
      if (visited.has(step.assertion.id) || steps.length >= MAX_DESCENT) return []
      visited.add(step.assertion.id)
      steps.push(step)
      return [{ id: step.assertion.id, claimId: step.details.claim.id }]
    })
  }
  return steps
}

/** Whether an assertion of the claim has a descent. */
export const hasDescent = ({ claim, relations }: ClaimDetails): boolean => joining(relations, claim.id).length > 0

/** Claims of a descent, each once. */
export const claimsOfDescent = ({ details, steps }: Descent): readonly ClaimDetails[] => [
  ...new Set([details, ...steps.map((step) => step.details)]),
]

/** Descents of many claims. Takes one read for each step between claims, however many there are. */
export async function readDescents(claims: readonly ClaimDetails[], read: ReadClaims): Promise<readonly Descent[]> {
  const known = new Map<string, ClaimDetails | null>(claims.map((details) => [details.claim.id, details]))
  let level: readonly (ClaimDetails | null)[] = claims
  for (let step = 0; step < MAX_DESCENT && level.length > 0; step += 1) {
    const next = level.flatMap((details) => (details ? joining(details.relations, details.claim.id) : []))
    const missing = [...new Set(next.map(({ toClaimId }) => toClaimId))]
      .filter((id) => !known.has(id))
      .slice(0, MAX_CLAIMS)
    level = missing.length === 0 ? [] : await read(missing)
    for (const [i, id] of missing.entries()) known.set(id, level[i] ?? null)
  }
  const readKnown: ReadClaims = async (ids) => ids.map((id) => known.get(id) ?? null)
  const found = await Promise.all(claims.filter(hasDescent).map((details) => descentsOf(details, readKnown)))
  return found.flat()
}

const joining = (relations: readonly ClaimRelation[], claimId: string): readonly ClaimRelation[] =>
  relations.filter((one) => one.fromClaimId === claimId && one.fromAssertionId !== undefined)

/** Relations by which an assertion has its words from others. */
const originsOf = (id: AssertionId, details: ClaimDetails | undefined): readonly ClaimRelation[] =>
  (details?.relations ?? []).filter(({ fromAssertionId }) => fromAssertionId === id)

/** Descents of all assertions of a claim that have one, by slug. One that is part of another of the same claim is left out. */
export async function descentsOf(details: ClaimDetails, read: ReadClaims): Promise<readonly Descent[]> {
  const derived = details.assertions.filter((one) => wasSaid(one) && originsOf(one.id, details).length > 0)
  const all = await Promise.all(
    derived.map(async (assertion) => ({ details, assertion, steps: await descentOf(details, assertion.id, read) })),
  )
  const parts = new Set(all.flatMap(({ steps }) => steps.map(({ assertion }) => assertion.id)))
  return all.filter(({ steps, assertion }) => steps.length > 0 && !parts.has(assertion.id))
}

function stepOf(relation: ClaimRelation, details: ClaimDetails | undefined): DescentStep | null {
  const { fromAssertionId, toAssertionId } = relation
  const assertion = details?.assertions.find((one) => one.id === toAssertionId && wasSaid(one))
  return details && assertion && fromAssertionId ? { derived: fromAssertionId, assertion, details, relation } : null
}
