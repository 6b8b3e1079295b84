import type { GraphStore } from '../../domain/graph-store.ts'
import { BEFORE_FIRST, type RevisionNumber } from '../../domain/revision-number.ts'
import { isFuture } from '../../text/instant.ts'

/** Revision at an instant. */
export interface RecordedInstant {
  /** 0 before the first revision. */
  readonly revision: RevisionNumber
  /** ISO instant of the revision; the requested instant before the first revision. */
  readonly recordedAt: string
  /** Newest revision of the history that was searched. */
  readonly newest: RevisionNumber
}

export interface RecordedInstants {
  /**
   * Returns the revision at an instant. Instants of one revision share `recordedAt`, and so one cached response. While
   * the store is unavailable, the last read history is used. Null without a history, and for a future instant.
   */
  find(asOf: string): Promise<RecordedInstant | null>
}

interface History {
  readonly newest: RevisionNumber
  readonly newestFirst: readonly {
    readonly number: RevisionNumber
    readonly recordedAt: string
    readonly atMs: number
  }[]
}

/**
 * @param newestRevision returns the newest revision; the history is read again when it changes
 * @param now the clock of the server
 */
export function createRecordedInstants(
  store: Pick<GraphStore, 'revisions'>,
  newestRevision: () => RevisionNumber | Promise<RevisionNumber>,
  now: () => Date,
): RecordedInstants {
  let known: { readonly newest: RevisionNumber; readonly history: Promise<History> } | null = null

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
  async function historyOf(newest: RevisionNumber): Promise<History> {
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
      if (isFuture(asOf, now())) return null
      const history = await readHistory()
      if (history === null) return null
      const instantMs = Date.parse(asOf)
      const found = history.newestFirst.find(({ atMs }) => atMs <= instantMs)
      return { revision: found?.number ?? BEFORE_FIRST, recordedAt: found?.recordedAt ?? asOf, newest: history.newest }
    },
  }
}
