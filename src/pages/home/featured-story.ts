import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { countByName } from '../../domain/standing.ts'
import type { Story } from '../../domain/story.ts'
import type { Names } from '../../sentences/names.ts'
import { foldedList } from '../../widgets/html/folded-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { chooseClaims } from '../../widgets/view/choose-claims.ts'
import { graphView } from '../../widgets/view/graph-view.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { statusStrip } from '../parts/status-strip.ts'
import { pictureChoice } from '../picture-choice.ts'

/** Claims in the picture. */
const SHOWN = 4

/** The story with most claims; the first in the order of stories among equals. Null without stories. */
export const chooseFeatured = (stories: readonly Story[]): Story | null =>
  stories.reduce<Story | null>((best, one) => (one.claimIds.length > (best?.claimIds.length ?? -1) ? one : best), null)

/** Title, summary, strip of statuses and picture of a story. */
export async function featuredStory(
  topic: PageTopic,
  names: Names,
  revision: RevisionNumber,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { title, summary, url, claims, complete } = topic
  const { messages, links, store } = context
  const { ui } = messages
  const header = { messages, title, summary: '', permalink: url, notices: [], attributions: [] }
  const choose = await pictureChoice(store, { ...topic, picture: [] }, revision)
  const { shown } = chooseClaims(claims, { statuses: [], limit: SHOWN, choose })
  const view = graphView(shown, { header, names, links })
  const drawing = await context.draw(view, 'home-')
  const filtered = (status: string): string => `${url}&view=list&status=${status}`
  return [
    el('p', { class: 'home-kicker' }, ui.front.featured),
    el('h2', { id: 'home-title', class: 'home-title' }, el('a', { href: url }, title)),
    summary !== '' && el('p', { class: 'site-summary' }, summary),
    // Counts of a story with more claims than are read would be too low.
    complete && statusStrip(countByName(claims.map(({ status }) => status)), filtered, messages),
    shown.length > 0 &&
      el(
        'div',
        { class: 'home-picture sanad-figure sanad-view-graph' },
        drawing !== null && el('div', { class: 'sanad-drawing' }, drawing),
        await foldedList(view, 'home-'),
      ),
    el(
      'p',
      { class: 'home-more' },
      el('span', {}, complete ? ui.front.shownOf(shown.length, claims.length) : ui.moreThan(claims.length)),
      el('a', { href: url }, ui.front.readStory),
    ),
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
