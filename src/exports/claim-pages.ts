import type { ClaimDetails } from '../domain/claim-details.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'

/** Number of slugs that one statement yields, so that their conversion occupies the thread for a few milliseconds. */
export const SLUGS_OF_STATEMENT = 5000

/** Number of claims that one read takes, so that no read occupies the thread for long. */
const CLAIMS_OF_READ = 50

/** Iterates over the slugs of a filter in order, in lists of at most SLUGS_OF_STATEMENT. */
export async function* claimSlugs(
  store: Pick<GraphStore, 'claimSlugs'>,
  filter: ClaimFilter,
  revision: RevisionNumber,
): AsyncIterable<readonly Slug[]> {
  let after: Slug | null = null
  for (;;) {
    const slugs: readonly Slug[] = await store.claimSlugs(filter, { after, limit: SLUGS_OF_STATEMENT }, revision)
    yield slugs
    after = slugs.at(-1) ?? null
    if (slugs.length < SLUGS_OF_STATEMENT) return
  }
}

/**
 * Reads the claims of a filter by slug, without those of `except`, in pages, each while the one before is in use. The slugs are
 * listed by few statements: at an earlier revision, and for most filters, each statement looks at all claims of the filter.
 */
export async function* claimPages(
  store: Pick<GraphStore, 'claimSlugs' | 'claims'>,
  filter: ClaimFilter,
  revision: RevisionNumber,
  except: ReadonlySet<Slug> = new Set(),
): AsyncIterable<readonly ClaimDetails[]> {
  let reading: Promise<readonly (ClaimDetails | null)[]> = Promise.resolve([])
  for await (const all of claimSlugs(store, filter, revision)) {
    const slugs = except.size === 0 ? all : all.filter((slug) => !except.has(slug))
    for (let from = 0; from < slugs.length; from += CLAIMS_OF_READ) {
      const page = await reading
      reading = store.claims(slugs.slice(from, from + CLAIMS_OF_READ), revision)
      // Nobody waits for it where the export ends early.
      reading.catch(() => undefined)
      if (page.length > 0) yield present(page)
    }
  }
  yield present(await reading)
}

const present = (claims: readonly (ClaimDetails | null)[]): readonly ClaimDetails[] =>
  claims.filter((claim) => claim !== null)
