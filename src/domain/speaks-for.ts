import { holdsOn, type Match } from '../text/partial-date.ts'
import type { SpeaksFor } from './entity.ts'
import type { Slug } from './slug.ts'

/**
 * Whether an entity with these periods spoke for a party on a day (a partial date). With an unknown day, any period gives an
 * uncertain match.
 */
export function spokeFor(
  periods: readonly SpeaksFor[],
  isOneOfThem: (entityId: Slug) => boolean,
  day: string | null,
): Match {
  const matches = periods
    .filter(({ entityId }) => isOneOfThem(entityId))
    .map(({ validFrom, validTo }): Match => (day === null ? 'POSSIBLE' : holdsOn(validFrom, validTo, day)))
  if (matches.includes('CERTAIN')) return 'CERTAIN'
  return matches.includes('POSSIBLE') ? 'POSSIBLE' : 'NO'
}
