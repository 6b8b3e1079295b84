import { hashOf, identityNodesOf } from '../encoding/dataset-states.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import { derivedStates } from './derived-states.ts'
import { objectsOf } from './object-table.ts'
import type { ChangePlan, NewRevision } from './publish-changes.ts'
import { thingsOfObject } from './revision-keys.ts'
import type { StoredStates } from './stored-states.ts'
import type { Surroundings, WantedChanges } from './surroundings.ts'
import { findUnchangedAssertions } from './unchanged-assertions.ts'
import type { NewIdentity, PlacedState } from './write-states.ts'

interface PlanOptions {
  readonly revision: NewRevision
  /** Set of the put objects. States of other objects stay in their set. */
  readonly set: string
  /**
   * Set and first recording of a state that a replay writes, even if its content did not change; null for states that the
   * replayed history lacks. Absent outside of a replay.
   */
  readonly replayed?: (thing: string) => ReplayedState | null
}

interface ReplayedState {
  readonly set: string
  readonly recordedIn: number | null
}

/** Plans to write the states of affected objects that differ from the stored ones. They are derived while they are iterated. */
export async function planChanges(
  engine: Engine,
  stored: StoredStates,
  { put, end }: WantedChanges,
  { affected, after }: Surroundings,
  { revision, set, replayed }: PlanOptions,
): Promise<Omit<ChangePlan, 'loadedSet'>> {
  const isPut = (key: string): boolean => put.has(key)
  const all = after()
  const unchanged = await findUnchangedAssertions(engine, objectsOf(put), objectsOf(all).renames, stored.states)
  const ended = [...end].filter((key) => stored.states.has(key))
  const changed = new Set<string>()
  const addChanged = (key: string): void => {
    for (const thing of thingsOfObject(key, stored.table, put)) changed.add(thing)
  }
  ended.forEach(addChanged)
  let isDraft = ended.every((key) => stored.states.get(key)?.isDraft)

  function* states(): Generator<PlacedState> {
    for (const spec of derivedStates(all, affected)) {
      const hash = hashOf(spec)
      const before = stored.states.get(spec.thing)
      const known = replayed?.(spec.thing) ?? null
      if (before?.hash === hash && known === null) continue
      if (before) ended.push(spec.thing)
      addChanged(spec.thing)
      isDraft &&= spec.properties.visibility === 'DRAFT' && before?.isDraft !== false
      yield {
        spec,
        hash,
        loadSet: known?.set ?? (before && !isPut(spec.thing) ? before.loadSet : set),
        fromRevision: revision.number,
        untilRevision: OPEN,
        recordedIn: known === null ? (unchanged.get(spec.thing) ?? null) : known.recordedIn,
      }
    }
  }

  const identities = [...identityNodesOf({ ...objectsOf(put), contentHash: '' })].map(
    ({ label, id, kind }): NewIdentity => ({ label, id, kind, revision: revision.number }),
  )
  return {
    revisions: [revision],
    identities,
    states: states(),
    count: affected.size,
    ended,
    changed,
    isDraft: () => isDraft,
  }
}
