import type { EntityFilter, SourceFilter } from '../../domain/graph-store.ts'
import type { Parameters } from '../engines/engine.ts'
import type { ListStart } from '../queries/thing-lists.ts'

type ListFilter = EntityFilter | SourceFilter

/** A story names a few things, a text finds at most a thousand; what is not looked up is filtered. */
export function startOf({ story, ids }: ListFilter): ListStart {
  if (story != null) return 'story'
  return ids == null ? 'all' : 'ids'
}

/** A filter as the parameters of its statement; what it does not name is null. */
export const listParameters = (filter: ListFilter): Parameters => ({
  kinds: filter.kinds ?? null,
  story: filter.story ?? null,
  publisher: 'publishedBy' in filter ? (filter.publishedBy ?? null) : null,
  ids: filter.ids == null ? null : [...new Set(filter.ids)],
})
