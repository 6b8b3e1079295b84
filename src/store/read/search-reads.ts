import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import {
  type FoundThings,
  MAX_FOUND,
  type MatchingThings,
  type SearchField,
  type SearchRequest,
} from '../../domain/store/search-candidate.ts'
import type { SearchReads } from '../../domain/store/search-reads.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { STORE_SCHEMA } from '../encoding/schema.ts'
import { beginningOf, readThingKey, thingKey } from '../encoding/thing-key.ts'
import { parseJson } from '../encoding/to-domain.ts'
import type { Engine, FoundStates, SearchBounds } from '../engines/engine.ts'
import { NOTHING_FOUND } from '../engines/found-states.ts'
import { searchFields } from '../queries/things-by-ids.ts'
import { bestThings } from './best-things.ts'
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
    bounds: Pick<SearchBounds, 'limit' | 'language' | 'matching'>,
    revision: RevisionNumber,
  ): Promise<FoundStates> {
    const [index] = STORE_SCHEMA.text
    if (!index || terms.length === 0 || kinds?.length === 0) return NOTHING_FOUND
    const keys = kinds?.map(beginningOf) ?? null
    return engine.searchText(index, terms, { ...bounds, revision, keys, drafts })
  }

  async function rank(
    { terms, language, kinds, limit }: SearchRequest,
    revision: RevisionNumber,
  ): Promise<FoundThings> {
    const { groups, complete } = await find(terms, kinds, { limit: MAX_FOUND, language }, revision)
    const total = groups.reduce((sum, { things }) => sum + things.length, 0)
    return { things: bestThings(groups, limit), total, complete }
  }

  const rankFirst = ({ terms, language, kinds }: SearchRequest, revision: RevisionNumber): Promise<FoundThings> =>
    cached.once({ parameters: { terms, language, kinds }, version: revision }, () =>
      rank({ terms, language, kinds, limit: CACHED }, revision),
    )

  return {
    search: async (request, revision) => {
      const found = await (request.limit > CACHED ? rank : rankFirst)(request, revision)
      return { ...found, things: found.things.slice(0, request.limit) }
    },
    thingsWithTerms: async (terms, kinds, limit, revision) =>
      toThings(await find(terms, kinds, { limit, language: null }, revision)),
    thingsWithAnyTerm: async (terms, kinds, limit, revision) =>
      toThings(await find(terms, kinds, { limit, language: null, matching: 'ANY' }, revision)),
    searchFields: async (things, revision) => {
      const keys = things.map(thingKey)
      const rows = keys.length === 0 ? [] : await run(searchFields, { keys: [...new Set(keys)], revision })
      const found = new Map(rows.map((row) => [String(row.thing), String(row.searchFields)]))
      return keys.map((key) => parseJson<readonly SearchField[]>(found.get(key) ?? '[]'))
    },
  }
}

const toThings = ({ groups, complete }: FoundStates): MatchingThings => ({
  things: groups.flatMap(({ things }) => things.flatMap((thing) => readThingKey(thing) ?? [])),
  complete,
})
