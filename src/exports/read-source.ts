import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Entity } from '../domain/entity.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Source } from '../domain/source.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import type { Page, PageCursor, PageRequest } from '../domain/store/page.ts'
import type { Messages } from '../messages/en.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { createPauses } from '../thread/slices.ts'
import type { ExportedClaim, ExportSource } from './export-format.ts'

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
}

const PAGE_SIZE = 100

/** Returns the content of an export, which is read from the store page by page while the export is written. */
export function readSource({ store, filter, revision, ...rest }: SourceOptions): ExportSource {
  const { messages, publicUrl } = rest
  const pause = createPauses()

  async function* claims(): AsyncIterable<ExportedClaim> {
    const pages = pagesOf((page) => store.claimPage(filter ?? {}, 'SLUG', page, revision))
    for await (const items of pages) {
      const names = await namesOfClaims(store, items, revision)
      for (const details of items) {
        yield { details, names }
        await pause()
      }
    }
  }

  async function* named<T extends { readonly id: string }>(
    of: (details: ClaimDetails) => readonly T[],
  ): AsyncIterable<T> {
    const seen = new Set<string>()
    for await (const { details } of claims()) {
      for (const one of of(details)) {
        if (seen.has(one.id)) continue
        seen.add(one.id)
        yield one
      }
    }
  }

  async function* all<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncIterable<T> {
    for await (const items of pagesOf(read)) {
      for (const one of items) {
        yield one
        await pause()
      }
    }
  }

  return {
    ...rest,
    revision,
    urlOf: (kind, slug) => `${publicUrl}/${kind}/${encodeURIComponent(slug)}`,
    messages,
    countClaims: () => store.countClaims(filter ?? {}, revision),
    claims,
    entities: (): AsyncIterable<Entity> =>
      filter === null
        ? all((page) => store.entityPage({}, 'SLUG', page, revision))
        : named(({ namedEntities }) => namedEntities),
    sources: (): AsyncIterable<Source> =>
      filter === null
        ? all((page) => store.sourcePage({}, 'SLUG', page, revision))
        : named(({ namedSources }) => namedSources),
  }
}

async function* pagesOf<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncIterable<readonly T[]> {
  let cursor: PageCursor | null = null
  for (;;) {
    const { items, cursors, hasMore }: Page<T> = await read({ limit: PAGE_SIZE, backwards: false, cursor })
    yield items
    cursor = cursors.at(-1) ?? null
    if (!hasMore || cursor === null) return
  }
}
