import { toCurrentSlugs } from '../../domain/current-slugs.ts'
import type { RecordedObjects } from '../../domain/dataset.ts'
import { type Renames, renamesIn } from '../../domain/renames.ts'
import { assertionState, hashOf } from '../encoding/dataset-states.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import { recordedTimes } from '../queries/store-state.ts'
import { inBatches } from './in-batches.ts'
import type { StoredState } from './stored-states.ts'

/**
 * Finds assertions that differ from stored ones only by renamed slugs. A rename does not count as a new recording.
 * @param put the objects that change
 * @param renames all that the database knows after the change
 * @param stored newest states of changed objects and of their former slugs
 * @returns key of an assertion → revision that first recorded it
 */
export async function findUnchangedAssertions(
  engine: Engine,
  put: Pick<RecordedObjects, 'assertions' | 'renames'>,
  renames: RecordedObjects['renames'],
  stored: ReadonlyMap<string, Pick<StoredState, 'hash'>>,
): Promise<ReadonlyMap<string, number>> {
  const unchanged = new Map<string, number>()
  if (put.renames.length === 0) return unchanged
  const then = storedSlugs(renamesIn({ renames }), (thing) => stored.has(thing))
  const same = put.assertions.flatMap((assertion) => {
    const old = assertionState({ ...assertion, item: toCurrentSlugs(assertion.item, then) })
    return stored.get(old.thing)?.hash === hashOf(old) ? [old.thing] : []
  })
  for (const keys of inBatches(same)) {
    const rows = await engine.forLoads.run(recordedTimes.text, { keys, open: OPEN })
    for (const row of rows) unchanged.set(String(row.thing), Number(row.recordedIn))
  }
  return unchanged
}

/** Maps current slugs to those that the database still has. */
const storedSlugs = ({ otherSlugs }: Renames, isStored: (thing: string) => boolean): Pick<Renames, 'slugNow'> => ({
  slugNow: (kind, slug) =>
    isStored(`${kind}:${slug}`) ? null : (otherSlugs(kind, slug).find((one) => isStored(`${kind}:${one}`)) ?? null),
})
