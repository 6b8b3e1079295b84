import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createResponseCheck } from './response-check.ts'
import { preparePost, sendRequests } from './send-requests.ts'

const SETS = [{ slug: 'a' }, { slug: 'b' }]
const cardOf = (slug: string, claim: string): string =>
  JSON.stringify({ data: { entity: { slug, name: { value: slug }, claims: { nodes: [{ slug: claim }] } } } })

describe('load of the peer benchmark', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections()
  })

  /** A server that sends what `respond` returns for the slug of a request: status and body; null sends nothing. */
  async function start(respond: (slug: string) => readonly [number, string] | null): Promise<string> {
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => (text += chunk))
      request.on('end', () => {
        const slug = JSON.parse(text).variables?.slug
        const sent = slug === undefined ? ([200, '{}'] as const) : respond(slug)
        if (sent) response.writeHead(sent[0], { 'Content-Length': Buffer.byteLength(sent[1]) }).end(sent[1])
      })
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  }

  async function send(api: string, check = createResponseCheck('card', SETS, () => true)) {
    const requests = SETS.map((variables) => preparePost(api, JSON.stringify({ variables })))
    const contender = { name: 'maps', shape: 'sanad' } as const
    return sendRequests(api, requests, {
      inFlight: 2,
      durationMs: 2000,
      once: true,
      from: 0,
      check: (index, body) => check(contender, index, body),
      lastMs: 200,
    })
  }

  it('accepts right responses', async () => {
    const sent = await send(await start((slug) => [200, cardOf(slug, 'one')]))
    expect(sent).toMatchObject({ accepted: 2, refused: 0, failed: 0, problem: null })
  })

  it('counts a 200 with errors as failed', async () => {
    const api = await start((slug) =>
      slug === 'a' ? [200, '{"errors":[{"message":"away"}],"data":null}'] : [200, cardOf(slug, 'one')],
    )
    const { accepted, failed, problem } = await send(api)
    expect({ accepted, failed }).toEqual({ accepted: 1, failed: 1 })
    expect(problem).toContain('away')
  })

  it('counts a response with other content than an earlier one as failed', async () => {
    const check = createResponseCheck('card', SETS, () => true)
    expect(check({ name: 'cypher', shape: 'sanad' }, 1, Buffer.from(cardOf('b', 'two')))).toBeNull()
    const { accepted, problem } = await send(await start((slug) => [200, cardOf(slug, 'one')]), check)
    expect(accepted).toBe(1)
    expect(problem).toMatch(/^Different content of card from cypher and maps for \{"slug":"b"\}/)
  })

  it('counts refusals apart, and sends the same again', async () => {
    let refusals = 0
    const sent = await send(
      await start((slug) => {
        if (slug === 'b' || refusals === 3) return [200, cardOf(slug, 'one')]
        refusals += 1
        return [503, '{}']
      }),
    )
    expect(sent).toMatchObject({ accepted: 2, refused: 3, failed: 0 })
  })

  it('ends in time where a server sends nothing', async () => {
    const requests = await send(await start((slug) => (slug === 'a' ? null : [200, cardOf(slug, 'one')])))
    expect(requests).toMatchObject({ accepted: 1, failed: 1, problem: expect.stringContaining('no response') })
  })
})
