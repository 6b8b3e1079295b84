import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Messages } from '../../src/messages/en.ts'
import { CLAIM_LISTS, CLAIM_PARTS, OWN_PROPERTIES } from '../../src/reconciliation/properties.ts'
import type { ReconciliationTask } from '../../src/server/endpoints/reconciliation-path.ts'
import { callOf, post } from '../mcp/connect.ts'
import { CLOSING } from '../reconciliation/started-service.ts'
import { textOfMarkup } from './headline-walk.ts'
import { NOW, type StartedSite } from './start-site.ts'
import { type ServedTexts, textsOfLines, textsOfObjects } from './texts-together.ts'

/** Most things of a kind for which a page of their own is read. */
const MAX_THINGS = 12
const MAX_QUERIES = 50

type Args = Readonly<Record<string, unknown>>

/** Calls of each tool. Add a line for a new tool. */
function callsOfTools({ entities, claims, assertions }: Dataset): Readonly<Record<string, readonly Args[]>> {
  const [slugs, ofClaims] = [entities, claims].map((of) => of.map(({ item }) => item.id))
  const [first, second] = slugs ?? []
  const spoken = assertions.flatMap(({ item: { claimId, claimantId } }) => {
    const subject = claims.find(({ item }) => item.id === claimId)?.item.subject
    return subject?.kind === 'Entity' && claimantId !== null && claimantId !== subject.id
      ? [{ from: claimantId, to: subject.id }]
      : []
  })
  const some = ofClaims?.filter((_, i) => i % Math.ceil(claims.length / MAX_THINGS) === 0) ?? []
  return {
    search: [{ text: 'data' }, { text: 'x', limit: 20 }],
    similar_claims: [{ text: 'X sells the data of its users and collects all of it' }],
    claims: [{ limit: 50 }, ...(slugs ?? []).slice(0, MAX_THINGS).map((about) => ({ about, limit: 30 }))],
    claim: some.map((slug) => ({ slug })),
    entity: (slugs ?? []).slice(0, MAX_THINGS).map((slug) => ({ slug })),
    paths: spoken.slice(0, 3),
    compare: [{ entities: [first, second] }],
    timeline: [{ entity: first, limit: 50, clocks: ['SAID', 'HOLDS', 'RECORDED'] }, { claim: some[0] }],
  }
}

/** Calls each tool in one language. @throws Error for a call that fails */
export async function textsOfTools(
  { url }: StartedSite,
  dataset: Dataset,
  { tag }: Messages,
): Promise<readonly ServedTexts[]> {
  const found: ServedTexts[] = []
  for (const [tool, calls] of Object.entries(callsOfTools(dataset)))
    for (const args of calls) {
      const { result } = await (await post(url, callOf(tool, { ...args, lang: tag }))).json()
      if (result?.isError !== false && result?.structuredContent === undefined)
        throw new Error(`${tool} ${JSON.stringify(args)}: ${JSON.stringify(result)}`)
      const content: readonly { readonly text: string }[] = result.content
      const texts = [...content.flatMap(({ text }) => textsOfLines(text)), ...textsOfObjects(result.structuredContent)]
      found.push({ surface: `tool ${tool}`, texts })
    }
  return found
}

/** Path of a request, and its body for POST: fields of a form or, for version 1.0-draft, a value for JSON. */
interface ServiceRequest {
  readonly path: string
  readonly body?: unknown
}

/** Requests of each task of the reconciliation service. The compiler finds a task without a line here. */
function requestsOfTasks(dataset: Dataset): Readonly<Record<ReconciliationTask['is'], readonly ServiceRequest[]>> {
  const idsOf = (kind: string, items: readonly { readonly item: { readonly id: string } }[]): readonly string[] =>
    items.map(({ item }) => `${kind}/${item.id}`)
  const claims = idsOf('claim', dataset.claims)
  const others = [
    ...idsOf('entity', dataset.entities).slice(0, MAX_THINGS),
    ...idsOf('source', dataset.sources).slice(0, MAX_THINGS),
    ...dataset.concepts.slice(0, MAX_THINGS).map(({ item }) => `${item.kind === 'Use' ? 'use' : 'data'}/${item.id}`),
  ]
  const pages = [...claims.filter((_, i) => i % Math.ceil(claims.length / MAX_THINGS) === 0), ...others]
  const queries = [
    { query: 'X sells the data of its users', type: 'claim', limit: 20 },
    ...claims.map((query) => ({ query })),
    ...others.map((query) => ({ query })),
  ]
  const own = OWN_PROPERTIES.map((id) => ({ id }))
  const listed = CLAIM_LISTS.flatMap((list) => [list, ...CLAIM_PARTS.map((part) => `${list}.${part}`)]).map((id) => ({
    id,
  }))
  const draftQueries = queries.map(({ query, ...rest }) => ({
    ...rest,
    conditions: [{ matchType: 'name', propertyValue: query }],
  }))
  return {
    SERVICE: [
      { path: '/reconcile' },
      ...pagesOf(queries, MAX_QUERIES).map((page) => form({ queries: Object.fromEntries(page.map((q, i) => [i, q])) })),
      ...pagesOf([...claims, ...others], 10).map((ids) => form({ extend: { ids, properties: own } })),
      ...pagesOf(others, 5).map((ids) => form({ extend: { ids, properties: listed } })),
    ],
    DRAFT_SERVICE: [{ path: '/reconcile/v1' }],
    MATCH: pagesOf(draftQueries, MAX_QUERIES).map((page) => ({ path: '/reconcile/v1/match', body: { queries: page } })),
    EXTEND: [own, listed].map((properties) => ({
      path: '/reconcile/v1/extend',
      body: { ids: [...claims.slice(0, 5), ...others.slice(0, 5)], properties },
    })),
    PROPOSE: ['claim', 'entity'].map((type) => ({ path: `/reconcile/propose?type=${type}` })),
    PREVIEW: pages.map((id) => ({ path: `/reconcile/preview?id=${id}` })),
    // It redirects to the page of a thing.
    VIEW: [],
    SUGGEST: ['x', 'data', ...pages].flatMap((prefix) => [
      { path: `/reconcile/suggest/entity?prefix=${prefix}` },
      { path: `/reconcile/v1/suggest/entity?prefix=${prefix}` },
    ]),
    FLYOUT: pages.map((id) => ({ path: `/reconcile/flyout/entity?id=${id}` })),
  }
}

