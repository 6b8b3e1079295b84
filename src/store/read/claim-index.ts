import { setTimeout as sleep } from 'node:timers/promises'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { ClaimFilter, ClaimOrder } from '../../domain/store/claim-filter.ts'
import type { PageRequest } from '../../domain/store/page.ts'
import { runInSlices } from '../../thread/slices.ts'
import { stancePairs } from '../encoding/assertion-index.ts'
import { CLAIM_PARTS } from '../encoding/claim-part.ts'
import { readThingKey } from '../encoding/thing-key.ts'
import type { Engine, Row } from '../engines/engine.ts'
import { stopwatchMs } from '../engines/stopwatch.ts'
import * as queries from '../queries/claim-index.ts'
import { createClaimClasses, isByClass } from './claim-classes.ts'
import { type ClaimOrders, createOrdersBuilder, type IndexEntry } from './claim-order.ts'
import { type ClaimSnapshot, type CursorPage, createSnapshot } from './claim-snapshot.ts'
import type { RevisionChanges } from './revision-changes.ts'

/**
 * Ordered index of the published claims of the newest revision, in the memory of the process, for lists and counts of all
 * claims. A read returns null for a filter with other conditions (`isByClass`), for another revision, and until the index is
 * built. The caller then runs a statement.
 */
export interface ClaimIndex {
  page(filter: ClaimFilter, order: ClaimOrder, page: PageRequest, revision: RevisionNumber): Promise<CursorPage | null>
  count(filter: ClaimFilter, revision: RevisionNumber): Promise<number | null>
  /** Number of claims by contest key. */
  countByContest(revision: RevisionNumber): Promise<ReadonlyMap<string, number> | null>
  /** Reads all claims of a revision and sorts them. Without it the index stays empty. */
  build(revision: RevisionNumber): Promise<void>
  stats(): ClaimIndexStats
  /** Ends a build in progress. */
  stop(): void
}

export interface ClaimIndexStats {
  readonly claims: number
  /** Memory in bytes, outside of the budget of the cache. */
  readonly bytes: number
  /** Revision of the claims; 0 before the index is built. */
  readonly revision: number
}

export interface ClaimIndexOptions {
  readonly engine: Engine
  readonly changes: Pick<RevisionChanges, 'changedBetween'>
  /** Number of changed claims at which the orders are sorted again; 1,000 unless given. */
  readonly maxChanges?: number
  /** Pause after a failed update in milliseconds; 1,000 unless given. */
  readonly updatePauseMs?: number
  /** Shortest pause between two builds in milliseconds; 1,000 unless given. */
  readonly minBuildPauseMs?: number
}

/** Rows of one statement, which are converted in a few milliseconds of the thread. */
const ROWS_OF_STATEMENT = 500
/** Growth of the number of parts from one statement to the next, while parts have few claims. */
const PARTS_GROWTH = 8
const MAX_CHANGES = 1000
/** Number of snapshots: the newest, and those of requests in progress. */
const SNAPSHOTS = 4
const PAUSE_MS = 1000
/** Pause between two builds, relative to the time of the last. */
const BUILD_PAUSE = 9
/** Longest pause between two statements of a build; it is as long as the statement took. */
const MAX_STATEMENT_PAUSE_MS = 50

