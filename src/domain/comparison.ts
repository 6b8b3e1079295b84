import type { ClaimDetails } from './claim-details.ts'
import { type ConceptTree, narrowerOf } from './concept-tree.ts'
import type { Slug } from './slug.ts'
import { contestKey, countStandings, type StandingCount } from './standing.ts'

/**
 * Claims about several entities, by data category and use. A cell lists its claims with their statuses and never merges them.
 * Claims without data or without a use have the row or column null.
 */
export interface Comparison {
  readonly entityIds: readonly Slug[]
  readonly rows: readonly ComparisonRow[]
  /** Uses, the one with the most cells first, so that a narrow drawing shows the fullest columns. */
  readonly columns: readonly (Slug | null)[]
  readonly cells: readonly ComparisonCell[]
}

export interface ComparisonRow {
  readonly dataId: Slug | null
  /** Rows with directly narrower categories; their claims are not counted in this row. */
  readonly narrower: readonly Slug[]
}

export interface ComparisonCell {
  readonly entityId: Slug
  readonly dataId: Slug | null
  readonly useId: Slug | null
  /** Claims of the cell, the most contested first. */
  readonly claims: readonly ClaimDetails[]
  readonly counts: readonly StandingCount[]
}

/** Whether a claim belongs in the comparison: it is about a compared entity and names data or a use. */
export const hasCell = ({ claim: { subject, data, uses } }: ClaimDetails): boolean =>
  subject.kind === 'Entity' && (data.length > 0 || uses.length > 0)

/** Data categories that the claims of a comparison name: the only ones that it needs. */
export const comparedData = (claims: readonly ClaimDetails[]): readonly Slug[] => [
  ...new Set(claims.filter(hasCell).flatMap(({ claim }) => claim.data)),
]

/** @param categories those of `comparedData` at least */
export function compare(
  entityIds: readonly Slug[],
  claims: readonly ClaimDetails[],
  categories: ConceptTree,
): Comparison {
  const cells = new Map<string, { entityId: Slug; dataId: Slug | null; useId: Slug | null; claims: ClaimDetails[] }>()
  for (const details of claims.filter(hasCell)) {
    const { subject, data, uses } = details.claim
    if (!entityIds.includes(subject.id)) continue
    for (const dataId of orNone(data)) {
      for (const useId of orNone(uses)) {
        const key = JSON.stringify([subject.id, dataId, useId])
        const cell = cells.get(key) ?? { entityId: subject.id, dataId, useId, claims: [] }
        cell.claims.push(details)
        cells.set(key, cell)
      }
    }
  }
  const found = [...cells.values()]
  const dataIds = sorted(found.map((cell) => cell.dataId))
  const hasRow = new Set(dataIds)
  return {
    entityIds,
    rows: dataIds.map((dataId) => ({
      dataId,
      narrower:
        dataId === null
          ? []
          : narrowerOf(dataId, categories)
              .map((c) => c.id)
              .filter((id) => hasRow.has(id)),
    })),
    columns: fullestFirst(found),
    cells: sortedBy(found, cellKey).map(toCell),
  }
}

/** Orders uses by their number of cells, then of claims, then by id, with null last. */
function fullestFirst(cells: readonly Pick<ComparisonCell, 'useId' | 'claims'>[]): readonly (Slug | null)[] {
  const fullness = new Map<Slug | null, { readonly cells: number; readonly claims: number }>()
  for (const { useId, claims } of cells) {
    const before = fullness.get(useId) ?? { cells: 0, claims: 0 }
    fullness.set(useId, { cells: before.cells + 1, claims: before.claims + claims.length })
  }
  return sorted([...fullness.keys()])
    .map((useId) => ({ useId, full: fullness.get(useId) ?? { cells: 0, claims: 0 } }))
    .sort((a, b) => b.full.cells - a.full.cells || b.full.claims - a.full.claims)
    .map(({ useId }) => useId)
}

function toCell(cell: Omit<ComparisonCell, 'counts'>): ComparisonCell {
  const claims = sortedBy(cell.claims, contest)
  return { ...cell, claims, counts: countStandings(claims.map(({ status }) => status)) }
}

const orNone = (ids: readonly Slug[]): readonly (Slug | null)[] => (ids.length === 0 ? [null] : ids)
/** Orders by id, with null last. */
const sorted = (ids: readonly (Slug | null)[]): readonly (Slug | null)[] =>
  [...new Set(ids)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
/** Makes each key once: a comparison would make two of them. */
const sortedBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
const contest = ({ status, claim }: ClaimDetails): string => `${contestKey(status)}|${claim.id}`
const cellKey = ({ entityId, dataId, useId }: Pick<ComparisonCell, 'entityId' | 'dataId' | 'useId'>): string =>
  [entityId, dataId ?? '~', useId ?? '~'].join('|')
