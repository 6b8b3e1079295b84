import { matchIn, readMatches } from '../domain/read-matches.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { SearchHit } from '../domain/search-rank.ts'
import type { FoundThing } from '../domain/store/search-candidate.ts'
import type { ThingKind } from '../domain/thing-kind.ts'
import type { PageContext } from './page.ts'

interface Wanted {
  /** Number of results that are shown. */
  readonly shown: number
  /** Kinds of things; all unless given. */
  readonly kinds?: readonly ThingKind[]
  /** Slugs that are not shown. */
  readonly except?: readonly string[]
}

export interface FoundHits {
  /** The best results, in order. */
  readonly hits: readonly SearchHit[]
  /** Number of all results. */
  readonly total: number
}

/** Finds things that match all terms, ranked. */
export async function findHits(
  terms: readonly string[],
  { shown, kinds, except = [] }: Wanted,
  { store, messages }: PageContext,
  revision: RevisionNumber,
): Promise<FoundHits> {
  const request = { terms, language: messages.tag, kinds: kinds ?? null, limit: shown + except.length }
  const { things, total } = await store.search(request, revision)
  const wanted = (thing: FoundThing): boolean => !except.includes(thing.id)
  const best = things.filter(wanted).slice(0, shown)
  const matches = await readMatches(store, best, request, revision)
  return { hits: best.map((thing) => ({ ...thing, match: matchIn(matches, thing) })), total }
}
