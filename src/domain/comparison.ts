import { contestOf, MOST_CONTESTED_FIRST, type Status } from './claim-status-types.ts'
import { type ConceptTree, narrowerOf } from './concept-tree.ts'
import type { ClaimDetails } from './graph-store.ts'

/**
 * What is said of several entities, data category by use. A cell lists its claims, each with its own status: they are
 * never merged into one. Claims that name no data or no use have a row or a column of their own (null).
 */
export interface Comparison {
  readonly entityIds: readonly string[]
  readonly rows: readonly ComparisonRow[]
  /** The fullest first: where not all fit, what is seen first says most. */
  readonly columns: readonly (string | null)[]
  readonly cells: readonly ComparisonCell[]
}

export interface ComparisonRow {
  readonly dataId: string | null
  /** Rows of this comparison that are directly narrower; what was said of them is not counted here. */
  readonly narrower: readonly string[]
}

export interface ComparisonCell {
  readonly entityId: string
  readonly dataId: string | null
  readonly useId: string | null
  /** The most contested first. */
  readonly claims: readonly ClaimDetails[]
  readonly counts: readonly { readonly status: Status; readonly count: number }[]
}

/** Of a party, and naming data or a use: any other claim stands beside the comparison. */
export const hasCell = ({ claim: { subject, data, uses } }: ClaimDetails): boolean =>
  subject.kind === 'Entity' && (data.length > 0 || uses.length > 0)

export function compare(
  entityIds: readonly string[],
  claims: readonly ClaimDetails[],
  categories: ConceptTree,
): Comparison {
  const cells = new Map<
    string,
    { entityId: string; dataId: string | null; useId: string | null; claims: ClaimDetails[] }
  >()
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

/** Uses by how many cells they fill, then by how many claims stand in those, then by id with what is not named last. */
function fullestFirst(cells: readonly Pick<ComparisonCell, 'useId' | 'claims'>[]): readonly (string | null)[] {
  const fullness = (useId: string | null): readonly [number, number] => {
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
  const counts = MOST_CONTESTED_FIRST.flatMap((status) => {
    const count = claims.filter((claim) => claim.status.status === status).length
    return count === 0 ? [] : [{ status, count }]
  })
  return { ...cell, claims, counts }
}

const orNone = (ids: readonly string[]): readonly (string | null)[] => (ids.length === 0 ? [null] : ids)
/** By id, with what is not named last. */
const sorted = (ids: readonly (string | null)[]): readonly (string | null)[] =>
  [...new Set(ids)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
const contest = ({ status, claim }: ClaimDetails): string => `${contestOf(status.status)}|${claim.id}`
const cellKey = ({ entityId, dataId, useId }: ComparisonCell): string =>
  [entityId, dataId ?? '~', useId ?? '~'].join('|')
