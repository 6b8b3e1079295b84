import { EMBEDDABLE, type EmbedKind, parseEmbed } from '../../pages/embed-request.ts'
import { cardPicture, homePicture, type Picture, widgetPicture } from '../../pages/pictures.ts'
import type { RawAnswer } from '../byte-cache.ts'
import type { PngRenderer } from '../render-png.ts'
import { type Asked, IMAGE_HEADERS, type Route, SVG_HEADERS } from './route.ts'

const path = (name: string, ending = 'png'): RegExp =>
  new RegExp(`^/${name}/(${EMBEDDABLE.join('|')})/([^/]+)\\.${ending}$`)

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
      pattern: /^\/card\/home\.png$/,
      needsLanguage: true,
      answer: async ({ context }) => picture(await homePicture(context)),
    },
    {
      // The same as lines and letters, to be enlarged and changed.
      pattern: path('image', 'svg'),
      needsLanguage: true,
      answer: async ({ parts, query, context }) => {
        const found = await widgetPicture(requestOf(parts, query), context)
        return found === null ? NONE : { status: 200, headers: SVG_HEADERS, body: found.svg.markup }
      },
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
