import { DomainError } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { escapeMarkup } from '../../text/escape-markup.ts'
import { INSTANT_EXAMPLE } from '../../text/instant.ts'
import { findParameterProblem } from '../../text/query-parameters.ts'
import { el, join } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import { parameterMessage } from '../parameter-message.ts'
import { requestedInstant } from '../requested-instant.ts'
import { cardPath } from '../social-head.ts'
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
  readonly thumbnail_url: string
  readonly thumbnail_width: number
  readonly thumbnail_height: number
}

const MIN_WIDTH = 100
const MIN_HEIGHT = 200
const MAX_HEIGHT = 1000

/**
 * oEmbed 1.0 response for a URL of ours, of a page or an embed.
 * @throws DomainError NOT_FOUND for a URL that is not ours or has no content, BAD_INPUT for one whose
 * `asOf` is no instant, or which has a parameter that pages refuse
 */
export async function oEmbed(store: GraphStore, query: URLSearchParams, publicUrl: string): Promise<OEmbedResponse> {
  const given = query.get('url') ?? ''
  const requested = readUrl(given, publicUrl)
  const reason = requested && reasonToRefuse(new URL(given), requested)
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
    thumbnail_url: `${publicUrl}${linksIn(request.messages.tag, request.asOf).own(cardPath(request, request.messages.tag))}`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  }
}

/** Canonical parameters of a request: sizes as in the response, the widget by the URL of its embed. */
export function oEmbedOptions(query: URLSearchParams, publicUrl: string): URLSearchParams {
  const given = query.get('url') ?? ''
  const options = new URLSearchParams({ url: given, format: query.get('format') ?? 'json' })
  const request = readUrl(given, publicUrl)
  // A refused request keeps its parameters, which its message quotes.
  if (!request || reasonToRefuse(new URL(given), request) !== null) return options
  const { width, height } = sizeOf(query, request)
  options.set('url', `${publicUrl}${embedPath(request)}`)
  options.set('maxwidth', String(width))
  options.set('maxheight', String(height))
  return options
}

function sizeOf(query: URLSearchParams, request: EmbedRequest): { readonly width: number; readonly height: number } {
  return {
    width: clamp(query.get('maxwidth'), EMBED_WIDTH, MIN_WIDTH, EMBED_WIDTH),
    height: clamp(query.get('maxheight'), embedHeight(request), MIN_HEIGHT, MAX_HEIGHT),
  }
}

/** A sentence on the first parameter for which a URL of this site is refused; null where it is answered. */
function reasonToRefuse({ pathname, searchParams }: URL, { messages: { ui } }: EmbedRequest): string | null {
  const parameters = pathname === '/compare' ? COMPARE_PARAMETERS : EMBED_PARAMETERS
  const problem = findParameterProblem(searchParams, parameters)
  if (problem) return parameterMessage(problem, parameters, ui)
  const instant = requestedInstant(searchParams)
  return instant.is === 'UNREADABLE' ? ui.asOfUnreadable(instant.given, INSTANT_EXAMPLE) : null
}

/** The response as XML. */
export function oEmbedXml(response: OEmbedResponse): string {
  const fields = Object.entries(response).map(([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`
}

/** Widget of a URL of ours, of a page or an embed; null for any other URL. */
export function readUrl(given: string, publicUrl: string): EmbedRequest | null {
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  if (url.origin !== new URL(publicUrl).origin) return null
  const query = url.searchParams
  if (url.pathname === '/compare') return parseEmbed('compare', query.get('entities') ?? '', query)
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [kindText, slugText, ...more] = parts[0] === 'embed' ? parts.slice(1) : parts
  const isNetwork = kindText === 'entity' && query.get('view') === 'network'
  const kind = isNetwork ? 'network' : EMBEDDABLE.find((one): one is EmbedKind => one === kindText)
  if (!kind || slugText === undefined || more.length > 0) return null
  try {
    return parseEmbed(kind, decodeURIComponent(slugText), query)
  } catch {
    return null
  }
}

function clamp(given: string | null, fallback: number, least: number, max: number): number {
  const requested = given !== null && /^\d{1,6}$/.test(given) ? Number(given) : fallback
  return Math.min(max, Math.max(least, requested))
}
