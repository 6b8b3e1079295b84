import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { MAX_MESSAGE, MAX_QUOTE } from '../../src/text/short-message.ts'
import { isWithinCpu } from '../slowness.ts'
import { HOSTILE_BODIES, type HostileInput } from './hostile-inputs.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const KIB = 1024
const MAX_ANSWER_BYTES = 8 * KIB
/** Below the 256 KiB limit of a body, less the text around the hostile part. */
const LARGEST = 250 * KIB
/** CPU below which growth is noise, and the largest growth above it when the input doubles. */
const FLOOR_MS = 40
const MAX_GROWTH = 3
/** Some hundred requests each, which take long on a busy machine. */
const LONG = { timeout: 120_000 }
/** Bytes of a URL, below the 16 KiB of all headers. */
const MAX_URL_LENGTH = 14 * KIB
const NOW = new Date('2026-11-01T00:00:00Z')
const TYPES = ['application/json', 'application/graphql-response+json']

interface Reply {
  readonly status: number
  readonly text: string
  readonly messages: readonly string[]
  readonly cpuMs: number
}

let open: StartedApp
let closed: StartedApp
beforeAll(async () => {
  open = await startApp()
  closed = await startApp({ settings: { SANAD_INTROSPECTION: 'false' } })
  const read = await readSeeds('seeds', { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  await loadDataset(open.engine, read.dataset, { author: 'test', set: 'test', now: NOW })
  for (let i = 0; i < 20; i += 1) await send(open, '{"query":"{ nothing }"}')
}, LONG.timeout)
afterAll(async () => {
  await open.stop()
  await closed.stop()
})

/** CPU of this process, which runs both server and client. */
async function send({ api }: StartedApp, body: string, accept = TYPES[0]): Promise<Reply> {
  const before = process.cpuUsage()
  const response = await post(api, body, { Accept: accept ?? '' })
  const text = await response.text()
  const { user, system } = process.cpuUsage(before)
  const { errors = [] } = JSON.parse(text) as { errors?: { message: string }[] }
  return {
    status: response.status,
    text,
    messages: errors.map(({ message }) => message),
    cpuMs: (user + system) / 1000,
  }
}

/** The same request as a URL. A body that is not JSON becomes the query. */
function urlOf(body: string): string {
  const parameters = new URLSearchParams()
  try {
    const requested: unknown = JSON.parse(body)
    for (const [name, value] of Object.entries(requested ?? {})) {
      parameters.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    }
  } catch {
    parameters.set('query', body)
  }
  return parameters.toString()
}

function expectBounded({ status, text, messages }: Omit<Reply, 'cpuMs'>, name: string): void {
  expect([200, 400, 404, 413], `${name}: ${text.slice(0, 300)}`).toContain(status)
  if (messages.length > 0) expect(Buffer.byteLength(text), name).toBeLessThanOrEqual(MAX_ANSWER_BYTES)
  for (const message of messages) expect(message.length, `${name}: ${message}`).toBeLessThanOrEqual(MAX_MESSAGE)
}

describe('error response to a hostile body', () => {
  it('has at most 8 KB and messages of 300 characters, and costs CPU in proportion to its size', LONG, async () => {
    const tooDear: string[] = []
    for (const input of HOSTILE_BODIES) {
      const problem = await growthProblem(input)
      if (problem !== null) tooDear.push(`${input.name}: ${problem}`)
    }
    expect(tooDear).toEqual([])
  })

  it('has the same bounds where introspection is disabled', LONG, async () => {
    for (const input of HOSTILE_BODIES) expectBounded(await send(closed, input.body(16 * KIB), TYPES[1]), input.name)
  })

  it('has the same bounds for a request in a URL', LONG, async () => {
    let requested = 0
    for (const input of HOSTILE_BODIES) {
      const address = `${open.api}?${urlOf(input.body(4 * KIB))}`
      if (address.length > MAX_URL_LENGTH) continue
      const response = await fetch(address, { headers: { Accept: TYPES[requested % 2] ?? '' } })
      const text = await response.text()
      const { errors = [] } = JSON.parse(text) as { errors?: { message: string }[] }
      expectBounded({ status: response.status, text, messages: errors.map(({ message }) => message) }, input.name)
      requested += 1
    }
    expect(requested).toBeGreaterThan(HOSTILE_BODIES.length / 2)
  })

  it('quotes at most 80 characters of the body at one place', LONG, async () => {
    for (const input of HOSTILE_BODIES) {
      const body = input.body(8 * KIB)
      const { messages } = await send(open, body)
      const sent = textsOf(body)
      for (const message of messages) expect(longestQuote(message, sent), `${input.name}: ${message}`).toBe('')
    }
  })

  it('is bounded beside data in which every part failed', async () => {
    const fields = Array.from({ length: 20 }, (_, i) => `a${i}: claims(first: 0) { complete }`).join(' ')
    const ids = Array.from({ length: 100 }, () => 'Entity:x')
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { ${fields} } } }`
    const told = await send(open, JSON.stringify({ query, variables: { ids } }))
    expectBounded(told, query)
    expect(told.messages.at(-1)).toMatch(/^\d+ more errors are left out/)
    const [first] = JSON.parse(told.text).errors
    expect(first).toEqual({
      message: 'first is at least 1. For a count alone, select totalCount without nodes and edges.',
      locations: [{ line: 1, column: query.indexOf('a0') + 1 }],
      path: ['nodes', 0, 'a0'],
      extensions: { code: 'BAD_INPUT', argument: 'first' },
    })
  })

  it.each(['text/*', 'multipart/mixed', 'text/html', `${'x/x,'.repeat(3000)}x/x`, 'application/json;charset=x'])(
    'is JSON with small headers, for any accepted type',
    async (accept) => {
      const response = await post(open.api, { query: '{ __typename }' }, { Accept: accept })
      expect(response.status).toBe(406)
      expect(JSON.stringify([...response.headers]).length).toBeLessThan(KIB)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
    },
  )

  it.each([null, {}, { __proto__: null, unused: 1 }])(
    'is absent where unused variables are sent: %j',
    async (variables) => {
      const { text } = await send(open, JSON.stringify({ query: '{ __typename }', variables }))
      expect(JSON.parse(text).data).toEqual({ __typename: 'Query' })
    },
  )

  it('has the same lines and columns as in graphql-js', async () => {
    const text = '{\r\n  stories { totalCount }\r  \n  nothing }'
    const result = await send(open, JSON.stringify({ query: text }))
    expect(JSON.parse(result.text).errors[0].locations).toEqual([{ line: 4, column: 3 }])
    const broken = await send(open, JSON.stringify({ query: `${text} }` }))
    expect(JSON.parse(broken.text).errors[0].locations).toEqual([{ line: 4, column: 13 }])
  })

  it('has at most five errors of one kind, and suggests names', async () => {
    const query = 'query ($a: ClaimFilter) { claims(filter: $a) { totalCount } }'
    const a = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`stanses${i}`, 1]))
    const variables = await send(open, JSON.stringify({ query, variables: { a } }))
    expect(variables.messages).toHaveLength(5)
    expect(variables.messages[0]).toBe(
      'Variable "$a" got invalid value {…}; Field "stanses0" is not defined by type "ClaimFilter". Did you mean "stances" or "statuses"?',
    )
    expect((await send(open, '{"query":"{ a b c d e f g }"}')).messages).toHaveLength(5)
  })

  it('names the argument that a variable is passed to', async () => {
    const query = 'query ($a: ClaimFilter, $b: Date) { claims(filter: $a) { totalCount } stats { revision } }'
    const { text } = await send(
      open,
      JSON.stringify({ query: query.replace(', $b: Date', ''), variables: { a: { validOn: 'x' } } }),
    )
    expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'BAD_INPUT', argument: 'filter.validOn' })
  })
})

/** Measured up to five times, so that one slow run is no failure. */
async function growthProblem(input: HostileInput): Promise<string | null> {
  let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < 5; i += 1) {
    const responses = [await send(open, input.body(LARGEST / 2)), await send(open, input.body(LARGEST))] as const
    for (const answer of responses) expectBounded(answer, input.name)
    half = Math.min(half, responses[0].cpuMs)
    whole = Math.min(whole, responses[1].cpuMs)
    if (whole <= Math.max(FLOOR_MS, MAX_GROWTH * half) && isWithinCpu(whole, MAX_CPU_MS)) return null
  }
  return `${Math.round(half)} ms became ${Math.round(whole)} ms`
}
/** Milliseconds for the largest body. A field of 2,000 entities that each fail is the most expensive. */
const MAX_CPU_MS = 400

/** All texts of a body: its keys and values, or the body itself if it is not JSON. */
function textsOf(body: string): string {
  const texts: string[] = []
  const collect = (_: string, value: unknown): unknown => {
    texts.push(_)
    if (typeof value === 'string') texts.push(value)
    return value
  }
  try {
    JSON.parse(body, collect)
  } catch {
    texts.push(body)
  }
  return texts.join('\0')
}

/** The first part of a message that was sent and exceeds the bound of a quote, or an empty string. */
function longestQuote(message: string, sent: string): string {
  for (let i = 0; i + MAX_QUOTE < message.length; i += 1) {
    const part = message.slice(i, i + MAX_QUOTE + 1)
    if (sent.includes(part)) return part
  }
  return ''
}
