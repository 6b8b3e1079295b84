import { DomainError } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { escapeMarkup } from '../../text/escape-markup.ts'
import { INSTANT_EXAMPLE, isFuture } from '../../text/instant.ts'
import { findParameterProblem } from '../../text/query-parameters.ts'
import { MAX_QUOTE, truncate } from '../../text/short-message.ts'
import { CARD_WIDTH } from '../../widgets/drawing/social-card.ts'
import { el, join } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import type { PageContext } from '../page.ts'
import { parameterMessage } from '../parameter-message.ts'
import { repeatedSlug } from '../repeated-slug.ts'
import { requestedInstant } from '../requested-instant.ts'
import { CARD_WIDTHS, cardHeight, cardPath } from '../social-head.ts'
import { topicSummary } from '../topic-summary.ts'
import {
  COMPARE_PARAMETERS,
  EMBED_PARAMETERS,
  EMBEDDABLE,
  type EmbedKind,
  type EmbedRequest,
  embedPath,
  parseEmbed,
} from './embed-request.ts'
import { EMBED_WIDTH, embedHeight, widgetPermalink } from './embed-snippets.ts'
import { findEmbedded } from './embedded-topic.ts'
import { toOwnUrl } from './own-url.ts'

export interface OEmbedResponse {
  readonly type: 'rich'
  /** A string: WordPress refuses the number. */
  readonly version: '1.0'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  readonly cache_age: number
  readonly html: string
  readonly width: number
  readonly height: number
  /** The three fields of the thumbnail are absent if no card is as small as requested. */
  readonly thumbnail_url?: string
  readonly thumbnail_width?: number
  readonly thumbnail_height?: number
}

const MAX_HEIGHT = 1000

/**
 * oEmbed 1.0 response for a URL of ours, of a page or an embed.
 * @throws DomainError NOT_FOUND for a URL that is not ours or has no content, BAD_INPUT for one whose
 * `asOf` is no instant or in the future, or which has a parameter that pages refuse
 */
export async function oEmbed(
  store: GraphStore,
  query: URLSearchParams,
  { publicUrl, now }: Pick<PageContext, 'publicUrl' | 'now'>,
): Promise<OEmbedResponse> {
  const url = toOwnUrl(query.get('url') ?? '', publicUrl)
  const requested = url && toEmbedRequest(url)
  const reason = requested && (reasonToRefuse(url, requested) ?? futureReason(requested, now))
  if (reason !== null) throw new DomainError('BAD_INPUT', `url: ${reason}`, { argument: 'url' })
  const found = requested && (await findEmbedded(store, requested))
  if (!found) {
    const message = `url: nothing of ${publicUrl} can be embedded from this address.`
    throw new DomainError('NOT_FOUND', message, { argument: 'url' })
  }
  const { request, topic: subject, revision } = found
  const { width, height } = sizeOf(query, request)
  const { ui } = request.messages
  const page = `${publicUrl}${widgetPermalink(request)}`
  const told = await topicSummary(store, subject, request.messages, revision)
  const summary = told === '' ? ui.tagline : told
  const html = join(
    el('blockquote', { class: 'wp-embedded-content' }, el('a', { href: page }, `${subject.title} — ${summary}`)),
    // Scrolling stays on: hosts such as Ghost run no script that sets the height.
    el('iframe', {
      class: 'wp-embedded-content',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      src: `${publicUrl}${embedPath(request)}`,
      width,
      height,
      title: subject.title,
      frameborder: 0,
      marginwidth: 0,
      marginheight: 0,
    }),
  )
  return {
    type: 'rich',
    version: '1.0',
    title: subject.title,
    provider_name: ui.site,
    provider_url: publicUrl,
    cache_age: 300,
    html: html.markup,
    width,
    height,
    ...thumbnailOf(query, request, publicUrl),
  }
}

/** Returns the largest card within the requested bounds. */
function thumbnailOf(query: URLSearchParams, { kind, slug, messages, asOf }: EmbedRequest, publicUrl: string) {
  const [maxWidth, maxHeight] = [boundOf(query, 'maxwidth'), boundOf(query, 'maxheight')]
  const width = CARD_WIDTHS.find((one) => one <= maxWidth && cardHeight(one) <= maxHeight)
  if (width === undefined) return {}
  const card = linksIn(messages.tag, asOf).own(cardPath({ kind, slug }, messages.tag, width))
  return { thumbnail_url: `${publicUrl}${card}`, thumbnail_width: width, thumbnail_height: cardHeight(width) }
}

