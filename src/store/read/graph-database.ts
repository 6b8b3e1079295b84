import { type Cache, createCache } from '../../cache/create-cache.ts'
import type { GraphDatabase } from '../../domain/graph-database.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { seesDrafts } from '../../domain/viewer.ts'
import type { Engine } from '../engines/engine.ts'
import type { ClaimIndex } from './claim-index.ts'
import { createGraphStore } from './graph-store.ts'
import { createRevisionChanges, type RevisionChanges } from './revision-changes.ts'

/** Cache size of a database that shares none: the default of the process. */
const OWN_CACHE_BYTES = 64 * 1024 * 1024
const DRAFTS = 'drafts:'

/** Parts of the store of readers of published states. */
interface OfPublished {
  readonly claimIndex?: ClaimIndex
  readonly changes?: RevisionChanges
}

/** The store of readers of published states is made at once, that of readers of drafts when the first of them comes. */
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

/** The same budget in other namespaces, so that no key of a reader of drafts leads a public reader to an entry. */
const separate = (cache: Cache): Cache => ({
  ...cache,
  namespace: (name, options) => cache.namespace(DRAFTS.concat(name), options),
})
