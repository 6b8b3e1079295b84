import { type IncomingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

const CODINGS = ['identity', 'gzip']
const QUERY = encodeURIComponent('{ claims(first: 20) { nodes { slug } } }')
/** One path of each kind that has an ETag, and the media type requested there. */
const PATHS: readonly (readonly [string, string])[] = [
  ['/?lang=en', 'text/html'],
  ['/story/x-privacy-2023?lang=en', 'text/html'],
  ['/claim/x-sells-user-data?lang=id', 'text/html'],
  ['/entity/x?lang=en', 'text/html'],
  ['/compare?entities=x,xai&lang=en', 'text/html'],
  ['/embed/new?lang=en&what=claim/x-sells-user-data', 'text/html'],
  ['/embed/claim/x-sells-user-data?lang=en', 'text/html'],
  ['/image/claim/x-sells-user-data.svg?lang=en', '*/*'],
  ['/card/claim/x-sells-user-data.png?lang=en', '*/*'],
  ['/export/claim/x-sells-user-data.jsonld?lang=en', '*/*'],
  ['/oembed?url=SITE/claim/x-sells-user-data', '*/*'],
  ['/assets/sanad.css', '*/*'],
  ['/assets/icon.svg', '*/*'],
  ['/favicon.ico', '*/*'],
  ['/robots.txt', '*/*'],
  ['/feed/all.atom?lang=en', '*/*'],
  ['/feed/claim/x-sells-user-data.atom?lang=id', '*/*'],
  ['/sitemap.xml', '*/*'],
  ['/opensearch.xml?lang=en', '*/*'],
  ['/openapi.json', '*/*'],
  ['/graphql', 'text/html'],
  [`/graphql?query=${QUERY}`, 'application/json'],
  [`/graphql?query=${QUERY}`, 'application/graphql-response+json'],
  ['/graphql?documentId=who-owned-x', '*/*'],
]
/** Headers that a 304 must repeat so that a cache can reuse its copy. */
const MUST_STAY = ['etag', 'cache-control', 'vary']

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: number
}

function send(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const requested = request(
      `${site.url}${path.replace('SITE', encodeURIComponent(site.url))}`,
      { method, headers, agent: false },
      (response) => {
        let bytes = 0
        response.on('data', (chunk) => (bytes += chunk.length))
        response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }))
      },
    )
    requested.once('error', reject).end()
  })
}

describe('304 response', () => {
  it.each(PATHS)(
    'to %s (%s) has the headers of the full response, without its length and body',
    async (path, accept) => {
      for (const coding of CODINGS) {
        const headers = { Accept: accept, 'Accept-Encoding': coding }
        const full = await send('GET', path, headers)
        expect(full.status).toBe(200)
        expect(Number(full.headers['content-length'])).toBe(full.bytes)
        const etag = full.headers.etag ?? ''
        const known = [etag, `W/${etag}`, `"other", ${etag}`, '*']
        for (const method of ['GET', 'HEAD']) {
          if (method === 'HEAD' && path.startsWith('/graphql')) continue
          for (const match of known) {
            const again = await send(method, path, { ...headers, 'If-None-Match': match })
            expect([method, match, again.status, again.bytes]).toEqual([method, match, 304, 0])
            expect(again.headers).not.toHaveProperty('content-length')
            expect(again.headers).not.toHaveProperty('content-encoding')
            expect(again.headers).not.toHaveProperty('transfer-encoding')
            for (const name of MUST_STAY) expect(again.headers[name]).toBe(full.headers[name])
          }
        }
        const other = await send('GET', path, { ...headers, 'If-None-Match': '"other"' })
        expect([other.status, other.bytes]).toEqual([200, full.bytes])
      }
    },
  )
})
