import { DomainError } from '../../domain/errors.ts'
import type { FirstThing, History, HistoryEnd, HistorySet, HistoryState } from '../../domain/history.ts'
import { keyOfState } from '../../domain/history.ts'
import { objectKeyText } from '../../domain/object-key.ts'
import type { Revision } from '../../domain/revision.ts'
import { IDENTITY_LABELS } from '../encoding/node-labels.ts'
import type { Engine } from '../engines/engine.ts'
import * as database from '../queries/store-state.ts'
import { inBatches } from './in-batches.ts'
import { abortLoad, type LoadLock, takeLoadLock, whileRenewed } from './load-lock.ts'
import { createObjectTable, objectsOf } from './object-table.ts'
import { planChanges } from './plan-changes.ts'
import { type ChangePlan, writeUnpublished } from './publish-changes.ts'
import { createReplayComparison, type Differences, type ReplayComparison } from './replay-comparison.ts'
import { createFirstLoad } from './replay-first-load.ts'
import { createReplayReferences, type ReplayReferences } from './replay-references.ts'
import { readStoredStates } from './stored-states.ts'
import { readSurroundings } from './surroundings.ts'
import { type NewIdentity, writeIdentities } from './write-states.ts'

export interface ReplayOptions {
  /** Things of the first load of the history. */
  readonly firstThings: readonly FirstThing[]
  /** Called with the number of states that are written. */
  readonly onProgress?: (done: number) => void
}

export interface ReplayResult {
  readonly revision: number
  readonly revisions: number
  readonly states: number
  readonly differences: Differences
}

/**
 * Writes a history into an empty database, with its revisions, authors, reasons and instants. Derived content such as statuses and
 * search texts is derived again, and compared with the history. One small transaction publishes all revisions at the end. After
 * an error, the unpublished states are removed; after an interruption, the next start removes them.
 * @throws DomainError CONFLICT for a database that is not empty, BAD_INPUT for a reference to an unknown object, BUSY, and the errors of
 *   the entries
 */
export async function replayHistory(engine: Engine, history: History, options: ReplayOptions): Promise<ReplayResult> {
  const lock = await takeLoadLock(engine)
  try {
    if (lock.published > 0) throw notEmpty(lock.published)
    const result = await whileRenewed(lock, () => replay(engine, lock, history, options))
    await engine.flush()
    return result
  } catch (error) {
    await abortLoad(lock).catch(() => undefined)
    throw error
  }
}

/** A revision as its node is written. */
interface ReplayedRevision extends Revision {
  readonly keys: object | null
  readonly isDraft: boolean
}

interface LaterRevision {
  readonly revision: Revision
  readonly states: HistoryState[]
  readonly ends: HistoryEnd[]
}

async function replay(
  engine: Engine,
  lock: LoadLock,
  history: History,
  { firstThings, onProgress }: ReplayOptions,
): Promise<ReplayResult> {
  const comparison = createReplayComparison()
  const references = createReplayReferences(firstThings)
  const revisions: ReplayedRevision[] = []
  const sets: HistorySet[] = []
  let done = 0
  const onWritten = (states: number): void => {
    done += states
    onProgress?.(done)
  }
  await writeIdentities(lock, firstThings.flatMap(identitiesOf))
  const first = createFirstLoad({ lock, comparison, references, onWritten })
  let current: LaterRevision | null = null
  const finish = async (): Promise<void> => {
    if (current === null) await first.finish()
    else {
      revisions.push(await replayRevision(engine, lock, current, comparison, references))
      onWritten(current.states.length)
    }
  }
  for await (const entry of history.entries()) {
    if (entry.kind === 'SET') sets.push(entry)
    else if (entry.kind === 'REVISION' && revisions.length < history.firstLoad)
      revisions.push({ ...entry.revision, keys: null, isDraft: false })
    else if (entry.kind === 'REVISION') {
      await finish()
      current = { revision: entry.revision, states: [], ends: [] }
    } else if (current === null) {
      if (entry.kind === 'STATE') await first.add(entry)
    } else if (entry.kind === 'STATE') current.states.push(entry)
    else current.ends.push(entry)
  }
  await finish()
  if (revisions.length > 0) await publish(lock, revisions, sets)
  else await abortLoad(lock)
  const revision = revisions.at(-1)?.number ?? 0
  return { revision, revisions: revisions.length, states: done, differences: comparison.result() }
}

