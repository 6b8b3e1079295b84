import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_QUERY_LISTS, CLAIM_QUERY_PARAMETERS } from '../../src/domain/parse-claim-query.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import { builderRoute } from '../../src/server/routes/page-routes.ts'
import type { Route } from '../../src/server/routes/route.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { recordedInstant } from './recorded-instant.ts'
import { type StartedSite, startSite } from './start-site.ts'

const ROUTES = allRoutes({ render: () => Promise.reject(new Error('Nothing is drawn here.')) })

/** A URL for each cached route, with all its parameters. */
const EVERYTHING = 'view=timeline&lang=en&theme=dark&status=STATED,DENIED&limit=7&asOf=2026-11-01T00:00:00Z'
const ADDRESSES = [
  '/?lang=en&q=twitter&asOf=2026-11-01T00:00:00Z',
  '/story/x-privacy-2023?lang=en&asOf=2026-11-01T00:00:00Z',
  '/claim/x-sells-user-data?lang=id',
  '/compare?entities=x,xai&lang=en',
  '/compare?entities=x&lang=en&add=musk',
  '/entity/elon-musk?lang=en&view=about',
  '/data/biometric?lang=en',
  '/entities?lang=en',
  '/search?lang=en&q=twitter&kind=claim',
  `/embed/story/x-privacy-2023?${EVERYTHING}`,
  `/embed/compare/x,xai?lang=en`,
  `/card/claim/x-sells-user-data.png?${EVERYTHING}`,
  '/card/claim/x-sells-user-data.png?lang=en&width=1200',
  '/card/home.png?lang=en',
  `/image/claim/x-sells-user-data.svg?${EVERYTHING}`,
  `/image/claim/x-sells-user-data.png?lang=en`,
  '/export/claim/x-sells-user-data.jsonld?lang=en&asOf=2026-11-01T00:00:00Z',
  '/export/story/x-privacy-2023.jsonld?lang=en&claimant=elon-musk&stance=STATES,DENIES&assertedTo=2025',
  '/export/story/x-privacy-2023.positions.json?lang=en&limit=7&asOf=2026-11-01T00:00:00Z',
  '/feed/all.atom?lang=en',
  '/feed/corrections.atom?lang=id',
  '/feed/claim/x-sells-user-data.atom?lang=en',
  '/sitemap.xml',
  '/robots.txt',
  '/opensearch.xml?lang=en',
  '/context.jsonld',
  '/oembed?url=SITE&maxwidth=5000&maxheight=9999&format=json',
]

/** Equivalent values by parameter. A test below fails for a parameter that is missing here. */
const SPELLINGS: Readonly<Record<string, (value: string) => readonly string[]>> = {
  lang: (value) => [value, value.toUpperCase(), `${value}-XX`, ` ${value} `],
  q: (value) => [value, ` ${value}`, `${value}  `],
  asOf: () => [
    '2026-11-01T00:00:00Z',
    '2026-11-01',
    '2026-11-01T07:00:00+07:00',
    '2026-11-01T00:00:01.5Z',
    '2026-11-01T00:04:59Z',
  ],
  entities: (value) => [value, `${value},`, `,${value}`, value.replace(',', ',,')],
  view: (value) => [value],
  add: (value) => [value, ` ${value} `],
  kind: (value) => [value],
  from: (value) => [value, `0${value}`],
  after: (value) => [value],
  recorded: (value) => [value],
  theme: (value) => [value],
  status: () => [
    'STATED,DENIED',
    'DENIED,STATED',
    'stated,denied,,',
    'STATED,DENIED,STATED',
    'denied,loud,Stated',
    'denied,denied_not,stated',
  ],
  stance: () => ['STATES,DENIES', 'DENIES,STATES', 'denies,,states', 'STATES,DENIES,STATES'],
  ...Object.fromEntries(
    CLAIM_QUERY_PARAMETERS.filter((name) => name !== 'status' && name !== 'stance').map((name) => [
      name,
      (value: string) => [value],
    ]),
  ),
  limit: (value) => [value, `0${value}`, `00${value}`],
  maxwidth: () => ['5000', '1200', '1201', '11999', '-1', '0', 'wide', ''],
  maxheight: () => ['9999', '1000', '1001', '11999'],
  width: () => ['1200', '', '1', 'wide'],
  format: (value) => [value],
  url: (value) => [
    value,
    value.replace('/claim/', '/embed/claim/'),
    `${value}&x=1`,
    `${value}&theme=`,
    `${value}#there`,
  ],
}
/** Parameters whose values name an object, a day or a text, so that each value is another request. */
const OPEN: readonly string[] = CLAIM_QUERY_PARAMETERS.filter((name) => !CLAIM_QUERY_LISTS.includes(name))

describe('equivalent URLs', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const entries = (): number => site.cache.stats().namespaces['answers']?.entries ?? 0
  const get = async (path: string): Promise<string> => {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual' })
    expect([path, response.status]).toEqual([path, 200])
    return `${response.headers.get('etag')} ${await response.text()}`
  }

  it.each(ADDRESSES)('share one cache entry and one response: %s', async (given) => {
    const address = given.replace('SITE', encodeURIComponent(`${site.url}/claim/x-sells-user-data?lang=en`))
    await get(address)
    const plain = await get(address)
    const before = entries()
    await fc.assert(
      fc.asyncProperty(respelt(address), async (other) => {
        expect(await get(other)).toBe(plain)
      }),
      { numRuns: propertyRuns(8) },
    )
    expect([before > 0, entries()]).toEqual([true, before])
  })

  it('are not cached at an instant before the first revision', async () => {
    const before = entries()
    for (let day = 1; day < 9; day += 1) for (const _ of [1, 2]) await get(`/?lang=en&asOf=1999-01-0${day}`)
    expect(entries()).toBe(before)
  })

  it('show the recorded instant of the revision, which is also the canonical URL', async () => {
    const recorded = await recordedInstant(site, '2026-11-01T00:00:00Z')
    const canonical = `/story/x-privacy-2023?lang=en&asOf=${encodeURIComponent(recorded)}`
    expect(await get('/story/x-privacy-2023?lang=en&asOf=2026-11-01')).toBe(await get(canonical))
  })
})

