import {
  DEFAULT_LIMIT,
  EMBED_PARAMETERS,
  EMBEDDABLE,
  type EmbedRequest,
  formatEmbed,
} from '../../pages/embed/embed-request.ts'
import { cardPicture, homePicture, type Picture, widgetPicture } from '../../pages/pictures.ts'
import { CARD_WIDTHS } from '../../pages/social-head.ts'
import { CARD_WIDTH } from '../../widgets/drawing/social-card.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import type { PngRenderer } from '../workers/render-png.ts'
import { readRequest } from './embed.ts'
import { IMAGE_HEADERS, type Route, SVG_HEADERS } from './route.ts'

const path = (name: string, ending = 'png'): RegExp =>
  new RegExp(`^/${name}/(${EMBEDDABLE.join('|')})/([^/]+)\\.${ending}$`)

/** Returns the routes of pictures: cards for social networks, and widgets as SVG and PNG. */
export function imageRoutes(renderer: PngRenderer): readonly Route[] {
  const picture = async (found: Picture | null): Promise<RawResponse> =>
    found === null
      ? NONE
      : { status: 200, headers: IMAGE_HEADERS, body: await renderer.render(found.svg.markup, found.width) }
  return [
    {
      // A card for social networks, of 1200 × 630 px unless `width` names a smaller one.
      pattern: path('card'),
      dependsOnViewer: false,
      needsLanguage: true,
      parameters: { ...EMBED_PARAMETERS, known: [...EMBED_PARAMETERS.known, 'width'] },
      // A card has a fixed number of claims and one theme.
      options: ({ parts, query }) => {
        const options = optionsOf({ ...readRequest(parts, query), limit: DEFAULT_LIMIT, theme: 'auto' })
        const width = widthOf(query)
        if (width !== CARD_WIDTH) options.set('width', String(width))
        return options
      },
      respond: async ({ parts, query, context }) => {
        const found = await cardPicture(readRequest(parts, query), context)
        return picture(found && { ...found, width: widthOf(query) })
      },
    },
    {
      pattern: /^\/card\/home\.png$/,
      dependsOnViewer: false,
      needsLanguage: true,
      parameters: EMBED_PARAMETERS,
      options: ({ query }) => pick(query, 'lang'),
      respond: async ({ context }) => picture(await homePicture(context)),
    },
    {
      // A widget as SVG, which scales and can be edited.
      pattern: path('image', 'svg'),
      dependsOnViewer: false,
      needsLanguage: true,
      parameters: EMBED_PARAMETERS,
      options: ({ parts, query }) => widgetOptions(readRequest(parts, query)),
      respond: async ({ parts, query, context }) => {
        const found = await widgetPicture(readRequest(parts, query), context)
        return found === null ? NONE : { status: 200, headers: SVG_HEADERS, body: found.svg.markup }
      },
    },
    {
      // A widget as PNG, for pages without iframes.
      pattern: path('image'),
      dependsOnViewer: false,
      needsLanguage: true,
      parameters: EMBED_PARAMETERS,
      options: ({ parts, query }) => widgetOptions(readRequest(parts, query)),
      respond: async ({ parts, query, context }) => picture(await widgetPicture(readRequest(parts, query), context)),
    },
  ]
}

const widthOf = (query: URLSearchParams): number =>
  CARD_WIDTHS.find((width) => String(width) === query.get('width')) ?? CARD_WIDTH

const optionsOf = (request: EmbedRequest): URLSearchParams => new URLSearchParams(formatEmbed(request))

/** Reduces the theme to dark or light, since a picture cannot follow the device. */
const widgetOptions = (request: EmbedRequest): URLSearchParams =>
  optionsOf({ ...request, theme: request.theme === 'dark' ? 'dark' : 'auto' })

const NONE: RawResponse = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: 'There is no such picture: check the kind and the slug.\n',
}
