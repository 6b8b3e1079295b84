import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { type Received, sendRequest } from './send-request.ts'

const JSON_TYPE = 'application/json'
const RESULT_TYPE = 'application/graphql-response+json'
const HTML_TYPE = 'text/html'

/** One path of every route, with the methods that it takes. */
const READ = 'GET, HEAD, OPTIONS'
const ROUTES: Readonly<Record<string, string>> = {
  '/healthz': READ,
  '/readyz': READ,
  '/metrics': READ,
  '/graphql': 'GET, HEAD, POST, OPTIONS',
  '/': READ,
  '/embed/new': READ,
  '/embed/claim/claim-0001': READ,
  '/claim/claim-0001': READ,
  '/compare': READ,
  '/oembed': READ,
  '/export/claim/claim-0001.jsonld': READ,
  '/card/claim/claim-0001.png': READ,
  '/card/home.png': READ,
  '/image/claim/claim-0001.svg': READ,
  '/image/claim/claim-0001.png': READ,
  '/assets/sanad.css': READ,
  '/robots.txt': READ,
  '/feed/all.atom': READ,
  '/feed/claim/claim-0001.atom': READ,
  '/sitemap.xml': READ,
  '/opensearch.xml': READ,
  '/openapi.json': READ,
  '/favicon.ico': READ,
}
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH']

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ dataset: smallDataset(3) })
})
afterAll(() => site.stop())

const send = (method: string, path: string, headers: Record<string, string> = {}): Promise<Received> =>
  sendRequest(site.url, { method, path, headers })
const codeOf = ({ text }: Received): string => JSON.parse(text).errors[0].extensions.code

