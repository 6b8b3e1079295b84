import type { ClaimDetails } from './claim-details.ts'
import { type ConceptTree, narrowerOf } from './concept-tree.ts'
import type { Slug } from './slug.ts'
import { contestKey, STANDINGS, type StandingCount } from './standing.ts'

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
  return {
    entityIds,
    rows: dataIds.map((dataId) => ({
      dataId,
      narrower:
        dataId === null
          ? []
          : narrowerOf(dataId, categories)
              .map((c) => c.id)
              .filter((id) => dataIds.includes(id)),
    })),
    columns: fullestFirst(found),
    cells: found.map(toCell).sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1)),
  }
}

/** Orders uses by their number of cells, then of claims, then by id, with null last. */
function fullestFirst(cells: readonly Pick<ComparisonCell, 'useId' | 'claims'>[]): readonly (Slug | null)[] {
  const fullness = (useId: Slug | null): readonly [number, number] => {
    const own = cells.filter((cell) => cell.useId === useId)
    return [own.length, own.reduce((sum, { claims }) => sum + claims.length, 0)]
  }
  return sorted(cells.map(({ useId }) => useId))
    .map((useId) => ({ useId, full: fullness(useId) }))
    .sort((a, b) => b.full[0] - a.full[0] || b.full[1] - a.full[1])
    .map(({ useId }) => useId)
}

function toCell(cell: Omit<ComparisonCell, 'counts'>): ComparisonCell {
  const claims = [...cell.claims].sort((a, b) => (contest(a) < contest(b) ? -1 : 1))
  const counts = STANDINGS.flatMap((standing) => {
    const count = claims.filter(({ status }) => contestKey(status) === contestKey(standing)).length
    return count === 0 ? [] : [{ ...standing, count }]
  })
  return { ...cell, claims, counts }
}

const orNone = (ids: readonly Slug[]): readonly (Slug | null)[] => (ids.length === 0 ? [null] : ids)
/** Orders by id, with null last. */
const sorted = (ids: readonly (Slug | null)[]): readonly (Slug | null)[] =>
  [...new Set(ids)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
const contest = ({ status, claim }: ClaimDetails): string => `${contestKey(status)}|${claim.id}`
const cellKey = ({ entityId, dataId, useId }: ComparisonCell): string =>
  [entityId, dataId ?? '~', useId ?? '~'].join('|')
