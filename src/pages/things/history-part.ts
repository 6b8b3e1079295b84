import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import type { Attribution } from '../../widgets/view/view.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { databaseHistory } from '../sections/history-section.ts'
import { relationFold } from '../sections/relation-section.ts'

/** Relations of the claims of a page, and the revisions that recorded them. */
export async function relationsAndHistory(
  { claims, permalink }: PageTopic,
  attributions: readonly Attribution[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<readonly (Markup | false)[]> {
  return [
    (await relationFold(claims, attributions, revision, context)) ?? false,
    databaseHistory(claims, permalink, await context.store.revisions(), context) ?? false,
  ]
}
