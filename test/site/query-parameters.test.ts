import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_QUERY_PARAMETERS } from '../../src/domain/parse-claim-query.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { FOREIGN_PARAMETERS } from '../foreign-parameters.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type StartedSite, startSite } from './start-site.ts'

const KNOWN_ABOUT_LINKS = [
  '/?lang=en',
  '/embed/story/story?lang=en',
  '/embed/new?lang=en',
  '/story/story?lang=en',
  '/claim/claim-0000?lang=en',
  '/compare?entities=x,musk&lang=en',
  '/image/story/story.png?lang=en',
  '/image/story/story.svg?lang=en',
  '/card/story/story.png?lang=en',
  '/card/home.png?lang=en',
]
const EXPORT = '/export/story/story.jsonld?lang=en'
/** Paths that refuse every unknown parameter: programs read them. Each streams, or is JSON, or XML. */
const REFUSING = [
  '/export/story/story.positions.json?lang=en',
  '/export/claims.csv?lang=en',
  '/export/workbook.xlsx?lang=en',
  '/feed/all.atom?lang=en',
  '/feed/claim/claim-0000.atom?lang=en',
  '/sitemap.xml?',
  '/sitemap/claim-1.xml?',
  '/opensearch.xml?lang=en',
  '/context.jsonld?',
  '/openapi.json?',
  '/reconcile?lang=en',
  '/reconcile/v1?lang=en',
  '/reconcile/suggest/entity?lang=en&prefix=x',
  '/reconcile/flyout/entity?lang=en&id=entity/x',
  '/reconcile/preview?lang=en&id=entity/x',
  '/reconcile/propose?lang=en&type=entity',
]
const MISSES = ['asof', 'as-of', 'AsOf', 'ASOF', 'as_of', 'amp;asOf', 'amp;asof']

