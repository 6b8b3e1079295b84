import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import { exportSets } from '../export-sets.ts'
import { followBlock } from '../feed-links.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { citeBlock } from '../sections/cite-section.ts'
import { embedBlock, exportBlock, exportHead, topicLinks } from '../sections/export-section.ts'

export interface ExportBlocks {
  /** Last blocks of the side column: embed, exports, feed, citation. The citation needs the script of copy buttons. */
  readonly blocks: readonly (Markup | false)[]
  /** Links for the head of the page. */
  readonly head: readonly Markup[]
}

/** Makes the links from the page of a topic to its embed and its exports, and its citation. */
export async function exportBlocks(
  topic: PageTopic,
  context: PageContext,
  revision: RevisionNumber,
): Promise<ExportBlocks> {
  const recorded = (await context.store.revisions()).find(({ number }) => number === revision) ?? null
  const sets = await exportSets(topic, context, revision)
  const ofPage = topicLinks(topic, context)
  return {
    blocks: [
      embedBlock(topic, context),
      exportBlock(sets, ofPage, context),
      followBlock(topic, context.messages),
      citeBlock(topic.title, topic.permalink, recorded, context),
    ],
    head: exportHead(sets, ofPage, context),
  }
}
