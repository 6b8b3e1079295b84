import { searchTerms } from '../text/search-text.ts'
import { DomainError } from './errors.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import { MAX_FOUND } from './store/search-candidate.ts'
import type { ThingKind } from './thing-kind.ts'

/**
 * The slugs of the things that the text of a filter finds; null where the filter has no text.
 * @param argument the name of the text in the request
 * @throws DomainError BAD_INPUT for a text without words, LIMIT_EXCEEDED for a text that over 1,000 things contain
 */
export async function idsWithText(
  store: Pick<GraphStore, 'thingsWithTerms'>,
  kind: ThingKind,
  text: string | null | undefined,
  revision: RevisionNumber,
  argument: string,
): Promise<readonly Slug[] | null> {
  if (text == null) return null
  const terms = searchTerms(text)
  if (terms.length === 0)
    throw new DomainError('BAD_INPUT', 'There is no word to search for: send at least one.', { argument })
  const found = await store.thingsWithTerms(terms, [kind], MAX_FOUND, revision)
  if (!found.complete) {
    const message = `More than ${MAX_FOUND} of these things have these words; add words.`
    throw new DomainError('LIMIT_EXCEEDED', message, { argument })
  }
  return found.things.map(({ id }) => id)
}
