import { sortKeyOf } from '../../domain/search-rank.ts'
import { toSlug } from '../../domain/slug.ts'
import type { FoundThing } from '../../domain/store/search-candidate.ts'
import { THING_KINDS } from '../../domain/thing-kind.ts'
import { beginningOf } from '../encoding/thing-key.ts'
import type { FoundGroup } from '../engines/engine.ts'

/**
 * Returns the best things of a search, in the order of their sort keys. Groups past the limit are not sorted: a page has few of
 * up to a thousand results.
 * @param groups one for each rank
 */
export function bestThings(groups: readonly FoundGroup[], limit: number): readonly FoundThing[] {
  const best: FoundThing[] = []
  for (const { rank, things } of groups.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))) {
    for (const kind of THING_KINDS) {
      if (best.length >= limit) return best
      const beginning = beginningOf(kind)
      // Keys of one kind have the order of their slugs.
      const keys = things.filter((thing) => thing.startsWith(beginning)).sort()
      for (const key of keys.slice(0, limit - best.length)) {
        const id = toSlug(key.slice(beginning.length))
        best.push({ kind, id, sortKey: sortKeyOf(rank, kind, id) })
      }
    }
  }
  return best
}
