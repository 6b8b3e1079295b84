import type { ClaimDetails } from '../domain/claim-details.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import type { Page, PageCursor, PageRequest } from '../domain/store/page.ts'
import type { Story } from '../domain/story.ts'
import type { Messages } from '../messages/en.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { createPauses } from '../thread/slices.ts'
import { claimPages } from './claim-pages.ts'
import { createEntryGatherer } from './entry-gatherer.ts'
import type { EntryValues, ExportedClaim, ExportSource, ThingWithEntries } from './export-format.ts'
import { gatheredSource } from './gathered-source.ts'
import { readThings, type ThingsOfExport } from './read-things.ts'
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

/** Memory of the gathered entries of one export. */
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

  const pages = (except?: ReadonlySet<Slug>): AsyncIterable<readonly ClaimDetails[]> =>
    claimPages(store, filter ?? {}, revision, except)

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

  const things = readThings({ store, revision, claims: filter === null ? null : details })

  async function* stories(): AsyncIterable<Story> {
    const only = filter?.story ?? null
    if (only === null) yield* each(storyPages((page) => store.storyPage(page, revision)))
    else for (const story of await store.stories([only], revision)) if (story !== null) yield story
  }

  async function* withEntries<T, C, A>(
    of: ThingsOfExport<T>,
    values: EntryValues<C, A>,
  ): AsyncIterable<ThingWithEntries<T, C, A>> {
    const options = { slugs: await of.slugs(), entriesOf: of.entriesOf, values, messages, maxBytes: gatheredBytes }
    const gatherer = await createEntryGatherer(options)
    yield* thingsWithEntries(of, { gatherer, isGathered: false, claims })
  }

  const claims = (except?: ReadonlySet<Slug>): AsyncIterable<ExportedClaim> => exported(pages(except))
  const source: ExportSource = {
    ...rest,
    revision,
    urlOf: (kind, slug) => `${publicUrl}/${kind}/${encodeURIComponent(slug)}`,
    messages,
    countClaims: () => store.countClaims(filter ?? {}, revision),
    claims,
    entities: things.entities.all,
    sources: things.sources.all,
    concepts: (kind, slugs) => each(inPages([...slugs], (page) => store.concepts(kind, page, revision))),
    stories,
    claimsOfStory: (story) => exported(storyClaims(story, { store, filter, revision })),
    entitiesWithEntries: (values) => withEntries(things.entities, values),
    sourcesWithEntries: (values) => withEntries(things.sources, values),
    gathered: (values) => gatheredSource(source, { things, values, maxBytes: gatheredBytes }),
  }
  return source
}

/** Reads things by slug in pages. */
async function* inPages<T>(
  slugs: readonly Slug[],
  read: (slugs: readonly Slug[]) => Promise<readonly (T | null)[]>,
): AsyncIterable<readonly T[]> {
  for (let from = 0; from < slugs.length; from += PAGE_SIZE) {
    yield (await read(slugs.slice(from, from + PAGE_SIZE))).filter((one) => one !== null)
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
