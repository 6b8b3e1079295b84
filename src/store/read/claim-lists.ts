import type { Cache } from '../../cache/create-cache.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import { contestKey, STANDINGS, type StandingCount } from '../../domain/standing.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import type { ClaimParent } from '../../domain/store/claim-parent.ts'
import type { NeighbourKind, Neighbours } from '../../domain/store/neighbours.ts'
import type { Page, PageCursor, PageRequest } from '../../domain/store/page.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { pauseInSlices } from '../../thread/slices.ts'
import { beginningOf, thingKey } from '../encoding/thing-key.ts'
import { isObject, slugsIn, statesIn, toList } from '../encoding/to-domain.ts'
import type { Row } from '../engines/engine.ts'
import * as claims from '../queries/claims.ts'
import { accessPathOf, filterParameters } from './claim-filter.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { CursorPage } from './claim-snapshot.ts'
import { createNeighbourReads } from './neighbour-reads.ts'
import { createReadCache } from './read-cache.ts'
import { type RevisionChanges, versionOfLists } from './revision-changes.ts'
import type { RunStatement } from './run-statement.ts'
import type { KnownStates, StateCache } from './state-cache.ts'
import { toPage } from './to-page.ts'

export interface ClaimListsOptions {
  readonly run: RunStatement
  readonly cache: Cache
  readonly changes: RevisionChanges
  readonly states: Pick<StateCache, 'claims' | 'expectNamed' | 'readsAhead'>
  readonly claimIndex: ClaimIndex | null
}

type ClaimLists = Pick<
  GraphStore,
  'claimPage' | 'claimSlugs' | 'claimPagesOf' | 'countClaimsOf' | 'countClaims' | 'neighbours' | 'countByStanding'
>

/** Lists of claims. Statements return ids and sort keys, which are cached; the claims come from the state cache. */
export function createClaimLists({
  run,
  cache,
  changes,
  states: { claims: readClaims, expectNamed, readsAhead },
  claimIndex,
}: ClaimListsOptions): ClaimLists {
  const lists = createReadCache<CursorPage>(cache, 'claim-lists')
  const counts = createReadCache<number>(cache, 'claim-counts')
  const cachedNeighbours = createReadCache<Neighbours>(cache, 'neighbours')
  const readNeighbours = createNeighbourReads(run)
  const standings = createReadCache<readonly StandingCount[]>(cache, 'standings')

  function countKey(filter: ClaimFilter, revision: RevisionNumber) {
    const { name, id, keys } = accessPathOf(filter)
    const version = versionOfLists(changes, keys, revision)
    return { name: claims.claimCounts[name].name, parameters: filterParameters(filter, id), version }
  }

  /** Claims of lists. With the things that the lists name, one statement reads all that is not cached. */
  async function toClaimPages(lists: readonly CursorPage[], revision: RevisionNumber, known: KnownStates = {}) {
    const ids = lists.flatMap(({ cursors }) => cursors.map(({ id }) => toSlug(id)))
    const found = await readClaims(ids, revision, known)
    const byId = new Map(ids.map((id, i) => [String(id), found[i]]))
    return lists.map(({ cursors, hasMore }): Page<ClaimDetails> => {
      const known = cursors.flatMap((cursor) => {
        const claim = byId.get(cursor.id)
        return claim ? [{ claim, cursor }] : []
      })
      return { items: known.map(({ claim }) => claim), cursors: known.map(({ cursor }) => cursor), hasMore }
    })
  }

  return {
    claimPage: async (filter, order, page, revision) => {
      const indexed = await claimIndex?.page(filter, order, page, revision)
      if (indexed) {
        const [found] = await toClaimPages([indexed], revision)
        return found ?? NO_CLAIMS
      }
      const anchor = accessPathOf(filter)
      const statement = (page.backwards ? claims.claimPagesBackwards : claims.claimPagesForwards)[anchor.name]
      const { key: cursorKey, id: cursorId } = page.cursor ?? { key: null, id: null }
      const given = { ...filterParameters(filter, anchor.id), order, cursorKey, cursorId, limit: page.limit + 1 }
      const version = versionOfLists(changes, anchor.keys, revision)
      let known: KnownStates = {}
      const list = await lists.once({ name: statement.name, parameters: given, version }, async () => {
        const withStates = page.backwards ? undefined : claims.claimPagesWithStates[anchor.name]
        const isAhead = withStates !== undefined && readsAhead(version)
        const rows = await run(isAhead ? withStates : statement, { ...given, revision })
        known = isAhead ? { ahead: statesIn(rows) } : { named: namedIn(rows) }
        if (!isAhead) return toClaimList(rows, page)
        const listed = toList(rows[0]?.claims).filter(isObject)
        await counts.once(countKey(filter, revision), async () => Number(listed[0]?.total ?? 0))
        return toClaimList(listed, page)
      })
      const [found] = await toClaimPages([list], revision, known)
      return found ?? NO_CLAIMS
    },
    claimSlugs: async (filter, { after, limit }, revision) => {
      const indexed = claimIndex && (await indexedSlugs(claimIndex, filter, { after, limit }, revision))
      if (indexed) return indexed
      const { name, id } = accessPathOf(filter)
      const given = { ...filterParameters(filter, id), cursorId: after, limit, revision }
      return slugsIn(await run(claims.claimSlugs[name], given))
    },
    claimPagesOf: async (parent, ids, page, revision) => {
      const statement = (page.backwards ? claims.claimsOfBackwards : claims.claimsOfForwards)[parent]
      const parameters = { cursorKey: page.cursor?.key ?? null, limit: page.limit + 1 }
      const versionOf = (id: Slug) => changes.listVersionOf(thingKey({ kind: PARENT_KINDS[parent], id }), revision)
      let known: KnownStates = {}
      const pages = await lists.each(
        ids,
        (id) => ({
          name: statement.name,
          parameters: { id, ...parameters },
          version: versionOf(id),
        }),
        async (missing) => {
          const isAhead = !page.backwards && missing.every((id) => readsAhead(versionOf(id)))
          const chosen = isAhead ? claims.claimsOfWithStates[parent] : statement
          const rows = await run(chosen, { keys: missing, ...parameters, revision })
          known = isAhead ? { ahead: statesIn(rows) } : { named: namedIn(rows) }
          const listed = isAhead ? toList(rows[0]?.claims).filter(isObject) : rows
          const byParent = groupBy(listed, ({ parent: id }) => String(id))
          return missing.map((id) => toClaimList(byParent.get(id) ?? [], page))
        },
      )
      return toClaimPages(pages, revision, known)
    },
    countClaimsOf: (parent, ids, revision) =>
      counts.each(
        ids,
        (id) => ({
          name: claims.claimCountsOf[parent].name,
          parameters: { id },
          version: changes.listVersionOf(thingKey({ kind: PARENT_KINDS[parent], id }), revision),
        }),
        async (missing) => {
          const rows = await run(claims.claimCountsOf[parent], { keys: missing, revision })
          const totals = new Map(rows.map((row) => [String(row.parent), Number(row.total)]))
          return missing.map((id) => totals.get(id) ?? 0)
        },
      ),
    neighbours: (parent, ids, filter, revision) =>
      cachedNeighbours.each(
        ids,
        (id) => ({
          name: parent,
          parameters: { id, status: filter.status, predicate: filter.predicate, limit: filter.limit },
          version: changes.listVersionOf(thingKey({ kind: NEIGHBOUR_KINDS[parent], id }), revision),
        }),
        async (missing) => {
          const found = await readNeighbours(parent, missing, filter, revision)
          return missing.map((id) => {
            const row = found.get(id)
            const claimIds = toList(row?.claimIds).map((claimId) => toSlug(String(claimId)))
            for (const [i, named] of toList(row?.named).entries()) {
              const claimId = claimIds[i]
              if (claimId) expectNamed(claimId, revision, toList(named).map(String))
            }
            return { degree: Number(row?.degree ?? 0), claimIds }
          })
        },
      ),
    countClaims: async (filter, revision) => {
      const indexed = await claimIndex?.count(filter, revision)
      if (indexed != null) return indexed
      const statement = claims.claimCounts[accessPathOf(filter).name]
      const key = countKey(filter, revision)
      return counts.once(key, async () =>
        Number((await run(statement, { ...key.parameters, revision }))[0]?.total ?? 0),
      )
    },
    countByStanding: (revision) =>
      standings.once({ parameters: {}, version: changes.versionOf(beginningOf('Claim'), revision) }, async () => {
        const indexed = await claimIndex?.countByContest(revision)
        const rows = indexed ? [] : await run(claims.countByStanding, { revision })
        const counts = indexed ?? new Map(rows.map((row) => [String(row.contestKey), Number(row.total)]))
        return STANDINGS.map((standing) => ({ ...standing, count: counts.get(contestKey(standing)) ?? 0 }))
      }),
  }
}

