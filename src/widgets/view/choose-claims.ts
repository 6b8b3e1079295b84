import type { ClaimDetails } from '../../domain/claim-details.ts'
import { contestKey, countByName, type NamedCount, type StandingName, standingName } from '../../domain/standing.ts'

export interface Choice {
  /** Wanted statuses, each with its side. Empty means all. */
  readonly statuses: readonly StandingName[]
  readonly limit: number
  /** Returns whether the view has a place for the claim. By default every claim has one. */
  readonly hasPlace?: (details: ClaimDetails) => boolean
  /** True to alternate between subjects, so that a comparison shows each party within the limit. */
  readonly alternates?: boolean
  /** Chooses among the claims with a place, for a picture. By default the most contested are chosen. */
  readonly choose?: (claims: readonly ClaimDetails[], limit: number) => readonly ClaimDetails[]
}

export interface Chosen {
  /** The most contested first, or in the order of `choose`. */
  readonly shown: readonly ClaimDetails[]
  /** Number of claims with a wanted status past the limit. */
  readonly leftOut: number
  /** Counts of the other statuses. A notice names them, since a denial may be among them. */
  readonly hidden: readonly NamedCount[]
  /** Counts of claims with a wanted status and without a place. A notice names them too. */
  readonly placeless: readonly NamedCount[]
}

/**
 * Selects claims up to the limit, and counts the others. A drawing is legible up to about twelve.
 */
export function chooseClaims(
  claims: readonly ClaimDetails[],
  { statuses, limit, hasPlace = () => true, alternates = false, choose }: Choice,
): Chosen {
  const isWanted = ({ status }: ClaimDetails): boolean =>
    statuses.length === 0 || statuses.includes(standingName(status))
  const wanted = claims.filter(isWanted)
  const sorted = wanted.filter(hasPlace).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const shown = choose?.(sorted, limit) ?? (alternates ? alternate(sorted) : sorted).slice(0, limit)
  return {
    shown,
    leftOut: sorted.length - shown.length,
    hidden: countsOf(claims.filter((details) => !isWanted(details))),
    placeless: countsOf(wanted.filter((details) => !hasPlace(details))),
  }
}

/** Returns the first claim of each subject, then the second of each. The order of subjects stays. */
function alternate(claims: readonly ClaimDetails[]): readonly ClaimDetails[] {
  const claimsBySubject = new Map<string, ClaimDetails[]>()
  for (const details of claims) {
    const { kind, id } = details.claim.subject
    claimsBySubject.set(`${kind}:${id}`, [...(claimsBySubject.get(`${kind}:${id}`) ?? []), details])
  }
  const queues = [...claimsBySubject.values()]
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat()
}

const countsOf = (claims: readonly ClaimDetails[]): readonly NamedCount[] =>
  countByName(claims.map(({ status }) => status))

/** Sorts by status, then claims with data and use first, then those with one of the two: a drawing joins these. */
function keyOf({ status, claim }: ClaimDetails): string {
  const namesUse = claim.uses.length > 0 || claim.object?.kind === 'Use'
  const missing = Number(claim.data.length === 0) + Number(!namesUse)
  return [contestKey(status), missing, claim.id].join('|')
}
