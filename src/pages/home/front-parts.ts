import type { RevisionNumber } from '../../domain/revision-number.ts'
import { headlineInterrogative } from '../../sentences/headline.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { SitePage } from '../document.ts'
import type { PageContext } from '../page.ts'
import { readTopic } from '../page-topic.ts'
import { claimsToTry } from './claims-to-try.ts'
import { databaseContents } from './database-contents.ts'
import { chooseFeatured, contestedClaims, featuredStory } from './featured-story.ts'
import { latelyRecorded } from './lately-recorded.ts'
import { otherStories } from './other-stories.ts'
import { statusKey } from './status-key.ts'

/** Stories that are read. The featured one is the longest of them. */
const MAX_STORIES = 50
const TRIED = 3

/** Parts of the home page without a search. The number of reads does not depend on the size of the database. */
export async function frontParts(
  notices: readonly Markup[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Pick<SitePage, 'lead' | 'content' | 'below' | 'side'>> {
  const { store, messages, asOf } = context
  const [{ items: stories }, total, revisions] = await Promise.all([
    store.storyPage({ limit: MAX_STORIES, backwards: false, cursor: null }, revision),
    store.countStories(revision),
    store.revisions(),
  ])
  const featured = chooseFeatured(stories)
  const topic = featured && (await readTopic(store, { kind: 'story', slug: featured.id, messages, revision, asOf }))
  const claims = topic?.claims ?? []
  const names = await namesOfClaims(store, claims, revision)
  const asked = claims.filter((details) => headlineInterrogative(details, names, messages) !== null)
  const others = stories.filter((story) => story !== featured)
  return {
    lead: [el('h1', { class: 'home-motto' }, messages.ui.tagline), ...notices],
    content: topic ? await featuredStory(topic, names, revision, context) : [el('p', {}, messages.ui.front.empty)],
    side: [
      statusKey(messages),
      otherStories(others, total, context),
      latelyRecorded(revisions, revision, topic, context),
    ],
    below: [
      claimsToTry(contestedClaims(asked.length < TRIED ? claims : asked, TRIED), names, context),
      await databaseContents(claims, names, { context, revision }),
    ],
  }
}
