import { expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { EntityFilter } from '../../src/domain/store/entity-filter.ts'
import type { Page, PageCursor, PageRequest } from '../../src/domain/store/page.ts'
import type { SourceFilter } from '../../src/domain/store/source-filter.ts'

interface Filled {
  readonly store: GraphStore
  /** A revision with the small data set of four claims, and the rich one. */
  readonly revision: number
}

const ENTITIES: readonly [EntityFilter, readonly string[]][] = [
  [{}, ['musk', 'rich-brand', 'rich-company', 'rich-crowd', 'x']],
  [{ kinds: ['Service', 'Group'] }, ['rich-brand', 'rich-crowd', 'x']],
  [{ kinds: [] }, []],
  [{ story: toSlug('story') }, ['musk', 'x']],
  [{ story: toSlug('rich-story') }, ['rich-brand', 'rich-company']],
  [{ story: toSlug('story'), kinds: ['Person'] }, ['musk']],
  [{ ids: [toSlug('x'), toSlug('nothing'), toSlug('rich-crowd'), toSlug('x')] }, ['rich-crowd', 'x']],
  [{ ids: [] }, []],
  [{ story: toSlug('story'), ids: ['rich-crowd', 'x'].map(toSlug) }, ['x']],
  [{ story: toSlug("story'}) DETACH DELETE n //") }, []],
]
const SOURCES: readonly [SourceFilter, readonly string[]][] = [
  [{}, ['policy', 'rich-article', 'rich-policy']],
  [{ publishedBy: toSlug('x') }, ['policy']],
  [{ publishedBy: toSlug('') }, ['rich-article']],
  [{ story: toSlug('rich-story') }, ['rich-policy']],
  [{ story: toSlug('rich-story'), publishedBy: toSlug('x') }, []],
  [{ kinds: ['FILING'] }, []],
  [{ ids: ['rich-article', 'policy'].map(toSlug) }, ['policy', 'rich-article']],
  [{ ids: ['rich-article', 'policy'].map(toSlug), publishedBy: toSlug('x') }, ['policy']],
]

/** Contract of the lists of entities and documents, nested in a contract whose store is filled. */
export function tellLists(filled: () => Filled): void {
  it('reads all slugs of entities and documents in order', async () => {
    const { store, revision } = filled()
    const slugs = (at: number) =>
      Promise.all((['Entity', 'Source'] as const).map((kind) => store.allSlugs(kind, toRevisionNumber(at))))
    expect(await slugs(revision)).toEqual([ENTITIES[0]?.[1], SOURCES[0]?.[1]])
    expect(await slugs(0)).toEqual([[], []])
  })

  it.each(ENTITIES)('lists and counts entities by %j, in both directions', async (filter, expected) => {
    const { store, revision } = filled()
    expect(await store.countEntities(filter, toRevisionNumber(revision))).toBe(expected.length)
    const read = (page: PageRequest) => store.entityPage(filter, 'SLUG', page, toRevisionNumber(revision))
    for (const backwards of [false, true]) expect(await pageThrough(read, backwards)).toEqual(expected)
  })

  it.each(SOURCES)('lists and counts documents by %j, in both directions', async (filter, expected) => {
    const { store, revision } = filled()
    expect(await store.countSources(filter, toRevisionNumber(revision))).toBe(expected.length)
    const read = (page: PageRequest) => store.sourcePage(filter, 'SLUG', page, toRevisionNumber(revision))
    for (const backwards of [false, true]) expect(await pageThrough(read, backwards)).toEqual(expected)
  })
}

async function pageThrough(
  read: (page: PageRequest) => Promise<Page<{ readonly id: string }>>,
  backwards: boolean,
): Promise<readonly string[]> {
  const seen: string[] = []
  let cursor: PageCursor | null = null
  for (let step = 0; step < 10; step += 1) {
    const page: Page<{ readonly id: string }> = await read({ limit: 2, backwards, cursor })
    const ids = page.items.map(({ id }) => id)
    if (backwards) seen.unshift(...ids)
    else seen.push(...ids)
    cursor = (backwards ? page.cursors[0] : page.cursors.at(-1)) ?? null
    if (!page.hasMore) break
  }
  return seen
}
