import { DomainError } from './errors.ts'

type Lists = Readonly<Record<string, readonly unknown[] | null | undefined>>

/**
 * Refuses empty lists in a filter: they match nothing, and the empty result would read as "nobody said so".
 * @param lists by the names of their arguments
 * @throws DomainError BAD_INPUT for an empty list; null and undefined pass
 */
export function checkNotEmpty(lists: Lists): void {
  for (const [argument, list] of Object.entries(lists)) {
    if (list?.length === 0)
      throw new DomainError('BAD_INPUT', `${argument} is an empty list: name at least one value, or leave it out.`, {
        argument,
      })
  }
}