/** Canonical parameters of a request: bounds with the same response become equal, and `url` is that of the embed. */
export function oEmbedOptions(query: URLSearchParams, publicUrl: string): URLSearchParams {
  const given = query.get('url') ?? ''
  const options = new URLSearchParams({ url: given, format: query.get('format') ?? 'json' })
  const url = toOwnUrl(given, publicUrl)
  const request = url && toEmbedRequest(url)
  // A refused request keeps its parameters, which its message quotes.
  if (!request || reasonToRefuse(url, request) !== null) return options
  options.set('url', `${publicUrl}${embedPath(request)}`)
  const [maxWidth, maxHeight] = [boundOf(query, 'maxwidth'), boundOf(query, 'maxheight')]
  const width = [...CARD_WIDTHS, EMBED_WIDTH].sort((a, b) => b - a).find((one) => one <= maxWidth && one >= EMBED_WIDTH)
  if (maxWidth < CARD_WIDTH) options.set('maxwidth', String(width ?? maxWidth))
  if (maxHeight < Number.POSITIVE_INFINITY) options.set('maxheight', String(Math.min(maxHeight, MAX_HEIGHT)))
  return options
}

/** Returns a bound in px. Infinite where none is given, or where it is no positive integer. */
function boundOf(query: URLSearchParams, name: 'maxwidth' | 'maxheight'): number {
  const given = query.get(name) ?? ''
  return /^\d{1,6}$/.test(given) && Number(given) > 0 ? Number(given) : Number.POSITIVE_INFINITY
}

function sizeOf(query: URLSearchParams, request: EmbedRequest): { readonly width: number; readonly height: number } {
  const maxHeight = boundOf(query, 'maxheight')
  return {
    width: Math.min(boundOf(query, 'maxwidth'), EMBED_WIDTH),
    height: Number.isFinite(maxHeight) ? Math.min(maxHeight, MAX_HEIGHT) : embedHeight(request),
  }
}

/** A sentence on the first parameter for which a URL of this site is refused; null if none is. */
function reasonToRefuse({ pathname, searchParams }: URL, { messages: { ui } }: EmbedRequest): string | null {
  const parameters = pathname === '/compare' ? COMPARE_PARAMETERS : EMBED_PARAMETERS
  const problem = findParameterProblem(searchParams, parameters)
  if (problem) return parameterMessage(problem, parameters, ui)
  const twice = repeatedSlug(comparedIn(pathname, searchParams))
  if (twice !== null) return ui.compareTwice(truncate(twice, MAX_QUOTE))
  const instant = requestedInstant(searchParams)
  return instant.is === 'UNREADABLE' ? ui.asOfUnreadable(instant.given, INSTANT_EXAMPLE) : null
}

const futureReason = ({ asOf, messages: { ui } }: EmbedRequest, now: Date): string | null =>
  asOf !== null && isFuture(asOf, now) ? ui.asOfInFuture(asOf) : null

/** The response as XML. */
export function oEmbedXml(response: OEmbedResponse): string {
  const fields = Object.entries(response).map(([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`
}

/** Returns the slugs that a URL of ours compares, with commas between them. */
function comparedIn(path: string, query: URLSearchParams): string {
  if (path === '/compare') return query.get('entities') ?? ''
  const [, slugs = ''] = /^\/embed\/compare\/([^/]+)$/.exec(path) ?? []
  return decodeURIComponent(slugs)
}

/** Returns the widget of a URL of ours, of a page or an embed. Null for any other path. */
export function toEmbedRequest({ pathname, searchParams: query }: URL): EmbedRequest | null {
  if (pathname === '/compare') return parseEmbed('compare', query.get('entities') ?? '', query)
  const parts = pathname.slice(1).split('/')
  const [kindText, slugText = '', ...more] = parts[0] === 'embed' ? parts.slice(1) : parts
  const isNetwork = kindText === 'entity' && query.get('view') === 'network'
  const kind = isNetwork ? 'network' : EMBEDDABLE.find((one): one is EmbedKind => one === kindText)
  if (!kind || slugText === '' || more.length > 0) return null
  try {
    return parseEmbed(kind, decodeURIComponent(slugText), query)
  } catch {
    return null
  }
}
