import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Page, PageCursor } from '../../domain/store/page.ts'
import type { PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'
import { leadingClaims, readTopic } from '../page-topic.ts'

/** Views of the page of an entity, as its `view` parameter names them. */
export const ENTITY_VIEWS = ['says', 'about', 'network', 'timeline'] as const
export type EntityView = (typeof ENTITY_VIEWS)[number]

/** Claims of one page of what is said about it, and of what it says, which takes more room. */
const PAGE_SIZE = 50
const SAYS_SIZE = 15
/** Claims of the other list below the first page. */
const PREVIEW = 3
/** Maximum of claims over which the acts of an entity are counted. */
export const MAX_COUNTED = 400
/** Maximum of claims about an entity whose stories are read. */
const MAX_ABOUT = 100
/** Maximum of claims with something unknown in their section. */
const MAX_OPEN = 20

const NONE: Page<ClaimDetails> = { items: [], cursors: [], hasMore: false }

export interface EntityClaims {
  readonly view: EntityView
  readonly counts: { readonly says: number; readonly about: number; readonly party: number; readonly published: number }
  /** A page of the claims on which it made an assertion, also one that was withdrawn; empty in another view. */
  readonly says: Page<ClaimDetails>
  /** A page of the claims about it; below the first page of what it says, the first ones. */
  readonly about: Page<ClaimDetails>
  /** Claims that others made in documents that it published; below the first page of what it says. */
  readonly published: Page<ClaimDetails>
  /** Claims of the network or the timeline. */
  readonly around: { readonly claims: readonly ClaimDetails[]; readonly complete: boolean }
  /** Claims about it on which something is reported as unknown; only on the first page of the first two views. */
  readonly open: readonly ClaimDetails[]
  /** Claims about it, whose stories its page lists; all of them if they are at most MAX_ABOUT, otherwise none. */
  readonly ofAbout: readonly ClaimDetails[]
  /** The newest claims on which it made an assertion, at most MAX_COUNTED. */
  readonly spoken: readonly ClaimDetails[]
  /** Slugs of its documents. */
  readonly documents: readonly Slug[]
}

/** Reads the claims of one view of an entity's page: a bounded number of claims in a bounded number of statements. */
export async function readEntityClaims(
  id: Slug,
  wanted: { readonly view: EntityView | null; readonly after: PageCursor | null },
  { store, messages, asOf }: PageContext,
  revision: RevisionNumber,
): Promise<EntityClaims> {
  const { items: sources } = await store.sourcePage({ publishedBy: id }, 'SLUG', pageAfter(100, null), revision)
  const documents = sources.map((source) => source.id)
  const inDocuments = { sources: documents, notParty: id }
  const [says, about, party, published] = await Promise.all([
    store.countClaims({ claimant: id }, revision),
    store.countClaims({ about: id }, revision),
    store.countClaims({ party: id }, revision),
    documents.length === 0 ? 0 : store.countClaims(inDocuments, revision),
  ])
  const view = wanted.view ?? (says === 0 && published === 0 ? 'about' : 'says')
  const isSays = view === 'says'
  const isFirst = wanted.after === null
  const newest = (cursor: PageCursor | null, limit: number) =>
    store.claimPage({ claimant: id, alsoWithdrawn: true }, 'LAST_ASSERTED', pageAfter(limit, cursor), revision)
  const aboutLimit = view === 'about' ? PAGE_SIZE : isSays && isFirst ? (says === 0 ? PAGE_SIZE : PREVIEW) : 0
  const [saysPage, aboutPage, publishedPage, around, open, spoken, ofAbout] = await Promise.all([
    isSays ? newest(wanted.after, SAYS_SIZE) : NONE,
    aboutLimit === 0 ? NONE : pageOfAbout(store, id, aboutLimit, view === 'about' ? wanted.after : null, revision),
    isSays && isFirst && published > 0
      ? store.claimPage(inDocuments, 'MOST_CONTESTED', pageAfter(PAGE_SIZE, null), revision)
      : NONE,
    view === 'network' || view === 'timeline'
      ? readTopic(store, { kind: view === 'network' ? 'network' : 'entity', slug: id, messages, revision, asOf })
      : null,
    isFirst && (isSays || view === 'about')
      ? store.claimPage(
          { about: id, stance: ['REPORTS_UNKNOWN'] },
          'MOST_CONTESTED',
          pageAfter(MAX_OPEN, null),
          revision,
        )
      : NONE,
    newest(null, MAX_COUNTED),
    about > MAX_ABOUT ? NONE : pageOfAbout(store, id, MAX_ABOUT, null, revision),
  ])
  return {
    view,
    counts: { says, about, party, published },
    says: saysPage,
    about: aboutPage,
    published: publishedPage,
    around: around ? { claims: leadingClaims(around), complete: around.complete } : { claims: [], complete: true },
    open: open.items,
    ofAbout: ofAbout.items,
    spoken: spoken.items,
    documents,
  }
}

const pageOfAbout = (
  store: GraphStore,
  id: Slug,
  limit: number,
  cursor: PageCursor | null,
  revision: RevisionNumber,
): Promise<Page<ClaimDetails>> => store.claimPage({ about: id }, 'MOST_CONTESTED', pageAfter(limit, cursor), revision)