describe('method', () => {
  it('is one of those in Allow, or refused with 405 and Allow, on every route', async () => {
    const routes = fc.constantFrom(...Object.keys(ROUTES))
    await fc.assert(
      fc.asyncProperty(routes, fc.constantFrom(...METHODS), async (path, method) => {
        const allow = ROUTES[path] ?? ''
        const isAllowed = allow.split(', ').includes(method)
        // Drawing a picture takes long; the comparison of HEAD with GET below draws each once.
        if (path.endsWith('.png') && isAllowed && method !== 'OPTIONS') return
        const answer = await send(method, path)
        expect([path, method, answer.status === 405]).toEqual([path, method, !isAllowed])
        if (method === 'OPTIONS') expect([answer.status, answer.headers['allow']]).toEqual([204, allow])
        if (isAllowed) return
        expect(answer.headers['allow']).toBe(allow)
        expect(codeOf(answer)).toBe('BAD_INPUT')
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('is refused on each route of the site', async () => {
    for (const path of Object.keys(ROUTES)) expect([path, (await send('DELETE', path)).status]).toEqual([path, 405])
  })

  it('HEAD has the status and the headers of GET, and no body', async () => {
    const accept = { Accept: 'text/html' }
    const query = `/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`
    const paths = [...Object.keys(ROUTES).filter((path) => path !== '/metrics'), query, '/nothing', '/claim/%zz']
    for (const path of paths) {
      const [get, head] = [await send('GET', path, accept), await send('HEAD', path, accept)]
      expect([path, head.status, head.text]).toEqual([path, get.status, ''])
      for (const name of ['content-type', 'content-length', 'etag', 'vary', 'location', 'cache-control']) {
        expect([path, name, head.headers[name]]).toEqual([path, name, get.headers[name]])
      }
    }
  })

  it('gets 404 at an unknown path, and OPTIONS gets 204 there and for the whole server', async () => {
    expect((await send('POST', '/nothing')).status).toBe(404)
    for (const path of ['*', '/nothing']) expect((await send('OPTIONS', path)).status).toBe(204)
  })
})

describe('preflight', () => {
  const clients: Readonly<Record<string, string>> = {
    'Apollo Client': 'content-type,apollo-require-preflight,x-apollo-operation-name,apollographql-client-name',
    'Apollo Kotlin': 'accept,content-type,x-apollo-operation-id,x-apollo-operation-name,apollo-require-preflight',
    urql: 'accept,content-type,graphql-client-name,graphql-client-version',
    tracing: 'traceparent,tracestate,baggage,sentry-trace',
    'a newsroom': 'authorization,x-newsroom-desk',
  }

  /** Whether a browser sends the headers, by the Fetch standard, for a request without credentials. */
  const passes = (allowed: string, names: string): boolean => {
    const list = allowed.toLowerCase().split(/,\s*/)
    return names.split(',').every((name) => list.includes(name) || (name !== 'authorization' && list.includes('*')))
  }

  it.each(Object.entries(clients))('lets the headers of %s pass', async (_, names) => {
    for (const path of ['/graphql', '/export/claim/claim-0001.jsonld', '/oembed']) {
      const answer = await send('OPTIONS', path, {
        Origin: 'https://example.org',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': names,
      })
      expect(answer.status).toBe(204)
      expect(passes(String(answer.headers['access-control-allow-headers']), names)).toBe(true)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.headers['access-control-max-age']).toBe('86400')
      // The response is the same for every request, so a cache needs no Vary.
      expect(answer.headers['vary']).toBeUndefined()
    }
  })

  it('would not pass without the names, nor with the wildcard alone', () => {
    expect(passes('content-type, accept', 'traceparent')).toBe(false)
    expect(passes('*', 'authorization')).toBe(false)
  })

  it('does not open /metrics to pages', async () => {
    const { headers } = await send('OPTIONS', '/metrics', { Origin: 'https://example.org' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['access-control-allow-headers']).toBeUndefined()
  })
})

describe('Accept', () => {
  interface Range {
    readonly range: string
    readonly q: number | null
  }
  const ranges = fc.array(
    fc.record({
      range: fc.constantFrom(
        '*/*',
        'text/*',
        'application/*',
        HTML_TYPE,
        JSON_TYPE,
        RESULT_TYPE,
        'image/png',
        'TEXT/HTML',
      ),
      q: fc.option(fc.constantFrom(0, 0.001, 0.2, 0.5, 0.8, 1)),
    }),
    { minLength: 1, maxLength: 5 },
  )
  const write = (header: readonly Range[]): string =>
    header.map(({ range, q }) => (q === null ? range : `${range};q=${q}`)).join(', ')

  /** Weight of a type by RFC 9110, section 12.5.1: that of the most specific range, the first of equals. */
  function weightOf(type: string, header: readonly Range[]): number {
    const specificity = ({ range }: Range): number =>
      range.toLowerCase() === type ? 3 : range === `${type.split('/')[0]}/*` ? 2 : range === '*/*' ? 1 : 0
    const best = Math.max(...header.map(specificity))
    if (best === 0) return 0
    return Math.max(...header.filter((one) => specificity(one) === best).map(({ q }) => q ?? 1))
  }
  const bestOf = (types: readonly string[], header: readonly Range[]): readonly string[] => {
    const weights = types.map((type) => weightOf(type, header))
    const max = Math.max(...weights)
    return max === 0 ? [] : types.filter((_, i) => weights[i] === max)
  }
  const typeOf = ({ headers }: Received): string => String(headers['content-type']).split(';')[0] ?? ''

  it('chooses the response of /graphql to a GET by weight, and a GET that accepts no type gets 406', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`
    await fc.assert(
      fc.asyncProperty(ranges, async (header) => {
        const accept = write(header)
        // As GET is, without the megabytes of the playground.
        const answer = await send('HEAD', path, { Accept: accept })
        const best = bestOf([JSON_TYPE, RESULT_TYPE, HTML_TYPE], header)
        expect([accept, answer.status]).toEqual([accept, best.length === 0 ? 406 : 200])
        if (best.length > 0) expect(best, accept).toContain(typeOf(answer))
        expect(answer.headers['vary']).toMatch(/\bAccept\b/)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it.each([
    ['an unknown path', '/nothing', 404, JSON_TYPE],
    ['a page that is refused', '/claim/claim-0001?lang=en&asof=1', 400, HTML_TYPE],
    ['a path that cannot be decoded', '/claim/%E0%A4?lang=en', 400, HTML_TYPE],
  ])('decides by weight between page and JSON for %s', async (_, path, status, fallback) => {
    await fc.assert(
      fc.asyncProperty(ranges, async (header) => {
        const accept = write(header)
        const answer = await send('GET', path, { Accept: accept })
        const best = bestOf([JSON_TYPE, RESULT_TYPE, HTML_TYPE], header)
        expect([accept, answer.status]).toEqual([accept, status])
        expect(best.length === 0 ? [fallback, JSON_TYPE] : best, accept).toContain(typeOf(answer))
        expect(answer.headers['vary']).toMatch(/\bAccept\b/)
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  it('has no effect on a path with one type', async () => {
    for (const path of ['/claim/claim-0001?lang=en', '/export/claim/claim-0001.jsonld?lang=en', '/healthz']) {
      const [any, none] = [await send('GET', path), await send('GET', path, { Accept: 'image/webp;q=0.1' })]
      expect([none.status, none.text]).toEqual([any.status, any.text])
    }
  })

  it.each(['', '*/*', JSON_TYPE, 'application/json; charset=UTF-8', 'application/*, text/html;q=0'])(
    'gives JSON for %j',
    async (accept) => {
      const answer = await send('GET', '/graphql?query={__typename}', { Accept: accept })
      expect([answer.status, typeOf(answer)]).toEqual([200, JSON_TYPE])
    },
  )

  it.each(['garbage', ';;;,,', 'text/html;q=x', `a/b,${'a/b,'.repeat(2500)}${JSON_TYPE}`])(
    'that cannot be read, or is too long, gets 406 in JSON: %.20s',
    async (accept) => {
      const answer = await send('GET', '/graphql?query={__typename}', { Accept: accept })
      expect([answer.status, typeOf(answer), codeOf(answer)]).toEqual([406, JSON_TYPE, 'BAD_INPUT'])
    },
  )
})

describe('path', () => {
  const html = { Accept: 'text/html' }

  it('with slashes at its end leads to the same path without, with its query', async () => {
    const queries = fc.constantFrom('', '?', '?lang=en', '?lang=id&utm_source=a%20b&x=%2F')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(ROUTES)),
        fc.integer({ min: 1, max: 3 }),
        queries,
        async (path, n, query) => {
          if (path === '/') return
          for (const method of ['GET', 'POST']) {
            const { status, headers } = await send(method, `${path}${'/'.repeat(n)}${query}`)
            const canonical = query === '?' && path !== '/graphql' ? '' : query
            expect([method, path, status]).toEqual([method, path, 308])
            expect([`${path}${query}`, `${path}${canonical}`]).toContain(headers['location'])
          }
        },
      ),
      { numRuns: propertyRuns(100) },
    )
  })

  it('never leads to another host', async () => {
    for (const path of [
      '//evil.example/',
      '//evil.example/claim/x/',
      '/\\evil.example/',
      '///',
      '/%2f%2fevil.example/',
    ]) {
      const { headers } = await send('GET', path, html)
      expect(String(headers['location'] ?? '/')).toMatch(/^\/(?![/\\])/)
    }
  })

  const pieces = fc.constantFrom(
    'a',
    '/',
    '%41',
    '%2f',
    '%00',
    '%zz',
    '%',
    '%E0%A4',
    '%ED%A0%80',
    '%c0%af',
    '.',
    '..',
    ',',
    '\\',
    'é',
    '%F0%9F%98%80',
  )
  const isDecodable = (path: string): boolean => {
    try {
      decodeURIComponent(path)
      return true
    } catch {
      return false
    }
  }

  it('that cannot be decoded gets 400, never the start page, and any other a documented status', async () => {
    const prefixes = fc.constantFrom('/', '/claim/', '/embed/claim/', '/export/claim/', '/image/claim/', '/nothing/')
    await fc.assert(
      fc.asyncProperty(prefixes, fc.array(pieces, { minLength: 1, maxLength: 6 }), async (prefix, rest) => {
        const path = encodeURI(`${prefix}${rest.join('')}`).replaceAll('%25', '%')
        const { status, headers, text } = await send('GET', path, html)
        const read = new URL(`http://localhost${path}`).pathname
        expect([path, status === 400]).toEqual([path, !isDecodable(read)])
        expect([200, 302, 308, 400, 404]).toContain(status)
        if (!/^\/+$/.test(read)) expect(headers['location']).not.toBe('/')
        if (status === 400 && headers['content-type']?.includes('html')) expect(text).toContain('role="alert"')
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it.each(['/claim/', '/embed/claim/', '/export/claim/', '/nothing/', '/?q='])(
    'too long at %s gets 414',
    async (prefix) => {
      for (const accept of ['text/html', JSON_TYPE]) {
        const { status, text } = await send('GET', `${prefix}${'a'.repeat(5000)}`, { Accept: accept })
        expect(status).toBe(414)
        expect(text.length).toBeLessThan(5000)
        expect(text).toContain('too long')
      }
    },
  )

  it('with bytes that are not UTF-8 in a parameter gets 400, and in a foreign one is ignored', async () => {
    for (const path of ['/?lang=en&q=caf%E9', '/claim/claim-0001?lang=en&view=%FF', '/graphql?query=%ED%A0%80']) {
      const { status, text } = await send('GET', path)
      expect([path, status]).toEqual([path, 400])
      expect(text).toContain('not UTF-8')
    }
    expect((await send('GET', '/claim/claim-0001?lang=en&utm_campaign=caf%E9')).status).toBe(200)
    expect((await send('GET', '/?lang=en&q=100%')).status).toBe(200)
  })

  it('in absolute form is served, and a target without a path gets 400', async () => {
    expect((await send('GET', 'http://any.example/claim/claim-0001?lang=en')).status).toBe(200)
    for (const path of ['claim/x', '*', 'ftp://a/'])
      expect([path, (await send('GET', path)).status]).toEqual([path, 400])
  })
})

describe('page of a refusal', () => {
  it('has the header of the site and a link to the start, and an embed has neither', async () => {
    for (const [language, home] of [
      ['en', 'Home'],
      ['id', 'Beranda'],
    ]) {
      const { status, text } = await send('GET', `/claim/claim-0001?lang=${language}&asof=1`, { Accept: 'text/html' })
      expect(status).toBe(400)
      expect(text).toContain('role="search"')
      expect(text).toContain(`<a href="/?lang=${language}">${home}</a>`)
    }
    const embed = await send('GET', '/embed/claim/claim-0001?lang=en&asof=1', { Accept: 'text/html' })
    expect(embed.text).toContain('role="alert"')
    expect(embed.text).not.toContain('<header')
    expect(embed.headers['content-security-policy']).toContain('frame-ancestors *')
  })
})
