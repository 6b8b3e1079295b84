import type { Cache } from '../../cache/create-cache.ts'
import { parsedBytes } from '../../cache/parsed-bytes.ts'
import { type ConceptTree, conceptTree, withNarrower } from '../../domain/concept-tree.ts'
import type { Entity } from '../../domain/entity.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { NamedKind } from '../../domain/named-things.ts'
import { type Renames, renamesFrom } from '../../domain/renames.ts'
import type { Revision } from '../../domain/revision.ts'
import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { Lifetime } from '../../domain/store/lifetime.ts'
import type { RemovedClaim } from '../../domain/store/removed-claim.ts'
import type { Story } from '../../domain/story.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { externalKey } from '../encoding/dataset-states.ts'
import { parseStored } from '../encoding/parse-stored.ts'
import { beginningOf, readThingKey, thingKey } from '../encoding/thing-key.ts'
import { type NamedState, statesIn, toPlacedConcept, toRename, toRevision } from '../encoding/to-domain.ts'
import type { Engine } from '../engines/engine.ts'
import { stopwatchMs } from '../engines/stopwatch.ts'
import { claimStates, claimStatesWithNamed } from '../queries/claim-states.ts'
import { readChanges, readRevisions, removedClaims } from '../queries/store-state.ts'
import * as things from '../queries/things-by-ids.ts'
import { createChangeReads } from './change-reads.ts'
import type { ClaimIndex } from './claim-index.ts'
import { createClaimLists } from './claim-lists.ts'
import { createNewestRevision } from './newest-revision.ts'
import { createReadCache } from './read-cache.ts'
import { createRevisionChanges, type RevisionChanges } from './revision-changes.ts'
import type { RunStatement } from './run-statement.ts'
import { createSearchReads } from './search-reads.ts'
import { createStateCache, type FetchStates } from './state-cache.ts'
import { createThingLists } from './thing-lists.ts'

export interface GraphStoreOptions {
  readonly engine: Engine
  /** Cache with namespaces for viewers of these rights only. */
  readonly cache: Cache
  /** Whether reads return drafts beside published states. */
  readonly drafts: boolean
  /** Lists published claims; null for a store that returns drafts too. */
  readonly claimIndex?: ClaimIndex | null
  /** Changes of later revisions; separate ones unless given. */
  readonly changes?: RevisionChanges
}

