import type { RevisionNumber } from '../../domain/revision-number.ts'
import { rankHits, type SearchHit } from '../../domain/search-rank.ts'
import type { MatchingThings } from '../../domain/store/search-candidate.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { queryTerms } from '../../text/search-text.ts'
import { similarityTo } from '../../text/similarity.ts'
import type { PageContext } from '../page.ts'
import { findEach } from '../search-hits.ts'
import { thingsNamedAlike } from './things-named-alike.ts'

const NEAR = 4
const LOOKED_AT = 200
const MAX_WORDS = 4
/** Characters of a word that a suggestion must share: most typing errors are later in a word. */
const BEGINNING = 3

/** Suggestions for a slug: things that share a word or its beginning, or have one that is alike, most similar first. */
export async function nearNames(
  wanted: string,
  context: PageContext,
  revision: RevisionNumber,
  /** All kinds unless given. */
  kinds: readonly ThingKind[] | null = null,
): Promise<readonly SearchHit[]> {
  const words = queryTerms(wanted.slice(0, 200).replaceAll('-', ' ')).slice(0, MAX_WORDS)
  const beginningOf = (word: string): string => [...word].slice(0, BEGINNING).join('')
  const beginnings = [...new Set(words.map(beginningOf))]
  const terms = [...new Set([...words, ...beginnings])]
  const found = await findEach(beginnings, LOOKED_AT, context, revision)
  // A complete search for a beginning has found what the whole word finds.
  const incomplete = new Set(beginnings.filter((_, i) => !found[i]?.complete))
  const left = words.filter((word) => !beginnings.includes(word) && incomplete.has(beginningOf(word)))
  const candidates = new Map<string, MatchingThings['things'][number]>()
  const alike = await thingsNamedAlike(words, context, revision)
  for (const { things } of [...found, ...(await findEach(left, LOOKED_AT, context, revision)), { things: alike }])
    for (const one of things) if (kinds?.includes(one.kind) ?? true) candidates.set(`${one.kind}:${one.id}`, one)
  const likenessTo = similarityTo(wanted)
  const likeness = new Map([...candidates].map(([key, { id }]) => [key, likenessTo(id)]))
  const likenessOf = ({ kind, id }: SearchHit): number => likeness.get(`${kind}:${id}`) ?? 0
  // Ranking reads every text of a candidate, so only those that may be shown are ranked.
  const least = [...likeness.values()].sort((a, b) => b - a)[NEAR - 1] ?? 0
  const likely = [...candidates].flatMap(([key, one]) => ((likeness.get(key) ?? 0) >= least ? one : []))
  const fields = await context.store.searchFields(likely, revision)
  const ranked = likely.map((one, place) => ({ ...one, fields: fields[place] ?? [] }))
  const hits = [...rankHits(ranked, terms, context.messages.tag)]
  return hits.sort((a, b) => likenessOf(b) - likenessOf(a)).slice(0, NEAR)
}
