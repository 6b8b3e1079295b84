import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import { followBlock } from '../feed-links.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { citeBlock } from '../sections/cite-section.ts'
import { embedBlock, exportBlock } from '../sections/export-section.ts'

/** Last blocks of the side column: embed, exports, feed, citation. */
export async function exportBlocks(
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
): Promise<readonly (Markup | false)[]> {
  const recorded = (await context.store.revisions()).find(({ number }) => number === revision) ?? null
  return [
    embedBlock(topic, context),
    exportBlock(topic, context),
    followBlock(topic, context.messages),
    citeBlock(topic.title, topic.permalink, recorded, context),
  ]
}
