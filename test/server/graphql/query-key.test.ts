import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../../src/cache/create-cache.ts'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { parseGraphQLUrl } from '../../../src/server/graphql/parse-graphql-request.ts'
import { queryKey } from '../../../src/server/graphql/query-key.ts'
import { JSON_TYPE, negotiateType, RESULT_TYPE } from '../../../src/server/negotiate-type.ts'
import { loadDataset } from '../../../src/store/write/load-dataset.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../../property-runs.ts'
import { type StartedApp, startApp } from '../start-app.ts'

const QUERY = 'query Q($t: DateTime, $n: Int) { claims(first: $n, asOf: $t) { nodes { slug } } }'

describe('query in a URL', () => {
  const cache = createCache({ maxBytes: 64 * 1024 * 1024 })
  let app: StartedApp
  beforeAll(async () => {
    app = await startApp({ cache, settings: { SANAD_PLAYGROUND: 'false' } })
    for (const claims of [3, 5]) {
      const now = new Date(Date.UTC(2026, 5, claims))
      await loadDataset(app.engine, smallDataset(claims), { author: 'test', set: 'test', now })
    }
  })
  afterAll(() => app.stop())
  const entries = (): number => cache.stats().namespaces['answers']?.entries ?? 0
  const get = async (parameters: Readonly<Record<string, string>>, accept?: string): Promise<string> => {
    const response = await fetch(`${app.api}?${new URLSearchParams(parameters)}`, {
      headers: accept === undefined ? {} : { Accept: accept },
    })
    expect([parameters, response.status]).toEqual([parameters, 200])
    return `${response.headers.get('content-type')} ${await response.text()}`
  }
  /** Number of cache entries that these queries add. */
  async function added(queries: readonly Readonly<Record<string, string>>[]): Promise<number> {
    const before = entries()
    for (const query of queries) await get(query)
    return entries() - before
  }

  it('has one cache entry for every form of spaces, commas, comments and escapes', async () => {
    const texts = [
      '{ claims(first: 2, filter: {subject: "x"}) { totalCount } }',
      '{claims(first:2 filter:{subject:"x"}){totalCount}}',
      '# why\n{ claims(first: 2,,, filter: {subject: "\\u0078"}) { totalCount, } }',
      '{ claims(first: 2, filter: {subject: """x"""}) { totalCount } }',
    ]
    expect(await added(texts.map((query) => ({ query })))).toBe(1)
  })

  it('has one cache entry for every order of parameters and any unused parameter', async () => {
    const variables = { n: 2, t: '2026-06-04T00:00:00Z' }
    await get({ query: QUERY, variables: JSON.stringify(variables) })
    const before = entries()
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(), fc.boolean(), async (text, number, isFirst) => {
        const more = { [`more${number}`]: text }
        const own = { variables: JSON.stringify(isFirst ? { ...more, ...variables } : { ...variables, ...more }) }
        const extensions = JSON.stringify(more)
        await get(isFirst ? { ...own, query: QUERY } : { query: QUERY, extensions, ...own })
      }),
      { numRuns: propertyRuns(20) },
    )
    expect(entries()).toBe(before)
  })

  it('has one cache entry for all instants of a revision, and another for another revision', async () => {
    const asOf = (instant: string) => ({ query: `{ claims(asOf: "${instant}") { totalCount } }` })
    const inVariable = (t: string) => ({ query: QUERY, variables: JSON.stringify({ n: 3, t }) })
    for (const send of [asOf, inVariable]) {
      const seconds = Array.from({ length: 20 }, (_, i) => send(`2026-06-04T00:00:${10 + i}Z`))
      expect(await added(seconds)).toBe(1)
      expect(
        await added(['2026-06-05T00:00:00Z', '2026-06-09T00:00:00Z', '2026-06-09T00:00:00.5+01:00'].map(send)),
      ).toBe(1)
    }
    expect(await get(asOf('2026-06-04T00:00:00Z'))).not.toBe(await get(asOf('2026-06-06T00:00:00Z')))
  })

  it('has different cache entries for different texts, names and numbers, and for an instant inside a text', async () => {
    const texts = [
      '{ claims(first: 1) { totalCount } }',
      '{ claims(first: 2) { totalCount } }',
      '{ a: claims(first: 2) { totalCount } }',
      '{ claims(first: 2) { totalCount nodes { slug } } }',
      '{ search(text: "asOf:\\"2026-06-04T00:00:00Z\\"") { totalCount } }',
      '{ search(text: "asOf:\\"2026-06-04T00:00:01Z\\"") { totalCount } }',
    ]
    expect(await added(texts.map((query) => ({ query })))).toBe(texts.length)
    const both =
      'query($t: DateTime) { claims(asOf: $t) { totalCount } b: claims(asOf: "2026-06-09T00:00:00Z") { totalCount } }'
    const made = await added(
      ['04', '05'].map((day) => ({ query: both, variables: `{"t":"2026-06-${day}T00:00:00Z"}` })),
    )
    expect(made).toBe(2)
  })

  it('gets error locations of its own text, under concurrent requests', async () => {
    const wrong = [0, 3, 7].map((spaces) => `{${' '.repeat(spaces)}nothing }`)
    const columns = await Promise.all(
      wrong.map(async (query) => {
        const response = await fetch(`${app.api}?${new URLSearchParams({ query })}`)
        return (await response.json()).errors[0].locations[0].column
      }),
    )
    expect(columns).toEqual([2, 5, 9])
  })

  it('is rejected when its variables are nested too deep', async () => {
    const nested = `{"n":${'['.repeat(1000)}${']'.repeat(1000)}}`
    const query = 'query($n: [Int]) { claims { totalCount } }'
    const response = await fetch(`${app.api}?${new URLSearchParams({ query, variables: nested })}`)
    expect(response.status).toBe(400)
    expect((await response.json()).errors[0].extensions.code).toBe('LIMIT_EXCEEDED')
  })

  it('has one cache entry per media type, and gets the type that the API would choose', async () => {
    const query = '{ claims(first: 4) { totalCount } }'
    await Promise.all([JSON_TYPE, RESULT_TYPE].map((accept) => get({ query }, accept)))
    const before = entries()
    const ranges = fc.constantFrom(
      JSON_TYPE,
      RESULT_TYPE,
      '*/*',
      'application/*',
      'text/plain',
      'text/*',
      'image/png',
      'application/json;charset=latin1',
    )
    const accepts = fc.array(fc.tuple(ranges, fc.constantFrom('', ';q=0.5', '; q=0', ';charset=utf-8'), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(accepts, async (parts) => {
        const accept = parts
          .map(([range, weight, isLoud]) => `${isLoud ? range.toUpperCase() : range}${weight}`)
          .join(', ')
        const headers = { Accept: accept, 'Content-Type': JSON_TYPE }
        const [request, posted] = await Promise.all([
          fetch(`${app.api}?${new URLSearchParams({ query })}`, { headers: { Accept: accept } }),
          fetch(app.api, { method: 'POST', headers, body: JSON.stringify({ query }) }),
        ])
        const typeOf = (response: Response): string => `${response.status} ${response.headers.get('content-type')}`
        expect([accept, typeOf(request)]).toEqual([accept, typeOf(posted)])
        if (request.status === 200)
          expect(request.headers.get('content-type')).toBe(negotiateType(accept, [JSON_TYPE, RESULT_TYPE]))
      }),
      { numRuns: propertyRuns(60) },
    )
    expect(entries()).toBe(before)
  })
})

