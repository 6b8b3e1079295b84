import type { Entity } from '../domain/entity.ts'
import type { Source } from '../domain/source.ts'
import { createEntryGatherer, type EntryGatherer } from './entry-gatherer.ts'
import type { EntryValues, ExportSource, ThingWithEntries } from './export-format.ts'
import type { ThingsOfExport } from './read-things.ts'
import { thingsWithEntries } from './things-with-entries.ts'

export interface GatheredOptions<C, A> {
  readonly things: { readonly entities: ThingsOfExport<Entity>; readonly sources: ThingsOfExport<Source> }
  readonly values: EntryValues<C, A>
  /** Bound of the memory of all entries. */
  readonly maxBytes: number
}

/**
 * Returns the same content for a file with several tables: the first pass over its claims gathers the entries of its entities and
 * sources. Later calls for these values need no further pass.
 */
export function gatheredSource<C, A>(
  source: ExportSource,
  { things, values, maxBytes }: GatheredOptions<C, A>,
): ExportSource {
  const gathered = {
    entities: createGathered(source, things.entities, values, maxBytes / 2),
    sources: createGathered(source, things.sources, values, maxBytes / 2),
  }
  let isStarted = false

  return {
    ...source,
    async *claims(except) {
      if (isStarted || except !== undefined) {
        yield* source.claims(except)
        return
      }
      isStarted = true
      const gatherers = [await gathered.entities.begin(), await gathered.sources.begin()]
      for await (const exported of source.claims()) {
        for (const gatherer of gatherers) gatherer.add(exported)
        yield exported
      }
      gathered.entities.end()
      gathered.sources.end()
    },
    entitiesWithEntries: (wanted) => gathered.entities.read(wanted) ?? source.entitiesWithEntries(wanted),
    sourcesWithEntries: (wanted) => gathered.sources.read(wanted) ?? source.sourcesWithEntries(wanted),
  }
}

function createGathered<T, C, A>(
  source: ExportSource,
  things: ThingsOfExport<T>,
  values: EntryValues<C, A>,
  maxBytes: number,
) {
  let gatherer: EntryGatherer<C, A> | null = null
  let isGathered = false
  return {
    async begin() {
      const { entriesOf } = things
      gatherer = await createEntryGatherer({
        slugs: await things.slugs(),
        entriesOf,
        values,
        messages: source.messages,
        maxBytes,
      })
      return gatherer
    },
    end() {
      isGathered = true
    },
    /** Null for other values, and before the end of the pass. */
    read<D, B>(wanted: EntryValues<D, B>): AsyncIterable<ThingWithEntries<T, D, B>> | null {
      const known: unknown = values
      if (wanted !== known || !isGathered || gatherer === null) return null
      return toWanted(thingsWithEntries(things, { gatherer, isGathered, claims: source.claims }))
    },
  }
}

/** Takes things whose values were made by the wanted ones. */
const toWanted = <T, D, B>(things: AsyncIterable<ThingWithEntries<T, unknown, unknown>>) =>
  things as AsyncIterable<ThingWithEntries<T, D, B>>
