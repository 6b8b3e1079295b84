import { setTimeout as sleep } from 'node:timers/promises'

/** Result of one response during an outage. */
type Verdict = 'FRESH' | 'STALE' | 'REFUSED' | 'WRONG' | 'LOST'

export interface Outcome {
  readonly what: string
  readonly sentMs: number
  readonly answeredMs: number
  readonly verdict: Verdict
  /** Description of the fault, or empty. */
  readonly detail: string
}

export interface AskedRequest {
  readonly what: string
  /** KEPT: cached, so it has a response during an outage. FREE: needs no database. */
  readonly kind: 'KEPT' | 'ASKS' | 'FREE' | 'READY'
  readonly path: string
  readonly init: RequestInit
  /** Expected status and body, from before the outage. */
  readonly status: number
  readonly body: string
}

const CLAIMS = '{ claims(first: 5) { totalCount nodes { slug sentence { value } } } }'
const STORIES = '{ stories { totalCount nodes { slug } } }'
const JSON_BODY = { 'Content-Type': 'application/json' }
/** As large as one query may be. */
const HEAVY = `{ timeline(entity: "x", first: 100) { nodes { kind } } claims(first: 100) { totalCount nodes { slug sentence { value } } } stats { revision } }`
const LOST_AFTER_MS = 20_000
const WARM_UP_MS = 60_000

const postOf = (query: string): RequestInit => ({ method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query }) })

const UNKNOWN = 'unknown page'
const REQUESTS: readonly Pick<AskedRequest, 'what' | 'kind' | 'path' | 'init'>[] = [
  { what: 'cached response', kind: 'KEPT', path: `/graphql?query=${encodeURIComponent(CLAIMS)}`, init: {} },
  { what: 'cached page', kind: 'KEPT', path: '/entity/x?lang=en', init: {} },
  { what: 'cached page by HEAD', kind: 'KEPT', path: '/entity/x?lang=en', init: { method: 'HEAD' } },
  { what: 'cached embed', kind: 'KEPT', path: '/embed/entity/x?view=columns&lang=en', init: {} },
  { what: 'query', kind: 'ASKS', path: '/graphql', init: postOf(STORIES) },
  { what: 'expensive query', kind: 'ASKS', path: '/graphql', init: postOf(CLAIMS) },
  { what: 'uncached page', kind: 'ASKS', path: '/embed/new?lang=en', init: {} },
  { what: UNKNOWN, kind: 'ASKS', path: '/nothing-here', init: { headers: { Accept: 'text/html' } } },
  { what: 'introspection', kind: 'FREE', path: '/graphql', init: postOf('{ __schema { queryType { name } } }') },
  { what: '/healthz', kind: 'FREE', path: '/healthz', init: {} },
  { what: '/readyz', kind: 'READY', path: '/readyz', init: {} },
]

/** @throws Error if the response has errors */
export async function askHeavy(url: string): Promise<void> {
  const answer = await fetch(`${url}/graphql`, postOf(HEAVY))
  const body = await answer.text()
  if (answer.status !== 503 && body.includes('"errors"'))
    throw new Error(`The response to the heavy query has errors: ${body}`)
}

/** Sends each request until cacheable responses are cached. @throws Error if one fails with the database available */
export async function prepareRequests(url: string): Promise<readonly AskedRequest[]> {
  const prepared: AskedRequest[] = []
  for (const { what, kind, path, init } of REQUESTS) {
    const expected = what === UNKNOWN ? 404 : 200
    // Responses over 4 KB are cached from their second request on.
    await askUntilGood(`${url}${path}`, init, expected)
    const { answer, body } = await askUntilGood(`${url}${path}`, init, expected)
    prepared.push({ what, kind, path, init, status: answer.status, body })
    if (kind !== 'KEPT' || init.method === 'HEAD') continue
    const known = { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } }
    prepared.push({ what: `${what}, known`, kind, path, init: known, status: 304, body: '' })
  }
  return prepared
}

/** Repeats the request, since a Neo4j that has just started plans slowly. */
async function askUntilGood(
  address: string,
  init: RequestInit,
  expected: number,
): Promise<{ answer: Response; body: string }> {
  const until = performance.now() + WARM_UP_MS
  while (true) {
    const answer = await fetch(address, init)
    const body = await answer.text()
    if (answer.status === expected && !answer.headers.has('warning')) return { answer, body }
    if (performance.now() > until) throw new Error(`${address} is answered with ${answer.status}: ${body}`)
    await sleep(200)
  }
}

export async function ask(url: string, request: AskedRequest): Promise<Outcome> {
  const sentMs = performance.now()
  const outcome = (verdict: Verdict, detail = ''): Outcome => ({
    what: request.what,
    sentMs,
    answeredMs: performance.now(),
    verdict,
    detail,
  })
  try {
    const answer = await fetch(`${url}${request.path}`, { ...request.init, signal: AbortSignal.timeout(LOST_AFTER_MS) })
    const body = await answer.text()
    return outcome(...judge(request, answer, body))
  } catch (error) {
    return outcome('LOST', String(error))
  }
}

function judge(request: AskedRequest, answer: Response, body: string): [Verdict, string] {
  const { status, headers } = answer
  const isStale = headers.get('warning')?.startsWith('110 ') ?? false
  if (status === request.status && body === request.body) return [isStale ? 'STALE' : 'FRESH', '']
  const told = `${status} ${body.slice(0, 200)}`
  if (status !== 503 || request.kind === 'KEPT' || request.kind === 'FREE') return ['WRONG', told]
  if (headers.get('retry-after') === null) return ['WRONG', `no Retry-After: ${told}`]
  const isJson = headers.get('content-type')?.includes('json') ?? false
  if (request.kind === 'ASKS' && isJson && !/"(?:STORE_UNAVAILABLE|BUSY)"/.test(body)) return ['WRONG', told]
  return ['REFUSED', '']
}
