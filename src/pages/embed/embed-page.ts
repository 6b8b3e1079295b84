import { figure } from '../../widgets/html/figure.ts'
import { el } from '../../widgets/html/markup.ts'
import type { View } from '../../widgets/view/view.ts'
import { buildView } from '../build-view.ts'
import { embedParts, htmlDocument } from '../document.ts'
import { absence } from '../missing/absent-page.ts'
import type { Page, PageContext } from '../page.ts'
import type { TopicKind } from '../page-topic.ts'
import type { EmbedRequest, Theme } from './embed-request.ts'

/** Page for an iframe: the figure alone, complete without scripts. */
export async function embedPage(request: EmbedRequest, context: PageContext): Promise<Page> {
  const { theme } = request
  const { assets } = context
  const { ui } = request.messages
  const built = await buildView(context.store, request)
  if (built === null) return absentEmbed(request.kind, request.slug, theme, context)
  const { view, topic: subject } = built
  const drawing = await context.draw(view, '')
  const content = await figure(view, drawing, { heading: 'h1' })
  return {
    status: 200,
    html: htmlDocument({
      ...framed(theme, context),
      stylesheets: isChart(view)
        ? [assets.style, assets.charts]
        : [view.kind === 'graph' ? assets.picture : assets.style],
      title: subject.title,
      description: subject.summary === '' ? subject.title : subject.summary,
      canonical: `${context.publicUrl}${subject.permalink}`,
      body: [el('main', {}, el('sanad-widget', { 'data-close': ui.close }, content))],
      scripts: [assets.widget],
    }),
  }
}

/** Embed of a missing or removed thing, with an explanation for readers of the article. */
export async function absentEmbed(
  kind: TopicKind | null,
  wanted: string,
  theme: Theme,
  context: PageContext,
): Promise<Page> {
  const { status, title, content } = await absence(kind, wanted, context, 'frame')
  const body = [el('main', {}, ...content)]
  const own = { title, description: title, canonical: null, body, scripts: [] }
  return { status, html: htmlDocument({ ...framed(theme, context), ...own }) }
}

const isChart = ({ kind }: View): boolean => kind === 'timeline' || kind === 'matrix' || kind === 'network'

const framed = (theme: Theme, { messages, assets }: PageContext) => ({
  ...embedParts(assets),
  messages,
  theme,
  // A sandboxed embed may open tabs, but never replace the article.
  head: [
    el('base', { target: '_blank' }),
    el('meta', { name: 'responsive-embedded-sizing', content: 'allow-origins=*' }),
  ],
  indexed: false,
})
