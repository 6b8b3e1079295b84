import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { post, type StartedApp } from './start-app.ts'

/** Longer than the store takes the newest revision for known. */
const FRESH_MS = 150

export const QUESTIONS = [
  '{ stories { totalCount nodes { slug } } }',
  '{ claims { totalCount } }',
  '{ stats { revision } }',
  '{ entity(slug: "x") { slug } }',
]

/** Expects the responses that clients, proxies and monitors get while the engine does not respond. */
export async function expectGone(started: StartedApp): Promise<void> {
  const { api, server, logged } = started
  // Until the newest revision is read again, cached queries get their responses.
  await sleep(FRESH_MS)
  await Promise.all(QUESTIONS.map((query) => expectRefused(api, query)))
  const ready = await fetch(`${server.url}/readyz`)
  expect(ready.status).toBe(503)
  expect(ready.headers.get('retry-after')).toBe('5')
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(logged.filter(({ event }) => event === 'unexpected-error')).toEqual([])
}

async function expectRefused(api: string, query: string): Promise<void> {
  const response = await post(api, { query })
  expect(response.status, query).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { errors } = await response.json()
  expect(errors.length).toBeGreaterThan(0)
  for (const { message, extensions } of errors) {
    expect(extensions.code).toBe('STORE_UNAVAILABLE')
    expect(message).not.toMatch(/MATCH|ECONN|127\.0\.0\.1|\.ts/)
  }
}

export async function expectThere({ api, server }: StartedApp): Promise<void> {
  for (const query of QUESTIONS) expect((await post(api, { query })).status, query).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
}
