import type { Cache } from '../../cache/create-cache.ts'
import type { Entity } from '../../domain/entity.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { ItemTypes } from '../../domain/model-objects.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Source } from '../../domain/source.ts'
import type { Page, PageRequest } from '../../domain/store/page.ts'
import type { Story } from '../../domain/story.ts'
import { parseStored } from '../encoding/parse-stored.ts'
import { beginningOf } from '../encoding/thing-key.ts'
import { slugsIn } from '../encoding/to-domain.ts'
import type { Parameters } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'
import {
  allSlugs,
  entityLists,
  type ListStart,
  type ListStatements,
  type PageStatements,
  sourceLists,
  storiesOfClaims,
  storyList,
} from '../queries/thing-lists.ts'
import { keysOfList, type ListFilter, listParameters, startOf } from './list-filter.ts'
import { createReadCache, type ReadCache } from './read-cache.ts'
import { type RevisionChanges, versionOfLists } from './revision-changes.ts'
import type { RunStatement } from './run-statement.ts'
import { toPage } from './to-page.ts'

export interface ThingListsOptions {
  readonly run: RunStatement
  readonly cache: Cache
  readonly changes: RevisionChanges
}

type ThingLists = Pick<
  GraphStore,
  | 'entityPage'
  | 'countEntities'
  | 'sourcePage'
  | 'countSources'
  | 'allSlugs'
  | 'storyPage'
  | 'countStories'
  | 'storiesOfClaims'
>

type ThingList = 'entities' | 'sources' | 'stories'

/** Lists of entities, sources and stories, cached by version. */
export function createThingLists({ run, cache, changes }: ThingListsOptions): ThingLists {
  const entityPages = createReadCache<Page<Entity>>(cache, 'entity-pages')
  const sourcePages = createReadCache<Page<Source>>(cache, 'source-pages')
  const storyPages = createReadCache<Page<Story>>(cache, 'story-pages')
  const cachedStories = createReadCache<readonly Story[]>(cache, 'stories-of-claims')
  const counts = createReadCache<number>(cache, 'thing-counts')

  async function pageOf<L extends ThingList>(
    cached: ReadCache<Page<ItemTypes[L]>>,
    kind: L,
    list: PageStatements,
    filter: Parameters,
    { order, page, keys }: { readonly order: string; readonly page: PageRequest; readonly keys: readonly string[] },
    revision: RevisionNumber,
  ): Promise<Page<ItemTypes[L]>> {
    const statement = page.backwards ? list.backwards : list.forwards
    const { key: cursorKey, id: cursorId } = page.cursor ?? { key: null, id: null }
    const parameters = { ...filter, order, cursorKey, cursorId, limit: page.limit + 1 }
    const key = { name: statement.name, parameters, version: versionOfLists(changes, keys, revision) }
    return cached.once(key, async () =>
      toPage(
        await run(statement, { ...parameters, revision }),
        page,
        (row) => parseStored(kind, row.json),
        (row) => ({ key: String(row.sortKey), id: String(row.id) }),
      ),
    )
  }

  const countOf = (
    { name, text }: Statement<object>,
    filter: Parameters,
    keys: readonly string[],
    revision: RevisionNumber,
  ): Promise<number> =>
    counts.once({ name, parameters: filter, version: versionOfLists(changes, keys, revision) }, async () =>
      Number((await run({ name, text }, { ...filter, revision }))[0]?.total ?? 0),
    )

  /** Page and count of a list of things of a kind, by filter. */
  const listsOf = <L extends 'entities' | 'sources'>(
    list: L,
    kind: 'Entity' | 'Source',
    cached: ReadCache<Page<ItemTypes[L]>>,
    lists: Readonly<Record<ListStart, ListStatements>>,
  ) => ({
    page: (
      filter: ListFilter,
      order: string,
      page: PageRequest,
      revision: RevisionNumber,
    ): Promise<Page<ItemTypes[L]>> => {
      const options = { order, page, keys: keysOfList(filter, kind) }
      return pageOf(cached, list, lists[startOf(filter)], listParameters(filter), options, revision)
    },
    count: (filter: ListFilter, revision: RevisionNumber): Promise<number> =>
      countOf(lists[startOf(filter)].count, listParameters(filter), keysOfList(filter, kind), revision),
  })
  const entities = listsOf('entities', 'Entity', entityPages, entityLists)
  const sources = listsOf('sources', 'Source', sourcePages, sourceLists)
  const everyStory = { order: 'SLUG', keys: [beginningOf('Story')] }

  return {
    entityPage: entities.page,
    countEntities: entities.count,
    sourcePage: sources.page,
    countSources: sources.count,
    allSlugs: async (kind, revision) => slugsIn(await run(allSlugs[kind], { revision })),
    storyPage: (page, revision) =>
      pageOf(storyPages, 'stories', storyList, listParameters({}), { ...everyStory, page }, revision),
    countStories: (revision) => countOf(storyList.count, listParameters({}), everyStory.keys, revision),
    storiesOfClaims: (claims, limit, revision) => {
      const parameters = { claims, limit }
      const version = versionOfLists(changes, everyStory.keys, revision)
      return cachedStories.once({ name: storiesOfClaims.name, parameters, version }, async () =>
        (await run(storiesOfClaims, { ...parameters, revision })).map(({ json }) => parseStored('stories', json)),
      )
    },
  }
}
