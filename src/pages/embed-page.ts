import { figure } from '../widgets/figure.ts'
import { el } from '../widgets/markup.ts'
import { buildView } from './build-view.ts'
import { htmlDocument } from './document.ts'
import type { EmbedRequest } from './embed-request.ts'
import { notFoundContent } from './not-found.ts'
import type { Page, PageContext } from './page.ts'

/** The page inside an article's frame: the figure alone, useful without any script. */
export async function embedPage(request: EmbedRequest, context: PageContext): Promise<Page> {
  const { messages, theme } = request
  const { ui } = messages
  const built = await buildView(context.store, request)
  const head = [el('meta', { name: 'responsive-embedded-sizing', content: 'allow-origins=*' })]
  const common = {
    messages,
    theme,
    head,
    bodyClass: 'sanad-frame',
    indexed: false,
    icon: context.assets.icon,
    stylesheets: [context.assets.style],
  }
  if (built === null) {
    const content = await notFoundContent(request.slug, context)
    const body = [el('main', {}, content)]
    const title = ui.notFound
    return {
      status: 404,
      html: htmlDocument({ ...common, title, description: title, canonical: null, body, scripts: [] }),
    }
  }
  const { view, subject } = built
  const drawing = await context.draw(view, '')
  return {
    status: 200,
    html: htmlDocument({
      ...common,
      title: subject.title,
      description: subject.summary === '' ? subject.title : subject.summary,
      canonical: `${context.publicUrl}${subject.permalink}`,
      body: [el('main', {}, el('sanad-widget', { 'data-close': ui.close }, figure(view, drawing, { heading: 'h1' })))],
      scripts: [context.assets.widget],
    }),
  }
}
