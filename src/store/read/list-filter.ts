import type { EntityFilter } from '../../domain/store/entity-filter.ts'
import type { SourceFilter } from '../../domain/store/source-filter.ts'
import { beginningOf, thingKey } from '../encoding/thing-key.ts'
import type { Parameters } from '../engines/engine.ts'
import type { ListStart } from '../queries/thing-lists.ts'

export type ListFilter = EntityFilter | SourceFilter

/** Access path of a filter: a story names few things and a text search finds at most 1,000; other conditions filter all. */
export function startOf({ story, ids }: ListFilter): ListStart {
  if (story != null) return 'story'
  return ids == null ? 'all' : 'ids'
}

/** Keys of the things that are touched whenever the list may change. */
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
