import type { Markup } from '../widgets/html/markup.ts'
import { dataBlock, htmlDocument, sitePage } from './document.ts'
import { pageLinkedData } from './linked-data.ts'
import type { Page, PageContext } from './page.ts'
import type { Subject } from './page-topic.ts'
import { socialHead } from './social-head.ts'

/** The document of a page to be kept: what machines look for in its head, and the same page in other languages. */
export async function permalinkDocument(
  subject: Subject,
  content: readonly (Markup | false)[],
  scripts: readonly string[],
  context: PageContext,
  at: number,
): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const linkedData = await pageLinkedData(subject, context, at)
  const inLanguage = (language: string): string => subject.address.replace(`lang=${tag}`, `lang=${language}`)
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${subject.title} – ${ui.site}`,
      description: subject.summary === '' ? ui.tagline : subject.summary,
      theme: 'auto',
      canonical: `${publicUrl}${subject.permalink}`,
      head: [...socialHead(subject, context), dataBlock('application/ld+json', linkedData)],
      body: [sitePage(messages, inLanguage, content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts,
      indexed: true,
    }),
  }
}
