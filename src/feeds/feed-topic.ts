import type { ClaimDetails } from '../domain/claim-details.ts'
import type { ConceptKind } from '../domain/concept.ts'
import type { RemovalKey } from '../domain/corrections.ts'
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
  /** The claim whose history the feed has; null for the feed of any other thing. */
  readonly claim: ClaimDetails | null
  /** Filters of its claims; a claim of any of them belongs to it. */
  readonly filters: readonly ClaimFilter[]
  readonly removalKeys: readonly RemovalKey[]
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
      return { title: headlineText(headline(claim, names, messages)), claim, filters: [], removalKeys: [] }
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
): FeedTopic => ({ title, claim: null, filters, removalKeys: parents.map((parent) => ({ parent, ids })) })
