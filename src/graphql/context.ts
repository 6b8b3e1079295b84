import DataLoader from 'dataloader'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { UnknownSlug } from '../domain/current-slug.ts'
import type { Entity } from '../domain/entity.ts'
import { DomainError } from '../domain/errors.ts'
import { followingRenames } from '../domain/find-renamed.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { Revision } from '../domain/revision.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { RevisionWatch } from '../domain/revision-watch.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source } from '../domain/source.ts'
import type { ClaimParent } from '../domain/store/claim-parent.ts'
import type { Page, PageRequest } from '../domain/store/page.ts'
import type { StoreWriter } from '../domain/store-writer.ts'
import type { Story } from '../domain/story.ts'
import type { ThingKind } from '../domain/thing-kind.ts'
import type { Viewer } from '../domain/viewer.ts'
import { createSlices, type Slices } from '../thread/slices.ts'
import type { MaybePromise } from './maybe-promise.ts'

/** Position of an event in its stream: a revision, and the number of the event within it from 1; 0 if all of the revision was sent. */
export interface EventPlace {
  readonly revision: RevisionNumber
  readonly index: number
}

/** Part of the context that only a subscription has. */
export interface SubscriptionContext {
  readonly watch: RevisionWatch
  /** The stream begins after this event. */
  readonly after: EventPlace
  /** Aborts when the client disconnects or the server stops. */
  readonly left: AbortSignal
  /**
   * Runs work of `points` once the server admits it; without `points`, at the cost of reading the changes. A stream that waits
   * for a publication occupies no lane.
   */
  readonly admitted: <T>(work: () => Promise<T>, points?: number) => Promise<T>
}

export interface ContextOptions {
  /** Shows what the viewer may see. */
  readonly store: GraphStore
  readonly viewer: Viewer
  /** Absent where the process only reads. */
  readonly writer?: StoreWriter | undefined
  /** The clock of the server. */
  readonly now: () => Date
  /** In the log and in the header X-Request-Id. */
  readonly requestId: string
  /** Long lists and expensive fields run in slices, so that other requests are served in between. Default: new ones. */
  readonly slices?: Slices
  /** Present for subscriptions only. */
  readonly stream?: SubscriptionContext
}

/** A field of a single thing. */
export interface NamedField {
  /** Slug of the argument if no thing has it; null until the read has ended, and if a thing was found. */
  unknown: UnknownSlug | null
}

export interface Context extends ContextOptions {
  /** Fields of single things in the order of the document, whichever read ends first; fields add to it. */
  readonly namedFields: NamedField[]
  readonly loaders: Loaders
  readonly slices: Slices
}

/** Key of a read: a slug and a revision. */
export interface Keyed {
  readonly id: Slug
  readonly revision: RevisionNumber
}

interface Below extends Keyed {
  readonly parent: ClaimParent
}

/**
 * Single objects by slug, current or former. Known objects are returned synchronously; all others are read in batches.
 */
export interface Lookup<T> {
  find(key: Keyed): MaybePromise<T | null>
  /** Returns the objects by slug that `find` returns synchronously at a revision; others may be added. */
  known(revision: RevisionNumber): Map<string, T>
}

/** Batched reads of one request, each with the cache of that request. */
export interface Loaders {
  readonly entities: Lookup<Entity>
  readonly sources: Lookup<Source>
  readonly claims: Lookup<ClaimDetails>
  readonly stories: Lookup<Story>
  readonly concepts: Readonly<Record<ConceptKind, Lookup<Concept>>>
  /** A page of the claims below one object; one statement reads the pages of all objects of a level. */
  readonly claimPages: DataLoader<Below & { readonly page: PageRequest }, Page<ClaimDetails>, string>
  readonly claimCounts: DataLoader<Below, number, string>
  /** Revision by `asOf` instant; '' is the newest. */
  readonly revisionAt: DataLoader<string, RevisionNumber>
  readonly revisions: DataLoader<string, readonly Revision[]>
  /** Adds claims, with the things that they name, so that fields below them need no statement. */
  prime(claims: readonly ClaimDetails[], revision: RevisionNumber): void
}

/** Context of one request. It is never shared, so that nothing one viewer may see reaches another. */
export function createContext(options: ContextOptions): Context {
  const { slices = createSlices() } = options
  return { ...options, loaders: createLoaders(options.store, slices), slices, namedFields: [] }
}

