import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import { NEIGHBOUR_KINDS, type NeighbourFilter, type NeighbourKind } from '../../domain/store/neighbours.ts'
import type { Row } from '../engines/engine.ts'
import { neighboursOf } from '../queries/claims.ts'
import type { RunStatement } from './run-statement.ts'

/** Reads the rows of neighbours by the id of the thing. */
export type ReadNeighbours = (
  kind: NeighbourKind,
  ids: readonly Slug[],
  filter: NeighbourFilter,
  revision: RevisionNumber,
) => Promise<ReadonlyMap<string, Row>>

interface PendingRead {
  readonly kind: NeighbourKind
  readonly ids: readonly Slug[]
  readonly filter: NeighbourFilter
  readonly revision: RevisionNumber
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Creates the read of neighbours. Reads of all kinds with the same filter in one iteration of the event loop are one statement.
 */
export function createNeighbourReads(run: RunStatement): ReadNeighbours {
  let waiting: PendingRead[] = []

  function readWaiting(): void {
    const groups = new Map<string, PendingRead[]>()
    for (const one of waiting) {
      const key = JSON.stringify([one.filter, one.revision])
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
    waiting = []
    for (const group of groups.values()) {
      readGroup(group).then(
        (rows) => {
          for (const { kind, resolve } of group)
            resolve(rows.filter((row) => NEIGHBOUR_KINDS[Number(row.kind)] === kind))
        },
        (error: unknown) => {
          for (const { reject } of group) reject(error)
        },
      )
    }
  }

  async function readGroup(group: readonly PendingRead[]): Promise<readonly Row[]> {
    const [first] = group
    if (!first) return []
    const kinds = NEIGHBOUR_KINDS.filter((kind) => group.some((one) => one.kind === kind))
    const idsOf = (kind: NeighbourKind) => new Set(group.flatMap((one) => (one.kind === kind ? one.ids : [])))
    const keys = Object.fromEntries(kinds.map((kind) => [kind, [...idsOf(kind)]]))
    const { status, predicate, limit } = first.filter
    return run(neighboursOf(kinds), { ...keys, status, predicate, limit, revision: first.revision })
  }

  return async (kind, ids, filter, revision) => {
    const rows = await new Promise<readonly Row[]>((resolve, reject) => {
      // Runs after the microtasks, in which a request adds its reads of other kinds.
      if (waiting.length === 0) Promise.resolve().then(() => process.nextTick(readWaiting))
      waiting.push({ kind, ids, filter, revision, resolve, reject })
    })
    return new Map(rows.map((row) => [String(row.parent), row]))
  }
}
