import { createPauses } from '../thread/slices.ts'
import type { EntryGatherer } from './entry-gatherer.ts'
import { THINGS_OF_PART } from './entry-parts.ts'
import type { ExportedClaim, ThingWithEntries } from './export-format.ts'
import type { ThingsOfExport } from './read-things.ts'

export interface GatheredClaims<C, A> {
  /** A gatherer of the entries of these things. */
  readonly gatherer: EntryGatherer<C, A>
  /** Whether the gatherer has got all claims. */
  readonly isGathered: boolean
  /** Iterates over all claims of the export. */
  readonly claims: () => AsyncIterable<ExportedClaim>
}

/**
 * Iterates over things with their entries. Reads all claims before the first thing, unless they were gathered, and once more
 * whenever the entries exceed the memory of the gatherer.
 */
export async function* thingsWithEntries<T, C, A>(
  { slugs: readSlugs, read }: Pick<ThingsOfExport<T>, 'slugs' | 'read'>,
  { gatherer, isGathered, claims }: GatheredClaims<C, A>,
): AsyncIterable<ThingWithEntries<T, C, A>> {
  const pause = createPauses()
  const slugs = await readSlugs()
  const total = slugs.length
  let isComplete = isGathered
  let number = 0
  for (let first = 0; first < total; first += THINGS_OF_PART) {
    if (!isComplete || !gatherer.has(first)) {
      gatherer.beginAt(first)
      for await (const exported of claims()) gatherer.add(exported)
      isComplete = true
    }
    const [things, gathered] = [await read(slugs.slice(first, first + THINGS_OF_PART)), await gatherer.take(first)]
    for (const [i, thing] of things.entries()) {
      const entries = gathered[i]
      if (thing === null || entries === undefined) continue
      number += 1
      yield { thing, number, total, ...entries }
      await pause()
    }
  }
}
