import { DomainError } from '../../domain/errors.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { queryTerms } from '../../text/fold.ts'
import type { Context } from '../context.ts'

const MAX_FOUND = 1000

/**
 * The slugs of what a filter's text finds; null where none is given.
 * @throws DomainError BAD_INPUT for a text without words, LIMIT_EXCEEDED for one that too much holds
 */
export async function idsWithText(
  c: Context,
  kind: ThingKind,
  text: string | null | undefined,
  revision: number,
): Promise<readonly string[] | null> {
  if (text == null) return null
  const terms = queryTerms(text)
  if (terms.length === 0)
    throw new DomainError('BAD_INPUT', 'There is no word to look for.', { argument: 'filter.text' })
  const found = await c.store.searchCandidates(terms, [kind], MAX_FOUND, revision)
  if (!found.complete) {
    const message = `More than ${MAX_FOUND} of these things hold these words; give more of them.`
    throw new DomainError('LIMIT_EXCEEDED', message, { argument: 'filter.text' })
  }
  return found.candidates.map(({ id }) => id)
}