describe('list of routes', () => {
  const pathOf = (address: string): string => address.split('?')[0] ?? ''
  const cached = ROUTES.filter((route) => route !== builderRoute && 'respond' in route)

  it('has a test URL for each cached route', () => {
    const missing = cached.filter(({ pattern }) => !ADDRESSES.some((address) => pattern.test(pathOf(address))))
    expect(missing.map(({ pattern }) => String(pattern))).toEqual([])
  })

  it.each(ADDRESSES)('has equivalent values for every parameter that a route reads: %s', (address) => {
    const route = cached.find(({ pattern }) => pattern.test(pathOf(address)))
    expect(route && [...readBy(route, address)].filter((name) => !(name in SPELLINGS))).toEqual([])
  })

  it.each(ADDRESSES)('has every parameter that a route reads among its known parameters: %s', (address) => {
    const route = cached.find(({ pattern }) => pattern.test(pathOf(address)))
    const known = route?.parameters.known ?? []
    expect(route && [...readBy(route, address)].filter((name) => !known.includes(name))).toEqual([])
  })

  it('detects a parameter that is missing from the list', () => {
    const route: Route = {
      pattern: /x/,
      dependsOnViewer: false,
      needsLanguage: false,
      parameters: { known: [], repeatable: [], foreign: 'IGNORED' },
      options: ({ query }) => new URLSearchParams({ unheard: query.get('unheard') ?? '' }),
      respond: () => Promise.reject(new Error('Nothing is answered here.')),
    }
    expect([...readBy(route, '/x')]).toEqual(['unheard'])
  })

  it.each(ADDRESSES)('makes few different requests of many numbers: %s', (address) => {
    const route = cached.find(({ pattern }) => pattern.test(pathOf(address)))
    if (!route) throw new Error(`No route for ${address}.`)
    for (const name of Object.keys(SPELLINGS)) {
      // Values of these parameters must exist in the database, or are free text.
      if (['lang', 'q', 'add', 'entities', 'url', 'asOf', 'format', ...OPEN].includes(name)) continue
      const made = new Set<string>()
      for (let n = 0; n < 12_000; n += 7) {
        const query = new URLSearchParams(address.split('?')[1]?.replace('SITE', 'http%3A%2F%2Fa.b%2Fclaim%2Fx'))
        query.set(name, String(n))
        made.add(String(route.options({ parts: ['claim', 'x'], query, publicUrl: 'http://a.b' })))
      }
      expect(made.size, name).toBeLessThanOrEqual(name.startsWith('max') ? 801 : 61)
    }
  })
})

/** Names of the URL parameters that a route reads. */
function readBy(route: Route, address: string): ReadonlySet<string> {
  const names = new Set<string>()
  const query = new URLSearchParams(address.split('?')[1]?.replace('SITE', 'http%3A%2F%2Fa.b%2Fclaim%2Fx'))
  const recording = new Proxy(query, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      if (typeof value !== 'function') return value
      return (...args: readonly unknown[]) => {
        if (['get', 'getAll', 'has'].includes(String(property))) names.add(String(args[0]))
        return Reflect.apply(value, target, args)
      }
    },
  })
  route.options({ parts: ['claim', 'x'], query: recording, publicUrl: 'http://a.b' })
  return names
}

/** The same request: parameters in any order and spelling, escapes, and foreign parameters if the route ignores them. */
function respelt(address: string): fc.Arbitrary<string> {
  const [path = '', text = ''] = address.split('?')
  const route = ROUTES.find(({ pattern }) => pattern.test(path))
  const parameters = [...new URLSearchParams(text)]
  const values = parameters.map(([name, value]) =>
    fc.constantFrom(...(SPELLINGS[name]?.(value) ?? [value])).map((other): [string, string] => [name, other]),
  )
  const unread = fc.array(fc.tuple(fc.constantFrom('x', 'n', 'utm_source', 'fbclid', 'dnt'), fc.string()), {
    maxLength: route?.parameters.foreign === 'REFUSED' ? 0 : 4,
  })
  return fc
    .tuple(fc.tuple(...values), unread, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat()))
    .map(([own, others, escapes, order]) => {
      const all = [...own, ...others].map((one) => ({ one, place: order.next().value ?? 0 }))
      const shuffled = all.sort((a, b) => a.place - b.place).map(({ one }) => one)
      const query = shuffled.map(([name, value]) => `${name}=${escapeSome(value, escapes)}`)
      const escaped = escapeSlug(path, escapes)
      // Names of routes have one spelling.
      return `${route?.pattern.test(escaped) ? escaped : path}?${query.join('&')}`
    })
}

const escapeSome = (text: string, escapes: fc.Stream<boolean>): string =>
  [...text].map((sign) => (escapes.next().value && /[a-z]/.test(sign) ? hex(sign) : encodeURIComponent(sign))).join('')

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`

/** Escapes characters of the last path segment before its extension. */
function escapeSlug(path: string, escapes: fc.Stream<boolean>): string {
  const index = path.lastIndexOf('/') + 1
  if (index < 2) return path
  const [slug = '', ...ending] = path.slice(index).split('.')
  return `${path.slice(0, index)}${[[...slug].map((sign) => (escapes.next().value && /[a-z]/.test(sign) ? hex(sign) : sign)).join(''), ...ending].join('.')}`
}
