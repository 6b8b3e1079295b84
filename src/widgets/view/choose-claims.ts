import type { ClaimDetails } from '../../domain/claim-details.ts'
import { contestOf, STATUSES, type Status } from '../../domain/claim-status-types.ts'

export interface Choice {
  /** Empty: all. */
  readonly statuses: readonly Status[]
  readonly limit: number
  /** Whether a view has a place for it; every claim has one, unless given. */
  readonly hasPlace?: (details: ClaimDetails) => boolean
  /** Whether claims of each subject take turns: a comparison that shows one party alone compares nothing. */
  readonly alternates?: boolean
}

export interface Chosen {
  /** The most contested first. */
  readonly shown: readonly ClaimDetails[]
  /** Of the wanted statuses, past the limit. */
  readonly leftOut: number
  /** Of other statuses than the wanted ones, which a reader must be told: a denial may be among them. */
  readonly hidden: readonly StatusCount[]
  /** Of the wanted statuses, but without a place in this view: a denial may be among them too. */
  readonly placeless: readonly StatusCount[]
}

export interface StatusCount {
  readonly status: Status
  readonly count: number
}

/** More than about twelve claims in one picture cannot be read: the most contested are shown, the rest are counted. */
export function chooseClaims(
  claims: readonly ClaimDetails[],
  { statuses, limit, hasPlace = () => true, alternates = false }: Choice,
): Chosen {
  const isWanted = ({ status }: ClaimDetails): boolean => statuses.length === 0 || statuses.includes(status.status)
  const wanted = claims.filter(isWanted)
  const sorted = wanted.filter(hasPlace).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return {
    shown: (alternates ? alternate(sorted) : sorted).slice(0, limit),
    leftOut: Math.max(0, sorted.length - limit),
    hidden: countsOf(claims.filter((details) => !isWanted(details))),
    placeless: countsOf(wanted.filter((details) => !hasPlace(details))),
  }
}

/** The first of each subject, then the second of each; which subject is first stays as it was. */
function alternate(claims: readonly ClaimDetails[]): readonly ClaimDetails[] {
  const bySubject = new Map<string, ClaimDetails[]>()
  for (const details of claims) {
    const { kind, id } = details.claim.subject
    bySubject.set(`${kind}:${id}`, [...(bySubject.get(`${kind}:${id}`) ?? []), details])
  }
  const queues = [...bySubject.values()]
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat()
}

const countsOf = (claims: readonly ClaimDetails[]): readonly StatusCount[] =>
  STATUSES.flatMap((status) => {
    const count = claims.filter((details) => details.status.status === status).length
    return count === 0 ? [] : [{ status, count }]
  })

/** Among equals first those that name data and use, then those that name one: they are what a drawing joins. */
function keyOf({ status, claim }: ClaimDetails): string {
  const namesUse = claim.uses.length > 0 || claim.object?.kind === 'Use'
  const missing = Number(claim.data.length === 0) + Number(!namesUse)
  return [contestOf(status.status), missing, claim.id].join('|')
}
