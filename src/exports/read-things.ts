import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Entity } from '../domain/entity.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source } from '../domain/source.ts'
import { createPauses } from '../thread/slices.ts'
import { type EntriesOfClaim, entriesByEntity, entriesBySource } from './entries-of-claim.ts'

/** The entities or the sources of an export, in its order. */
export interface ThingsOfExport<T> {
  readonly slugs: () => Promise<readonly Slug[]>
  readonly read: (slugs: readonly Slug[]) => Promise<readonly (T | null)[]>
  /** Iterates over all of them. */
  readonly all: () => AsyncIterable<T>
  readonly entriesOf: (details: ClaimDetails) => EntriesOfClaim
}

export interface ReadThingsOptions {
  readonly store: Pick<GraphStore, 'allSlugs' | 'entities' | 'sources'>
  readonly revision: RevisionNumber
  /** Iterates over the claims of the filter; null for all things of the revision. */
  readonly claims: (() => AsyncIterable<ClaimDetails>) | null
}

/** Number of things that one read takes, so that no read occupies the thread for long. */
const PAGE_SIZE = 50

/**
 * Returns the entities and sources of an export: all of them by slug, or those that claims name, in the order of the claims, which
 * takes one pass over the claims for both. They are read by slug, since a page by cursor looks at all things of the kind.
 */
export function readThings({ store, revision, claims }: ReadThingsOptions) {
  const named = claims === null ? null : once(() => namedIn(claims()))
  const slugsOf = (kind: 'Entity' | 'Source') =>
    once(async () => (named === null ? store.allSlugs(kind, revision) : [...(await named())[kind]]))

  const things = <T>(
    kind: 'Entity' | 'Source',
    read: ThingsOfExport<T>['read'],
    entriesOf: ThingsOfExport<T>['entriesOf'],
  ): ThingsOfExport<T> => {
    const slugs = slugsOf(kind)
    return { slugs, read, entriesOf, all: () => bySlugs(slugs, read) }
  }
  return {
    entities: things<Entity>('Entity', (ids) => store.entities(ids, revision), entriesByEntity),
    sources: things<Source>('Source', (ids) => store.sources(ids, revision), entriesBySource),
  }
}

async function namedIn(claims: AsyncIterable<ClaimDetails>) {
  const found = { Entity: new Set<Slug>(), Source: new Set<Slug>() }
  for await (const { namedEntities, namedSources } of claims) {
    for (const { id } of namedEntities) found.Entity.add(id)
    for (const { id } of namedSources) found.Source.add(id)
  }
  return found
}

async function* bySlugs<T>(
  slugs: () => Promise<readonly Slug[]>,
  read: (slugs: readonly Slug[]) => Promise<readonly (T | null)[]>,
): AsyncIterable<T> {
  const pause = createPauses()
  const all = await slugs()
  for (let from = 0; from < all.length; from += PAGE_SIZE) {
    for (const one of await read(all.slice(from, from + PAGE_SIZE))) {
      if (one !== null) yield one
      await pause()
    }
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
