import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Markup } from '../widgets/html/markup.ts'
import { dataBlock, htmlDocument, sitePage } from './document.ts'
import { pageLinkedData } from './linked-data.ts'
import type { Page, PageContext } from './page.ts'
import type { PageTopic } from './page-topic.ts'
import { socialHead } from './social-head.ts'

/** HTML document of a permanent page, with machine-readable head and links to other languages. */
export async function permalinkDocument(
  topic: PageTopic,
  content: readonly (Markup | false)[],
  scripts: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const linkedData = await pageLinkedData(topic, context, revision)
  const inLanguage = (language: string): string => topic.url.replace(`lang=${tag}`, `lang=${language}`)
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${topic.title} – ${ui.site}`,
      description: topic.summary === '' ? ui.tagline : topic.summary,
      theme: 'auto',
      canonical: `${publicUrl}${topic.permalink}`,
      head: [...socialHead(topic, context), dataBlock('application/ld+json', linkedData)],
      body: [sitePage(messages, inLanguage, content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style, assets.site],
      scripts,
      indexed: true,
    }),
  }
}