export function createClaimIndex({
  engine,
  changes,
  maxChanges = MAX_CHANGES,
  updatePauseMs = PAUSE_MS,
  minBuildPauseMs = PAUSE_MS,
}: ClaimIndexOptions): ClaimIndex {
  /** By revision, the newest last. */
  let snapshots: readonly ClaimSnapshot[] = []
  let building: Promise<void> | null = null
  let lastStep: Promise<unknown> = Promise.resolve()
  let isStopped = false
  /** Whether a build was requested. Requests then repeat it until it succeeds. */
  let isWanted = false
  let nextBuildMs = 0
  let nextUpdateMs = 0
  /** Changes since a snapshot from which new orders are being sorted; null at other times. */
  let changedMeanwhile: Map<string, IndexEntry | null> | null = null

  const newest = (): ClaimSnapshot | undefined => snapshots.at(-1)

  async function build(revision: RevisionNumber): Promise<void> {
    isWanted = true
    if (building !== null) return building
    if (isStopped || newest()?.revision === revision) return
    const startedMs = stopwatchMs()
    building = readAll(revision)
    try {
      await building
    } finally {
      building = null
      const tookMs = stopwatchMs() - startedMs
      nextBuildMs = stopwatchMs() + Math.max(minBuildPauseMs, BUILD_PAUSE * tookMs)
    }
  }

  /** Builds in the background. Requests run statements meanwhile. */
  function buildInBackground(revision: RevisionNumber): void {
    if (!isWanted || building !== null || stopwatchMs() < nextBuildMs) return
    // An unavailable database is reported by the statements that requests run.
    build(revision).catch(() => undefined)
  }

  async function readAll(revision: RevisionNumber): Promise<void> {
    const classes = createClaimClasses()
    const builder = createOrdersBuilder(classes)
    let from = 0
    let width = 1
    while (from < CLAIM_PARTS) {
      const until = Math.min(from + width, CLAIM_PARTS)
      const parts = Array.from({ length: until - from }, (_, index) => from + index)
      const startedMs = stopwatchMs()
      const rows = await engine.forLoads.run(queries.entriesOfParts.text, { parts, revision, drafts: false })
      const tookMs = stopwatchMs() - startedMs
      for (const row of rows) builder.add(toEntry(row))
      const wanted = Math.floor((ROWS_OF_STATEMENT * width) / Math.max(rows.length, 1))
      from = until
      width = Math.max(1, Math.min(wanted, PARTS_GROWTH * width))
      // Statements of readers run first.
      await sleep(Math.min(tookMs, MAX_STATEMENT_PAUSE_MS))
      if (isStopped) return
    }
    const orders = await runInSlices(builder.finish())
    if (isStopped) return
    changedMeanwhile = null
    snapshots = [createSnapshot(revision, orders, classes)]
  }

  /** The snapshot of a revision, which is made if the revision is newer than all snapshots; null if there is none. */
  async function snapshotOf(revision: RevisionNumber): Promise<ClaimSnapshot | null> {
    const find = (): ClaimSnapshot | undefined => snapshots.find((one) => one.revision === revision)
    const known = find()
    if (known) return known
    const last = newest()
    if (last === undefined) buildInBackground(revision)
    if (last === undefined || revision < last.revision || stopwatchMs() < nextUpdateMs) return null
    const step = lastStep.then(() => readUpTo(revision))
    lastStep = step
    await step
    return find() ?? null
  }

  async function readUpTo(revision: RevisionNumber): Promise<void> {
    const last = newest()
    if (last === undefined || revision <= last.revision || stopwatchMs() < nextUpdateMs) return
    try {
      const changed = changes.changedBetween(last.revision, revision)
      const slugs = changed && slugsOf(changed)
      if (slugs === null || slugs.length > ROWS_OF_STATEMENT) {
        buildInBackground(revision)
        return
      }
      const entries = await readEntries(slugs, revision)
      // A build that ended meanwhile has replaced the snapshots.
      if (newest() !== last) return
      for (const [slug, entry] of entries) changedMeanwhile?.set(slug, entry)
      snapshots = [...snapshots.slice(1 - SNAPSHOTS), last.next(revision, entries)]
      sortAgain()
    } catch {
      // The statement of the reader reports an error that lasts.
      nextUpdateMs = stopwatchMs() + updatePauseMs
    }
  }

  async function readEntries(
    slugs: readonly string[],
    revision: RevisionNumber,
  ): Promise<ReadonlyMap<string, IndexEntry | null>> {
    const entries = new Map<string, IndexEntry | null>(slugs.map((slug) => [slug, null]))
    if (slugs.length === 0) return entries
    const rows = await engine.run(queries.entriesOfClaims.text, { keys: slugs, revision, drafts: false })
    for (const entry of rows.map(toEntry)) entries.set(entry.slug, entry)
    return entries
  }

  /** Sorts the claims of the newest snapshot into new orders, after many changes. */
  function sortAgain(): void {
    const last = newest()
    if (last === undefined || last.changes <= maxChanges || changedMeanwhile !== null) return
    const meanwhile = new Map<string, IndexEntry | null>()
    changedMeanwhile = meanwhile
    const classes = createClaimClasses()
    const take = (orders: ClaimOrders): void => {
      const current = newest()
      // A build that ended meanwhile made new orders.
      if (changedMeanwhile !== meanwhile || current === undefined) return
      changedMeanwhile = null
      const sorted = createSnapshot(last.revision, orders, classes)
      snapshots = [current.revision === last.revision ? sorted : sorted.next(current.revision, meanwhile)]
    }
    // The next change sorts again after an error, which `serve` logs.
    void runInSlices(sortedAgain(last, classes))
      .then(take)
      .finally(() => {
        if (changedMeanwhile === meanwhile) changedMeanwhile = null
      })
  }

  return {
    page: async (filter, order, page, revision) =>
      isByClass(filter) ? ((await snapshotOf(revision))?.page(filter, order, page) ?? null) : null,
    count: async (filter, revision) =>
      isByClass(filter) ? ((await snapshotOf(revision))?.count(filter) ?? null) : null,
    countByContest: async (revision) => (await snapshotOf(revision))?.countByContest() ?? null,
    build,
    stats() {
      const { size = 0, bytes = 0, revision = 0 } = newest() ?? {}
      return { claims: size, bytes, revision }
    },
    stop() {
      isStopped = true
    },
  }
}

const ENTRIES_OF_STEP = 256

function* sortedAgain(snapshot: ClaimSnapshot, classes: ReturnType<typeof createClaimClasses>) {
  const builder = createOrdersBuilder(classes)
  let count = 0
  for (const entry of snapshot.entries()) {
    builder.add(entry)
    count += 1
    if (count % ENTRIES_OF_STEP === 0) yield
  }
  return yield* builder.finish()
}

const slugsOf = (keys: ReadonlySet<string>): readonly string[] =>
  [...keys].flatMap((key) => {
    const thing = readThingKey(key)
    return thing?.kind === 'Claim' ? [thing.id] : []
  })

const toEntry = (row: Row): IndexEntry => ({
  slug: String(row.id),
  contestKey: String(row.contestKey),
  predicate: String(row.predicate),
  pairs: stancePairs(String(row.assertionIndex)),
  firstKey: String(row.firstKey),
  lastKey: String(row.lastKey),
})
