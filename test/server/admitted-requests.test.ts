import { type ClientRequest, request as open } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { LANES } from '../../src/server/admission/admission.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

const WIDTH = LANES[0]?.width ?? 0
const PAGE = '/claim/x-sells-user-data?lang=en'

/** While this is set, reads of claims wait. */
let closed: { readonly opened: Promise<void>; readonly open: () => void } | null = null
let site: StartedSite

function closeStore(): () => void {
  let release = (): void => undefined
  const opened = new Promise<void>((resolve) => (release = resolve))
  const open = (): void => {
    closed = null
    release()
  }
  closed = { opened, open }
  return open
}

const wrap = (store: GraphStore): GraphStore => ({
  ...store,
  claims: async (ids, revision) => {
    await closed?.opened
    return store.claims(ids, revision)
  },
})

beforeAll(async () => {
  site = await startSite({ wrap, maxWaitMs: 20_000 })
  // Large responses are cached from their second request on.
  for (let time = 0; time < 2; time += 1) expect((await send('GET', PAGE).answer).status).toBe(200)
})
afterAll(() => site.stop())
beforeEach(() => closed?.open())

interface Sent {
  readonly answer: Promise<{ readonly status: number; readonly text: string }>
  readonly request: ClientRequest
}

function send(method: 'GET' | 'POST', path: string, body = ''): Sent {
  const headers = method === 'POST' ? { 'Content-Type': 'application/json', 'Content-Length': body.length } : {}
  const request = open(site.url + path, { method, headers, agent: false })
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    request.once('error', reject)
    request.once('response', (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
  })
  answer.catch(() => undefined)
  request.end(body)
  return { answer, request }
}

const query = (slug: string): string => `{ claim(slug: "${slug}") { slug } }`
const post = (slug: string): Sent => send('POST', '/graphql', JSON.stringify({ query: query(slug) }))
const get = (slug: string): Sent => send('GET', `/graphql?query=${encodeURIComponent(query(slug))}`)

async function figure(series: string): Promise<number> {
  const { text } = await send('GET', '/metrics').answer
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1) ?? 0)
}
const running = (): Promise<number> => figure('sanad_admission_running{lane="cheap"}')
const waiting = (): Promise<number> => figure('sanad_admission_waiting{lane="cheap"}')
const refused = (): Promise<number> => figure('sanad_refusals_total{code="BUSY"}')

async function until(read: () => Promise<number>, value: number): Promise<void> {
  await expect.poll(read, { timeout: 20_000, interval: 5 }).toBe(value)
}

describe('server with a full lane', () => {
  it('serves cached responses, health and metrics immediately, and the queue when a place is free', async () => {
    const openStore = closeStore()
    const first = Array.from({ length: WIDTH }, () => post('x-sells-user-data'))
    await until(running, WIDTH)
    const queued = Array.from({ length: 5 }, () => post('x-collects-dm-contents'))
    await until(waiting, 5)
    for (const path of [PAGE, '/healthz', '/readyz', '/metrics']) {
      expect((await send('GET', path).answer).status, path).toBe(200)
    }
    openStore()
    for (const { answer } of [...first, ...queued]) expect((await answer).status).toBe(200)
    await until(running, 0)
  })

  it('removes a client that hangs up from the queue', async () => {
    const before = await refused()
    const openStore = closeStore()
    const first = Array.from({ length: WIDTH }, () => post('x-sells-user-data'))
    await until(running, WIDTH)
    const queued = Array.from({ length: 5 }, () => post('x-collects-dm-contents'))
    await until(waiting, 5)
    for (const { request } of queued.slice(0, 4)) request.destroy()
    await until(waiting, 1)
    expect(await running()).toBe(WIDTH)
    openStore()
    for (const { answer } of [...first, ...queued.slice(4)]) expect((await answer).status).toBe(200)
    await until(running, 0)
    expect(await refused()).toBe(before)
  })

  it('still responds to waiting requests for the same response when the first client disconnects', async () => {
    const openStore = closeStore()
    const first = Array.from({ length: WIDTH }, () => post('x-sells-user-data'))
    await until(running, WIDTH)
    const maker = get('x-collects-dm-contents')
    await until(waiting, 1)
    const others = [get('x-collects-dm-contents'), get('x-collects-dm-contents')]
    // Each of these requests is parsed before the next one is sent.
    await until(running, WIDTH)
    maker.request.destroy()
    await until(() => figure('sanad_requests_total{route="graphql",status="0xx"}').then(Math.sign), 1)
    openStore()
    for (const { answer } of [...first, ...others]) expect((await answer).status).toBe(200)
    await until(running, 0)
    expect(await waiting()).toBe(0)
  })
})

it('server frees every place after 1,000 requests that succeed, fail or abort at random', async () => {
  const requested = fc.record({
    kind: fc.constantFrom('claim', 'list', 'broken', 'unreadable', 'page', 'absent'),
    leftAfterMs: fc.option(fc.nat(12), { nil: null }),
  })
  let slug = 0
  const sendOne = ({ kind, leftAfterMs }: { readonly kind: string; readonly leftAfterMs: number | null }) => {
    slug += 1
    const bodies: Readonly<Record<string, string>> = {
      claim: JSON.stringify({ query: query(`c${slug}`) }),
      list: JSON.stringify({ query: '{ claims(first: 100) { nodes { slug } } }' }),
      broken: JSON.stringify({ query: '{ claims(first: 1000) { nodes { nothing } } }' }),
      unreadable: '{',
    }
    const body = bodies[kind]
    const path = kind === 'page' ? `${PAGE}&limit=${slug}` : `/claim/c${slug}?lang=en`
    const sent = body === undefined ? send('GET', path) : send('POST', '/graphql', body)
    if (leftAfterMs !== null) setTimeout(() => sent.request.destroy(), leftAfterMs)
    return sent.answer.then(
      ({ status }) => status,
      () => 0,
    )
  }
  await fc.assert(
    fc.asyncProperty(fc.array(requested, { minLength: 50, maxLength: 50 }), async (requests) => {
      const statuses = await Promise.all(requests.map(sendOne))
      expect(statuses.filter((status) => status >= 500)).toEqual([])
    }),
    { numRuns: propertyRuns(20), endOnFailure: true },
  )
  for (const lane of LANES) {
    await until(() => figure(`sanad_admission_running{lane="${lane.name}"}`), 0)
    await until(() => figure(`sanad_admission_waiting{lane="${lane.name}"}`), 0)
  }
})