describe('query key', () => {
  const keyAt = async (address: string, newest: number): Promise<string> => {
    const revision = toRevisionNumber(1)
    const recorded = { revision, recordedAt: '2026-01-01T00:00:00Z', newest: toRevisionNumber(newest) }
    const instants = { find: async () => recorded }
    const parsed = parseGraphQLUrl(address)
    if ('refusal' in parsed) throw new Error(parsed.refusal.message)
    return (await queryKey(parsed.parameters, 'application/json', () => null, instants)).key
  }
  const addressOf = (query: string, variables: string): string =>
    `/graphql?${new URLSearchParams({ query, variables })}`

  it('changes after a publication where the query names an instant', async () => {
    const asOf = addressOf('query($t: DateTime) { claims(asOf: $t) { totalCount } }', '{"t":"2099-01-01T00:00:00Z"}')
    expect(await keyAt(asOf, 1)).not.toBe(await keyAt(asOf, 2))
    const now = addressOf('{ claims { totalCount } }', '{}')
    expect(await keyAt(now, 1)).toBe(await keyAt(now, 2))
  })

  it('distinguishes a number past the range of doubles from null', async () => {
    const [large, none] = ['1e999', 'null'].map((n) =>
      addressOf('query($n: Int) { claims(first: $n) { totalCount } }', `{"n":${n}}`),
    )
    expect(await keyAt(large ?? '', 1)).not.toBe(await keyAt(none ?? '', 1))
  })

  it('takes time in proportion to the length of the URL, however many variables and tokens it has', async () => {
    const cpuMs = async (size: number): Promise<number> => {
      const variables = Object.fromEntries(Array.from({ length: size / 16 }, (_, i) => [`v${i}`, 1]))
      const address = addressOf('{'.repeat(size), JSON.stringify(variables))
      const before = process.cpuUsage()
      for (let time = 0; time < 20; time += 1) await keyAt(address, 1)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    await cpuMs(4000)
    const [small, large] = [await cpuMs(4000), await cpuMs(16_000)]
    expect(large).toBeLessThan(10 * Math.max(small, 20))
  })
})
