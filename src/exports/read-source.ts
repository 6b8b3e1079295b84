import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Concept } from '../domain/concept.ts'
import type { Entity } from '../domain/entity.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source } from '../domain/source.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import type { Page, PageCursor, PageRequest } from '../domain/store/page.ts'
import type { Story } from '../domain/story.ts'
import type { Messages } from '../messages/en.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { createPauses } from '../thread/slices.ts'
import { claimPages } from './claim-pages.ts'
import { entriesByEntity, entriesBySource } from './entries-of-claim.ts'
import { createEntryGatherer, type GathererOptions } from './entry-gatherer.ts'
import type { ExportedClaim, ExportSource, ThingWithEntries } from './export-format.ts'
import { storyClaims } from './story-claims.ts'
import { thingsWithEntries } from './things-with-entries.ts'

export interface SourceOptions {
  readonly store: GraphStore
  /** Null for all claims. */
  readonly filter: ClaimFilter | null
  readonly query: URLSearchParams
  readonly revision: RevisionNumber
  readonly recordedAt: string | null
  readonly messages: Messages
  readonly publicUrl: string
  readonly url: string
  /** Memory of the gathered entries; GATHERED_BYTES unless given. */
  readonly gatheredBytes?: number
}

/** Number of things that one read takes, so that no read occupies the thread for long. */
const PAGE_SIZE = 50

/** Memory of the gathered entries of one export. Entries of 100,000 claims take about a third of it. */
const GATHERED_BYTES = 24 * 1024 * 1024

/** Returns the content of an export, which is read from the store page by page while the export is written. */
export function readSource({
  store,
  filter,
  revision,
  gatheredBytes = GATHERED_BYTES,
  ...rest
}: SourceOptions): ExportSource {
  const { messages, publicUrl } = rest
  const pause = createPauses()

  const pages = (): AsyncIterable<readonly ClaimDetails[]> => claimPages(store, filter ?? {}, revision)

  async function* exported(read: AsyncIterable<readonly ClaimDetails[]>): AsyncIterable<ExportedClaim> {
    for await (const items of read) {
      const names = await namesOfClaims(store, items, revision)
      for (const details of items) {
        yield { details, names }
        await pause()
      }
    }
  }

  async function* each<T>(read: AsyncIterable<readonly T[]>): AsyncIterable<T> {
    for await (const items of read) {
      for (const one of items) {
        yield one
        await pause()
      }
    }
  }

  const details = (): AsyncIterable<ClaimDetails> => each(pages())

  async function* named<T extends { readonly id: string }>(
    of: (details: ClaimDetails) => readonly T[],
    keyOf: (one: T) => string = ({ id }) => id,
  ): AsyncIterable<T> {
    const seen = new Set<string>()
    for await (const claim of details()) {
      for (const one of of(claim)) {
        if (seen.has(keyOf(one))) continue
        seen.add(keyOf(one))
        yield one
      }
    }
  }

  const entities = (): AsyncIterable<Entity> =>
    filter === null
      ? all('Entity', (ids) => store.entities(ids, revision))
      : named(({ namedEntities }) => namedEntities)
  const sources = (): AsyncIterable<Source> =>
    filter === null ? all('Source', (ids) => store.sources(ids, revision)) : named(({ namedSources }) => namedSources)

  async function* stories(): AsyncIterable<Story> {
    const only = filter?.story ?? null
    if (only === null) yield* each(storyPages((page) => store.storyPage(page, revision)))
    else for (const story of await store.stories([only], revision)) if (story !== null) yield story
  }

  async function* byIds<T>(
    ids: Iterable<Slug>,
    read: (ids: readonly Slug[]) => Promise<readonly (T | null)[]>,
  ): AsyncIterable<T> {
    const all = [...ids]
    for (let from = 0; from < all.length; from += PAGE_SIZE) {
      for (const one of await read(all.slice(from, from + PAGE_SIZE))) {
        if (one !== null) yield one
        await pause()
      }
    }
  }

  /** By slug, since a page by cursor looks at all things of the kind. */
  async function* all<T>(
    kind: 'Entity' | 'Source',
    read: (ids: readonly Slug[]) => Promise<readonly (T | null)[]>,
  ): AsyncIterable<T> {
    yield* byIds(await store.allSlugs(kind, revision), read)
  }

  async function slugsOf(kind: 'Entity' | 'Source'): Promise<readonly Slug[]> {
    if (filter === null) return store.allSlugs(kind, revision)
    const slugs: Slug[] = []
    const things: AsyncIterable<Entity | Source> = kind === 'Entity' ? entities() : sources()
    for await (const { id } of things) slugs.push(id)
    return slugs
  }

  async function* withEntries<T, C, A>(
    slugs: readonly Slug[],
    read: (ids: readonly Slug[]) => Promise<readonly (T | null)[]>,
    options: Pick<GathererOptions<C, A>, 'entriesOf' | 'values'>,
  ): AsyncIterable<ThingWithEntries<T, C, A>> {
    const gatherer = await createEntryGatherer({ ...options, slugs, messages, maxBytes: gatheredBytes })
    yield* thingsWithEntries({ slugs, read, gatherer, isGathered: false, claims: () => exported(pages()) })
  }

  return {
    ...rest,
    revision,
    urlOf: (kind, slug) => `${publicUrl}/${kind}/${encodeURIComponent(slug)}`,
    messages,
    countClaims: () => store.countClaims(filter ?? {}, revision),
    claims: () => exported(pages()),
    entities,
    sources,
    // A data category and a use may share a slug.
    concepts: () =>
      named<Concept>(
        ({ namedConcepts }) => namedConcepts,
        ({ kind, id }) => `${kind} ${id}`,
      ),
    stories,
    claimsOfStory: (story) => exported(storyClaims(story, { store, filter, revision })),
    entitiesWithEntries: async function* (values) {
      const read = (ids: readonly Slug[]) => store.entities(ids, revision)
      yield* withEntries(await slugsOf('Entity'), read, { entriesOf: entriesByEntity, values })
    },
    sourcesWithEntries: async function* (values) {
      const read = (ids: readonly Slug[]) => store.sources(ids, revision)
      yield* withEntries(await slugsOf('Source'), read, { entriesOf: entriesBySource, values })
    },
  }
}

/** Reads a page while the one before is in use. */
async function* storyPages(read: (page: PageRequest) => Promise<Page<Story>>): AsyncIterable<readonly Story[]> {
  const readFrom = (cursor: PageCursor | null): Promise<Page<Story>> =>
    read({ limit: PAGE_SIZE, backwards: false, cursor })
  let reading = readFrom(null)
  for (;;) {
    const { items, cursors, hasMore } = await reading
    const cursor = cursors.at(-1) ?? null
    const isLast = !hasMore || cursor === null
    if (!isLast) {
      reading = readFrom(cursor)
      // Nobody waits for it where the export ends early.
      reading.catch(() => undefined)
    }
    yield items
    if (isLast) return
  }
}
