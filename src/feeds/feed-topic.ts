import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ConceptKind } from '../domain/concept.ts'
import { type Slug, toSlug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import type { RemovalParent } from '../domain/store/removed-claim.ts'
import { headline, headlineText } from '../sentences/headline.ts'
import { nameOf } from '../sentences/names.ts'
import { namesOfHeadlines } from '../sentences/names-of-claims.ts'
import { titleOf } from '../sentences/source-title.ts'
import { capitalised, pickText } from '../text/languages.ts'
import type { FeedContext } from './feed-context.ts'
import type { FeedKind } from './feed-path.ts'

/** A thing whose feed is read, with the claims that belong to it. */
export interface FeedTopic {
  readonly title: string
  /** Null for a topic whose feed lists other claims. */
  readonly claim: ClaimDetails | null
  /** Filters of its claims; a claim of any of them belongs to it. */
  readonly filters: readonly ClaimFilter[]
  /** Keys by which its removed claims are found. */
  readonly removals: readonly { readonly parent: RemovalParent; readonly ids: readonly Slug[] }[]
}

/** Reads the topic of a feed. Null for an unknown slug. */
export async function readFeedTopic(kind: FeedKind, slug: string, context: FeedContext): Promise<FeedTopic | null> {
  const { store, revision, messages } = context
  const { tag } = messages
  const id = toSlug(slug)
  switch (kind) {
    case 'claim': {
      const [claim] = await store.claims([id], revision)
      if (!claim) return null
      const names = await namesOfHeadlines(store, [claim], revision)
      return { title: headlineText(headline(claim, names, messages)), claim, filters: [], removals: [] }
    }
    case 'story': {
      const [story] = await store.stories([id], revision)
      return story ? topicOf(pickText(story.title, tag)?.value ?? id, [{ story: id }], ['Story'], [id]) : null
    }
    case 'entity': {
      const [entity] = await store.entities([id], revision)
      const filters = [{ about: id }, { claimant: id, alsoWithdrawn: true }]
      return entity ? topicOf(nameOf(entity, tag), filters, ['Party', 'Claimant'], [id]) : null
    }
    case 'source': {
      const [source] = await store.sources([id], revision)
      const filters = [{ source: id, alsoWithdrawn: true }]
      return source ? topicOf(titleOf(source, tag).value, filters, ['Source'], [id]) : null
    }
    case 'data':
    case 'use': {
      const concept: ConceptKind = kind === 'data' ? 'DataCategory' : 'Use'
      const [found] = await store.concepts(concept, [id], revision)
      if (!found) return null
      const ids = await store.narrowerConcepts(concept, id, revision)
      const filter = kind === 'data' ? { data: ids } : { uses: ids }
      return topicOf(capitalised(nameOf(found, tag), tag), [filter], [concept], ids)
    }
  }
}

const topicOf = (
  title: string,
  filters: readonly ClaimFilter[],
  parents: readonly RemovalParent[],
  ids: readonly Slug[],
): FeedTopic => ({ title, claim: null, filters, removals: parents.map((parent) => ({ parent, ids })) })
