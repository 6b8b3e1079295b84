import { el } from '../../widgets/html/markup.ts'
import { type EmbedRequest, embedPath, formatEmbed } from './embed-request.ts'

export interface Snippets {
  /** Figure and script: readable in feeds and mail, and without JavaScript. */
  readonly figure: string
  readonly iframe: string
  /** For systems that know oEmbed: the page's address with the widget's own parameters. */
  readonly bare: string
}

export const EMBED_WIDTH = 680

/**
 * In px, for where nothing tells how high the frame is: as high as one can be and still leave the article in sight. The
 * rest is reached by scrolling.
 */
export const embedHeight = ({ view }: EmbedRequest): number => (view === 'claim' ? 480 : 800)

interface Named {
  readonly title: string
  readonly summary: string
}

/** What a newsroom pastes; all addresses absolute, from PUBLIC_URL and nothing else. */
export function embedSnippets(request: EmbedRequest, named: Named, publicUrl: string, embedScript: string): Snippets {
  const frame = `${publicUrl}${embedPath(request)}`
  const page = `${publicUrl}${widgetPermalink(request)}`
  const image = `${publicUrl}${imagePath(request)}`
  const told = named.summary === '' ? named.title : `${named.title}: ${named.summary}`
  // The picture of a network is not that, but the drawing of its claims.
  const alt = request.view === 'network' ? `${told} ${request.messages.ui.pictureOf}` : told
  const figure = el(
    'figure',
    { 'data-sanad': frame, 'data-title': named.title },
    el('a', { href: page }, el('img', { src: image, alt, width: '100%', loading: 'lazy' })),
    el('figcaption', {}, el('a', { href: page }, named.title)),
  )
  return {
    figure: `${figure.markup}\n<script async src="${publicUrl}${embedScript.split('?')[0]}"></script>`,
    iframe: iframeSnippet(request, frame, named.title),
    bare: page,
  }
}

/** Newer browsers make the frame as high as its content, without any script; others show it at its least height. */
function iframeSnippet(request: EmbedRequest, src: string, title: string): string {
  const height = embedHeight(request)
  const frame = el('iframe', {
    src,
    title,
    width: '100%',
    height,
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    frameborder: 0,
  })
  // Written by hand, because no page of ours has a style: this one is for other people's.
  const style = `border:0;height:auto;min-height:${height}px;frame-sizing:content-height`
  return frame.markup.replace('<iframe', `<iframe style="${style}"`)
}

/** The page that a widget is a part of, with the widget's parameters: a bare address can be pinned too. */
export function widgetPermalink(request: EmbedRequest): string {
  const query = formatEmbed(request)
  if (request.kind === 'compare') return `/compare?entities=${request.slug}&${query}`
  const kind = request.kind === 'network' ? 'entity' : request.kind
  const view = request.kind === 'network' && !query.includes('view=') ? '&view=network' : ''
  return `/${kind}/${encodeURIComponent(request.slug)}?${query}${view}`
}

/** A picture of the widget, for where frames are not shown. */
export const imagePath = (request: EmbedRequest): string =>
  `/image/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}.png?${formatEmbed(request)}`