/** Kind of the thing that each parent is. */
const PARENT_KINDS = {
  Story: 'Story',
  Subject: 'Entity',
  About: 'Entity',
  Claimant: 'Entity',
  Source: 'Source',
  DataCategory: 'DataCategory',
  Use: 'Use',
} as const satisfies Readonly<Record<ClaimParent, ThingKind>>

/** Kind of the thing that has neighbours of each kind. */
const NEIGHBOUR_KINDS = {
  Party: 'Entity',
  Claimant: 'Entity',
  Document: 'Source',
  SpeakingDocument: 'Source',
  DataCategory: 'DataCategory',
  Use: 'Use',
  Claim: 'Claim',
} as const satisfies Readonly<Record<NeighbourKind, ThingKind>>

/** Number of slugs that the index lists in one step, which takes less than a millisecond. */
const SLUGS_OF_STEP = 500

async function indexedSlugs(
  index: ClaimIndex,
  filter: ClaimFilter,
  { after, limit }: { readonly after: Slug | null; readonly limit: number },
  revision: RevisionNumber,
): Promise<readonly Slug[] | null> {
  const slugs: Slug[] = []
  for (let last = after; slugs.length < limit; last = slugs.at(-1) ?? null) {
    const size = Math.min(SLUGS_OF_STEP, limit - slugs.length)
    const cursor = last === null ? null : { key: last, id: last }
    const page = await index.page(filter, 'SLUG', { limit: size, backwards: false, cursor }, revision)
    if (page === null) return null
    slugs.push(...page.cursors.map(({ id }) => toSlug(id)))
    if (!page.hasMore) break
    await pauseInSlices()
  }
  return slugs
}

const NO_CLAIMS: Page<ClaimDetails> = { items: [], cursors: [], hasMore: false }

const toCursor = (row: Row): PageCursor => ({ key: String(row.sortKey), id: String(row.id) })

function toClaimList(rows: readonly Row[], page: PageRequest): CursorPage {
  const { cursors, hasMore } = toPage(sortRows(rows, page.backwards), page, () => null, toCursor)
  return { cursors, hasMore }
}

const namedIn = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.flatMap(({ named }) => toList(named).map(String))),
]

/** Sorts rows again, since an engine may reorder them after a sub-query. */
function sortRows(rows: readonly Row[], backwards: boolean): readonly Row[] {
  const sorted = rows
    .map((row) => ({ row, key: `${row.sortKey}\u0000${row.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
  return backwards ? sorted.reverse() : sorted
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
