import { holdsOn } from '../text/partial-date.ts'
import type { SpeaksFor } from './entity.ts'

/** Whether somebody with these periods spoke for one of them on a day; if the day is unknown, any period counts. */
export const spokeFor = (
  periods: readonly SpeaksFor[],
  isOneOfThem: (entityId: string) => boolean,
  day: string | null,
): boolean =>
  periods.some(
    ({ entityId, validFrom, validTo }) =>
      isOneOfThem(entityId) && (day === null || holdsOn(validFrom, validTo, day) !== 'NO'),
  )
