import type { Dataset } from '../../src/domain/dataset.ts'
import { FEED_KINDS } from '../../src/feeds/feed-path.ts'
import { EMBEDDABLE, type EmbedKind, viewsOf } from '../../src/pages/embed/embed-request.ts'
import { THING_OF_TOPIC } from '../../src/pages/page-topic.ts'
import { textOfDrawing, textOfMarkup } from './headline-walk.ts'

/** PUBLIC_URL of a site whose surfaces are read. */
export const ORIGIN = 'https://sanad.example'

/** Path of each thing, on each kind of surface. A route without a path here fails the test. */
export function pathsOfSurfaces({ entities, sources, concepts, claims, stories }: Dataset): readonly string[] {
  const slugs = (kind: EmbedKind): readonly string[] => {
    const items = { Entity: entities, Source: sources, Claim: claims, Story: stories }
    const thing = THING_OF_TOPIC[kind]
    if (kind === 'compare')
      return [
        entities
          .slice(0, 2)
          .map(({ item }) => item.id)
          .join(','),
      ]
    if (thing === 'DataCategory' || thing === 'Use')
      return concepts.filter(({ item }) => item.kind === thing).map(({ item }) => item.id)
    return items[thing].map(({ item }) => item.id)
  }
  return [
    '/?lang=LANG',
    '/search?lang=LANG&q=x',
    '/search?lang=LANG&q=data',
    '/stories?lang=LANG',
    '/entities?lang=LANG',
    '/data?lang=LANG',
    '/sources?lang=LANG',
    '/card/home.png?lang=LANG',
    '/feed/all.atom?lang=LANG',
    '/feed/corrections.atom?lang=LANG',
    '/sitemap.xml',
    '/robots.txt',
    '/opensearch.xml?lang=LANG',
    ...FEED_KINDS.flatMap((kind) => slugs(kind).map((slug) => `/feed/${kind}/${slug}.atom?lang=LANG`)),
    '/context.jsonld',
    ...EMBEDDABLE.flatMap((kind) =>
      slugs(kind).flatMap((slug) => {
        const page = kind === 'compare' ? `/compare?entities=${slug}&lang=LANG` : `/${kind}/${slug}?lang=LANG`
        return [
          ...(kind === 'network' ? [] : [page, `/oembed?url=${encodeURIComponent(`${ORIGIN}${page}`)}`]),
          `/embed/new?lang=LANG&what=${kind}/${slug}`,
          `/card/${kind}/${slug}.png?lang=LANG`,
          `/export/${kind}/${slug}.jsonld?lang=LANG`,
          ...(viewsOf(kind).includes('graph') ? [`/export/${kind}/${slug}.positions.json?lang=LANG`] : []),
          ...viewsOf(kind).flatMap((view) => [
            `/embed/${kind}/${slug}?lang=LANG&view=${view}&limit=60`,
            `/image/${kind}/${slug}.svg?lang=LANG&view=${view}`,
          ]),
          `/image/${kind}/${slug}.png?lang=LANG`,
        ]
      }),
    ),
  ]
}

/** Name of a surface: route and view, and whether the words are within a widget. */
const surfaceOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, ORIGIN)
  const [first = '', second = ''] = pathname.split('/').slice(1)
  return [first || 'home', first === 'embed' || first === 'image' ? (searchParams.get('view') ?? second) : '']
    .filter(Boolean)
    .join(' ')
}

const isDrawn = (path: string): boolean => /^\/(?:card|image)\//.test(path)

/** Texts of a response by surface: the widgets of a page are a surface of their own. */
export function textsOfResponse(path: string, body: string): readonly (readonly [string, string])[] {
  const surface = surfaceOf(path)
  if (isDrawn(path)) return [[surface, textOfDrawing(body)]]
  if (path.includes('.positions.json')) {
    // The lines of the drawing follow each other, as in the picture. A topic without a picture has none.
    const { texts = [], ...rest }: { readonly texts?: readonly { readonly text: string }[] } = JSON.parse(body)
    const drawn = textOfDrawing(texts.map(({ text }) => text).join(' '))
    return [drawn, ...stringsIn(rest).map(textOfMarkup)].map((text) => ['positions', text])
  }
  if (surface === 'export' || surface === 'oembed')
    return stringsIn(JSON.parse(body)).map((text) => [surface, textOfMarkup(text)])
  const widgets = [...body.matchAll(/<sanad-widget.*?<\/sanad-widget>/gs)].map(([widget]) => widget)
  const beside = body.replace(/<sanad-widget.*?<\/sanad-widget>/gs, '')
  const lists = [...beside.matchAll(CLAIM_LIST)].map(([list]) => list)
  const page = beside.replace(CLAIM_LIST, '').replace(STATUS_STRIP, '').replace(STATUS_KEY, '').replace(QUESTIONS, '')
  const linked = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  return [
    [surface, textOfMarkup(page.replace(/<script type="application\/ld\+json">.*?<\/script>/gs, ''))],
    ...linked.flatMap(([, json = '{}']) =>
      stringsIn(JSON.parse(json)).map((text) => ['linked data', textOfMarkup(text)] as const),
    ),
    ...lists.map((list) => ['claim list', textOfMarkup(list)] as const),
    ...widgets.map((widget) => [`${surface} widget`, textOfMarkup(widget)] as const),
  ]
}

/** Counts of claims by status, without any claim. */
const STATUS_STRIP = /<section class="site-strip".*?<\/section>/gs
/** Questions, each with the headline's status and by-line as its answer. */
const QUESTIONS = /<ul class="home-questions".*?<\/ul>/gs
const STATUS_KEY = /<ul class="home-key".*?<\/ul>/gs
const CLAIM_LIST = /<ol [^>]*class="sanad-claims".*?<\/ol>/gs

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
