import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import { createResponseCache } from '../../src/server/cache/response-cache.ts'
import { allEndpoints } from '../../src/server/endpoints/all-endpoints.ts'
import { OF_FORMS, toReconciliationPath } from '../../src/server/endpoints/reconciliation-path.ts'
import { describeApi, examplesOf } from '../../src/server/openapi/describe-api.ts'
import { DESCRIBED_PATHS } from '../../src/server/openapi/described-paths.ts'
import { PARAMETERS } from '../../src/server/openapi/parameters.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { sendRequest } from './send-request.ts'

interface Described {
  readonly paths: Readonly<Record<string, { readonly parameters: readonly { name: string; in: string }[] }>>
}

const ROUTES = allRoutes({ render: () => expect.fail('Nothing is drawn here.') })
const EXAMPLES = DESCRIBED_PATHS.flatMap(examplesOf)

let site: StartedSite
let text: string
let described: Described
beforeAll(async () => {
  // On a busy machine, the first request would wait for the modules of pages past the deadline of its connection.
  await import('../../src/server/site.ts')
  site = await startSite({ dataset: smallDataset(3) })
  text = await (await fetch(`${site.url}/openapi.json`)).text()
  described = JSON.parse(text)
})
afterAll(() => site.stop())

/** Endpoints of the process, of which only the paths are read. */
function endpointPatterns(): readonly RegExp[] {
  const { store, database } = site.open
  const cache = createCache({ maxBytes: 1024 * 1024 })
  return allEndpoints({
    storeFor: () => store,
    cache,
    responseCache: createResponseCache(
      { revisionAt: store.revisionAt, isAvailable: () => database.isAvailable() },
      cache,
    ),
    instants: { find: async () => null },
    publicUrl: () => site.url,
    runQuery: () => expect.fail('No query runs here.'),
    now: () => new Date(),
    log: () => undefined,
    stopping: new AbortController().signal,
  }).map(({ pattern }) => pattern)
}

describe('/openapi.json', () => {
  it('is a valid description in OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(text))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(described).toMatchObject({ openapi: '3.1.1', servers: [{ url: site.url }] })
  })

  it('describes every route and every endpoint', () => {
    const undescribed = [...ROUTES.map(({ pattern }) => pattern), ...endpointPatterns()].filter(
      (pattern) => !EXAMPLES.some((example) => pattern.test(example)),
    )
    expect(undescribed).toEqual([])
  })

  it('describes every query parameter of every route', () => {
    const names = new Set(ROUTES.flatMap(({ parameters }) => parameters.known))
    expect([...names].filter((name) => !PARAMETERS.has(name))).toEqual([])
    expect([...PARAMETERS.keys()].filter((name) => !names.has(name))).toEqual([])
  })

  it('has the parameters of the route of each path', () => {
    for (const { pattern, parameters } of ROUTES) {
      const own = DESCRIBED_PATHS.filter((one) => examplesOf(one).some((example) => pattern.test(example)))
      for (const { path } of own) {
        const given = described.paths[path]?.parameters.filter((one) => one.in === 'query').map(({ name }) => name)
        expect([path, given]).toEqual([path, expect.arrayContaining([...parameters.known])])
      }
    }
  })

  it('has the methods that each path takes', async () => {
    for (const { path } of DESCRIBED_PATHS) {
      const own = Object(described.paths[path])
      const [example = ''] = examplesOf(DESCRIBED_PATHS.find((one) => one.path === path) ?? expect.fail())
      const { headers } = await sendRequest(site.url, { method: 'OPTIONS', path: example })
      const allowed = String(headers['allow']).split(', ')
      const found = ['GET', 'POST'].filter((method) => method.toLowerCase() in own)
      expect([path, found]).toEqual([path, ['GET', 'POST'].filter((method) => allowed.includes(method))])
    }
  })

  it('has streams of events where subscriptions are, and nowhere else', () => {
    const streamed = Object.entries(described.paths).filter(([, item]) =>
      JSON.stringify(item).includes('text/event-stream'),
    )
    expect(streamed.map(([path]) => path)).toEqual(['/graphql'])
  })

  it('has the parameters of each path of the reconciliation service', () => {
    const unused = new Set(OF_FORMS)
    const paths = DESCRIBED_PATHS.filter(({ path }) => path.startsWith('/reconcile'))
    for (const one of paths) {
      for (const example of examplesOf(one)) {
        const served = toReconciliationPath(example)
        const known = served?.parameters.known.filter((name) => one.path.endsWith('propose') || !unused.has(name))
        expect([example, Object.keys(one.query ?? {}).sort()]).toEqual([example, known?.toSorted()])
      }
    }
    expect(paths).toHaveLength(12)
  })

  it('has no path that the server lacks', async () => {
    for (const one of DESCRIBED_PATHS) {
      if (described.paths[one.path] === undefined) continue
      const [example = ''] = examplesOf(one)
      const { text: body } = await sendRequest(site.url, { method: 'GET', path: example, headers: {} })
      expect([example, body.includes('There is nothing here.')]).toEqual([example, false])
    }
    const nothing = describeApi({ routes: [], endpoints: [] }, site.url)
    expect(Object.keys(Object(nothing).paths)).toEqual(['/graphql', '/healthz', '/readyz', '/metrics'])
  })

  it('refuses parameters', async () => {
    expect((await fetch(`${site.url}/openapi.json?x=1`)).status).toBe(400)
  })
})
