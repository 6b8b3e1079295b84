import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { FEED_KINDS } from '../../src/feeds/feed-path.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import type { Messages } from '../../src/messages/en.ts'
import { EMBEDDABLE, type EmbedKind, viewsOf } from '../../src/pages/embed/embed-request.ts'
import { THING_OF_TOPIC } from '../../src/pages/page-topic.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import type { Route } from '../../src/server/routes/route.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { everyStanding } from '../contracts/every-standing.ts'
import { quote } from '../domain/captured-words.ts'
import { wholeClaim } from '../domain/claims-at-random.ts'
import { claimOf, DENIES, names, said } from '../domain/spoken-claims.ts'
import { type Found, judge, type Propositions, propositionsIn, textOfDrawing, textOfMarkup } from './headline-walk.ts'
import { NOW, type StartedSite, seeds, startSite } from './start-site.ts'

const OWN = '/assets/own.js?v=1'
const ORIGIN = 'https://sanad.example'

/** Draws pictures as their own SVG, so that their words can be read. */
const ROUTES = allRoutes({ render: async (svg: string) => Buffer.from(svg) })

/** Path of each thing, on each kind of surface. A route without a path here fails the test. */
function pathsOf({ entities, sources, concepts, claims, stories }: Dataset): readonly string[] {
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
function textsOf(path: string, body: string): readonly (readonly [string, string])[] {
  const surface = surfaceOf(path)
  if (isDrawn(path)) return [[surface, textOfDrawing(body)]]
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

async function respond(site: StartedSite, path: string, messages: Messages): Promise<{ route: Route; body: string }> {
  const url = new URL(path, ORIGIN)
  const route = ROUTES.find(({ pattern }) => pattern.test(url.pathname))
  if (!route || !('respond' in route)) throw new Error(`No route responds to ${path}.`)
  const parts = route.pattern.exec(url.pathname)?.slice(1).map(decodeURIComponent) ?? []
  const context = {
    store: site.open.store,
    viewer: PUBLIC_VIEWER,
    messages,
    asOf: null,
    links: linksIn(messages.tag, null),
    now: NOW,
    publicUrl: ORIGIN,
    assets: {
      style: OWN,
      picture: OWN,
      charts: OWN,
      site: OWN,
      icon: OWN,
      fonts: [],
      widget: OWN,
      builder: OWN,
      embed: OWN,
      page: OWN,
    },
    draw: async () => null,
  }
  const { body } = await route.respond({ parts, query: url.searchParams, publicUrl: ORIGIN, messages, context })
  return { route, body: body.toString() }
}

async function read(site: StartedSite, dataset: Dataset, messages: Messages): Promise<Propositions> {
  const { store } = site.open
  const revision = await store.revisionAt(null)
  const ids = dataset.claims.map(({ item }) => item.id)
  const claims = (await store.claims(ids, revision)).flatMap((claim) => claim ?? [])
  return propositionsIn(claims, await namesOfClaims(store, claims, revision), messages)
}

/** Reads every surface over one data set, and adds to what was found on each. */
async function walk(
  datasetOf: () => Promise<Dataset>,
  bySurface: Map<string, Found>,
  routes: Set<Route>,
): Promise<void> {
  const dataset = await datasetOf()
  const site = await startSite({ dataset })
  for (const messages of MESSAGES) {
    const propositions = await read(site, dataset, messages)
    for (const template of pathsOf(dataset)) {
      const path = template.replaceAll('LANG', messages.tag)
      const { route, body } = await respond(site, path, messages)
      routes.add(route)
      for (const [surface, text] of textsOf(path, body)) {
        const { headlines, faults } = judge(text, propositions)
        const known = bySurface.get(surface) ?? { headlines: 0, faults: [] }
        const placed = faults.map((fault) => `${path}: ${fault}`)
        bySurface.set(surface, { headlines: known.headlines + headlines, faults: [...known.faults, ...placed] })
      }
    }
  }
  await site.stop()
}

describe('surfaces of the seeds, and of claims of every status', () => {
  const bySurface = new Map<string, Found>()
  const routes = new Set<Route>()
  beforeAll(async () => {
    await walk(seeds, bySurface, routes)
    await walk(async () => everyStanding(), bySurface, routes)
  }, 300_000)

  it('are on every route', () => {
    // Tests of exports judge the lines of streamed files, and the sitemap has no words.
    const whole = ROUTES.filter((route) => 'respond' in route)
    expect(whole.filter((route) => !routes.has(route)).map(({ pattern }) => pattern)).toEqual([])
  })

  it('show each proposition with the status of its polarity and its by-line', () => {
    const faulty = [...bySurface].filter(([, { faults }]) => faults.length > 0)
    expect(faulty.map(([surface, { faults }]) => [surface, faults.length, faults[0]])).toEqual([])
    const total = [...bySurface.values()].reduce((sum, { headlines }) => sum + headlines, 0)
    console.log(`${bySurface.size} surfaces, ${total} propositions with status and by-line.`)
    expect(total).toBeGreaterThan(5000)
  })
})

describe('judge of surfaces', () => {
  const exact = 'They say X sells biometric data, it wrote.'
  const details = wholeClaim(claimOf('SELLS'), [said({ ...DENIES, quote: quote({ exact }) })])
  const [messages = messagesIn('en')] = MESSAGES
  const propositions = propositionsIn([details], names, messages)
  const faultsIn = (markup: string): readonly string[] => judge(textOfMarkup(markup), propositions).faults
  const badge = (word: string): string => `<strong class="sanad-status">${word}</strong>`

  it.each([
    ['a proposition with its headline', `<h1>X sells biometric data</h1><p>${badge('Denied:')} X denies it</p>`],
    ['a title', '<title>Denied: X sells biometric data – X denies it</title>'],
    ['words of a document', `<blockquote>${exact}</blockquote>`],
    ['words of a speaker', '<strong class="sanad-status sanad-act">Denies</strong> <p>X sells biometric data</p>'],
    ['a sentence', '<p>X denies that it sells biometric data, and MUSK that X sells biometric data.</p>'],
  ])('accepts %s', (_, markup) => {
    expect(faultsIn(markup)).toEqual([])
  })

  it.each([
    ['a proposition alone', '<a>X sells biometric data</a>'],
    ['a proposition beside words of a document', `<a>X sells biometric data</a><p>${exact}</p>`],
    ['a part of the words of a document', '<p>They say X sells biometric data</p>'],
    ['a verb that is none of a speaker', '<p>States</p><p>X sells biometric data</p>'],
    ['a proposition without a by-line', `<p>X sells biometric data ${badge('Denied')}</p>`],
    ['a by-line without a status', '<p>X sells biometric data: X denies it</p>'],
    ['another status', `<p>X sells biometric data ${badge('Stated:')} X denies it</p>`],
    ['another polarity', `<p>X does not sell biometric data ${badge('Denied:')} X denies it</p>`],
    ["a status beside somebody's sentence", `<p>${badge('denied')} X denies that it sells biometric data.</p>`],
    ['an attribute', '<img alt="X sells biometric data">'],
  ])('rejects %s', (_, markup) => {
    expect(faultsIn(markup)).not.toEqual([])
  })
})
