import { hasAssertionBy, hasAssertionPublishedBy } from '../domain/assertion-filters.ts'
import type { Below } from '../domain/corrections.ts'
import type { ClaimDetails, ClaimFilter, GraphStore } from '../domain/graph-store.ts'

/** Claims about others that belong on an entity's page: what it says itself, and what its documents hold of others' words. */
export const FURTHER_KINDS = ['SAID', 'PUBLISHED'] as const
export type FurtherKind = (typeof FURTHER_KINDS)[number]

export interface FurtherList {
  readonly kind: FurtherKind
  readonly claims: readonly ClaimDetails[]
  /** False where there are more claims than were read. */
  readonly complete: boolean
}

export interface FurtherClaims {
  /** Only those that hold something, each claim in one of them. */
  readonly lists: readonly FurtherList[]
  /** Claims on which nothing of it stands any more: they are in no list, but what was taken out of them is told. */
  readonly emptied: readonly ClaimDetails[]
  /** What such claims that are in the record no more are found by. */
  readonly below: readonly Below[]
}

export const NOTHING_FURTHER: FurtherClaims = { lists: [], emptied: [], below: [] }

/** In three statements, or two for who published nothing. */
export async function readFurther(
  store: GraphStore,
  slug: string,
  limit: number,
  revision: number,
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
    emptied: others.filter((details) => !holds.includes(details)),
    below: [
      { parent: 'Claimant', ids: [slug] },
      ...(sources.length === 0 ? [] : [{ parent: 'Source' as const, ids: sources }]),
    ],
  }
}
