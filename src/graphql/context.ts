import DataLoader from 'dataloader'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import type { GraphStore, WholeClaim } from '../domain/graph-store.ts'
import type { Source } from '../domain/source.ts'

export interface Context {
  readonly store: GraphStore
  readonly now: () => Date
  readonly requestId: string
  readonly loaders: Loaders
}

/** Anything, read at one revision. */
export interface Keyed {
  readonly id: string
  readonly at: number
}

export interface Loaders {
  readonly entities: DataLoader<Keyed, Entity | null, string>
  readonly sources: DataLoader<Keyed, Source | null, string>
  readonly claims: DataLoader<Keyed, WholeClaim | null, string>
  readonly concepts: DataLoader<{ kind: ConceptKind; at: number }, readonly Concept[], string>
  /** A claim brings along everybody it names, so that nothing below it asks again. */
  prime(claims: readonly WholeClaim[], at: number): void
}

interface ContextOptions {
  readonly store: GraphStore
  readonly now: () => Date
  readonly requestId: string
}

/** Fresh for each request: what one reader may see is never handed to another. */
export function createContext({ store, now, requestId }: ContextOptions): Context {
  return { store, now, requestId, loaders: createLoaders(store) }
}

function createLoaders(store: GraphStore): Loaders {
  const entities = byRevision<Entity>((ids, at) => store.entities(ids, at))
  const sources = byRevision<Source>((ids, at) => store.sources(ids, at))
  const claims = byRevision<WholeClaim>(async (ids, at) => {
    const found = await store.claims(ids, at)
    prime(
      found.filter((claim) => claim !== null),
      at,
    )
    return found
  })
  const concepts = new DataLoader<{ kind: ConceptKind; at: number }, readonly Concept[], string>(
    (keys) => Promise.all(keys.map(({ kind, at }) => store.concepts(kind, at))),
    { cacheKeyFn: ({ kind, at }) => `${at}|${kind}` },
  )
  function prime(found: readonly WholeClaim[], at: number): void {
    for (const claim of found) {
      claims.prime({ id: claim.claim.id, at }, claim)
      for (const entity of claim.namedEntities) entities.prime({ id: entity.id, at }, entity)
      for (const source of claim.namedSources) sources.prime({ id: source.id, at }, source)
    }
  }
  return { entities, sources, claims, concepts, prime }
}

function byRevision<T>(
  read: (ids: readonly string[], at: number) => Promise<readonly (T | null)[]>,
): DataLoader<Keyed, T | null, string> {
  const load = async (keys: readonly Keyed[]): Promise<(T | null)[]> => {
    const found = new Map<string, T | null>()
    for (const at of new Set(keys.map((key) => key.at))) {
      const ids = keys.filter((key) => key.at === at).map((key) => key.id)
      const values = await read(ids, at)
      for (const [i, id] of ids.entries()) found.set(keyOf({ id, at }), values[i] ?? null)
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null)
  }
  return new DataLoader(load, { cacheKeyFn: keyOf })
}

const keyOf = ({ id, at }: Keyed): string => `${at}|${id}`
