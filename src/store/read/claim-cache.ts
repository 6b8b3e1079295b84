import type { Cache } from '../../cache/create-cache.ts'
import { parsedBytes } from '../../cache/parsed-bytes.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { NamedState } from '../encoding/named-state.ts'
import { stateKey } from '../encoding/thing-key.ts'
import { isObject, toClaimDetails, toList, toNamedRefs } from '../encoding/to-domain.ts'
import type { Row } from '../engines/engine.ts'
import { createNamedStateCache, type FetchStates } from './named-state-cache.ts'

/** Bytes of data that is derived from a claim and cached with it: its names, and its sentence in each language. */
const DERIVED_BYTES = 3000

interface CachedClaim {
  readonly claim: ClaimDetails
  readonly bytes: number
}

/**
 * Caches claims by the hash of all of their content. Equal content gives the same object, parsed once, so derived data can be
 * cached with it.
 *
 * @param fetch reads referenced states that are not cached
 */
export function createClaimCache(cache: Cache, fetch: FetchStates) {
  const cached = cache.namespace<CachedClaim>('claims', { bytesOf: ({ bytes }) => bytes })
  const namedStates = createNamedStateCache(cache, fetch)

  /** Claims of the rows of the claim details statement, in the same order. */
  return async (rows: readonly Row[], revision: RevisionNumber): Promise<readonly ClaimDetails[]> => {
    const read = rows
      .map((row) => ({ row, key: contentOf(row) }))
      .map((one) => ({ ...one, known: cached.get(one.key) }))
    const missing = read.flatMap(({ row, known }) => (known ? [] : [row]))
    const named = await namedStates(missing.flatMap(toNamedRefs), revision)
    return read.map(({ row, key, known }) => {
      if (known) return known.claim
      const claim = toClaimDetails(row, named)
      cached.set(key, { claim, bytes: DERIVED_BYTES + bytesOf(row) + bytesOfNamed(row, named) })
      return claim
    })
  }
}

/** Cache key of a row: hashes of content and the revisions of the claim. Only equal claims have equal keys. */
function contentOf(row: Row): string {
  let content = `${row.id} ${row.hash}@${row.changedIn}`
  for (const list of [row.assertions, row.annotations, row.claimants, row.publishers, row.parties]) {
    content += '|'
    for (const one of toList(list))
      if (isObject(one)) content += ` ${one.hash}@${one.recordedIn ?? one.fromRevision ?? ''}`
  }
  return content
}

const bytesOf = (row: Row): number =>
  [row, ...toList(row.assertions), ...toList(row.annotations)]
    .filter(isObject)
    .reduce((sum, { json, statusJson = '' }) => sum + parsedBytes(`${json}${statusJson}`), 0)

/** Bytes of the referenced states, counted with each claim, since each alone keeps them in memory. */
const bytesOfNamed = (row: Row, named: ReadonlyMap<string, NamedState>): number =>
  [...new Set(toNamedRefs(row).map(stateKey))].reduce((sum, state) => sum + (named.get(state)?.bytes ?? 0), 0)
