import DataLoader from 'dataloader'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { ConceptTree } from '../domain/concept-tree.ts'
import type { Entity } from '../domain/entity.ts'
import { DomainError } from '../domain/errors.ts'
import type { ClaimParent, GraphStore, Page, PageRequest, ThingKind, WholeClaim } from '../domain/graph-store.ts'
import { followingRenames } from '../domain/renames.ts'
import type { Revision } from '../domain/revision.ts'
import type { Source } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import type { Soon } from './maybe-promise.ts'

export interface Context {
  readonly store: GraphStore
  readonly loaders: Loaders
}

/** Anything, read at one revision. */
export interface Keyed {
  readonly id: string
  readonly at: number
}

interface Below extends Keyed {
  readonly parent: ClaimParent
}

/** Single things by slug, or one they had: those that came along with others are there at once, the rest are read in batches. */
export interface Lookup<T> {
  find(key: Keyed): Soon<T | null>
  prime(key: Keyed, value: T): void
}

export interface Loaders {
  readonly entities: Lookup<Entity>
  readonly sources: Lookup<Source>
  readonly claims: Lookup<WholeClaim>
  readonly stories: Lookup<Story>
  readonly concepts: Readonly<Record<ConceptKind, Lookup<Concept>>>
  /** Data categories and uses, which every sentence calls by their names. */
  trees(at: number): Soon<readonly ConceptTree[]>
  /** A page of the claims below one thing; asked for by all things of a level at once. */
  readonly claimPages: DataLoader<Below & { readonly page: PageRequest }, Page<WholeClaim>, string>
  readonly claimCounts: DataLoader<Below, number, string>
  /** asOf, or '' for now → revision. */
  readonly revision: DataLoader<string, number>
  readonly revisions: DataLoader<string, readonly Revision[]>
  /** A claim brings along everybody it names, so that nothing below it asks again. */
  prime(claims: readonly WholeClaim[], at: number): void
}

/** Fresh for each request: what one reader may see is never handed to another. */
export function createContext(store: GraphStore): Context {
  return { store, loaders: createLoaders(store) }
}

function createLoaders(store: GraphStore): Loaders {
  const revision = new DataLoader<string, number>((times) =>
    Promise.all(times.map((asOf) => store.revisionAt(asOf === '' ? null : asOf))),
  )
  const asked = {
    renames: (at: number) => store.renames(at),
    revisionAt: (asOf: string | null) => revision.load(asOf ?? ''),
    lifetimes: (kind: ThingKind, ids: readonly string[], at: number) => store.lifetimes(kind, ids, at),
  }
  const lookup = <T>(kind: ThingKind, read: Read<T>): Lookup<T> => byRevision(followingRenames(asked, kind, read))
  const concept = (kind: ConceptKind): Lookup<Concept> =>
    lookup(kind, async (ids, at) => {
      const { byId } = await store.concepts(kind, at)
      return ids.map((id) => byId.get(id) ?? null)
    })
  const concepts = { DataCategory: concept('DataCategory'), Use: concept('Use') }
  const entities = lookup<Entity>('Entity', (ids, at) => store.entities(ids, at))
  const sources = lookup<Source>('Source', (ids, at) => store.sources(ids, at))
  const stories = lookup<Story>('Story', (ids, at) => store.stories(ids, at))
  const claims = lookup<WholeClaim>('Claim', async (ids, at) => {
    const found = await store.claims(ids, at)
    prime(
      found.filter((claim) => claim !== null),
      at,
    )
    return found
  })
  const claimPages = new DataLoader<Below & { readonly page: PageRequest }, Page<WholeClaim>, string>(
    (keys) =>
      inGroups(keys, async ([{ parent, page, at }], ids) => {
        const pages = await store.claimPagesOf(parent, ids, page, at)
        prime(
          pages.flatMap(({ items }) => items),
          at,
        )
        return pages
      }),
    { cacheKeyFn: ({ id, ...rest }) => JSON.stringify([rest, id]) },
  )
  const claimCounts = new DataLoader<Below, number, string>(
    (keys) => inGroups(keys, ([{ parent, at }], ids) => store.countClaimsOf(parent, ids, at)),
    { cacheKeyFn: ({ id, ...rest }) => JSON.stringify([rest, id]) },
  )
  const revisions = new DataLoader<string, readonly Revision[]>((keys) =>
    Promise.all(keys.map(() => store.revisions())),
  )
  const knownTrees = new Map<number, Soon<readonly ConceptTree[]>>()
  function trees(at: number): Soon<readonly ConceptTree[]> {
    const known = knownTrees.get(at)
    if (known) return known
    const reading = Promise.all([store.concepts('DataCategory', at), store.concepts('Use', at)])
    knownTrees.set(at, reading)
    reading.then(
      (read) => knownTrees.set(at, read),
      () => knownTrees.delete(at),
    )
    return reading
  }
  function prime(found: readonly WholeClaim[], at: number): void {
    for (const claim of found) {
      claims.prime({ id: claim.claim.id, at }, claim)
      for (const entity of claim.namedEntities) entities.prime({ id: entity.id, at }, entity)
      for (const source of claim.namedSources) sources.prime({ id: source.id, at }, source)
    }
  }
  return { entities, sources, claims, stories, concepts, claimPages, claimCounts, revision, revisions, trees, prime }
}

type Read<T> = (ids: readonly string[], at: number) => Promise<readonly (T | null)[]>

function byRevision<T>(read: Read<T>): Lookup<T> {
  const known = new Map<number, Map<string, T>>()
  const load = async (keys: readonly Keyed[]): Promise<(T | null)[]> => {
    const found = new Map<string, T | null>()
    for (const at of new Set(keys.map((key) => key.at))) {
      // No engine holds half of a surrogate pair, and one such id must not fail those that are asked for beside it.
      const ids = keys.filter((key) => key.at === at && key.id.isWellFormed()).map((key) => key.id)
      const values = ids.length === 0 ? [] : await read(ids, at)
      for (const [i, id] of ids.entries()) found.set(keyOf({ id, at }), values[i] ?? null)
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null)
  }
  const loader = new DataLoader<Keyed, T | null, string>(load, { cacheKeyFn: keyOf })
  return {
    find: (key) => known.get(key.at)?.get(key.id) ?? loader.load(key),
    prime: ({ id, at }, value) => {
      const beside = known.get(at)
      if (beside) beside.set(id, value)
      else known.set(at, new Map([[id, value]]))
    },
  }
}

/** One read for each group of keys that differ in nothing but their id; answers in key order. */
async function inGroups<K extends Keyed, T>(
  keys: readonly K[],
  read: (group: readonly [K, ...K[]], ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const groups = new Map<string, [K, ...K[]]>()
  for (const key of keys) {
    const { id: _, ...rest } = key
    const name = JSON.stringify(rest)
    const group = groups.get(name)
    if (group) group.push(key)
    else groups.set(name, [key])
  }
  const found = new Map<K, T>()
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const answers = await read(
        group,
        group.map((key) => key.id),
      )
      for (const [i, key] of group.entries()) {
        const answer = answers[i]
        if (answer !== undefined) found.set(key, answer)
      }
    }),
  )
  return keys.map((key) => {
    const answer = found.get(key)
    if (answer === undefined) throw new DomainError('INTERNAL', 'A read answered fewer things than it was asked for.')
    return answer
  })
}

const keyOf = ({ id, at }: Keyed): string => `${at}|${id}`