function identitiesOf({ key, from, entityKind, externalIds }: FirstThing): readonly NewIdentity[] {
  const label = IDENTITY_LABELS.find((one) => one === key.kind)
  if (label === undefined) throw new DomainError('INTERNAL', `${objectKeyText(key)} has no identity node.`)
  const external = externalIds.map((id): NewIdentity => ({ label: 'ExternalId', id, revision: from, kind: null }))
  return [{ label, id: key.id, revision: from, kind: entityKind }, ...external]
}

/** Writes one revision as an append does, without checking the rules of the model, which the exporting database checked. */
async function replayRevision(
  engine: Engine,
  lock: LoadLock,
  { revision, states, ends }: LaterRevision,
  comparison: ReplayComparison,
  references: ReplayReferences,
): Promise<ReplayedRevision> {
  const put = createObjectTable()
  const replayed = new Map(states.map((state) => [keyOfState(state), state]))
  for (const { list, item, isDraft } of states) put.add(list, { item, recordedAt: '', isDraft })
  const end = new Set(ends.map(({ key }) => objectKeyText(key)))
  for (const key of end) references.end(key, revision.number)
  references.begin(replayed.keys())

  const stored = readStoredStates(engine)
  const wanted = { put, end, known: null }
  const surroundings = await readSurroundings(stored, wanted)
  const isChecked = (key: string): boolean => put.has(key) || surroundings.referrers.has(key)
  references.check(objectsOf(surroundings.after(), isChecked))
  const planned = await planChanges(engine, stored, wanted, surroundings, {
    revision: { ...revision },
    set: '',
    replayed: (thing) => replayed.get(thing) ?? null,
  })
  comparison.expect(states)
  const written = await writeUnpublished(engine, lock, { ...planned, states: compared(planned, comparison) })
  comparison.finish()
  return { ...revision, keys: written?.keys ?? null, isDraft: written?.isDraft ?? false }
}

function* compared({ states }: Pick<ChangePlan, 'states'>, comparison: ReplayComparison): ChangePlan['states'] {
  for (const state of states) {
    comparison.compare(state)
    yield state
  }
}

/** Creates the nodes of all revisions, and publishes the last. The public stays at the last revision that is not of drafts alone. */
async function publish(
  lock: LoadLock,
  revisions: readonly ReplayedRevision[],
  sets: readonly HistorySet[],
): Promise<void> {
  const publicRevision = revisions.findLast(({ isDraft }) => !isDraft)?.number ?? 0
  const revision = revisions.at(-1)?.number ?? 0
  const nodes = revisions.map(({ keys, isDraft, ...one }) => ({
    ...one,
    ...keys,
    ...(isDraft ? { visibility: 'DRAFT' } : {}),
  }))
  await lock.write(async (tx) => {
    for (const some of inBatches(nodes)) await tx.run(database.createRevisions.text, { revisions: some })
    for (const { set, contentHash } of sets) await tx.run(database.writeLoadedSet.text, { loadSet: set, contentHash })
    await tx.run(database.publish.text, { revision: publicRevision })
    if (revision > publicRevision) await tx.run(database.publishDrafts.text, { revision })
  })
}

const notEmpty = (revision: number): DomainError =>
  new DomainError(
    'CONFLICT',
    `The database is not empty: it is at revision ${revision}. Import into an empty one, and name its folder with --data; nothing was written.`,
  )
