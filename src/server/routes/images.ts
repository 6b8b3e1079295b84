import { EMBEDDABLE, type EmbedKind, parseEmbed } from '../../pages/embed-request.ts'
import { cardPicture, type Picture, widgetPicture } from '../../pages/pictures.ts'
import type { RawAnswer } from '../byte-cache.ts'
import type { PngRenderer } from '../render-png.ts'
import { type Asked, IMAGE_HEADERS, type Route } from './route.ts'

const path = (name: string): RegExp => new RegExp(`^/${name}/(${EMBEDDABLE.join('|')})/([^/]+)\\.png$`)

export function imageRoutes(renderer: PngRenderer): readonly Route[] {
  const picture = async (found: Picture | null): Promise<RawAnswer> =>
    found === null
      ? NONE
      : { status: 200, headers: IMAGE_HEADERS, body: await renderer.render(found.svg.markup, found.width) }
  return [
    {
      // 1200 × 630, for social networks.
      pattern: path('card'),
      needsLanguage: true,
      answer: async ({ parts, query, context }) => picture(await cardPicture(requestOf(parts, query), context)),
    },
    {
      // A widget, for where frames are not shown.
      pattern: path('image'),
      needsLanguage: true,
      answer: async ({ parts, query, context }) => picture(await widgetPicture(requestOf(parts, query), context)),
    },
  ]
}

function requestOf(parts: Asked['parts'], query: URLSearchParams) {
  const kind = EMBEDDABLE.find((one): one is EmbedKind => one === parts[0]) ?? 'claim'
  return parseEmbed(kind, parts[1] ?? '', query)
}

const NONE: RawAnswer = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: 'There is no such picture.\n',
}