/** Creates the store of viewers with equal rights, on either engine. */
export function createGraphStore({
  engine,
  cache,
  drafts,
  claimIndex = null,
  changes = createRevisionChanges(),
}: GraphStoreOptions): GraphStore {
  /** Adds the parameter `$drafts` to every statement, so that no read can forget it. */
  const run: RunStatement = (statement, parameters = {}) => engine.run(statement.text, { ...parameters, drafts })

  const newestRevision = createNewestRevision({ run, engine, changes })
  const fetch: FetchStates = async (keys, revision, isAhead) => {
    const claims = idsOf('Claim', keys)
    const [entities, sources] = [idsOf('Entity', keys), idsOf('Source', keys)]
    const [categories, uses] = [idsOf('DataCategory', keys), idsOf('Use', keys)]
    const named = { entities, sources, categories, uses, revision }
    if (isAhead) return statesIn(await run(claimStatesWithNamed, { claims, revision }))
    if (claims.length === 0) return run(things.namedStates, named)
    if (claims.length === keys.length) return run(claimStates, { claims, revision })
    return run(things.claimAndNamedStates, { claims, ...named })
  }
  const states = createStateCache(cache, changes, fetch, stopwatchMs, engine.readsAhead ?? false)
  const cachedStories = createReadCache<Story | null>(cache, 'stories')
  const externalIds = createReadCache<Entity | null>(cache, 'external-ids')
  const cachedLifetimes = createReadCache<Lifetime | null>(cache, 'lifetimes')
  const cachedRemovals = createReadCache<readonly RemovedClaim[]>(cache, 'removed-claims')
  const kindCounts = createReadCache<Readonly<Record<ThingKind, number>>>(cache, 'kind-counts')
  const trees = createReadCache<CachedTree>(cache, 'concepts', ({ bytes }) => bytes)
  const cachedNarrower = createReadCache<readonly Slug[]>(cache, 'narrower-concepts')
  const cachedRenames = createReadCache<CachedRenames>(cache, 'renames', ({ count }) => count * RENAME_BYTES)
  const cachedRevisions = createReadCache<readonly Revision[]>(
    cache,
    'revisions',
    ({ length }) => length * REVISION_BYTES,
  )

  const renames = async (revision: RevisionNumber): Promise<Renames> => {
    const key = { parameters: {}, version: changes.versionOf('Renames', revision) }
    const { renames } = await cachedRenames.once(key, async () => {
      const rows = await run(things.visibleRenames, { revision })
      return { renames: renamesFrom(rows.map(toRename)), count: rows.length }
    })
    return renames
  }

  /** Things of a kind in the order of their ids; null for an unknown id. One statement reads all that are not cached. */
  async function thingsOf<T>(
    kind: NamedKind,
    ids: readonly Slug[],
    revision: RevisionNumber,
    toThing: (state: NamedState) => T | null,
  ): Promise<readonly (T | null)[]> {
    const keys = ids.map((id) => thingKey({ kind, id }))
    const found = await states.things(keys, revision)
    return keys.map((key) => {
      const state = found.get(key)
      return state ? toThing(state) : null
    })
  }

  const revisionsUpTo = (newest: RevisionNumber): Promise<readonly Revision[]> =>
    cachedRevisions.once({ parameters: {}, version: newest }, async () => (await run(readRevisions)).map(toRevision))

  return {
    revisionAt: async (asOf) => {
      const newest = await newestRevision()
      if (asOf === null) return newest
      const instant = Date.parse(asOf)
      const known = await revisionsUpTo(newest)
      // Another process may publish between the two statements.
      const visible = known.filter(({ number, recordedAt }) => number <= newest && Date.parse(recordedAt) <= instant)
      return toRevisionNumber(Math.max(0, ...visible.map(({ number }) => number)))
    },
    revisions: async () => revisionsUpTo(await newestRevision()),
    entities: (ids, revision) =>
      thingsOf('Entity', ids, revision, (state) => (state.kind === 'Entity' ? state.entity : null)),
    sources: (ids, revision) =>
      thingsOf('Source', ids, revision, (state) => (state.kind === 'Source' ? state.source : null)),
    stories: (ids, revision) =>
      cachedStories.each(
        ids,
        (id) => ({ parameters: { id }, version: changes.versionOf(thingKey({ kind: 'Story', id }), revision) }),
        async (missing) => {
          const rows = await run(things.storiesByIds, { keys: missing, revision })
          const found = new Map(rows.map((row) => [String(row.id), parseStored('stories', row.json)]))
          return missing.map((id) => found.get(id) ?? null)
        },
      ),
    concepts: (kind, ids, revision) =>
      thingsOf(kind, ids, revision, (state) => (state.kind === 'Concept' ? state.concept : null)),
    conceptTree: async (kind, revision) => {
      const key = { parameters: { kind }, version: changes.versionOf(beginningOf(kind), revision) }
      const { tree } = await trees.once(key, async () => {
        const texts = (await run(things.allConcepts, { kind, revision })).map(({ json }) => String(json))
        const bytes = texts.reduce((sum, text) => sum + IN_TREE_BYTES + parsedBytes(text), 0)
        return { tree: conceptTree(texts.map((text) => parseStored('concepts', text))), bytes }
      })
      return tree
    },
    narrowerConcepts: (kind, id, revision) => {
      const version = changes.versionOf(beginningOf(kind), revision)
      return cachedNarrower.once({ parameters: { kind, id }, version }, async () => {
        const rows = await run(things.narrowerConcepts[kind], { id, revision })
        const isDeeper = rows.some(({ level }) => Number(level) === things.NARROWER_LEVELS)
        const all = isDeeper ? await run(things.broaderConcepts, { kind, revision }) : rows
        return withNarrower(id, conceptTree(all.flatMap(toPlacedConcept)))
      })
    },
    claims: (ids, revision) => states.claims(ids, revision),
    ...createClaimLists({ run, cache, changes, states, claimIndex }),
    ...createThingLists({ run, cache, changes }),
    ...createChangeReads({ run, cache, changes, states, renames }),
    entityByExternalId: (scheme, value, revision) => {
      const parameters = { key: externalKey({ scheme, value }) }
      const version = changes.versionOf(beginningOf('Entity'), revision)
      return externalIds.once({ parameters, version }, async () => {
        const [row] = await run(things.entityByExternalId, { ...parameters, revision })
        return row ? parseStored('entities', row.json) : null
      })
    },
    renames,
    lifetimes: (kind, ids, revision) =>
      cachedLifetimes.each(
        ids.map((id) => thingKey({ kind, id })),
        (key) => ({ parameters: { key }, version: revision }),
        async (missing) => {
          const rows = await run(things.lifetimes, { keys: missing, revision })
          const found = new Map(rows.map((row) => [String(row.thing), row]))
          return missing.map((key) => {
            const row = found.get(key)
            if (!row) return null
            const removedIn = Number(row.removedIn)
            return {
              recordedIn: toRevisionNumber(Number(row.recordedIn)),
              removedIn: removedIn > revision ? null : toRevisionNumber(removedIn),
            }
          })
        },
      ),
    removedClaims: async (parent, ids, limit, revision) => {
      const { otherSlugs, formerSlugs } = await renames(revision)
      const kind = parent === 'Party' || parent === 'Claimant' ? 'Entity' : parent
      const keys = [...new Set(ids.flatMap((id) => [id, ...otherSlugs(kind, id)]))]
      const key = { name: parent, parameters: { keys, limit }, version: revision }
      return cachedRemovals.once(key, async () => {
        const rows = await run(removedClaims[parent], { keys, renamed: formerSlugs('Claim'), limit, revision })
        return rows.map((row) => ({
          id: toSlug(String(row.id)),
          removedIn: toRevisionNumber(Number(row.removedIn)),
        }))
      })
    },
    changedClaims: async (after, until) => {
      const [rows, revisions] = await Promise.all([run(readChanges, { after, until }), revisionsUpTo(until)])
      const visible = new Set(revisions.map(({ number }) => Number(number)))
      return rows
        .filter(({ number }) => visible.has(Number(number)))
        .map(({ number, changed }) => ({
          revision: toRevisionNumber(Number(number)),
          claims: Array.isArray(changed) ? idsOf('Claim', changed.map(String)).map(toSlug).toSorted() : null,
        }))
    },
    ...createSearchReads({ run, engine, cache, drafts }),
    countByKind: (revision) =>
      kindCounts.once({ parameters: {}, version: revision }, async () => {
        const rows = await run(things.countByKind, { revision })
        const found = new Map(rows.map((row) => [String(row.kind), Number(row.total)]))
        const count = (kind: string): number => found.get(kind) ?? 0
        const [entity, category, use, claim, source, story] = THING_KINDS
        return {
          [entity]: count(entity),
          [category]: count(category),
          [use]: count(use),
          [claim]: count(claim),
          [source]: count(source),
          [story]: count(story),
        }
      }),
  }
}

/** Slugs of the keys of one kind: 'Entity:x' → 'x'. */
const idsOf = (kind: ThingKind, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const thing = readThingKey(key)
    return thing?.kind === kind ? [thing.id] : []
  })

/** Bytes of one rename in its maps, and of one revision. */
const RENAME_BYTES = 600
const REVISION_BYTES = 400

/** Bytes of a concept's entries in the two maps of its tree. */
const IN_TREE_BYTES = 200

interface CachedTree {
  readonly tree: ConceptTree
  readonly bytes: number
}

interface CachedRenames {
  readonly renames: Renames
  readonly count: number
}
