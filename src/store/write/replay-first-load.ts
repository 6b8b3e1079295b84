import type { Dataset, RecordedObjects } from '../../domain/dataset.ts'
import { type HistoryState, keyOfState } from '../../domain/history.ts'
import type { ObjectList } from '../../domain/model-objects.ts'
import { NO_OBJECTS } from '../../domain/model-objects.ts'
import { renamesIn } from '../../domain/renames.ts'
import { claimStates } from '../encoding/claim-states.ts'
import { assertionState, hashOf, statesOf } from '../encoding/dataset-states.ts'
import type { NewState } from '../encoding/new-state.ts'
import { OPEN } from '../encoding/schema.ts'
import type { LoadLock } from './load-lock.ts'
import { createObjectTable, type ObjectTable, objectsOf } from './object-table.ts'
import type { ReplayComparison } from './replay-comparison.ts'
import type { ReplayReferences } from './replay-references.ts'
import { type PlacedState, writeStates } from './write-states.ts'

/** Writes the states of a first load, which come in `historyOrder`. */
export interface FirstLoad {
  add(state: HistoryState): Promise<void>
  /** Writes the rest. */
  finish(): Promise<void>
}

export interface FirstLoadOptions {
  readonly lock: LoadLock
  readonly comparison: ReplayComparison
  readonly references: ReplayReferences
  /** Called with the number of states that were written since the last call. */
  readonly onWritten: (states: number) => void
}

/** Number of claims, or of other objects, that are derived together. */
const CHUNK = 500

/** Lists of objects from which the states of claims are derived. They stay in memory until the load ends. */
const NAMED: readonly ObjectList[] = ['entities', 'concepts', 'sources', 'renames']
const COUNTED = ['claims', 'relations', 'assessments', 'stories'] as const

/**
 * Derives the states of a first load from all of its objects, as `loadDataset` does. Claims are derived in chunks, so that a
 * large load is never completely in memory.
 */
export function createFirstLoad({ lock, comparison, references, onWritten }: FirstLoadOptions): FirstLoad {
  const named = createObjectTable()
  let chunk = createObjectTable()
  let given: HistoryState[] = []
  let areNamedWritten = false

  async function write(table: ObjectTable, toStates: (objects: RecordedObjects) => Iterable<NewState>): Promise<void> {
    const sets = new Map(given.map((state) => [keyOfState(state), state.set]))
    comparison.expect(given)
    const written = given.length
    given = []
    const objects = objectsOf(table)
    references.begin(sets.keys())
    references.check(objects)
    await writeStates(lock, placed(toStates(objects), sets), () => undefined)
    comparison.finish()
    onWritten(written)
  }

  function* placed(states: Iterable<NewState>, sets: ReadonlyMap<string, string>): Generator<PlacedState> {
    for (const spec of states) {
      const state: PlacedState = {
        spec,
        hash: hashOf(spec),
        loadSet: sets.get(spec.thing) ?? '',
        fromRevision: Number(spec.recordedAt),
        untilRevision: spec.replacedAt === null ? OPEN : Number(spec.replacedAt),
        recordedIn: null,
      }
      comparison.compare(state)
      yield state
    }
  }

  async function writeGiven(): Promise<void> {
    if (!areNamedWritten) {
      areNamedWritten = true
      return write(named, (objects) => statesOf(toDataset(objects)))
    }
    const table = chunk
    chunk = createObjectTable()
    if (given.length > 0) await write(table, (objects) => statesOfChunk(objectsOf(named), objects))
  }

  const sizeOfChunk = (): number => COUNTED.reduce((sum, list) => sum + chunk.of(list).size, 0)

  return {
    async add(state) {
      const { list, item, from } = state
      // The revision stands for the instant. Digits of equal length sort as numbers do.
      const entry = { item, recordedAt: String(from).padStart(12, '0'), isDraft: false }
      if (NAMED.includes(list)) named.add(list, entry)
      else {
        const isKnown = chunk.has(keyOfState(state))
        const isFull = list !== 'assertions' && !isKnown && sizeOfChunk() >= CHUNK
        if (!areNamedWritten || isFull) await writeGiven()
        // A claim may have several states with one content. The first has the instant of the claim.
        if (!isKnown) chunk.add(list, entry)
      }
      given.push(state)
    },
    async finish() {
      if (!areNamedWritten) await writeGiven()
      await writeGiven()
    },
  }
}

/** States of some claims with their assertions, and of objects that no status depends on. */
function* statesOfChunk(named: RecordedObjects, objects: RecordedObjects): Generator<NewState> {
  const { claims, assertions, relations, assessments, stories } = objects
  for (const assertion of assertions) yield assertionState(assertion)
  const sources = new Map(named.sources.map(({ item }) => [item.id, item]))
  if (claims.length > 0) yield* claimStates(toDataset({ ...named, claims, assertions }), sources, renamesIn(named))
  const { renames } = named
  for (const state of statesOf(toDataset({ ...NO_OBJECTS, relations, assessments, stories, renames })))
    if (state.label !== 'FormerSlug') yield state
}

const toDataset = (objects: RecordedObjects): Dataset => ({ ...objects, contentHash: '' })
