import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import type { Engine, Row } from '../engines/engine.ts'
import { stopwatchMs } from '../engines/stopwatch.ts'
import { readChanges, readNewestRevision } from '../queries/store-state.ts'
import type { ChangesOfRevision, RevisionChanges } from './revision-changes.ts'
import type { RunStatement } from './run-statement.ts'

export interface NewestRevisionOptions {
  readonly run: RunStatement
  readonly engine: Pick<Engine, 'commits'>
  /** Advanced to each newest revision before it is returned. */
  readonly changes: RevisionChanges
  /** Clock in milliseconds. */
  readonly nowMs?: () => number
}

/** Milliseconds for which the newest revision is not read again. Publications of other processes appear so much later. */
const FRESH_MS = 100

/** Maximum number of revisions whose changes are read. A process that missed more counts all things as changed. */
const MAX_FOLLOWED = 200

/**
 * Reads the newest revision of a viewer at most every 100 ms, for all requests together. A commit of this process is
 * visible at once.
 */
export function createNewestRevision({ run, engine, changes, nowMs = stopwatchMs }: NewestRevisionOptions) {
  let known: { readonly revision: RevisionNumber; readonly commits: number; readonly readAt: number } | null = null
  let reading: { readonly commits: number; readonly revision: Promise<RevisionNumber> } | null = null

  async function read(commits: number): Promise<RevisionNumber> {
    const readAt = nowMs()
    const [state] = await run(readNewestRevision)
    const revision = toRevisionNumber(Number(state?.newest ?? 0))
    // A read that began before another one may end after it.
    const isLatest = (): boolean => known === null || known.readAt <= readAt
    if (isLatest()) await follow(revision)
    if (isLatest()) known = { revision, commits, readAt }
    return revision
  }

  async function follow(revision: RevisionNumber): Promise<void> {
    const followed = changes.newest()
    if (followed === revision) return
    const isLater = followed !== null && followed < revision
    const isFar = isLater && revision - followed > MAX_FOLLOWED
    const rows = isLater && !isFar ? await run(readChanges, { after: followed, until: revision }) : []
    // Another read may have followed the same revisions meanwhile.
    if (changes.newest() !== followed) return
    changes.advance(revision, isFar ? [{ number: revision, changed: null, touched: null }] : rows.map(toChanges))
  }

  return (): Promise<RevisionNumber> => {
    const commits = engine.commits()
    if (known !== null && known.commits === commits && nowMs() - known.readAt < FRESH_MS) {
      return Promise.resolve(known.revision)
    }
    if (reading?.commits === commits) return reading.revision
    const mine = {
      commits,
      revision: read(commits).finally(() => {
        if (reading === mine) reading = null
      }),
    }
    reading = mine
    return mine.revision
  }
}

const toChanges = ({ number, changed, touched }: Row): ChangesOfRevision => ({
  number: toRevisionNumber(Number(number)),
  changed: toKeys(changed),
  touched: toKeys(touched),
})

const toKeys = (value: unknown): readonly string[] | null => (Array.isArray(value) ? value.map(String) : null)
