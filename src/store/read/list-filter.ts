import type { EntityFilter } from '../../domain/store/entity-filter.ts'
import type { SourceFilter } from '../../domain/store/source-filter.ts'
import { beginningOf, thingKey } from '../encoding/thing-key.ts'
import type { Parameters } from '../engines/engine.ts'
import type { ListStart } from '../queries/thing-lists.ts'

export type ListFilter = EntityFilter | SourceFilter

/** Access path of a filter: the story, the ids of a text search (at most 1,000), or all things of the kind. */
export function startOf({ story, ids }: ListFilter): ListStart {
  if (story != null) return 'story'
  return ids == null ? 'all' : 'ids'
}

/** Keys of the things that every change of the list touches. */
export const keysOfList = ({ story }: ListFilter, kind: 'Entity' | 'Source'): readonly string[] => [
  beginningOf(kind),
  ...(story == null ? [] : [thingKey({ kind: 'Story', id: story })]),
]

/** Parameters of a filter's statement; null for absent conditions. */
export const listParameters = (filter: ListFilter): Parameters => ({
  kinds: filter.kinds ?? null,
  story: filter.story ?? null,
  publisher: 'publishedBy' in filter ? (filter.publishedBy ?? null) : null,
  ids: filter.ids == null ? null : [...new Set(filter.ids)],
})
