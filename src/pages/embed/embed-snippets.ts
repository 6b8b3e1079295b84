import { el } from '../../widgets/html/markup.ts'
import { type EmbedRequest, embedPath, formatEmbed } from './embed-request.ts'

export interface Snippets {
  /** Figure and script: readable in feeds and mail, and without JavaScript. */
  readonly figure: string
  readonly iframe: string
  /** URL for oEmbed consumers: the page with the parameters of the widget. */
  readonly bare: string
}

export const EMBED_WIDTH = 680

/**
 * Height of an embed in px where no script sets it: it leaves part of the article in sight, and the rest scrolls.
 */
export const embedHeight = ({ view }: EmbedRequest): number => (view === 'claim' ? 480 : 800)

interface Named {
  readonly title: string
  readonly summary: string
}

/** Snippets for articles, with absolute URLs based on PUBLIC_URL. */
export function embedSnippets(request: EmbedRequest, named: Named, publicUrl: string, embedScript: string): Snippets {
  const frame = `${publicUrl}${embedPath(request)}`
  const page = `${publicUrl}${widgetPermalink(request)}`
  const image = `${publicUrl}${imagePath(request)}`
  const alt = named.summary === '' ? named.title : `${named.title}: ${named.summary}`
  const figure = el(
    'figure',
    { 'data-sanad': frame, 'data-title': named.title },
    el('a', { href: page }, el('img', { src: image, alt, width: '100%', loading: 'lazy' })),
    el('figcaption', {}, el('a', { href: page }, named.title)),
  )
  return {
    figure: `${figure.markup.replace('<figure', '<figure style="margin:0"')}\n<script async src="${publicUrl}${embedScript.split('?')[0]}"></script>`,
    iframe: iframeSnippet(request, frame, named.title),
    bare: page,
  }
}

/**
 * Snippet with an iframe. Newer browsers size it by its content without a script; others use the minimum height. It is not
 * lazy: Chromium 156 lays out a lazy iframe of content height at 150 px, and paints no more of it.
 */
function iframeSnippet(request: EmbedRequest, src: string, title: string): string {
  const height = embedHeight(request)
  const frame = el('iframe', {
    src,
    title,
    width: '100%',
    height,
    referrerpolicy: 'no-referrer',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    frameborder: 0,
  })
  // Our own pages never have inline style; the snippet is for other sites.
  const style = `border:0;height:auto;min-height:${height}px;frame-sizing:content-height`
  return frame.markup.replace('<iframe', `<iframe style="${style}"`)
}

/** Path of the page of a widget, with the widget's parameters. */
export function widgetPermalink(request: EmbedRequest): string {
  const query = formatEmbed(request)
  if (request.kind === 'compare') return `/compare?entities=${request.slug}&${query}`
  const kind = request.kind === 'network' ? 'entity' : request.kind
  const view = request.kind === 'network' && !query.includes('view=') ? '&view=network' : ''
  return `/${kind}/${encodeURIComponent(request.slug)}?${query}${view}`
}

/** Path of a picture of the widget, for readers without iframes. */
export const imagePath = (request: EmbedRequest): string =>
  `/image/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}.png?${formatEmbed(request)}`
