import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type StartedService, startService } from './started-service.ts'

let service: StartedService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.site.stop())

const batch = (queries: Json): Readonly<Record<string, string>> => ({ queries: JSON.stringify(queries) })
const extend = (query: Json): Readonly<Record<string, string>> => ({ extend: JSON.stringify(query) })

const message = (json: Json): string => JSON.stringify(json.errors ?? null)

const named = (text: string): Json => ({ conditions: [{ matchType: 'name', propertyValue: text }] })

describe('requests that are refused', () => {
  const refusals: readonly (readonly [string, Readonly<Record<string, string>>, number, string])[] = [
    ['malformed JSON', { queries: '{' }, 400, 'no JSON'],
    ['a list in place of an object', { queries: '[]' }, 400, 'queries'],
    ['an unknown type', batch({ q0: { query: 'x', type: 'planet' } }), 400, 'unknown type'],
    [
      'an unknown property',
      batch({ q0: { query: 'x', properties: [{ pid: 'colour', v: 'red' }] } }),
      400,
      'unknown property',
    ],
    [
      'a property that is a list',
      batch({ q0: { query: 'x', properties: [{ pid: 'says', v: 'red' }] } }),
      400,
      'fetched',
    ],
    ['a query of nothing', batch({ q0: {} }), 400, 'send query'],
    ['an unknown member', batch({ q0: { query: 'x', kind: 'y' } }), 400, 'q0'],
    ['a limit of zero', batch({ q0: { query: 'x', limit: 0 } }), 400, 'limit'],
    ['a limit that is too large', batch({ q0: { query: 'x', limit: 101 } }), 400, 'limit'],
    ['a text that is too long', batch({ q0: { query: 'x'.repeat(2001) } }), 400, 'at most 2000'],
    ['an unknown setting', extend({ ids: [], properties: [{ id: 'names', settings: { depth: 1 } }] }), 400, 'setting'],
    ['both at a time', { ...batch({}), ...extend({ ids: [], properties: [] }) }, 400, 'not both'],
    ['neither', {}, 400, 'queries'],
    ['JSONP', { ...batch({}), callback: 'f' }, 400, 'JSONP'],
    ['an unknown parameter', { ...batch({}), quries: '{}' }, 400, 'queries'],
  ]
  it.each(refusals)('are those with %s', async (_, fields, status, words) => {
    const { status: found, json, headers } = await service.form(fields)
    expect([found, headers.get('Access-Control-Allow-Origin')]).toEqual([status, '*'])
    expect(message(json)).toContain(words)
    expect(message(json)).not.toMatch(/\bat .*\.ts:/)
  })

  it('are batches, lists of ids and bodies that are too large, with 413', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`q${i}`, { query: 'x' }]))
    const large = await service.form(batch(many))
    expect([large.status, message(large.json)]).toEqual([413, expect.stringContaining('at most 50')])
    const ids = Array.from({ length: 101 }, (_, i) => `entity/${i}`)
    const extended = await service.form(extend({ ids, properties: [] }))
    expect([extended.status, message(extended.json)]).toEqual([413, expect.stringContaining('at most 100')])
    expect((await service.form({ queries: 'x'.repeat(300_000) })).status).toBe(413)
    for (const [path, body] of [
      ['/reconcile/v1/match', { queries: Array(501).fill(null) }],
      ['/reconcile/v1/match', { queries: [{ conditions: Array(501).fill(null) }] }],
      ['/reconcile/v1/extend', { ids: Array(501).fill(null), properties: [] }],
    ] as const) {
      const long = await service.post(path, body)
      // The values of a long list are not looked at.
      expect([long.status, message(long.json)]).toEqual([413, expect.stringContaining('at most 500 values')])
    }
    const { status } = await service.post('/reconcile/v1/match', { queries: Array(51).fill(named('x')) })
    expect(status).toBe(413)
  })

  it('are other methods and media types, and unknown paths and parameters', async () => {
    const put = await fetch(`${service.site.url}/reconcile`, { method: 'PUT', body: '' })
    expect(put.status).toBe(405)
    expect((await service.get('/reconcile/v1/match')).status).toBe(405)
    expect((await service.post('/reconcile', {})).status).toBe(415)
    for (const path of [
      '/reconcile/nothing',
      '/reconcile/v2',
      '/reconcile/preview?id=entity/nobody',
      '/reconcile/flyout/type?id=y',
    ])
      expect([path, (await service.get(path)).status]).toEqual([path, 404])
    const long = 'x'.repeat(201)
    for (const path of [
      '?callback=f',
      '?nothing=1',
      '/preview',
      `/suggest/entity?prefix=${long}`,
      '/suggest/entity?prefix=x&cursor=-1',
      '/propose?type=planet',
      '?lang=xx',
    ])
      expect([path, (await service.get(`/reconcile${path}`)).status]).toEqual([path, 400])
    const marked = await service.get(
      `/reconcile/suggest/entity?prefix=${encodeURIComponent(`e${'\u0301'.repeat(31)}`)}`,
    )
    expect([marked.status, JSON.stringify(marked.json)]).toEqual([400, expect.stringContaining('more than 30 marks')])
  })
})
