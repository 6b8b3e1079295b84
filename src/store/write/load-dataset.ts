import { createHash } from 'node:crypto'
import type { Dataset, Recorded } from '../../domain/dataset.ts'
import { DomainError } from '../../domain/errors.ts'
import { renamesIn } from '../../domain/renames.ts'
import { seedLoadReason } from '../../domain/revision.ts'
import { formerSlugThing, hashOf, identityNodesOf, statesOf } from '../encoding/dataset-states.ts'
import type { NewState } from '../encoding/new-state.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import * as database from '../queries/store-state.ts'
import {
  refuseChangedPropositions,
  refuseForeignStates,
  refuseIdentifiersOfOthers,
  refuseSlugsOfOthers,
} from './check-load.ts'
import { abortLoad, type LoadLock, takeLoadLock } from './load-lock.ts'
import { findUnchangedAssertions } from './unchanged-assertions.ts'
import { endStates, type NewIdentity, type PlacedState, writeIdentities, writeStates } from './write-states.ts'

export { recover } from './load-lock.ts'

export interface LoadOptions {
  readonly author: string
  /** Which set of rows this is; what is no longer in the set is ended, other sets are left alone. */
  readonly set: string
  readonly now: Date
  readonly onProgress?: (done: number, total: number) => void
}

export interface LoadResult {
  readonly changed: boolean
  readonly revision: number
  readonly created: number
  readonly ended: number
}

/**
 * Writes the difference between the data set and what the record holds of it, in batches that nobody sees, and
 * publishes all of it in one small transaction. What an interrupted load left is removed at the next start.
 * @throws DomainError CONFLICT for ids and identifiers that another set holds, INVALID_SEED for a changed frame or another's slug, BUSY; nothing is written
 */
export async function loadDataset(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  if (countItems(dataset) === 0) throw new DomainError('BAD_INPUT', 'The data set holds nothing to load.')
  let hashed: Hashes | null = null
  const hashes = (): Hashes => (hashed ??= hashStates(dataset))
  const isLoaded = async (): Promise<boolean> => {
    const [known] = await engine.forLoads.run(database.readLoadedSet.text, { loadSet: options.set })
    return known !== undefined && known.contentHash === hashes().ofAll
  }
  if (await isLoaded()) {
    const [state] = await engine.forLoads.run(database.readStoreState.text)
    return unchangedAt(Number(state?.published ?? 0))
  }
  const lock = await takeLoadLock(engine)
  try {
    // Another process may have loaded the same while this one waited.
    const isDone = await isLoaded()
    const difference = isDone ? null : await findDifference(engine, dataset, hashes, lock.published, options)
    const result = difference ? await writeDifference(lock, difference, options) : null
    if (!result) await abortLoad(lock)
    await engine.flush()
    return result ?? unchangedAt(lock.published)
  } catch (error) {
    await abortLoad(lock).catch(() => undefined)
    throw error
  }
}

interface Difference {
  readonly revisions: readonly NewRevision[]
  readonly identities: readonly NewIdentity[]
  /** Made while they are walked, so that a large set is not held as rows. */
  readonly rows: Iterable<PlacedState>
  /** How many rows there are, as near as is known before they are made. */
  readonly count: number
  /** Things whose latest row ends. */
  readonly ended: readonly string[]
  /** Null where it is the hash of the rows that are written. */
  readonly contentHash: string | null
}

async function findDifference(
  engine: Engine,
  dataset: Dataset,
  hashes: () => Hashes,
  published: number,
  options: LoadOptions,
): Promise<Difference | null> {
  const live = await engine.forLoads.run(database.liveStatesOfSet.text, { loadSet: options.set, open: OPEN })
  if (published === 0 && live.length === 0) return wholeDifference(dataset, options)

  const { latest, ofAll } = hashes()
  const before = new Map(live.map((row) => [String(row.thing), Number(row.hash)]))
  const isNew = (thing: string): boolean => before.get(thing) !== latest.get(thing)
  const created = [...latest.keys()].filter(isNew)
  const ended = live.map((row) => String(row.thing)).filter(isNew)
  if (created.length === 0 && ended.length === 0) return null
  const added = created.filter((thing) => !before.has(thing))
  await refuseForeignStates(engine, added, options.set)
  const renames = renamesIn(dataset)
  const renamed = dataset.renames.flatMap(({ item }) => (isNew(formerSlugThing(item)) ? [item] : []))
  await refuseSlugsOfOthers(engine, added, renamed, renames, published)
  const entities = dataset.entities.flatMap(({ item }) => (isNew(`Entity:${item.id}`) ? [item] : []))
  await refuseIdentifiersOfOthers(engine, entities, options.set)
  const claims = dataset.claims.flatMap(({ item }) => (isNew(`Claim:${item.id}`) ? [item] : []))
  await refuseChangedPropositions(engine, claims, renames)
  const unchanged = await findUnchangedAssertions(engine, dataset, live, isNew)
  const revision = laterRevision(published, options)
  return {
    revisions: [revision],
    identities: identitiesAt(dataset, isNew, () => revision.number),
    rows: placeStates(dataset, isNew, ({ thing }) => ({
      fromRevision: revision.number,
      untilRevision: OPEN,
      recordedIn: unchanged.get(thing) ?? null,
    })),
    count: created.length,
    ended,
    contentHash: ofAll,
  }
}

