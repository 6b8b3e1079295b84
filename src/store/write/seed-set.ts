import type { Dataset } from '../../domain/dataset.ts'
import { DomainError } from '../../domain/errors.ts'
import { renamesIn } from '../../domain/renames.ts'
import { OPEN } from '../encoding/schema.ts'
import type { Engine } from '../engines/engine.ts'
import { liveStories } from '../queries/store-state.ts'

/** The set of seeds that a load replaces. */
export interface SeedSet {
  readonly set: string
  /** Stories that it held and that the data set no longer holds. */
  readonly missing: readonly string[]
}

const NAMED_AFTER = 3

/**
 * The set that holds a story of the data set, or a new one named after its stories: where a folder lies and what it
 * is called says nothing about what is in it.
 * @throws DomainError CONFLICT when several sets hold its stories
 */
export async function findSeedSet(engine: Engine, dataset: Dataset): Promise<SeedSet> {
  const stories = dataset.stories.map(({ item }) => item.id).sort()
  const { slugNow } = renamesIn(dataset)
  const live = (await engine.forLoads.run(liveStories.text, { open: OPEN })).map((row) => {
    const slug = String(row.thing).replace('Story:', '')
    return { story: slugNow('Story', slug) ?? slug, set: String(row.loadSet) }
  })
  const sets = [...new Set(live.filter(({ story }) => stories.includes(story)).map(({ set }) => set))].sort()
  const [found, ...others] = sets
  if (others.length > 0) {
    const text = `The stories ${stories.join(', ')} were loaded apart, as ${sets.join(' and ')}: load them apart again.`
    throw new DomainError('CONFLICT', text)
  }
  if (found === undefined) return { set: newName(stories, new Set(live.map(({ set }) => set))), missing: [] }
  const missing = live.filter(({ story, set }) => set === found && !stories.includes(story)).map(({ story }) => story)
  return { set: found, missing: missing.sort() }
}

/** A name may be taken by a set that has since lost the story it was named after. */
function newName(stories: readonly string[], taken: ReadonlySet<string>): string {
  const more = stories.length > NAMED_AFTER ? `+${stories.length - NAMED_AFTER}` : ''
  const name = `${stories.slice(0, NAMED_AFTER).join('+')}${more}`
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`
  return free
}
