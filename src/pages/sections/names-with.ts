import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Names } from '../../sentences/names.ts'

interface Wanted {
  readonly entities?: readonly Slug[]
  readonly sources?: readonly Slug[]
}

/** Adds entities and sources by slug to names that lack them. Takes two statements at most. */
export async function namesWith(
  names: Names,
  { entities = [], sources = [] }: Wanted,
  store: GraphStore,
  revision: RevisionNumber,
): Promise<Names> {
  const missingEntities = [...new Set(entities)].filter((id) => names.entity(id) === null)
  const missingSources = [...new Set(sources)].filter((id) => names.source(id) === null)
  if (missingEntities.length + missingSources.length === 0) return names
  const [readEntities, readSources] = await Promise.all([
    missingEntities.length === 0 ? [] : store.entities(missingEntities, revision),
    missingSources.length === 0 ? [] : store.sources(missingSources, revision),
  ])
  return {
    ...names,
    entity: (id) => names.entity(id) ?? readEntities.find((entity) => entity?.id === id) ?? null,
    source: (id) => names.source(id) ?? readSources.find((source) => source?.id === id) ?? null,
  }
}
