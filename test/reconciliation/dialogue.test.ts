import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLOSING, type Json, type StartedService, startService } from './started-service.ts'

let service: StartedService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.site.stop())

interface Address {
  readonly service_url: string
  readonly service_path: string
}
interface Manifest {
  readonly view: { readonly url: string }
  readonly preview: { readonly url: string }
  readonly suggest: { readonly type: Address }
  readonly extend: { readonly propose_properties: Address }
}
interface Result {
  readonly result: readonly { readonly id: string; readonly name: string; readonly match: boolean }[]
}
interface Extension {
  readonly meta: readonly { readonly id: string; readonly name: string }[]
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>>
}

const read = async <T>(url: string): Promise<T> => {
  const response = await fetch(url, { headers: { ...CLOSING, Origin: 'https://refine.example' } })
  expect([url, response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([url, 200, '*'])
  return response.json() as Promise<T>
}
const post = async <T>(fields: Readonly<Record<string, string>>): Promise<T> => {
  const { status, json } = await service.form(fields)
  expect(status).toBe(200)
  return json as unknown as T
}

test('OpenRefine matches a column and extends it, step by step with the responses of the service', async () => {
  const manifest = await read<Manifest>(`${service.site.url}/reconcile`)
  const addressOf = ({ service_url, service_path }: Address): string => service_url + service_path

  const types = await read<{ readonly result: readonly { readonly id: string }[] }>(
    `${addressOf(manifest.suggest.type)}?prefix=serv`,
  )
  const [type = expect.fail('No type begins with serv.')] = types.result
  expect(type.id).toBe('service')

  const column = ['Twitter', 'Roll20', 'Nobody at all']
  const queries = Object.fromEntries(column.map((query, i) => [`q${i}`, { query, type: type.id, limit: 3 }]))
  const matched = await post<Readonly<Record<string, Result>>>({ queries: JSON.stringify(queries) })
  const ids = column.map((_, i) => matched[`q${i}`]?.result.find(({ match }) => match)?.id ?? null)
  expect(ids).toEqual(['entity/x', 'entity/roll20', null])

  const proposed = await read<{ readonly properties: readonly { readonly id: string; readonly name: string }[] }>(
    `${addressOf(manifest.extend.propose_properties)}?type=${type.id}`,
  )
  const names = proposed.properties.filter(({ id }) => id.startsWith('claims-about'))
  expect(names.map(({ id }) => id)).toEqual(expect.arrayContaining(['claims-about', 'claims-about.status']))

  const known = ids.flatMap((id) => id ?? [])
  const properties = names.map(({ id }) => ({ id, settings: { limit: '2', content: 'claim' } }))
  const extended = await post<Extension>({ extend: JSON.stringify({ ids: known, properties }) })
  expect(extended.meta.map(({ id, name }) => ({ id, name }))).toEqual(names)
  expect(Object.keys(extended.rows)).toEqual(known)
  for (const cells of Object.values(extended.rows)) {
    expect(cells['claims-about']).toHaveLength(2)
    for (const values of Object.values(cells)) expect(values.length).toBeGreaterThan(0)
    // A claim is named by its headline: status, proposition and by-line.
    for (const { name } of cells['claims-about'] ?? []) expect(name).toMatch(/^[A-Z][^:]+: .+ – .+/)
  }

  const [claim] = extended.rows[known[0] ?? '']?.['claims-about'] ?? []
  for (const id of [...known, String(claim?.['id'])]) {
    const preview = await fetch(manifest.preview.url.replace('{{id}}', encodeURIComponent(id)), { headers: CLOSING })
    expect([id, preview.status, preview.headers.get('Content-Type')]).toEqual([id, 200, 'text/html; charset=utf-8'])
    await preview.text()
    const view = await fetch(manifest.view.url.replace('{{id}}', encodeURIComponent(id)), { headers: CLOSING })
    expect([id, view.status, new URL(view.url).pathname]).toEqual([id, 200, `/${id}`])
    await view.text()
  }
})

test('a page of another origin may send what each path takes', async () => {
  const preflight = async (path: string, method: string): Promise<readonly (string | null | number)[]> => {
    const { status, headers } = await fetch(`${service.site.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        ...CLOSING,
        Origin: 'https://refine.example',
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'content-type',
      },
    })
    expect(headers.get('Access-Control-Allow-Headers')).toContain('Content-Type')
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    return [path, status, headers.get('Access-Control-Allow-Origin'), headers.get('Access-Control-Allow-Methods')]
  }
  const read = 'GET, HEAD, OPTIONS'
  for (const [path, method, methods] of [
    ['/reconcile', 'POST', 'GET, HEAD, POST, OPTIONS'],
    ['/reconcile/v1', 'GET', read],
    ['/reconcile/v1/match', 'POST', 'POST, OPTIONS'],
    ['/reconcile/v1/extend', 'POST', 'POST, OPTIONS'],
    ['/reconcile/suggest/entity', 'GET', read],
    ['/reconcile/preview', 'GET', read],
  ] as const)
    expect(await preflight(path, method)).toEqual([path, 204, '*', methods])
})
