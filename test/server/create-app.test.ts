import { request } from 'node:http'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, type StartedApp, startApp } from './start-app.ts'

let started: StartedApp
beforeAll(async () => {
  started = await startApp()
})
afterAll(() => started.stop())

describe('GraphQL over HTTP', () => {
  it('passes every audit', async () => {
    const audits = serverAudits({ url: started.api })
    expect(audits.length).toBe(61)
    for (const audit of audits) {
      const result = await audit.fn()
      expect(result.status, audit.name).toBe('ok')
    }
  })

  it('answers a query by GET and by POST', async () => {
    const byGet = await fetch(`${started.api}?query=${encodeURIComponent('{ __typename }')}`)
    expect(await byGet.json()).toMatchObject({ data: { __typename: 'Query' } })
    const byPost = await post(started.api, { query: '{ __typename }' })
    expect(await byPost.json()).toMatchObject({ data: { __typename: 'Query' } })
  })

  it.each(['application/json', 'application/graphql-response+json', '*/*'])(
    'rejects a request without a query with 400, a code and a remedy, in %s',
    async (accept) => {
      const headers = { Accept: accept }
      const requested = ['', '?query=', '?operationName=A'].map((rest) => fetch(started.api + rest, { headers }))
      for (const response of await Promise.all([...requested, post(started.api, { query: '' }, headers)])) {
        expect(response.status).toBe(400)
        const error = {
          message: expect.stringMatching(/ has no query: .*\{"query": "…"\}/),
          extensions: { code: 'BAD_INPUT' },
        }
        expect(await response.json()).toEqual({ errors: [error] })
      }
    },
  )

  it('accepts a body sent in chunks', async () => {
    expect((await sendChunks(started.api, ['{"query":"{ __', 'typename }"}'])).status).toBe(200)
  })

  it('executes no mutation sent by GET', async () => {
    const response = await fetch(`${started.api}?query=${encodeURIComponent('mutation { __typename }')}`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.json()).not.toHaveProperty('data')
  })

  it('rejects batches', async () => {
    expect((await post(started.api, [{ query: '{ __typename }' }])).status).toBe(400)
  })
})

describe('request body', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/graphql',
  ])('with the media type %s is rejected with 415', async (type) => {
    expect((await post(started.api, '{ __typename }', { 'Content-Type': type })).status).toBe(415)
  })

  it('without a length is rejected with 411 in a POST', async () => {
    const { status } = await sendRaw(started.api, { 'Content-Type': 'application/json' })
    expect(status).toBe(411)
  })

  it('with an announced length past 256 KiB is rejected with 413 before it is read', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(256 * 1024 + 1) }
    expect((await sendRaw(started.api, headers)).status).toBe(413)
  })

  it('streamed past 256 KiB is rejected with 413', async () => {
    const piece = 'x'.repeat(64 * 1024)
    expect((await sendChunks(started.api, [piece, piece, piece, piece, piece])).status).toBe(413)
  })

  it('in too many chunks is rejected with 413, since each chunk costs as much as a large one', async () => {
    expect((await sendChunks(started.api, [...' '.repeat(1900), '{"query":"{ __typename }"}'])).status).toBe(200)
    expect((await sendChunks(started.api, [...' '.repeat(5000)])).status).toBe(413)
  })
})

describe('query limits', () => {
  it('reject too many tokens', async () => {
    const query = `{ ${Array.from({ length: 3000 }, (_, i) => `a${i}: __typename`).join(' ')} }`
    expect(await messageOf(query)).toMatch(/tokens/)
  })

  it('reject too many aliases', async () => {
    const query = `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: __typename`).join(' ')} }`
    expect(await messageOf(query)).toMatch(/alias/i)
  })

  it('reject too much depth', async () => {
    const query = `{ __schema { types ${'{ fields { type '.repeat(12)} { name } ${'} }'.repeat(12)} } }`
    expect(await messageOf(query)).toMatch(/deep|depth/i)
  })

  async function messageOf(query: string): Promise<string> {
    const response = await post(started.api, { query }, { Accept: 'application/graphql-response+json' })
    expect(response.status).toBe(400)
    return JSON.stringify(await response.json())
  }
})

describe('browsers on other origins', () => {
  it('may read without credentials', async () => {
    const headers = { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' }
    const preflight = await fetch(started.api, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const responding = await post(started.api, { query: '{ __typename }' }, headers)
    expect(responding.headers.get('access-control-allow-origin')).toBe('*')
    expect(responding.headers.get('access-control-allow-credentials')).toBeNull()
    expect(responding.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

interface RawResponse {
  readonly status: number
}

/** Sends headers without a body, which fetch cannot do. */
function sendRaw(url: string, headers: Record<string, string>): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
      response.once('end', () => sent.destroy())
    })
    sent.removeHeader('Transfer-Encoding')
    sent.once('error', reject)
    if (headers['Content-Length'] === undefined) sent.useChunkedEncodingByDefault = false
    if (headers['Content-Length'] === undefined) sent.end()
    else sent.flushHeaders()
  })
}

function sendChunks(url: string, chunks: readonly string[]): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
    sent.once('error', reject)
    for (const chunk of chunks) sent.write(chunk)
    sent.end()
  })
}
