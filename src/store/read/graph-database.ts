import { type Cache, createCache } from '../../cache/create-cache.ts'
import type { GraphDatabase } from '../../domain/graph-database.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { seesDrafts } from '../../domain/viewer.ts'
import type { Engine } from '../engines/engine.ts'
import type { ClaimIndex } from './claim-index.ts'
import { createGraphStore } from './graph-store.ts'
import { createRevisionChanges, type RevisionChanges } from './revision-changes.ts'

/** Size of a cache that is not shared. */
const OWN_CACHE_BYTES = 64 * 1024 * 1024
const DRAFTS = 'drafts:'

/** Parts of the store that returns only published states. */
interface OfPublished {
  readonly claimIndex?: ClaimIndex
  readonly changes?: RevisionChanges
}

/** Creates the stores of an engine: one for the public now, and one with drafts for the first viewer who sees drafts. */
export function createGraphDatabase(
  engine: Engine,
  cache = createCache({ maxBytes: OWN_CACHE_BYTES }),
  { claimIndex, changes = createRevisionChanges() }: OfPublished = {},
): GraphDatabase {
  const published = createGraphStore({ engine, cache, drafts: false, claimIndex: claimIndex ?? null, changes })
  let withDrafts: GraphStore | null = null
  return {
    visibleTo(viewer) {
      if (!seesDrafts(viewer)) return published
      withDrafts ??= createGraphStore({ engine, cache: separate(cache), drafts: true })
      return withDrafts
    },
    isAvailable: () => engine.isAvailable?.() ?? true,
    checkHealth: () => engine.checkHealth(),
    close() {
      claimIndex?.stop()
      return engine.close()
    },
  }
}

/** The same cache with other namespaces, so that no public reader finds an entry with drafts. */
const separate = (cache: Cache): Cache => ({
  ...cache,
  namespace: (name, options) => cache.namespace(DRAFTS.concat(name), options),
})
