import type { GraphStore } from '../../domain/graph-store.ts'

/** Revision at an instant. */
export interface RecordedInstant {
  /** 0 before the first revision. */
  readonly revision: number
  /** ISO instant of the revision; the requested instant before the first revision. */
  readonly recordedAt: string
  /** Newest revision of the history that was searched. */
  readonly newest: number
}

export interface RecordedInstants {
  /**
   * Returns the revision at an instant. Instants of one revision share `recordedAt`, and so one cached response. While
   * the store is unavailable, the history that was read last counts; null if there is none.
   */
  find(asOf: string): Promise<RecordedInstant | null>
}

interface History {
  readonly newest: number
  readonly newestFirst: readonly { readonly number: number; readonly recordedAt: string; readonly atMs: number }[]
}

/** @param newestRevision returns the newest revision; the history is read again when it changes */
export function createRecordedInstants(
  store: Pick<GraphStore, 'revisions'>,
  newestRevision: () => number | Promise<number>,
): RecordedInstants {
  let known: { readonly newest: number; readonly history: Promise<History> } | null = null

  async function readHistory(): Promise<History | null> {
    const before = known
    try {
      const newest = await newestRevision()
      if (known?.newest !== newest) known = { newest, history: historyOf(newest) }
      return await known.history
    } catch {
      known = before
      return (await before?.history.catch(() => null)) ?? null
    }
  }

  /** Reads the history, and parses its instants once for all searches. */
  async function historyOf(newest: number): Promise<History> {
    const revisions = await store.revisions()
    const newestFirst = revisions.map(({ number, recordedAt }) => ({
      number,
      recordedAt,
      atMs: Date.parse(recordedAt),
    }))
    return { newest, newestFirst: newestFirst.sort((a, b) => b.number - a.number) }
  }

  return {
    async find(asOf) {
      const history = await readHistory()
      if (history === null) return null
      const instantMs = Date.parse(asOf)
      const found = history.newestFirst.find(({ atMs }) => atMs <= instantMs)
      return { revision: found?.number ?? 0, recordedAt: found?.recordedAt ?? asOf, newest: history.newest }
    },
  }
}
