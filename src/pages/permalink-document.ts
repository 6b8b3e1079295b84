import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Markup } from '../widgets/html/markup.ts'
import { dataBlock, htmlDocument, type SitePage, sitePage, siteParts } from './document.ts'
import { topicFeedLink } from './feed-links.ts'
import { pageLinkedData } from './linked-data.ts'
import type { Page, PageContext } from './page.ts'
import type { PageTopic } from './page-topic.ts'
import type { SiteSection } from './parts/site-sections.ts'
import { socialHead } from './social-head.ts'

/** Content of the page of a topic. `crumbs` are the word for its kind unless given. */
export interface TopicPage extends Pick<SitePage, 'lead' | 'content' | 'side'> {
  readonly crumbs?: SitePage['crumbs']
  /** Links to exports in the head. */
  readonly exports: readonly Markup[]
}

/** Section of the navigation and word of each kind of page. */
const KINDS = {
  story: { section: 'stories', word: 'story' },
  claim: { section: 'stories', word: 'claim' },
  entity: { section: 'entities', word: 'entity' },
  network: { section: 'entities', word: 'entity' },
  data: { section: 'data', word: 'data' },
  use: { section: 'data', word: 'use' },
  source: { section: 'sources', word: 'source' },
  compare: { section: 'compare', word: 'comparison' },
} as const satisfies Readonly<Record<PageTopic['kind'], { section: SiteSection; word: string }>>

/** HTML document of a permanent page, with machine-readable head and links to other languages. */
export async function permalinkDocument(
  topic: PageTopic,
  { exports, ...shown }: TopicPage,
  scripts: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const { section, word } = KINDS[topic.kind]
  const linkedData = await pageLinkedData(topic, context, revision)
  const inLanguage = (language: string): string => topic.url.replace(`lang=${tag}`, `lang=${language}`)
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${topic.title} – ${ui.site}`,
      description: topic.summary === '' ? ui.tagline : topic.summary,
      ...siteParts(assets),
      canonical: `${publicUrl}${topic.permalink}`,
      head: [
        ...socialHead(topic, context),
        ...exports,
        topicFeedLink(topic, messages),
        dataBlock('application/ld+json', linkedData),
      ],
      body: [
        sitePage(messages, {
          alternates: inLanguage,
          section,
          crumbs: [{ text: ui[word], href: null }],
          searched: '',
          ...shown,
        }),
      ],
      scripts,
      indexed: true,
    }),
  }
}
