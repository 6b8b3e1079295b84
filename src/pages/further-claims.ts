import { hasAssertionBy, hasAssertionPublishedBy } from '../domain/assertion-filters.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { RemovalKey } from '../domain/corrections.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'

/** Lists of claims about others on an entity's page: its own assertions, and assertions of others in its sources. */
export const FURTHER_KINDS = ['SAID', 'PUBLISHED'] as const
export type FurtherKind = (typeof FURTHER_KINDS)[number]

export interface FurtherList {
  readonly kind: FurtherKind
  readonly claims: readonly ClaimDetails[]
  /** False where there are more claims than were read. */
  readonly complete: boolean
}

export interface FurtherClaims {
  /** Lists with content; each claim is in one list. */
  readonly lists: readonly FurtherList[]
  /** Claims in no list of the page, whose corrections are shown: those on further pages, and those with corrected assertions alone. */
  readonly unlisted: readonly ClaimDetails[]
  readonly removalKeys: readonly RemovalKey[]
}

export const NOTHING_FURTHER: FurtherClaims = { lists: [], unlisted: [], removalKeys: [] }

/** Reads the lists in three statements, or two for an entity without sources. */
export async function readFurther(
  store: GraphStore,
  slug: Slug,
  limit: number,
  revision: RevisionNumber,
): Promise<FurtherClaims> {
  const page = { limit, backwards: false, cursor: null }
  const read = (filter: ClaimFilter) =>
    store.claimPage({ ...filter, notParty: slug, alsoWithdrawn: true }, 'MOST_CONTESTED', page, revision)
  const [said, documents] = await Promise.all([
    read({ claimant: slug }),
    store.sourcePage({ publishedBy: slug }, 'SLUG', page, revision),
  ])
  const sources = documents.items.map(({ id }) => id)
  const published = sources.length === 0 ? { items: [], hasMore: false } : await read({ sources })
  const found = [...new Map([...said.items, ...published.items].map((details) => [details.claim.id, details])).values()]
  const says = found.filter((details) => hasAssertionBy(slug, details))
  const others = found.filter((details) => !says.includes(details))
  const holds = others.filter((details) => hasAssertionPublishedBy(slug, details))
  const isWhole = !published.hasMore && !documents.hasMore
  const lists: readonly FurtherList[] = [
    { kind: 'SAID', claims: says, complete: !said.hasMore && isWhole },
    { kind: 'PUBLISHED', claims: holds, complete: isWhole },
  ]
  return {
    lists: lists.filter(({ claims }) => claims.length > 0),
    unlisted: others.filter((details) => !holds.includes(details)),
    removalKeys: [
      { parent: 'Claimant', ids: [slug] },
      ...(sources.length === 0 ? [] : [{ parent: 'Source' as const, ids: sources }]),
    ],
  }
}
