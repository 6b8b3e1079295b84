import { DomainError } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { escapeMarkup } from '../../text/escape-markup.ts'
import { INSTANT_EXAMPLE } from '../../text/instant.ts'
import { el, join } from '../../widgets/html/markup.ts'
import { pinPath } from '../as-of-links.ts'
import { askedInstant } from '../requested-instant.ts'
import { cardPath } from '../social-head.ts'
import { subjectSummary } from '../topic-summary.ts'
import { EMBEDDABLE, type EmbedKind, type EmbedRequest, embedPath, parseEmbed } from './embed-request.ts'
import { FRAME_WIDTH, frameHeight, widgetPermalink } from './embed-snippets.ts'
import { findEmbedded } from './embedded-topic.ts'

export interface OEmbedAnswer {
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
 * oEmbed 1.0 for an address of ours, permalink or frame.
 * @throws DomainError NOT_FOUND for an address that is not ours or shows nothing, BAD_INPUT for one whose `asOf` is no instant
 */
export async function oEmbed(store: GraphStore, query: URLSearchParams, publicUrl: string): Promise<OEmbedAnswer> {
  const address = query.get('url') ?? ''
  const asked = readAddress(address, publicUrl)
  if (asked) refuseUnreadable(new URL(address).searchParams, asked)
  const found = asked && (await findEmbedded(store, asked))
  if (!found) {
    const message = `url: nothing of ${publicUrl} can be embedded from this address.`
    throw new DomainError('NOT_FOUND', message, { at: 'url' })
  }
  const { request, subject, at } = found
  const { width, height } = sizeOf(query, request)
  const { ui } = request.messages
  const page = `${publicUrl}${widgetPermalink(request)}`
  const told = await subjectSummary(store, subject, request.messages, at)
  const summary = told === '' ? ui.tagline : told
  const html = join(
    el('blockquote', { class: 'wp-embedded-content' }, el('a', { href: page }, `${subject.title} — ${summary}`)),
    // No scrolling=no: where no script tells the height, as in Ghost, the rest is reached by scrolling.
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
    thumbnail_url: `${publicUrl}${pinPath(cardPath(request, request.messages.tag), request.asOf)}`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  }
}

/** The parameters of a request in one spelling: sizes as they are answered, and a widget by the address of its frame. */
export function oEmbedOptions(query: URLSearchParams, publicUrl: string): URLSearchParams {
  const address = query.get('url') ?? ''
  const options = new URLSearchParams({ url: address, format: query.get('format') ?? 'json' })
  const request = readAddress(address, publicUrl)
  // A refusal keeps its own words.
  if (!request || askedInstant(new URL(address).searchParams).is === 'UNREADABLE') return options
  const { width, height } = sizeOf(query, request)
  options.set('url', `${publicUrl}${embedPath(request)}`)
  options.set('maxwidth', String(width))
  options.set('maxheight', String(height))
  return options
}

function sizeOf(query: URLSearchParams, request: EmbedRequest): { readonly width: number; readonly height: number } {
  return {
    width: clamp(query.get('maxwidth'), FRAME_WIDTH, MIN_WIDTH, FRAME_WIDTH),
    height: clamp(query.get('maxheight'), frameHeight(request), MIN_HEIGHT, MAX_HEIGHT),
  }
}

function refuseUnreadable(query: URLSearchParams, { messages: { ui } }: EmbedRequest): void {
  const instant = askedInstant(query)
  if (instant.is !== 'UNREADABLE') return
  throw new DomainError('BAD_INPUT', `url: ${ui.asOfUnreadable(instant.given, INSTANT_EXAMPLE)}`, { at: 'url' })
}

/** The same as XML, which the standard offers too. */
export function oEmbedXml(answer: OEmbedAnswer): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`
}

/** A page or a frame of ours, as the widget that it stands for; null for anything else. */
export function readAddress(address: string, publicUrl: string): EmbedRequest | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
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

function clamp(given: string | null, otherwise: number, least: number, most: number): number {
  const asked = given !== null && /^\d{1,6}$/.test(given) ? Number(given) : otherwise
  return Math.min(most, Math.max(least, asked))
}
