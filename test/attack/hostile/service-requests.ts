import { type HostileRequest, list, toBytes } from './request.ts'
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './values.ts'

/** Bodies for the reconciliation service and the protocol of assistants: each may be refused, or have no result. */
export function serviceRequests(): readonly HostileRequest[] {
  return [...reconciliations(), ...assistants()]
}

const posted = (name: string, target: string, type: string, body: string): HostileRequest => ({
  kind: target.startsWith('/mcp') ? 'tools' : 'reconciliation',
  name: `POST ${target} ${name}`,
  bytes: toBytes({ method: 'POST', target, headers: [['Content-Type', type], ACCEPT], body }),
})

const ACCEPT: readonly [string, string] = ['Accept', 'application/json, text/event-stream']
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

function reconciliations(): readonly HostileRequest[] {
  const values = [...Object.entries(HOSTILE_TEXTS), ...Object.entries(HOSTILE_VALUES)]
  const forms = values.flatMap(([name, value]) =>
    Object.entries({
      queries: { queries: value },
      query: { queries: { q: value } },
      'query.query': { queries: { q: { query: value } } },
      'query.type': { queries: { q: { query: 'x', type: value } } },
      'query.properties': { queries: { q: { query: 'x', properties: [{ pid: value, v: value }] } } },
      'extend.ids': { extend: { ids: [value], properties: [{ id: 'names' }] } },
      'extend.properties': { extend: { ids: ['entity/x'], properties: [{ id: value }] } },
    }).map(([place, fields]) => posted(`${place} ${name}`, '/reconcile', FORM, formOf(fields))),
  )
  const bodies = values.flatMap(([name, value]) => [
    posted(
      `conditions ${name}`,
      '/reconcile/v1/match',
      JSON_TYPE,
      JSON.stringify({ queries: [{ conditions: value }] }),
    ),
    posted(`propertyValue ${name}`, '/reconcile/v1/match', JSON_TYPE, JSON.stringify(matchOf(value))),
    posted(`ids ${name}`, '/reconcile/v1/extend', JSON_TYPE, JSON.stringify({ ids: value, properties: value })),
  ])
  const malformed = Object.entries(MALFORMED).flatMap(([name, body]) => [
    posted(name, '/reconcile', FORM, `queries=${encodeURIComponent(body)}`),
    posted(name, '/reconcile/v1/match', JSON_TYPE, body),
    posted(`${name}, as another type`, '/reconcile/v1/extend', 'text/plain', body),
  ])
  return [...forms, ...bodies, ...malformed, posted('5,000 fields', '/reconcile', FORM, 'queries=1&'.repeat(5000))]
}

const formOf = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&')

const matchOf = (propertyValue: unknown): object => ({
  queries: [{ conditions: [{ matchType: 'name', propertyValue }] }],
})

function assistants(): readonly HostileRequest[] {
  const values = [...Object.entries(HOSTILE_TEXTS), ...Object.entries(HOSTILE_VALUES)]
  const called = values.flatMap(([name, value]) =>
    Object.entries({
      'search(text)': callOf('search', { text: value }),
      'similar_claims(text)': callOf('similar_claims', { text: value }),
      'claims(about)': callOf('claims', { about: value }),
      'claim(slug)': callOf('claim', { slug: value }),
      'compare(entities)': callOf('compare', { entities: value }),
      'an unknown argument': callOf('claim', { slug: 'x-sells-user-data', nothing: value }),
      arguments: callOf('claims', value),
      method: { jsonrpc: '2.0', id: 1, method: value },
      id: { jsonrpc: '2.0', id: value, method: 'tools/list' },
    }).map(([place, body]) => posted(`${place} ${name}`, '/mcp', JSON_TYPE, JSON.stringify(body))),
  )
  const malformed = Object.entries(MALFORMED).map(([name, body]) => posted(name, '/mcp', JSON_TYPE, body))
  const types = ['', 'text/plain', 'application/json; charset=utf-16', 'x'.repeat(4000)].map((type) =>
    posted(`type ${type.slice(0, 40)}`, '/mcp', type, JSON.stringify(callOf('claim', { slug: 'x-sells-user-data' }))),
  )
  return [...called, ...malformed, ...types]
}

const callOf = (name: string, args: unknown): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: args },
})

const MALFORMED: Readonly<Record<string, string>> = {
  nothing: '',
  'a brace': '{',
  null: 'null',
  'a text': '"x"',
  'a batch of 5,000': `[${list(5000, () => '{}').join(',')}]`,
  '50 queries of misspelt names': JSON.stringify(
    Object.fromEntries(list(50, (i) => [`q${i}`, { query: `elom muks${i}` }])),
  ),
  '51 queries': JSON.stringify(Object.fromEntries(list(51, (i) => [`q${i}`, { query: 'x' }]))),
  'JSON 100,000 deep': '['.repeat(100_000),
  'the largest body': `{"queries":"${'x'.repeat(256 * 1024 - 14)}"}`,
  'a body past the largest': 'x'.repeat(256 * 1024 + 1),
  'keys of a prototype': '{"__proto__":{"query":"x"},"constructor":{"query":"x"}}',
  'control characters': '{"\u0000":"\u001b[2J","q0":{"query":"\u0007"}}',
}
