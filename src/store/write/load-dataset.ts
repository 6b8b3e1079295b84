import type { Dataset, Recorded } from '../../domain/dataset.ts'
import { DomainError } from '../../domain/errors.ts'
import { OBJECT_LISTS } from '../../domain/model-objects.ts'
import { renamesIn } from '../../domain/renames.ts'
import { seedLoadReason } from '../../domain/revision.ts'
import { hashOf, identityNodesOf, statesOf } from '../encoding/dataset-states.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import * as database from '../queries/store-state.ts'
import { refuseLostReferences } from './check-changes.ts'
import { addAll, createObjectTable, objectsOf, tableOf } from './object-table.ts'
import { planChanges } from './plan-changes.ts'
import {
  type ChangePlan,
  hashOfAll,
  type NewRevision,
  type PublishResult,
  publishChanges,
  unchangedAt,
} from './publish-changes.ts'
import {
  refuseChangedPropositions,
  refuseForeignStates,
  refuseIdentifiersOfOthers,
  refuseSlugsOfOthers,
} from './refuse-changes.ts'
import { readStoredStates } from './stored-states.ts'
import { readSurroundings } from './surroundings.ts'
import type { NewIdentity, PlacedState } from './write-states.ts'

export { recover } from './load-lock.ts'

export interface LoadOptions {
  readonly author: string
  /** Name of the set of seeds. Objects that left the set end; other sets are untouched. */
  readonly set: string
  readonly now: Date
  readonly onProgress?: (done: number, total: number) => void
}

export type LoadResult = PublishResult

/**
 * Loads a set of seeds: appends the difference between the data set and the database. Into an empty database, it writes all
 * objects under one revision for each instant that the seeds state.
 * @throws DomainError BAD_INPUT for an empty data set, CONFLICT for ids and identifiers that another set has, INVALID_SEED
 *   for a changed proposition or a former slug of another thing, BUSY; nothing is written
 */
export async function loadDataset(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  if (countItems(dataset) === 0)
    throw new DomainError('BAD_INPUT', 'The data set is empty: name a folder with at least one story.')
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
  const plan = async (published: number): Promise<ChangePlan | null> =>
    // Another process may have loaded the same set while this one waited for the lock.
    (await isLoaded()) ? null : planLoad(engine, dataset, hashes, published, options)
  return publishChanges(engine, plan, options.onProgress)
}

async function planLoad(
  engine: Engine,
  dataset: Dataset,
  hashes: () => Hashes,
  published: number,
  options: LoadOptions,
): Promise<ChangePlan | null> {
  const live = await engine.forLoads.run(database.liveStatesOfSet.text, { loadSet: options.set, open: OPEN })
  if (published === 0 && live.length === 0) return planFirstLoad(dataset, options)

  const { latest, ofAll } = hashes()
  const before = new Map(live.map((row) => [String(row.thing), Number(row.hash)]))
  const isNew = (thing: string): boolean => before.get(thing) !== latest.get(thing)
  const created = [...latest.keys()].filter(isNew)
  const ended = [...before.keys()].filter((thing) => !latest.has(thing))
  if (created.length === 0 && ended.length === 0) return null
  const stored = readStoredStates(engine)
  const added = created.filter((thing) => !before.has(thing))
  const appended = await refuseForeignStates(stored, added, latest, options.set)
  const known = tableOf(dataset)
  if (OBJECT_LISTS.some((list) => known.of(list).size < dataset[list].length))
    throw new DomainError(
      'CONFLICT',
      'The data set has two objects under one id: give one of them another id; nothing was loaded.',
    )
  const put = addAll(createObjectTable(), known, (thing) => isNew(thing) && !appended.has(thing))
  const objects = objectsOf(put)
  const renames = renamesIn(dataset)
  const written = objects.renames.map(({ item }) => item)
  await refuseSlugsOfOthers(engine, added, written, renames, published)
  const entities = objects.entities.map(({ item }) => item)
  await refuseIdentifiersOfOthers(engine, entities, options.set)
  const claims = objects.claims.map(({ item }) => item)
  await refuseChangedPropositions(engine, claims, renames)
  const changes = { put, end: new Set(ended), known }
  const surroundings = await readSurroundings(stored, changes)
  await refuseLostReferences(stored, surroundings, changes)
  const revision = laterRevision(published, options)
  const planned = await planChanges(engine, stored, changes, surroundings, { revision, set: options.set })
  return { ...planned, loadedSet: { id: options.set, contentHash: ofAll } }
}

/** Plans the first load. Seeds state when each object was recorded, so that `asOf` has the same result on every machine. */
function planFirstLoad(dataset: Dataset, options: LoadOptions): ChangePlan {
  const revisions = firstRevisions(dataset, options)
  const numbers = new Map(revisions.map(({ recordedAt, number }) => [recordedAt, number]))
  const numberOf = (time: string): number => numbers.get(time) ?? revisions.length
  return {
    revisions,
    identities: [...identityNodesOf(dataset)].map(
      ({ label, id, kind, recordedAt }): NewIdentity => ({ label, id, kind, revision: numberOf(recordedAt) }),
    ),
    states: firstStates(dataset, options.set, numberOf),
    count: countItems(dataset),
    ended: [],
    changed: null,
    loadedSet: { id: options.set, contentHash: null },
  }
}

function* firstStates(
  dataset: Dataset,
  loadSet: string,
  numberOf: (recordedAt: string) => number,
): Generator<PlacedState> {
  for (const spec of statesOf(dataset)) {
    yield {
      spec,
      hash: hashOf(spec),
      loadSet,
      fromRevision: numberOf(spec.recordedAt),
      untilRevision: spec.replacedAt === null ? OPEN : numberOf(spec.replacedAt),
      recordedIn: null,
    }
  }
}

interface Hashes {
  /** Hash of all states. A comment in a file does not change it; a new rule of statuses does. */
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

const itemsOf = (dataset: Dataset): readonly (readonly Recorded<unknown>[])[] =>
  OBJECT_LISTS.map((list) => dataset[list])
const countItems = (dataset: Dataset): number => itemsOf(dataset).reduce((sum, items) => sum + items.length, 0)

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
