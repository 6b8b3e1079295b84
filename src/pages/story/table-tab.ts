import { hasCell } from '../../domain/comparison.ts'
import { readComparison } from '../../domain/read-comparison.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { figure } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { matrixView } from '../../widgets/view/matrix-view.ts'
import type { ViewContext } from '../../widgets/view/view-context.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { storyPath } from './story-request.ts'

/** Data by use, and the way to the claims without a cell. */
export async function tableTab(
  { claims, url }: PageTopic,
  { header, names, links }: ViewContext,
  revision: RevisionNumber,
  { store, messages }: PageContext,
): Promise<readonly (Markup | false)[]> {
  const shown = claims.filter(hasCell)
  const entities = [...new Set(shown.map(({ claim }) => claim.subject.id))]
  const own = { ...header, attributions: attributionsOf(shown, names) }
  const view = await matrixView(
    await readComparison(store, entities, shown, revision),
    { header: own, names, links },
    false,
  )
  const beside = claims.length - shown.length
  return [
    await figure(view, null, { inPage: true }),
    beside > 0 &&
      el(
        'p',
        { class: 'site-pager' },
        el('span', {}, messages.ui.storyPage.withoutCell(beside)),
        el('a', { href: storyPath(url, { tab: 'list', statuses: [], after: null }) }, messages.ui.storyPage.seeAll),
      ),
  ]
}
