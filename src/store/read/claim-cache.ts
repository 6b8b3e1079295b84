import type { Cache } from '../../cache/create-cache.ts'
import { parsedBytes } from '../../cache/parsed-bytes.ts'
import type { ClaimDetails } from '../../domain/graph-store.ts'
import { stateKey } from '../encoding/thing-key.ts'
import { isObject, toClaimDetails, toList, toNamedRefs } from '../encoding/to-domain.ts'
import type { Row } from '../engines/engine.ts'
import { createNamedStateCache, type FetchStates, type NamedState } from './named-state-cache.ts'

/** Bytes derived of a claim and cached as long as it: its labels, and its sentence in each language. */
const DERIVED_BYTES = 3000

interface CachedClaim {
  readonly claim: ClaimDetails
  readonly bytes: number
}

/**
 * Claims by all that they are made of: the same content gives the same object, parsed once, so that what is derived of
 * it can be kept beside it.
 *
 * @param fetch reads the states of whom and what claims name, where those are not held either
 */
export function createClaimCache(cache: Cache, fetch: FetchStates) {
  const cached = cache.namespace<CachedClaim>('claims', { bytesOf: ({ bytes }) => bytes })
  const namedStates = createNamedStateCache(cache, fetch)

  /** The claims of rows of the whole-claim statement, read at a revision, in their order. */
  return async (rows: readonly Row[], revision: number): Promise<readonly ClaimDetails[]> => {
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

/** Hashes of content, and the revisions that a claim tells of: equal for equal claims alone. */
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

/** Counted with each claim that names it, since each alone keeps it in memory. */
const bytesOfNamed = (row: Row, named: ReadonlyMap<string, NamedState>): number =>
  [...new Set(toNamedRefs(row).map(stateKey))].reduce((sum, state) => sum + (named.get(state)?.bytes ?? 0), 0)
