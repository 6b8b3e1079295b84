import { DomainError } from '../../domain/errors.ts'
import type { ThingKind } from '../../domain/graph-store.ts'
import { queryTerms } from '../../text/fold.ts'
import type { Context } from '../context.ts'

/** Results of a text condition at most; all of them become parameters of the list statement. */
const MAX_FOUND = 1000

/**
 * Slugs of the objects that contain the words of `filter.text`; null if no text is given.
 * @throws DomainError BAD_INPUT for a text without words, LIMIT_EXCEEDED above `MAX_FOUND` results
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
    throw new DomainError('BAD_INPUT', 'filter.text has no word to search for.', { argument: 'filter.text' })
  const found = await c.store.searchCandidates(terms, [kind], MAX_FOUND, revision)
  if (!found.complete) {
    const message = `More than ${MAX_FOUND} results contain these words; add words.`
    throw new DomainError('LIMIT_EXCEEDED', message, { argument: 'filter.text' })
  }
  return found.candidates.map(({ id }) => id)
}
