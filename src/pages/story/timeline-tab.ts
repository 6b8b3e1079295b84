import type { Revision } from '../../domain/revision.ts'
import { timelineOf } from '../../domain/timeline.ts'
import { figure } from '../../widgets/html/figure.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import { timelineView } from '../../widgets/view/timeline-view.ts'
import type { ViewContext } from '../../widgets/view/view-context.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'

/** Events of the claims by day. Days of recording are in the history of the page. */
export async function timelineTab(
  { claims }: PageTopic,
  { header, names, links }: ViewContext,
  revisions: readonly Revision[],
  context: PageContext,
): Promise<readonly Markup[]> {
  const events = timelineOf(claims, revisions, { clocks: ['SAID', 'HOLDS'], from: null, until: null })
  const own = { ...header, attributions: attributionsOf(claims, names) }
  const view = await timelineView(events, { header: own, names, links })
  return [await figure(view, await context.draw(view, ''), { inPage: true })]
}