function createLoaders(store: GraphStore, slices: Slices): Loaders {
  // A batch has the keys of every item of a list, also of those that wait for a slice.
  const batchScheduleFn = slices.afterItems
  const revisionAt = new DataLoader<string, RevisionNumber>((times) =>
    Promise.all(times.map((asOf) => store.revisionAt(asOf === '' ? null : asOf))),
  )
  const reads = {
    renames: (revision: RevisionNumber) => store.renames(revision),
    revisionAt: (asOf: string | null) => revisionAt.load(asOf ?? ''),
    lifetimes: (kind: ThingKind, ids: readonly Slug[], revision: RevisionNumber) =>
      store.lifetimes(kind, ids, revision),
  }
  const lookup = <T>(kind: ThingKind, read: Read<T>): Lookup<T> =>
    byRevision(followingRenames(reads, kind, read), slices)
  const concept = (kind: ConceptKind): Lookup<Concept> =>
    lookup(kind, (ids, revision) => store.concepts(kind, ids, revision))
  const concepts = { DataCategory: concept('DataCategory'), Use: concept('Use') }
  const entities = lookup<Entity>('Entity', (ids, revision) => store.entities(ids, revision))
  const sources = lookup<Source>('Source', (ids, revision) => store.sources(ids, revision))
  const stories = lookup<Story>('Story', (ids, revision) => store.stories(ids, revision))
  const claims = lookup<ClaimDetails>('Claim', async (ids, revision) => {
    const found = await store.claims(ids, revision)
    prime(
      found.filter((claim) => claim !== null),
      revision,
    )
    return found
  })
  const claimPages = new DataLoader<Below & { readonly page: PageRequest }, Page<ClaimDetails>, string>(
    (keys) =>
      inGroups(keys, async ([{ parent, page, revision }], ids) => {
        const pages = await store.claimPagesOf(parent, ids, page, revision)
        prime(
          pages.flatMap(({ items }) => items),
          revision,
        )
        return pages
      }),
    { batchScheduleFn, cacheKeyFn: ({ id, ...rest }) => JSON.stringify([rest, id]) },
  )
  const claimCounts = new DataLoader<Below, number, string>(
    (keys) => inGroups(keys, ([{ parent, revision }], ids) => store.countClaimsOf(parent, ids, revision)),
    { batchScheduleFn, cacheKeyFn: ({ id, ...rest }) => JSON.stringify([rest, id]) },
  )
  const revisions = new DataLoader<string, readonly Revision[]>((keys) =>
    Promise.all(keys.map(() => store.revisions())),
  )
  function prime(found: readonly ClaimDetails[], revision: RevisionNumber): void {
    const knownClaims = claims.known(revision)
    const knownEntities = entities.known(revision)
    const knownSources = sources.known(revision)
    const knownConcepts = {
      DataCategory: concepts.DataCategory.known(revision),
      Use: concepts.Use.known(revision),
    }
    for (const claim of found) {
      // The things that it names were added with it.
      if (knownClaims.get(claim.claim.id) === claim) continue
      knownClaims.set(claim.claim.id, claim)
      for (const entity of claim.namedEntities) knownEntities.set(entity.id, entity)
      for (const source of claim.namedSources) knownSources.set(source.id, source)
      for (const concept of claim.namedConcepts) knownConcepts[concept.kind].set(concept.id, concept)
    }
  }
  return { entities, sources, claims, stories, concepts, claimPages, claimCounts, revisionAt, revisions, prime }
}

type Read<T> = (ids: readonly Slug[], revision: RevisionNumber) => Promise<readonly (T | null)[]>

function byRevision<T>(read: Read<T>, slices: Slices): Lookup<T> {
  const known = new Map<number, Map<string, T>>()
  const load = async (keys: readonly Keyed[]): Promise<(T | null)[]> => {
    const found = new Map<string, T | null>()
    for (const revision of new Set(keys.map((key) => key.revision))) {
      const ids = keys.filter((key) => key.revision === revision).map((key) => key.id)
      const values = await read(ids, revision)
      for (const [i, id] of ids.entries()) found.set(keyOf({ id, revision }), values[i] ?? null)
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null)
  }
  let loader: DataLoader<Keyed, T | null, string> | null = null
  const loadLater = (key: Keyed): Promise<T | null> => {
    loader ??= new DataLoader(load, { batchScheduleFn: slices.afterItems, cacheKeyFn: keyOf })
    // A batch resolves all of its objects at once, and the fields below them take long.
    return loader.load(key).then((value) => slices.run(() => value))
  }
  return {
    find: (key) => known.get(key.revision)?.get(key.id) ?? loadLater(key),
    known(revision) {
      const found = known.get(revision) ?? new Map<string, T>()
      known.set(revision, found)
      return found
    },
  }
}

/** One read for each group of keys that differ only in their id. @returns values in the order of the keys */
async function inGroups<K extends Keyed, T>(
  keys: readonly K[],
  read: (group: readonly [K, ...K[]], ids: readonly Slug[]) => Promise<readonly T[]>,
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
    if (answer === undefined) throw new DomainError('INTERNAL', 'A read returned fewer things than requested.')
    return answer
  })
}

const keyOf = ({ id, revision }: Keyed): string => `${revision}|${id}`
