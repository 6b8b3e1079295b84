import { STATUSES, type Status } from '../domain/claim-status-types.ts'
import type { WholeClaim } from '../domain/graph-store.ts'

export interface Choice {
  /** Empty: all. */
  readonly statuses: readonly Status[]
  readonly limit: number
}

export interface Chosen {
  /** The most contested first. */
  readonly shown: readonly WholeClaim[]
  readonly leftOut: number
}

/** More than about twelve claims in one picture cannot be read: the most contested are shown, the rest are counted. */
export function chooseClaims(claims: readonly WholeClaim[], { statuses, limit }: Choice): Chosen {
  const wanted = statuses.length === 0 ? claims : claims.filter((c) => statuses.includes(c.status.status))
  const sorted = [...wanted].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return { shown: sorted.slice(0, limit), leftOut: Math.max(0, sorted.length - limit) }
}

/** Among equals, those that name data or a use: they are what a drawing joins. */
const keyOf = ({ status, claim }: WholeClaim): string => {
  const isJoined = claim.data.length > 0 || claim.uses.length > 0
  return [STATUSES.indexOf(status.status), isJoined ? 0 : 1, claim.id].join('|')
}
