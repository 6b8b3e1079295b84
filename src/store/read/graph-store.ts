import type { Cache } from '../../cache/create-cache.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Entity } from '../../domain/entity.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { type Renames, renamesFrom } from '../../domain/renames.ts'
import type { Revision } from '../../domain/revision.ts'
import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import { contestKey, STANDINGS } from '../../domain/standing.ts'
import type { Page, PageCursor, PageRequest } from '../../domain/store/page.ts'
import type { Story } from '../../domain/story.ts'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { externalKey } from '../encoding/dataset-states.ts'
import { STORE_SCHEMA } from '../encoding/schema.ts'
import { beginningOf, readThingKey, thingKey } from '../encoding/thing-key.ts'
import { parseJson, toCandidate, toList, toRename, toRevision } from '../encoding/to-domain.ts'
import type { Engine, Parameters, Row } from '../engines/engine.ts'
import * as claims from '../queries/claims.ts'
import type { Statement } from '../queries/statement.ts'
import { readNewestRevision, readRevisions, removedClaims } from '../queries/store-state.ts'
import {
  entityLists,
  type ListStatements,
  type PageStatements,
  sourceLists,
  storyList,
} from '../queries/thing-lists.ts'
import * as things from '../queries/things-by-ids.ts'
import { createClaimCache } from './claim-cache.ts'
import { accessPathOf, filterParameters } from './claim-filter.ts'
import { createConceptCache } from './concept-cache.ts'
import { listParameters, startOf } from './list-filter.ts'
import { createRevisionCache } from './revision-cache.ts'

export interface GraphStoreOptions {
  readonly engine: Engine
  /** Shared by no store of other rights: what was read for one viewer is never found by another. */
  readonly cache: Cache
  /** Whether reads return drafts beside published states. */
  readonly drafts: boolean
}

