import { createHash } from 'node:crypto'
import type { Engine } from '../engines/engine.ts'
import * as database from '../queries/store-state.ts'
import { afterNewest } from './after-newest.ts'
import { abortLoad, type LoadLock, takeLoadLock, whileRenewed } from './load-lock.ts'
import { type RevisionKeys, readRevisionKeys } from './revision-keys.ts'
import { endStates, type NewIdentity, type PlacedState, writeIdentities, writeStates } from './write-states.ts'

export interface NewRevision {
  readonly [key: string]: string | number
  readonly number: number
  readonly recordedAt: string
  readonly author: string
  readonly reason: string
}

/** A change of the database, ready to be written. */
export interface ChangePlan {
  readonly revisions: readonly NewRevision[]
  readonly identities: readonly NewIdentity[]
  /** States, derived while they are iterated, so that the states of a large set are never in memory together. */
  readonly states: Iterable<PlacedState>
  /** Estimated number of states, for reports of progress. */
  readonly count: number
  /** Keys of objects whose newest state ends; complete after the states were iterated. */
  readonly ended: readonly string[]
  /** Keys of the things whose content changes; complete after the states were iterated. Null if all things change. */
  readonly changed: ReadonlySet<string> | null
  /** Whether all written and ended states are drafts, so that the public sees no new revision; valid after the iteration. */
  isDraft?(): boolean
  /** Set of seeds that this change loads. If `contentHash` is null, the hash of the written states is stored. */
  readonly loadedSet: { readonly id: string; readonly contentHash: string | null } | null
}

export interface PublishResult {
  readonly changed: boolean
  readonly revision: number
  readonly created: number
  readonly ended: number
}

/**
 * Writes states in batches under unpublished revisions, which no reader sees, and publishes them in one small transaction.
 * After an error, the unpublished states are removed; after an interruption, the next start removes them.
 * @param plan called under the load lock with the published revision; null changes nothing
 * @throws DomainError BUSY, CONFLICT if another process took over, and the errors of the plan
 */
export async function publishChanges(
  engine: Engine,
  plan: (published: number) => Promise<ChangePlan | null>,
  onProgress?: (done: number, total: number) => void,
): Promise<PublishResult> {
  const lock = await takeLoadLock(engine)
  try {
    const result = await whileRenewed(lock, async () => {
      const changes = await plan(lock.published)
      return changes ? write(engine, lock, changes, onProgress) : null
    })
    if (!result) await abortLoad(lock)
    await engine.flush()
    return result ?? unchangedAt(lock.published)
  } catch (error) {
    await abortLoad(lock).catch(() => undefined)
    throw error
  }
}

export const unchangedAt = (revision: number): PublishResult => ({ changed: false, revision, created: 0, ended: 0 })

/** @returns null if the plan writes and ends no state */
async function write(
  engine: Engine,
  lock: LoadLock,
  changes: ChangePlan,
  onProgress?: (done: number, total: number) => void,
): Promise<PublishResult | null> {
  const { revisions, loadedSet } = changes
  const revision = revisions.at(-1)?.number ?? lock.published
  const written = await writeUnpublished(engine, lock, changes, onProgress)
  if (written === null) return null
  const { hashes, ended, keys, isDraft } = written
  const known = await engine.forLoads.run(database.readRevisions.text, { drafts: true })
  const created = afterNewest(
    revisions,
    known.map(({ recordedAt }) => ({ recordedAt: String(recordedAt) })),
  )
  await lock.write(async (tx) => {
    const more = { ...keys, ...(isDraft ? { visibility: 'DRAFT' } : {}) }
    await tx.run(database.createRevisions.text, { revisions: created.map((one) => ({ ...one, ...more })) })
    if (loadedSet) {
      const contentHash = loadedSet.contentHash ?? hashOfAll(hashes)
      await tx.run(database.writeLoadedSet.text, { loadSet: loadedSet.id, contentHash })
    }
    await tx.run((isDraft ? database.publishDrafts : database.publish).text, { revision })
  })
  return { changed: true, revision, created: hashes.length, ended }
}

interface UnpublishedChanges {
  readonly hashes: readonly number[]
  /** Number of states that ended. */
  readonly ended: number
  /** Changed and touched things; null if the revision does not list them. */
  readonly keys: RevisionKeys | null
  /** Whether the public sees no new revision. */
  readonly isDraft: boolean
}

/** Writes the states of a change without publishing its revision. @returns null if no state is written or ended */
export async function writeUnpublished(
  engine: Engine,
  lock: LoadLock,
  { revisions, identities, states, count, ended, changed, isDraft }: Omit<ChangePlan, 'loadedSet'>,
  onProgress?: (done: number, total: number) => void,
): Promise<UnpublishedChanges | null> {
  const revision = revisions.at(-1)?.number ?? lock.published
  await writeIdentities(lock, identities)
  const hashes = await writeStates(lock, states, (done) => onProgress?.(Math.min(done, count), count))
  if (hashes.length === 0 && ended.length === 0) return null
  await endStates(lock, ended, revision)
  const keys = changed === null ? null : await readRevisionKeys(engine, changed, revision)
  return { hashes, ended: ended.length, keys, isDraft: isDraft?.() ?? false }
}

/** Hash of all states, independent of their order. */
export const hashOfAll = (hashes: readonly number[]): string =>
  createHash('sha256')
    .update([...hashes].sort().join())
    .digest('base64url')