const form = (fields: Args): ServiceRequest => ({
  path: '/reconcile',
  body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])),
})

const pagesOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Sends a request in one language. @throws Error for a refusal */
async function send({ url }: StartedSite, { path, body }: ServiceRequest, language: string): Promise<string> {
  const type = body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json'
  const text = body instanceof URLSearchParams ? body.toString() : JSON.stringify(body)
  const address = `${url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`
  const response = await fetch(
    address,
    body === undefined
      ? { headers: CLOSING }
      : { method: 'POST', headers: { ...CLOSING, 'Content-Type': type }, body: text },
  )
  const sent = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${sent.slice(0, 300)}`)
  return sent
}

/** Sends the requests of each task in one language. */
export async function textsOfReconciliation(
  site: StartedSite,
  dataset: Dataset,
  { tag }: Messages,
): Promise<readonly ServedTexts[]> {
  const found: ServedTexts[] = []
  for (const [task, requests] of Object.entries(requestsOfTasks(dataset)))
    for (const request of requests) {
      const sent = await send(site, request, tag)
      const texts = sent.startsWith('<')
        ? [[textOfMarkup(sent)]]
        : textsOfObjects(JSON.parse(sent)).map((one) =>
            one.map((text) => (text.startsWith('<') ? textOfMarkup(text) : text)),
          )
      found.push({ surface: `reconciliation ${task}`, texts })
    }
  return found
}

const CLAIM = '{ headline(language: $lang) { proposition status by } sentence(language: $lang) { value } }'

interface Subscribed {
  readonly selection: string
  /** Number of events after one revision that changes some claims. */
  readonly eventsOf: (claims: ReadonlySet<string>) => number
}

/** Fields of each subscription that have texts. Add a line for a new subscription. */
const SUBSCRIPTIONS: Readonly<Record<string, Subscribed>> = {
  revisionPublished: { selection: '{ number author reason }', eventsOf: () => 1 },
  claimChanged: {
    selection: `{ kind slug revision { reason } claim ${CLAIM} before ${CLAIM} }`,
    eventsOf: ({ size }) => size,
  },
}

/** Publishes a denial of some claims, and reads the event of each in one language. */
export async function textsOfSubscriptions(
  { url, open }: StartedSite,
  dataset: Dataset,
  { tag }: Messages,
): Promise<readonly ServedTexts[]> {
  const store = open.database.visibleTo({ kind: 'PUBLIC' })
  const begin = await store.revisionAt(null)
  const stated = dataset.assertions.filter(({ item }) => item.stance === 'STATES' && item.verb === undefined)
  const assertions = stated.slice(0, MAX_THINGS).map(({ item }) => ({
    item: {
      ...item,
      id: toAssertionId(`denial-in-${tag}-${item.id}`),
      stance: 'DENIES' as const,
      polarity: 'NEGATES' as const,
    },
  }))
  const now = new Date(NOW.getTime() + 60_000)
  await open.writer.append({ put: { assertions } }, { author: 'test', reason: 'denied', now, expectedRevision: begin })
  const claims = new Set(assertions.map(({ item }) => item.claimId))
  return Promise.all(
    Object.entries(SUBSCRIPTIONS).map(async ([field, { selection, eventsOf }]) => {
      const declared = selection.includes('$lang') ? '($lang: String!)' : ''
      const query = `subscription ${declared} { ${field} ${selection} }`
      const variables = JSON.stringify(declared === '' ? {} : { lang: tag })
      const left = new AbortController()
      const response = await fetch(`${url}/graphql?${new URLSearchParams({ query, variables })}`, {
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${begin}.1000` },
        signal: left.signal,
      })
      const events = await firstEvents(response, eventsOf(claims))
      left.abort()
      return {
        surface: `subscription ${field}`,
        texts: events.flatMap((event) => textsOfObjects(withHeadlines(event))),
      }
    }),
  )
}

async function firstEvents({ body }: Response, count: number): Promise<readonly unknown[]> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const events = [...text.matchAll(/^data: (\{.*\})\n$/gm)].map(([, data = '']) => JSON.parse(data))
    if (events.length >= count) return events
  }
  throw new Error(`The stream ended: ${text.slice(0, 300)}`)
}

/** Writes each headline as one text: its parts are read together. */
function withHeadlines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withHeadlines)
  if (typeof value !== 'object' || value === null) return value
  if ('proposition' in value && 'status' in value && 'by' in value)
    return [`${value.proposition} – ${value.status}: ${value.by}`]
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withHeadlines(one)]))
}
