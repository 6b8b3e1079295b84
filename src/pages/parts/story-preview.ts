import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Names } from '../../sentences/names.ts'
import { WIDE } from '../../widgets/drawing/picture-measures.ts'
import { foldedList } from '../../widgets/html/folded-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { chooseClaims } from '../../widgets/view/choose-claims.ts'
import { graphView } from '../../widgets/view/graph-view.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { pictureChoice } from '../picture-choice.ts'
import { storyCounts } from '../story/story-counts.ts'
import { FIRST_TAB, storyPath } from '../story/story-request.ts'
import { statusStrip } from './status-strip.ts'

interface StoryPreview {
  readonly topic: PageTopic
  readonly names: Names
  /** Claims in the picture at most. */
  readonly limit: number
  /** Beginning of the ids of the picture: each preview of a page has its own. */
  readonly idPrefix: string
  readonly revision: RevisionNumber
}

/** Strip of statuses, picture of the first claims of the editor or by balance, and the way to the page of the story. */
export async function storyPreview(
  { topic, names, limit, idPrefix, revision }: StoryPreview,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { title, url, claims } = topic
  const { messages, links, store } = context
  const { ui } = messages
  const counts = await storyCounts(topic, revision, context)
  const choose = await pictureChoice(store, topic, revision)
  const { shown } = chooseClaims(claims, { statuses: [], limit, choose })
  const header = { messages, title, summary: '', permalink: url, notices: [], attributions: [] }
  const view = graphView(shown, { header, names, links })
  const drawing = await context.draw(view, idPrefix, WIDE)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return [
    statusStrip(
      counts,
      (status) => storyPath(url, { ...FIRST_TAB, tab: 'list', statuses: [status] }),
      messages,
      `${idPrefix}title`,
    ),
    shown.length > 0 &&
      el(
        'div',
        { class: 'site-pictured sanad-figure sanad-view-graph' },
        drawing !== null && el('div', { class: 'sanad-drawing' }, drawing),
        await foldedList(view, idPrefix),
      ),
    el(
      'p',
      { class: 'site-pictured-end' },
      el('span', {}, ui.front.shownOf(shown.length, total)),
      el('a', { href: url }, ui.front.readStory),
    ),
  ]
}
