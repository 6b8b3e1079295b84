import type { Dataset } from '../../domain/dataset.ts'
import { DomainError } from '../../domain/errors.ts'
import { renamesIn } from '../../domain/renames.ts'
import { toSlug } from '../../domain/slug.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import { liveStories } from '../queries/store-state.ts'

/** The set of seeds that a load replaces. */
export interface SeedSet {
  readonly set: string
  /** Stories of the set that the data set lacks. */
  readonly missing: readonly string[]
}

const NAMED_AFTER = 3

/**
 * Finds the set with a story of the data set, or makes a new name from its stories. The path of the folder does not matter.
 * @throws DomainError CONFLICT when its stories belong to several sets
 */
export async function findSeedSet(engine: Engine, dataset: Dataset): Promise<SeedSet> {
  const stories = dataset.stories.map(({ item }) => item.id).sort()
  const { slugNow } = renamesIn(dataset)
  const live = (await engine.forLoads.run(liveStories.text, { open: OPEN })).map((row) => {
    const slug = toSlug(String(row.thing).replace('Story:', ''))
    return { story: slugNow('Story', slug) ?? slug, set: String(row.loadSet) }
  })
  const sets = [...new Set(live.filter(({ story }) => stories.includes(story)).map(({ set }) => set))].sort()
  const [found, ...others] = sets
  if (others.length > 0) {
    const text = `The stories ${stories.join(', ')} were loaded separately, as ${sets.join(' and ')}: load them separately again.`
    throw new DomainError('CONFLICT', text)
  }
  if (found === undefined) return { set: newName(stories, new Set(live.map(({ set }) => set))), missing: [] }
  const missing = live.filter(({ story, set }) => set === found && !stories.includes(story)).map(({ story }) => story)
  return { set: found, missing: missing.sort() }
}

/** Makes a name that no set has. A set may still be named after a story that it no longer has. */
function newName(stories: readonly string[], taken: ReadonlySet<string>): string {
  const more = stories.length > NAMED_AFTER ? `+${stories.length - NAMED_AFTER}` : ''
  const name = `${stories.slice(0, NAMED_AFTER).join('+')}${more}`
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`
  return free
}
