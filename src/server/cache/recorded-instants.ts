import type { GraphStore } from '../../domain/graph-store.ts'

/** The revision that an instant falls in. */
export interface RecordedInstant {
  /** 0 before the first revision. */
  readonly revision: number
  /** When it was recorded, as an ISO instant; the instant asked for where nothing was recorded yet. */
  readonly recordedAt: string
  /** The newest revision of the history that was looked in. */
  readonly newest: number
}

export interface RecordedInstants {
  /**
   * All instants of one revision are told by the instant at which it was recorded, so that they share one answer. While the
   * store is away the history that was read last counts; null where none was.
   */
  find(asOf: string): Promise<RecordedInstant | null>
}

interface History {
  readonly newest: number
  readonly newestFirst: readonly { readonly number: number; readonly recordedAt: string; readonly atMs: number }[]
}

/** @param newestRevision as it was read a moment ago: the history is read again when it changes */
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

  /** Each instant is parsed once for all that are looked for. */
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
