import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Story } from '../../domain/story.ts'
import type { Names } from '../../sentences/names.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { chooseClaims } from '../../widgets/view/choose-claims.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { storyPreview } from '../parts/story-preview.ts'

/** Claims in the picture. */
const SHOWN = 4

/** The story with most claims; the first in the order of stories among equals. Null without stories. */
export const chooseFeatured = (stories: readonly Story[]): Story | null =>
  stories.reduce<Story | null>((best, one) => (one.claimIds.length > (best?.claimIds.length ?? -1) ? one : best), null)

/** Title, summary and preview of a story. */
export async function featuredStory(
  topic: PageTopic,
  names: Names,
  revision: RevisionNumber,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { title, summary, url } = topic
  return [
    el('p', { class: 'home-kicker' }, context.messages.ui.front.featured),
    el('h2', { id: 'home-title', class: 'home-title' }, el('a', { href: url }, title)),
    summary !== '' && el('p', { class: 'site-summary' }, summary),
    // The claims of the editor begin with those of one band, so that four of them show no use.
    ...(await storyPreview(
      { topic: { ...topic, picture: [] }, names, limit: SHOWN, idPrefix: 'home-', revision },
      context,
    )),
  ]
}

/** Claims for questions: the most contested one of each status, then the next ones. */
export function contestedClaims(claims: readonly ClaimDetails[], count: number): readonly ClaimDetails[] {
  const { shown } = chooseClaims(claims, { statuses: [], limit: claims.length })
  const statusesBefore = new Set<string>()
  const isFirst = ({ status }: ClaimDetails): boolean => {
    const isNew = !statusesBefore.has(status.status)
    statusesBefore.add(status.status)
    return isNew
  }
  const firsts = shown.filter(isFirst)
  return [...firsts, ...shown.filter((one) => !firsts.includes(one))].slice(0, count)
}
