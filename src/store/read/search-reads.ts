import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { sortKeyOf } from '../../domain/search-rank.ts'
import {
  type FoundThing,
  type FoundThings,
  MAX_FOUND,
  type SearchField,
  type SearchRequest,
} from '../../domain/store/search-candidate.ts'
import type { SearchReads } from '../../domain/store/search-reads.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { STORE_SCHEMA } from '../encoding/schema.ts'
import { beginningOf, readThingKey, thingKey } from '../encoding/thing-key.ts'
import { parseJson } from '../encoding/to-domain.ts'
import type { Engine, FoundState } from '../engines/engine.ts'
import { searchFields } from '../queries/things-by-ids.ts'
import { createReadCache } from './read-cache.ts'
import type { RunStatement } from './run-statement.ts'

export interface SearchOptions {
  readonly run: RunStatement
  readonly engine: Engine
  readonly cache: Cache
  readonly drafts: boolean
}

/** Number of results of a search that are cached: a page of the API and the next result. A longer list takes 100 KB. */
const CACHED = 101
/** Memory of a cached result without its sort key, in bytes. */
const RESULT_BYTES = 80

/** Creates the reads that search. The first results of a search are cached by its terms, language, kinds and revision. */
export function createSearchReads({ run, engine, cache, drafts }: SearchOptions): SearchReads {
  const cached = createReadCache<FoundThings>(cache, 'searches', ({ things }) =>
    things.reduce((sum, { sortKey }) => sum + RESULT_BYTES + 2 * textBytes(sortKey), RESULT_BYTES),
  )

  async function find(
    terms: readonly string[],
    kinds: readonly ThingKind[] | null,
    bounds: { readonly limit: number; readonly language: string | null },
    revision: RevisionNumber,
  ): Promise<readonly FoundState[]> {
    const [index] = STORE_SCHEMA.text
    if (!index || terms.length === 0 || kinds?.length === 0) return []
    const keys = kinds?.map(beginningOf) ?? null
    return engine.searchText(index, terms, { ...bounds, revision, keys, drafts })
  }

  async function rank(
    { terms, language, kinds }: Omit<SearchRequest, 'limit'>,
    revision: RevisionNumber,
  ): Promise<FoundThings> {
    const found = await find(terms, kinds, { limit: MAX_FOUND + 1, language }, revision)
    const things = found.slice(0, MAX_FOUND).flatMap(({ thing, rank }): readonly FoundThing[] => {
      const named = readThingKey(thing)
      return named === null ? [] : [{ ...named, sortKey: sortKeyOf(rank, named.kind, named.id) }]
    })
    return {
      things: things.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)),
      total: things.length,
      complete: found.length <= MAX_FOUND,
    }
  }

  const rankFirst = ({ terms, language, kinds }: SearchRequest, revision: RevisionNumber): Promise<FoundThings> =>
    cached.once({ parameters: { terms, language, kinds }, version: revision }, async () => {
      const ranked = await rank({ terms, language, kinds }, revision)
      return { ...ranked, things: ranked.things.slice(0, CACHED) }
    })

  return {
    search: async (request, revision) => {
      const found = await (request.limit > CACHED ? rank : rankFirst)(request, revision)
      return { ...found, things: found.things.slice(0, request.limit) }
    },
    thingsWithTerms: async (terms, kinds, limit, revision) => {
      const found = await find(terms, kinds, { limit: limit + 1, language: null }, revision)
      const things = found.slice(0, limit).flatMap(({ thing }) => readThingKey(thing) ?? [])
      return { things, complete: found.length <= limit }
    },
    searchFields: async (things, revision) => {
      const keys = things.map(thingKey)
      const rows = keys.length === 0 ? [] : await run(searchFields, { keys: [...new Set(keys)], revision })
      const found = new Map(rows.map((row) => [String(row.thing), String(row.searchFields)]))
      return keys.map((key) => parseJson<readonly SearchField[]>(found.get(key) ?? '[]'))
    },
  }
}
