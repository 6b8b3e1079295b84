import type { ClaimStatus, Status } from './claim-status-types.ts'
import type { Polarity } from './stance.ts'

/** A status with its side. "Stated" and "stated not to" are two standings: no count, filter or order merges them. */
export type Standing = Pick<ClaimStatus, 'status' | 'polarity'>

/** Number of claims with one standing. */
export interface StandingCount extends Standing {
  readonly count: number
}

const standing = (status: Status, polarity: Standing['polarity'] = null): Standing => ({ status, polarity })

/**
 * Every standing that a claim can have, from the most contested. Claims that their subject contests come first, then
 * accusations and guesses, then firm statements. ALLEGED and SPECULATED without a side have hearsay or guesses on both.
 */
export const STANDINGS: readonly Standing[] = [
  standing('DISPUTED'),
  standing('DENIED', 'NEGATES'),
  standing('STATED', 'NEGATES'),
  standing('ALLEGED', 'AFFIRMS'),
  standing('ALLEGED'),
  standing('ALLEGED', 'NEGATES'),
  standing('SPECULATED', 'AFFIRMS'),
  standing('SPECULATED'),
  standing('SPECULATED', 'NEGATES'),
  standing('REPORTED', 'AFFIRMS'),
  standing('REPORTED', 'NEGATES'),
  standing('UNKNOWN'),
  standing('STATED', 'AFFIRMS'),
  standing('CONFIRMED', 'AFFIRMS'),
  standing('RETRACTED'),
]

/**
 * Place of a standing in lists that begin with the most contested, as one character: keys sort as texts.
 * Unlisted pairs, which no claim has, come last.
 */
export function contestKey({ status, polarity }: Standing): string {
  return CONTEST_KEYS.get(`${status} ${polarity}`) ?? '~'
}

const CONTEST_KEYS: ReadonlyMap<string, string> = new Map(
  STANDINGS.map(({ status, polarity }, place) => [`${status} ${polarity}`, place.toString(36)]),
)

/** Condition on standings. Absent conditions and null restrict nothing. */
export interface StandingFilter {
  readonly statuses?: readonly Status[] | null | undefined
  /** Side that the status is on; UNKNOWN for a status on neither side or on both. */
  readonly polarity?: Polarity | null | undefined
  readonly names?: readonly StandingName[] | null | undefined
}

/** Returns the standings that meet a condition; null for a condition that restricts nothing. */
export function standingsOf({ statuses, polarity, names }: StandingFilter): readonly Standing[] | null {
  if (statuses == null && polarity == null && names == null) return null
  return STANDINGS.filter(
    (one) =>
      (statuses == null || statuses.includes(one.status)) &&
      (polarity == null || (one.polarity ?? 'UNKNOWN') === polarity) &&
      (names == null || names.includes(standingName(one))),
  )
}

/**
 * Names of standings in URLs, counts and drawings. Each has its own word, icon and count. `_NOT` marks a status that
 * rests on negating assertions alone, where the status alone does not say so.
 */
export const STANDING_NAMES = [
  'DISPUTED',
  'DENIED',
  'CONFIRMED',
  'STATED',
  'STATED_NOT',
  'REPORTED',
  'REPORTED_NOT',
  'ALLEGED',
  'ALLEGED_NOT',
  'SPECULATED',
  'SPECULATED_NOT',
  'UNKNOWN',
  'RETRACTED',
] as const
export type StandingName = (typeof STANDING_NAMES)[number]

/** Names the standing of a claim: `STATED_NOT` for STATED with NEGATES. */
export const standingName = ({ status, polarity }: Standing): StandingName =>
  (polarity === 'NEGATES' && NEGATED[status]) || status

const NEGATED: Readonly<Partial<Record<Status, StandingName>>> = {
  STATED: 'STATED_NOT',
  REPORTED: 'REPORTED_NOT',
  ALLEGED: 'ALLEGED_NOT',
  SPECULATED: 'SPECULATED_NOT',
}

/** Counts standings by name, from the most contested. */
export function countByName(standings: readonly Standing[]): readonly NamedCount[] {
  const counts = new Map<StandingName, number>()
  for (const { count, ...standing } of countStandings(standings)) {
    const name = standingName(standing)
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}

/** Counts standings, from the most contested. */
export function countStandings(standings: readonly Standing[]): readonly StandingCount[] {
  const counts = new Map<string, StandingCount>()
  for (const { status, polarity } of standings) {
    const name = `${status} ${polarity}`
    counts.set(name, { status, polarity, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => (contestKey(a) < contestKey(b) ? -1 : 1))
}

export interface NamedCount {
  readonly name: StandingName
  readonly count: number
}
