import { nearThings, termsOfWanted } from '../../domain/near-things.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { rankHits, type SearchHit } from '../../domain/search-rank.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { thingsNamedAlike } from '../../domain/things-named-alike.ts'
import type { PageContext } from '../page.ts'

const NEAR = 4
/** Searches: for the beginnings of four words, and for the words. */
const MAX_SEARCHES = 8

/** Suggestions for a name or slug that nothing has, most similar first, each with the text that is near. */
export async function nearNames(
  text: string,
  { store, messages }: PageContext,
  revision: RevisionNumber,
  /** All kinds unless given. */
  kinds: readonly ThingKind[] | null = null,
): Promise<readonly SearchHit[]> {
  const wanted = { text, kinds, revision }
  const bounds = { limit: NEAR, searches: MAX_SEARCHES, minLikeness: 0, more: await thingsNamedAlike(store, wanted) }
  // Ranking reads every text of a thing, so only those that may be shown are ranked.
  const near = await nearThings(store, wanted, bounds)
  const fields = await store.searchFields(near, revision)
  const candidates = near.map((one, place) => ({ ...one, fields: fields[place] ?? [] }))
  const likenessOf = new Map(near.map(({ kind, id, likeness }) => [`${kind}:${id}`, likeness]))
  const likeness = ({ kind, id }: SearchHit): number => likenessOf.get(`${kind}:${id}`) ?? 0
  const { words, beginnings } = termsOfWanted(text)
  const hits = [...rankHits(candidates, [...words, ...beginnings], messages.tag)]
  return hits.sort((a, b) => likeness(b) - likeness(a)).slice(0, NEAR)
}
