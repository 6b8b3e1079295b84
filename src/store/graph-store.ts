import type { Assertion } from '../domain/assertion.ts'
import type { Claim, ClaimRelation } from '../domain/claim.ts'
import type { SourceLineage } from '../domain/claim-record.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import {
  type ClaimFilter,
  type ClaimOrder,
  type GraphStore,
  type Page,
  type PageRequest,
  type SearchCandidate,
  THING_KINDS,
  type WholeClaim,
} from '../domain/graph-store.ts'
import type { Revision } from '../domain/revision.ts'
import type { Source } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import { firstDay, lastDay } from '../text/partial-date.ts'
import type { Engine, Parameters, Row } from './engines/engine.ts'
import * as claims from './queries/claims.ts'
import { readRevisions } from './queries/record.ts'
import type { Statement } from './queries/statement.ts'
import * as things from './queries/things.ts'
import { externalKey } from './rows.ts'
import { STORE_SCHEMA } from './schema.ts'

const ORDER_KEYS: Readonly<Record<ClaimOrder, string>> = {
  SLUG: 'slugKey',
  MOST_CONTESTED: 'contestKey',
  FIRST_ASSERTED: 'firstKey',
  LAST_ASSERTED: 'lastKey',
}

/** The one store: Cypher in, domain objects out, whichever engine runs. */
export function createGraphStore(engine: Engine): GraphStore {
  const run = (statement: Statement<object>, parameters: Parameters = {}): Promise<readonly Row[]> =>
    engine.run(statement.text, parameters)

  const byIds = async <T>(
    statement: Statement<object>,
    keys: readonly string[],
    at: number,
  ): Promise<readonly (T | null)[]> => {
    const rows = await run(statement, { keys: [...new Set(keys)], at })
    const found = new Map(rows.map((row) => [String(row.id), parseJson<T>(row.json)]))
    return keys.map((key) => found.get(key) ?? null)
  }

  const pageOf = async <T>(
    both: { readonly forwards: Statement<object>; readonly backwards: Statement<object> },
    kinds: readonly string[] | null,
    page: PageRequest,
    at: number,
  ): Promise<Page<T>> => {
    const statement = page.backwards ? both.backwards : both.forwards
    const rows = await run(statement, { kinds, cursorId: page.cursor?.id ?? null, limit: page.limit + 1, at })
    return toPage(
      rows,
      page,
      (row) => parseJson<T>(row.json),
      (row) => ({ key: String(row.id), id: String(row.id) }),
    )
  }

  return {
    revisionAt: async (asOf) => {
      const known = await run(readRevisions)
      const visible = known.filter((row) => asOf === null || Date.parse(String(row.at)) <= Date.parse(asOf))
      return Math.max(0, ...visible.map((row) => Number(row.number)))
    },
    revisions: async () => (await run(readRevisions)).map(toRevision),
    entities: (ids, at) => byIds<Entity>(things.entitiesByIds, ids, at),
    sources: (ids, at) => byIds<Source>(things.sourcesByIds, ids, at),
    stories: (ids, at) => byIds<Story>(things.storiesByIds, ids, at),
    concepts: async (kind, at) => {
      const rows = await run(things.allConcepts, { kind, at })
      return rows.map((row) => parseJson<Concept>(row.json)).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    claims: async (ids, at) => {
      const rows = await run(claims.claimsByIds, { keys: [...new Set(ids)], at })
      const found = new Map(rows.map((row) => [String(row.id), toWholeClaim(row)]))
      return ids.map((id) => found.get(id) ?? null)
    },
    claimPage: async (filter, order, page, at) => {
      const anchor = anchorOf(filter)
      const statement = (page.backwards ? claims.claimPagesBackwards : claims.claimPagesForwards)[anchor.name]
      const rows = await run(statement, {
        ...filterParameters(filter, anchor.id, at),
        orderKey: ORDER_KEYS[order],
        cursorKey: page.cursor?.key ?? null,
        cursorId: page.cursor?.id ?? null,
        limit: page.limit + 1,
      })
      const sorted = sortRows(rows, page.backwards)
      return toPage(sorted, page, toWholeClaim, (row) => ({ key: String(row.sortKey), id: String(row.id) }))
    },
    claimPagesOf: async (parent, ids, page, at) => {
      const statement = (page.backwards ? claims.claimsOfBackwards : claims.claimsOfForwards)[parent]
      const cursorId = page.cursor?.id ?? null
      const rows = await run(statement, { keys: [...new Set(ids)], cursorId, limit: page.limit + 1, at })
      const byParent = groupBy(rows, (row) => String(row.parent))
      return ids.map((id) => {
        const sorted = sortRows(byParent.get(id) ?? [], page.backwards)
        return toPage(sorted, page, toWholeClaim, (row) => ({ key: String(row.sortKey), id: String(row.id) }))
      })
    },
    countClaimsOf: async (parent, ids, at) => {
      const rows = await run(claims.claimCountsOf[parent], { keys: [...new Set(ids)], at })
      const totals = new Map(rows.map((row) => [String(row.parent), Number(row.total)]))
      return ids.map((id) => totals.get(id) ?? 0)
    },
    neighbours: async (parent, ids, { status, predicate, limit }, at) => {
      const rows = await run(claims.neighbours[parent], { keys: [...new Set(ids)], status, predicate, limit, at })
      const found = new Map(rows.map((row) => [String(row.parent), row]))
      return ids.map((id) => {
        const row = found.get(id)
        return { degree: Number(row?.degree ?? 0), claimIds: toList(row?.claimIds).map(String) }
      })
    },
    countClaims: async (filter, at) => {
      const anchor = anchorOf(filter)
      const [row] = await run(claims.claimCounts[anchor.name], filterParameters(filter, anchor.id, at))
      return Number(row?.total ?? 0)
    },
    entityPage: (kinds, page, at) => pageOf<Entity>(things.entityPage, kinds, page, at),
    sourcePage: (page, at) => pageOf<Source>(things.sourcePage, null, page, at),
    storyPage: (page, at) => pageOf<Story>(things.storyPage, null, page, at),
    entityByExternalId: async (scheme, value, at) => {
      const [row] = await run(things.entityByExternalId, { key: externalKey({ scheme, value }), at })
      return row ? parseJson<Entity>(row.json) : null
    },
    searchCandidates: async (terms, limit, at) => {
      const [index] = STORE_SCHEMA.text
      if (!index || terms.length === 0) return { candidates: [], complete: true }
      const keys = await engine.searchText(index, terms, limit + 1)
      const rows = keys.length === 0 ? [] : await run(things.rowsByIds, { keys: keys.slice(0, limit), at })
      return { candidates: rows.map(toCandidate), complete: keys.length <= limit }
    },
    countByStatus: async (at) => {
      const rows = await run(claims.countByStatus, { at })
      return Object.fromEntries(rows.map((row) => [String(row.status), Number(row.total)]))
    },
    countByKind: async (at) => {
      const rows = await run(things.countByKind, { at })
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
    checkHealth: () => engine.checkHealth(),
    close: () => engine.close(),
  }
}

/** The most selective thing that a filter names is where its statement starts. */
function anchorOf(filter: ClaimFilter): { name: claims.ClaimAnchor; id: string | null } {
  if (filter.ids) return { name: 'ids', id: null }
  if (filter.story) return { name: 'story', id: filter.story }
  if (filter.subject) return { name: 'subject', id: filter.subject }
  if (filter.claimant) return { name: 'claimant', id: filter.claimant }
  if (filter.source) return { name: 'source', id: filter.source }
  if (filter.party ?? filter.object) return { name: 'party', id: filter.party ?? filter.object ?? null }
  if (filter.data) return { name: 'data', id: null }
  if (filter.uses) return { name: 'uses', id: null }
  return { name: 'all', id: null }
}

const filterParameters = (filter: ClaimFilter, anchor: string | null, at: number): Parameters => ({
  anchor,
  at,
  subject: filter.subject ?? null,
  party: filter.party ?? null,
  object: filter.object ?? null,
  predicate: filter.predicate ?? null,
  data: filter.data ?? null,
  uses: filter.uses ?? null,
  status: filter.status ?? null,
  stance: filter.stance ?? null,
  claimant: filter.claimant ?? null,
  source: filter.source ?? null,
  evidentiality: filter.evidentiality ?? null,
  ids: filter.ids ?? null,
  dayFirst: filter.validOn ? firstDay(filter.validOn) : null,
  dayLast: filter.validOn ? lastDay(filter.validOn) : null,
  saidFirst: filter.assertedBetween ? firstDay(filter.assertedBetween.from ?? FIRST_YEAR) : null,
  saidLast: filter.assertedBetween ? lastDay(filter.assertedBetween.to ?? LAST_YEAR) : null,
  undated: filter.assertedBetween?.undated ?? false,
})

const FIRST_YEAR = '0001'
const LAST_YEAR = '9999'

/** Sub-queries after a LIMIT may shuffle rows on one engine; the order is ours. */
function sortRows(rows: readonly Row[], backwards: boolean): readonly Row[] {
  const key = (row: Row): string => `${String(row.sortKey)}\u0000${String(row.id)}`
  const sorted = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return backwards ? sorted.reverse() : sorted
}

function toPage<T>(
  rows: readonly Row[],
  page: PageRequest,
  toItem: (row: Row) => T,
  toCursor: (row: Row) => { key: string; id: string },
): Page<T> {
  const kept = rows.slice(0, page.limit)
  if (page.backwards) kept.reverse()
  return { items: kept.map(toItem), cursors: kept.map(toCursor), hasMore: rows.length > page.limit }
}

function toWholeClaim(row: Row): WholeClaim {
  const sources = [...toSources(row.sources), ...toSources(row.parties)]
  const parties = toList(row.parties).filter((p) => isRecord(p) && p.label === 'EntityRow')
  const entities = [
    ...toList(row.claimants).map((json) => parseJson<Entity>(json)),
    ...parties.map((p) => parseJson<Entity>(isRecord(p) ? p.json : null)),
  ]
  const recorded = toList(row.assertions).flatMap((a) =>
    isRecord(a) ? [{ assertion: parseJson<Assertion>(a.json), revision: Number(a.fromRevision) }] : [],
  )
  return {
    claim: parseJson<Claim>(row.json),
    status: parseJson<ClaimStatus>(row.statusJson),
    assertions: recorded.map((r) => r.assertion).sort((a, b) => (a.id < b.id ? -1 : 1)),
    recordedIn: Object.fromEntries(recorded.map((r) => [r.assertion.id, r.revision])),
    relations: toList(row.relations)
      .map((json) => parseJson<ClaimRelation>(json))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    namedEntities: uniqueById(entities),
    namedSources: uniqueById(sources.map((s) => s.source)),
    speaksFor: Object.fromEntries(entities.map((e) => [e.id, e.speaksFor])),
    sources: Object.fromEntries(sources.map((s) => [s.source.id, s.lineage])),
  }
}

function toSources(value: unknown): readonly { source: Source; lineage: SourceLineage }[] {
  return toList(value).flatMap((row) => {
    if (!isRecord(row) || (row.label !== undefined && row.label !== 'SourceRow')) return []
    const source = parseJson<Source>(row.json)
    const ancestors = toList(row.ancestors).map(String)
    return [{ source, lineage: { derivation: source.derivation, publishedBy: source.publishedBy, ancestors } }]
  })
}

function toCandidate(row: Row): SearchCandidate {
  const [kindText = '', ...rest] = String(row.thing).split(':')
  const kind = THING_KINDS.find((k) => k === kindText) ?? 'Claim'
  return { kind, id: rest.join(':'), fields: parseJson(row.searchFields) }
}

const toRevision = (row: Row): Revision => ({
  number: Number(row.number),
  at: String(row.at),
  author: String(row.author),
  reason: String(row.reason),
})

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const uniqueById = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
/** Rows hold what this store wrote, checked when it came in. */
const parseJson = <T>(value: unknown): T => JSON.parse(String(value)) as T