/** All of it, told from the instants that the seeds state, so that every machine answers asOf alike. */
function wholeDifference(dataset: Dataset, options: LoadOptions): Difference {
  const revisions = firstRevisions(dataset, options)
  const numbers = new Map(revisions.map(({ recordedAt, number }) => [recordedAt, number]))
  const numberOf = (time: string): number => numbers.get(time) ?? revisions.length
  return {
    revisions,
    identities: identitiesAt(dataset, () => true, numberOf),
    rows: placeStates(dataset, null, ({ recordedAt, replacedAt }) => ({
      fromRevision: numberOf(recordedAt),
      untilRevision: replacedAt === null ? OPEN : numberOf(replacedAt),
      recordedIn: null,
    })),
    count: countItems(dataset),
    ended: [],
    contentHash: null,
  }
}

async function writeDifference(
  lock: LoadLock,
  { revisions, identities, rows, count, ended, contentHash }: Difference,
  { set, onProgress }: LoadOptions,
): Promise<LoadResult> {
  const revision = revisions.at(-1)?.number ?? lock.published
  await writeIdentities(lock, identities)
  const written = await writeStates(lock, rows, set, (done) => onProgress?.(Math.min(done, count), count))
  await endStates(lock, ended, revision)
  await lock.write(async (tx) => {
    await tx.run(database.createRevisions.text, { revisions })
    await tx.run(database.writeLoadedSet.text, { loadSet: set, contentHash: contentHash ?? hashOfAll(written) })
    await tx.run(database.publish.text, { revision })
  })
  return { changed: true, revision, created: written.length, ended: ended.length }
}

type Place = Pick<PlacedState, 'fromRevision' | 'untilRevision' | 'recordedIn'>

/** @param isWanted whether the latest state of a thing is written; null for all states of all things */
function* placeStates(
  dataset: Dataset,
  isWanted: ((thing: string) => boolean) | null,
  placeOf: (spec: NewState) => Place,
): Generator<PlacedState> {
  for (const spec of statesOf(dataset)) {
    if (isWanted !== null && (spec.replacedAt !== null || !isWanted(spec.thing))) continue
    const place = placeOf(spec)
    yield { spec, hash: hashOf(spec), ...place }
  }
}

const identitiesAt = (
  dataset: Dataset,
  isWanted: (thing: string) => boolean,
  numberOf: (recordedAt: string) => number,
): readonly NewIdentity[] => {
  const wanted = [...identityNodesOf(dataset)].filter(({ thing }) => isWanted(thing))
  return wanted.map(({ label, id, kind, recordedAt }) => ({ label, id, kind, revision: numberOf(recordedAt) }))
}

interface Hashes {
  /** Of the rows, not of the files: a comment changes nothing, and a new rule of statuses does. */
  readonly ofAll: string
  /** Thing → hash of its latest state. */
  readonly latest: ReadonlyMap<string, number>
}

function hashStates(dataset: Dataset): Hashes {
  const all: number[] = []
  const latest = new Map<string, number>()
  for (const spec of statesOf(dataset)) {
    const hash = hashOf(spec)
    all.push(hash)
    if (spec.replacedAt === null) latest.set(spec.thing, hash)
  }
  return { ofAll: hashOfAll(all), latest }
}

const hashOfAll = (hashes: readonly number[]): string =>
  createHash('sha256')
    .update([...hashes].sort().join())
    .digest('base64url')

const itemsOf = (dataset: Dataset): readonly (readonly Recorded<unknown>[])[] => [
  dataset.entities,
  dataset.concepts,
  dataset.sources,
  dataset.claims,
  dataset.assertions,
  dataset.relations,
  dataset.assessments,
  dataset.stories,
  dataset.renames,
]
const countItems = (dataset: Dataset): number => itemsOf(dataset).reduce((sum, items) => sum + items.length, 0)

const unchangedAt = (revision: number): LoadResult => ({ changed: false, revision, created: 0, ended: 0 })

interface NewRevision {
  readonly [key: string]: string | number
  readonly number: number
  readonly recordedAt: string
  readonly author: string
  readonly reason: string
}

function firstRevisions(dataset: Dataset, { author, set }: LoadOptions): readonly NewRevision[] {
  const times = new Set(itemsOf(dataset).flatMap((items) => items.map(({ recordedAt }) => recordedAt)))
  return [...times]
    .sort()
    .map((recordedAt, index) => ({ number: index + 1, recordedAt, author, reason: seedLoadReason(set) }))
}

const laterRevision = (published: number, { author, set, now }: LoadOptions): NewRevision => ({
  number: published + 1,
  recordedAt: now.toISOString(),
  author,
  reason: seedLoadReason(set),
})
