import type { RevisionNumber } from '../../domain/revision-number.ts'
import { MAX_PICTURED } from '../../domain/story.ts'
import { WIDE } from '../../widgets/drawing/picture-measures.ts'
import { figure } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { chooseClaims } from '../../widgets/view/choose-claims.ts'
import { graphView } from '../../widgets/view/graph-view.ts'
import type { ViewContext } from '../../widgets/view/view-context.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { pictureChoice } from '../picture-choice.ts'
import { storyPath } from './story-request.ts'

/** Drawing of a choice of claims, and the way to the list of all. */
export async function pictureTab(
  topic: PageTopic,
  { header, names, links }: ViewContext,
  revision: RevisionNumber,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { ui } = context.messages
  const { claims, url, complete } = topic
  const choose = await pictureChoice(context.store, topic, revision)
  const { shown, leftOut } = chooseClaims(claims, { statuses: [], limit: MAX_PICTURED, choose })
  const own = { ...header, attributions: attributionsOf(shown, names) }
  const view = graphView(shown, { header: own, names, links })
  const drawing = await context.draw(view, '', WIDE)
  const list = storyPath(url, { tab: 'list', statuses: [], after: null })
  return [
    el('sanad-widget', { 'data-close': ui.close }, await figure(view, drawing, { inPage: true })),
    leftOut > 0 &&
      el(
        'p',
        { class: 'site-pager' },
        el('span', {}, complete ? ui.storyPage.more(leftOut) : ui.moreThan(claims.length)),
        el('a', { href: list }, ui.storyPage.seeAll),
      ),
  ]
}