describe('query parameter', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ dataset: smallDataset() })
  })
  afterAll(() => site.stop())
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual', headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const oembed = (address: string): string => `/oembed?url=${encodeURIComponent(`${site.url}${address}`)}`

  it.each([...KNOWN_ABOUT_LINKS, EXPORT])(
    'with a near miss of asOf is rejected with the intended name by %s',
    async (path) => {
      for (const miss of MISSES) {
        const { status, headers, text } = await get(`${path}&${encodeURIComponent(miss)}=2026-08-01`)
        expect(status, miss).toBe(400)
        expect(text).toContain(`The URL has a parameter that is not known: “${miss}”. Did you mean asOf?`)
        expect(text).not.toContain('collects')
        expect(headers.get('cache-control')).toBe('no-store')
      }
    },
  )

  it('after an HTML-escaped ampersand is rejected', async () => {
    expect((await get('/claim/claim-0000?lang=en&amp;asOf=2026-08-01')).status).toBe(400)
    expect((await get('/claim/claim-0000?lang=en&amp;utm_source=x')).status).toBe(200)
  })

  it.each([...KNOWN_ABOUT_LINKS, EXPORT])('that is repeated is rejected by %s', async (path) => {
    const { status, text } = await get(`${path}&lang=id`)
    expect(status).toBe(400)
    expect(text).toContain('The URL has the parameter lang more than once. Give it once.')
  })

  it('may be repeated where it lists values', async () => {
    expect((await get('/embed/story/story?lang=en&status=STATED&status=DENIED')).status).toBe(200)
  })

  it.each(KNOWN_ABOUT_LINKS)('that is foreign is ignored by %s, and adds no cache entry', async (path) => {
    const plain = await get(path)
    expect(plain.status).toBe(200)
    const entries = () => site.cache.stats().namespaces['answers']?.entries
    await get(path)
    const entriesBefore = entries()
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...FOREIGN_PARAMETERS], { minLength: 1 }), async (foreign) => {
        const query = new URLSearchParams(foreign.map((name) => [name, 'x']))
        const { status, headers } = await get(`${path}&${query}`)
        expect(status).toBe(200)
        expect(headers.get('etag')).toBe(plain.headers.get('etag'))
      }),
      { numRuns: propertyRuns(10) },
    )
    expect(entries()).toBe(entriesBefore)
  })

  it('that is foreign is refused by an export, with the known names as JSON', async () => {
    const known = ['lang', 'asOf', ...CLAIM_QUERY_PARAMETERS].join(', ')
    for (const name of ['utm_source', 'format']) {
      const { status, headers, text } = await get(`${EXPORT}&${name}=x`)
      expect(status).toBe(400)
      expect(headers.get('content-type')).toContain('application/json')
      expect(JSON.parse(text)).toEqual({
        errors: [
          {
            message: `The URL has a parameter that is not known: “${name}”. Known parameters: ${known}.`,
            extensions: { code: 'BAD_INPUT' },
          },
        ],
      })
    }
  })

  it.each(REFUSING)('that is unknown or repeated is refused by %s', async (path) => {
    expect((await get(path)).status).toBe(200)
    for (const parameter of ['nonsense=1', 'utm_source=x', 'a%00b=1', `${'x'.repeat(3000)}=1`, '__proto__=1']) {
      const { status, text, headers } = await get(`${path}&${parameter}`)
      expect([parameter, status]).toEqual([parameter, 400])
      expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_INPUT')
      expect(text.length).toBeLessThan(1000)
      expect(headers.get('cache-control')).toBe('no-store')
    }
    if (path.includes('lang=en')) expect((await get(`${path}&lang=id`)).status).toBe(400)
  })

  it('is rejected before the redirect to a language, in the language of the reader', async () => {
    const indonesian = { 'Accept-Language': 'id' }
    expect((await get('/claim/claim-0000?asof=2026-08-01', indonesian)).text).toContain('Apakah maksud Anda asOf?')
    expect((await get('/claim/claim-0000?lang=id&lang=en', indonesian)).text).toContain('lebih dari sekali')
    expect((await get('/claim/claim-0000?lang=id&asof=x')).text).toContain('parameter yang tidak dikenal: “asof”')
    expect((await get('/claim/claim-0000?dnt=1', indonesian)).status).toBe(302)
  })

  it('is checked by oEmbed, in its own URL and in the requested one', async () => {
    const good = oembed('/claim/claim-0000?lang=en')
    expect((await get(`${good}&dnt=1&utm_source=x`)).status).toBe(200)
    expect((await get(`${good}&maxWidth=300`)).text).toContain('Did you mean maxwidth?')
    expect((await get(`${good}&maxwidth=300&maxwidth=400`)).status).toBe(400)
    expect((await get(oembed('/claim/claim-0000?lang=en&utm_source=x'))).status).toBe(200)
    for (const path of ['/claim/claim-0000', '/embed/claim/claim-0000']) {
      const { status, text } = await get(oembed(`${path}?lang=en&asof=2026-08-01`))
      expect(status).toBe(400)
      expect(JSON.parse(text).errors[0].message).toBe(
        'url: The URL has a parameter that is not known: “asof”. Did you mean asOf?',
      )
    }
    expect((await get(oembed('/compare?lang=en&Entities=x,musk'))).text).toContain('Did you mean entities?')
  })

  it('is quoted without its markup, and shortened', async () => {
    const { text } = await get(`/claim/claim-0000?lang=en&${encodeURIComponent('<as>of')}=1`)
    expect(text).toContain('“&lt;as&gt;of”')
    const long = await get(`/claim/claim-0000?lang=en&as${'-'.repeat(2000)}of=1`)
    expect(long.status).toBe(400)
    expect(long.text.length).toBeLessThan(6000)
  })

  describe('query parameter of a GraphQL GET request', () => {
    const QUERY = '/graphql?query={__typename}'
    const messageOf = async (path: string): Promise<string> => {
      const { status, text } = await get(path, { Accept: 'application/json' })
      const { errors } = JSON.parse(text)
      expect([status, errors[0].extensions.code]).toEqual([400, 'BAD_INPUT'])
      expect(errors[0].message.length).toBeLessThanOrEqual(300)
      return errors[0].message
    }
    const KNOWN = 'Known parameters: query, variables, operationName, documentId, extensions.'

    it('that is unknown is rejected with the known names, and the near one', async () => {
      expect(await messageOf(`${QUERY}&Variables={}`)).toBe(
        `The URL has an unknown parameter "Variables". Did you mean variables? ${KNOWN}`,
      )
      expect(await messageOf(`${QUERY}&asOf=2026-01-01`)).toBe(`The URL has an unknown parameter "asOf". ${KNOWN}`)
      expect(await messageOf(`${QUERY}&${'x'.repeat(8000)}=1`)).toContain('…')
      expect(await messageOf(`${QUERY}&amp;operationName=X`)).toContain('Did you mean operationName?')
    })

    it('that is repeated is rejected', async () => {
      expect(await messageOf(`${QUERY}&query={stories{complete}}`)).toBe(
        'The URL has the parameter "query" more than once; give it once.',
      )
    })

    it('that is known is accepted', async () => {
      expect((await get(`${QUERY}&variables={}&operationName=&extensions={}`)).status).toBe(200)
    })
  })
})