/** Creates the store of viewers with equal rights, on either engine. */
export function createGraphStore({ engine, cache, drafts }: GraphStoreOptions): GraphStore {
  /** Each statement is told whether it may return drafts: no read passes it itself, so none can forget it. */
  const run = (statement: Statement<object>, parameters: Parameters = {}): Promise<readonly Row[]> =>
    engine.run(statement.text, { ...parameters, drafts })

  const cachedConcepts = createConceptCache(cache)
  const cachedRenames = createRevisionCache<CachedRenames>(cache, 'renames', ({ count }) => count * RENAME_BYTES)
  const cachedRevisions = createRevisionCache<readonly Revision[]>(
    cache,
    'revisions',
    ({ length }) => length * REVISION_BYTES,
  )
  const renames = async (revision: RevisionNumber): Promise<Renames> => {
    const { renames } = await cachedRenames(String(revision), async () => {
      const rows = await run(things.visibleRenames, { revision })
      return { renames: renamesFrom(rows.map(toRename)), count: rows.length }
    })
    return renames
  }
  const cachedClaims = createClaimCache(cache, (named, revision) =>
    run(things.namedStates, { entities: idsOf('Entity', named), sources: idsOf('Source', named), revision }),
  )
  const readClaims = async (rows: readonly Row[], revision: RevisionNumber): Promise<readonly ReadClaim[]> => {
    const found = await cachedClaims(rows, revision)
    return rows.flatMap((row, i) => {
      const claim = found[i]
      const cursor = { key: String(row.sortKey), id: String(row.id) }
      return claim ? [{ claim, parent: String(row.parent), cursor }] : []
    })
  }
  const toClaimPage = (read: readonly ReadClaim[], page: PageRequest): Page<ClaimDetails> =>
    toPage(
      sortClaims(read, page.backwards),
      page,
      ({ claim }) => claim,
      ({ cursor }) => cursor,
    )

  const byIds = async <T>(
    statement: Statement<object>,
    keys: readonly string[],
    revision: RevisionNumber,
  ): Promise<readonly (T | null)[]> => {
    const rows = await run(statement, { keys: [...new Set(keys)], revision })
    const found = new Map(rows.map((row) => [String(row.id), parseJson<T>(row.json)]))
    return keys.map((key) => found.get(key) ?? null)
  }

  const pageOf = async <T>(
    list: PageStatements,
    filter: Parameters,
    order: string,
    page: PageRequest,
    revision: RevisionNumber,
  ): Promise<Page<T>> => {
    const statement = page.backwards ? list.backwards : list.forwards
    const { key: cursorKey, id: cursorId } = page.cursor ?? { key: null, id: null }
    const rows = await run(statement, { ...filter, order, cursorKey, cursorId, limit: page.limit + 1, revision })
    return toPage(
      rows,
      page,
      (row) => parseJson<T>(row.json),
      (row) => ({ key: String(row.sortKey), id: String(row.id) }),
    )
  }

  const countOf = async ({ count }: ListStatements, filter: Parameters, revision: RevisionNumber): Promise<number> =>
    Number((await run(count, { ...filter, revision }))[0]?.total ?? 0)

  return {
    revisionAt: async (asOf) => {
      const [state] = await run(readNewestRevision)
      const newest = toRevisionNumber(Number(state?.newest ?? 0))
      if (asOf === null) return newest
      const instant = Date.parse(asOf)
      const known = await cachedRevisions(String(newest), async () => (await run(readRevisions)).map(toRevision))
      // Another process may publish between the two statements.
      const visible = known.filter(({ number, recordedAt }) => number <= newest && Date.parse(recordedAt) <= instant)
      return toRevisionNumber(Math.max(0, ...visible.map(({ number }) => number)))
    },
    revisions: async () => (await run(readRevisions)).map(toRevision),
    entities: (ids, revision) => byIds<Entity>(things.entitiesByIds, ids, revision),
    sources: (ids, revision) => byIds<Source>(things.sourcesByIds, ids, revision),
    stories: (ids, revision) => byIds<Story>(things.storiesByIds, ids, revision),
    concepts: (kind, revision) =>
      cachedConcepts(`${kind}@${revision}`, async () => {
        const rows = await run(things.allConcepts, { kind, revision })
        return rows.map(({ json }) => String(json))
      }),
    claims: async (ids, revision) => {
      const rows = await run(claims.claimsByIds, { keys: [...new Set(ids)], revision })
      const found = new Map((await readClaims(rows, revision)).map(({ claim }) => [claim.claim.id, claim]))
      return ids.map((id) => found.get(id) ?? null)
    },
    claimPage: async (filter, order, page, revision) => {
      const anchor = accessPathOf(filter)
      const statement = (page.backwards ? claims.claimPagesBackwards : claims.claimPagesForwards)[anchor.name]
      const rows = await run(statement, {
        ...filterParameters(filter, anchor.id, revision),
        order,
        cursorKey: page.cursor?.key ?? null,
        cursorId: page.cursor?.id ?? null,
        limit: page.limit + 1,
      })
      return toClaimPage(await readClaims(rows, revision), page)
    },
    claimPagesOf: async (parent, ids, page, revision) => {
      const statement = (page.backwards ? claims.claimsOfBackwards : claims.claimsOfForwards)[parent]
      const cursorKey = page.cursor?.key ?? null
      const rows = await run(statement, { keys: [...new Set(ids)], cursorKey, limit: page.limit + 1, revision })
      const byParent = groupBy(await readClaims(rows, revision), ({ parent }) => parent)
      return ids.map((id) => toClaimPage(byParent.get(id) ?? [], page))
    },
    countClaimsOf: async (parent, ids, revision) => {
      const rows = await run(claims.claimCountsOf[parent], { keys: [...new Set(ids)], revision })
      const totals = new Map(rows.map((row) => [String(row.parent), Number(row.total)]))
      return ids.map((id) => totals.get(id) ?? 0)
    },
    neighbours: async (parent, ids, { status, predicate, limit }, revision) => {
      const rows = await run(claims.neighbours[parent], { keys: [...new Set(ids)], status, predicate, limit, revision })
      const found = new Map(rows.map((row) => [String(row.parent), row]))
      return ids.map((id) => {
        const row = found.get(id)
        return { degree: Number(row?.degree ?? 0), claimIds: toList(row?.claimIds).map((id) => toSlug(String(id))) }
      })
    },
    countClaims: async (filter, revision) => {
      const anchor = accessPathOf(filter)
      const [row] = await run(claims.claimCounts[anchor.name], filterParameters(filter, anchor.id, revision))
      return Number(row?.total ?? 0)
    },
    entityPage: (filter, order, page, revision) =>
      pageOf<Entity>(entityLists[startOf(filter)], listParameters(filter), order, page, revision),
    countEntities: (filter, revision) => countOf(entityLists[startOf(filter)], listParameters(filter), revision),
    sourcePage: (filter, order, page, revision) =>
      pageOf<Source>(sourceLists[startOf(filter)], listParameters(filter), order, page, revision),
    countSources: (filter, revision) => countOf(sourceLists[startOf(filter)], listParameters(filter), revision),
    storyPage: (page, revision) => pageOf<Story>(storyList, listParameters({}), 'SLUG', page, revision),
    countStories: (revision) => countOf(storyList, listParameters({}), revision),
    entityByExternalId: async (scheme, value, revision) => {
      const [row] = await run(things.entityByExternalId, { key: externalKey({ scheme, value }), revision })
      return row ? parseJson<Entity>(row.json) : null
    },
    renames,
    lifetimes: async (kind, ids, revision) => {
      const keys = [...new Set(ids)].map((id) => thingKey({ kind, id }))
      const rows = await run(things.lifetimes, { keys, revision })
      const found = new Map(rows.map((row) => [String(row.thing), row]))
      return ids.map((id) => {
        const row = found.get(thingKey({ kind, id }))
        if (!row) return null
        const removedIn = Number(row.removedIn)
        return {
          recordedIn: toRevisionNumber(Number(row.recordedIn)),
          removedIn: removedIn > revision ? null : toRevisionNumber(removedIn),
        }
      })
    },
    removedClaims: async (parent, ids, limit, revision) => {
      const { otherSlugs, formerSlugs } = await renames(revision)
      const kind = parent === 'Party' || parent === 'Claimant' ? 'Entity' : parent
      const keys = [...new Set(ids.flatMap((id) => [id, ...otherSlugs(kind, id)]))]
      const rows = await run(removedClaims[parent], { keys, renamed: formerSlugs('Claim'), limit, revision })
      return rows.map((row) => ({ id: toSlug(String(row.id)), removedIn: toRevisionNumber(Number(row.removedIn)) }))
    },
    searchCandidates: async (terms, kinds, limit, revision) => {
      const [index] = STORE_SCHEMA.text
      if (!index || terms.length === 0) return { candidates: [], complete: true }
      const found = await engine.searchText(index, terms, {
        revision,
        keys: kinds?.map(beginningOf) ?? null,
        limit: limit + 1,
        drafts,
      })
      const rows = found.length === 0 ? [] : await run(things.searchFields, { keys: found.slice(0, limit), revision })
      return { candidates: rows.flatMap(toCandidate), complete: found.length <= limit }
    },
    countByStanding: async (revision) => {
      const rows = await run(claims.countByStanding, { revision })
      const counts = new Map(rows.map((row) => [String(row.contestKey), Number(row.total)]))
      return STANDINGS.map((standing) => ({ ...standing, count: counts.get(contestKey(standing)) ?? 0 }))
    },
    countByKind: async (revision) => {
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
    },
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

interface CachedRenames {
  readonly renames: Renames
  readonly count: number
}

interface ReadClaim {
  readonly claim: ClaimDetails
  readonly parent: string
  readonly cursor: PageCursor
}

/** Sorts rows again: sub-queries after a LIMIT may reorder them on one engine. */
function sortClaims(read: readonly ReadClaim[], backwards: boolean): readonly ReadClaim[] {
  const keyOf = ({ cursor: { key, id } }: ReadClaim): string => `${key}\u0000${id}`
  const sorted = [...read].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return backwards ? sorted.reverse() : sorted
}

function toPage<R, T>(
  rows: readonly R[],
  page: PageRequest,
  toItem: (row: R) => T,
  toCursor: (row: R) => PageCursor,
): Page<T> {
  const pageRows = rows.slice(0, page.limit)
  if (page.backwards) pageRows.reverse()
  return { items: pageRows.map(toItem), cursors: pageRows.map(toCursor), hasMore: rows.length > page.limit }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
