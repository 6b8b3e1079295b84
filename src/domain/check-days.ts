import { firstDay, lastDay } from '../text/partial-date.ts'
import { DomainError } from './errors.ts'

/**
 * Checks a period of partial dates; null is unbounded.
 * @throws DomainError BAD_INPUT for a period that ends before it begins
 */
export function checkDays(argument: string, from: string | null | undefined, until: string | null | undefined): void {
  if (from == null || until == null || firstDay(from) <= lastDay(until)) return
  throw new DomainError('BAD_INPUT', `${argument} ends on ${until}, before it begins on ${from}: exchange the two.`, {
    argument,
  })
}
