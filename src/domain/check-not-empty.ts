import { DomainError } from './errors.ts'

type Lists = Readonly<Record<string, readonly unknown[] | null | undefined>>

/**
 * "Any of nothing" finds nothing, which would read as "nobody said so".
 * @param lists by the names of their arguments
 * @throws DomainError BAD_INPUT
 */
export function checkNotEmpty(lists: Lists): void {
  for (const [argument, list] of Object.entries(lists)) {
    if (list?.length === 0)
      throw new DomainError('BAD_INPUT', `${argument}: name at least one, or leave it out.`, { argument })
  }
}
