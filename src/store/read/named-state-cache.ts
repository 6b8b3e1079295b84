import type { Cache } from '../../cache/create-cache.ts'
import { parsedBytes } from '../../cache/parsed-bytes.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import type { NamedState } from '../encoding/named-state.ts'
import { isOfKind, type StateRef, stateKey } from '../encoding/thing-key.ts'
import { parseJson, toList } from '../encoding/to-domain.ts'
import type { Row } from '../engines/engine.ts'

/** Reads the states of things at a revision. */
export type FetchStates = (things: readonly string[], revision: RevisionNumber) => Promise<readonly Row[]>

/**
 * Caches referenced states by key and content hash: a source of fifty claims is read and parsed once.
 */
export function createNamedStateCache(cache: Cache, fetch: FetchStates) {
  const states = cache.namespace<NamedState>('named-states', { bytesOf: ({ bytes }) => bytes })

  /** Reads all states that are not cached in one statement; no statement when all are cached. */
  return async (refs: readonly StateRef[], revision: RevisionNumber): Promise<ReadonlyMap<string, NamedState>> => {
    const found = new Map<string, NamedState>()
    const missing = new Set<string>()
    for (const ref of refs) {
      const state = stateKey(ref)
      if (found.has(state)) continue
      const known = states.get(state)
      if (known) found.set(state, known)
      else missing.add(ref.thing)
    }
    for (const row of missing.size === 0 ? [] : await fetch([...missing], revision)) {
      const named = toNamedState(row)
      const state = stateKey({ thing: String(row.thing), hash: Number(row.hash) })
      found.set(state, named)
      states.set(state, named)
    }
    return found
  }
}

function toNamedState(row: Row): NamedState {
  const bytes = parsedBytes(String(row.json))
  if (isOfKind(row.thing, 'Entity')) return { kind: 'Entity', entity: parseJson(row.json), bytes }
  const ancestors = toList(row.ancestors).map((id) => toSlug(String(id)))
  return { kind: 'Source', source: parseJson(row.json), ancestors, bytes: bytes + parsedBytes(ancestors.join()) }
}
