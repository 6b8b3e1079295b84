import { toCurrentSlugs } from '../../domain/current-slugs.ts'
import type { Dataset } from '../../domain/dataset.ts'
import { type Renames, renamesIn } from '../../domain/renames.ts'
import { assertionState, formerSlugThing, hashOf } from '../encoding/dataset-states.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine, Row } from '../engines/engine.ts'
import { recordedTimes } from '../queries/store-state.ts'

const AT_ONCE = 1000

/**
 * Assertions that say what they said before, only of things that have other slugs now, and since when the record has
 * them: a rename teaches it nothing, and says nothing of when somebody took something back.
 * @param live the rows that the record holds of the set
 * @param isNew whether the latest state of a thing is not among them
 * @returns thing → revision
 */
export async function findUnchangedAssertions(
  engine: Engine,
  dataset: Dataset,
  live: readonly Row[],
  isNew: (thing: string) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const unchanged = new Map<string, number>()
  if (!dataset.renames.some(({ item }) => isNew(formerSlugThing(item)))) return unchanged
  const before = new Map(live.map((row) => [String(row.thing), row]))
  const then = slugsThen(renamesIn(dataset), (thing) => before.has(thing))
  const written = dataset.assertions.filter(({ item }) => isNew(`Assertion:${item.id}`))
  const same = written.flatMap((assertion) => {
    const old = assertionState({ ...assertion, item: toCurrentSlugs(assertion.item, then) })
    const row = before.get(old.thing)
    return row && row.hash === hashOf(old) ? [old.thing] : []
  })
  for (let from = 0; from < same.length; from += AT_ONCE) {
    const rows = await engine.forLoads.run(recordedTimes.text, { keys: same.slice(from, from + AT_ONCE), open: OPEN })
    for (const row of rows) unchanged.set(String(row.thing), Number(row.recordedIn))
  }
  return unchanged
}

/** What each thing is called in the record still. */
const slugsThen = ({ otherSlugs }: Renames, isHeld: (thing: string) => boolean): Pick<Renames, 'slugNow'> => ({
  slugNow: (kind, slug) =>
    isHeld(`${kind}:${slug}`) ? null : (otherSlugs(kind, slug).find((one) => isHeld(`${kind}:${one}`)) ?? null),
})
