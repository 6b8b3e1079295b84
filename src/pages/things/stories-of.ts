import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { sectionPath } from '../parts/site-sections.ts'

const LISTED = 5

interface ClaimsOfThing {
  readonly claims: readonly ClaimDetails[]
  /** False if the thing has further claims, which may belong to further stories. */
  readonly isComplete: boolean
}

/** Block with the stories that select any of the claims. */
export async function storiesBlock(
  ofThing: ClaimsOfThing,
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup | false> {
  const found = await storyLinks(ofThing, context, revision)
  const items = found.map((link) => el('li', {}, link))
  return found.length > 0 && sideBlock(context.messages.ui.stories, [el('ul', { class: 'site-counts' }, items)])
}

/**
 * Links to the stories that select any of the claims, at most five. A last link leads to the list of all stories where the
 * thing is in more of them, or may be.
 */
export async function storyLinks(
  { claims, isComplete }: ClaimsOfThing,
  { store, messages, links }: PageContext,
  revision: RevisionNumber,
): Promise<readonly Markup[]> {
  const ids = [...new Set(claims.map(({ claim }) => claim.id))].sort()
  const [found, all] = await Promise.all([
    store.storiesOfClaims(ids, LISTED + 1, revision),
    isComplete ? 0 : store.countStories(revision),
  ])
  const shown = found
    .slice(0, LISTED)
    .map(({ id, title }) =>
      el('a', { href: links.page({ kind: 'story', slug: id }) }, pickText(title, messages.tag)?.value ?? id),
    )
  const isMore = found.length > LISTED
  if (!isMore && all <= found.length) return shown
  const { moreStories, perhapsMoreStories } = messages.ui.things
  const href = links.own(sectionPath('stories', messages.tag))
  return [...shown, el('a', { href }, isMore ? moreStories : perhapsMoreStories)]
}
