import type { GraphStore } from '../domain/graph-store.ts'
import type { Revision } from '../domain/revision.ts'

/** The revision that an instant falls in. */
export interface RecordedInstant {
  /** 0 before the first revision. */
  readonly revision: number
  /** When it was recorded, as an ISO instant; the instant asked for where nothing was recorded yet. */
  readonly at: string
}

export interface RecordedInstants {
  /**
   * All instants of one revision are told by the instant at which it was recorded, so that they share one answer. While the
   * store is away the history that was read last counts; null where none was.
   */
  find(asOf: string): Promise<RecordedInstant | null>
}

/** @param newestRevision as it was read a moment ago: the history is read again when it changes */
export function createRecordedInstants(
  store: Pick<GraphStore, 'revisions'>,
  newestRevision: () => number | Promise<number>,
): RecordedInstants {
  let known: { readonly newest: number; readonly revisions: Promise<readonly Revision[]> } | null = null

  async function readRevisions(): Promise<readonly Revision[] | null> {
    const before = known
    try {
      const newest = await newestRevision()
      if (known?.newest !== newest) known = { newest, revisions: store.revisions() }
      return await known.revisions
    } catch {
      known = before
      return (await before?.revisions.catch(() => null)) ?? null
    }
  }

  return {
    async find(asOf) {
      const revisions = await readRevisions()
      if (revisions === null) return null
      const instant = Date.parse(asOf)
      return revisions
        .filter(({ at }) => Date.parse(at) <= instant)
        .reduce((newest, { number, at }) => (number > newest.revision ? { revision: number, at } : newest), {
          revision: 0,
          at: asOf,
        })
    },
  }
}
