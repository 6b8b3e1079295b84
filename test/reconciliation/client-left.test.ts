import { expect, test } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { startService } from './started-service.ts'

test('the work of a batch stops if its client disconnects, and frees its place', async () => {
  let searches = 0
  let claims = 0
  let goOn = (): void => undefined
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const paused = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const wrap = (store: GraphStore): GraphStore => ({
    ...store,
    search: async (...request) => {
      searches += 1
      begin()
      await paused
      return store.search(...request)
    },
    claims: (...request) => {
      claims += 1
      return store.claims(...request)
    },
  })
  const service = await startService({ wrap })
  const query = { query: 'the app collects the content of messages', type: 'claim' }
  const queries = JSON.stringify(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`q${i}`, query])))
  const left = new AbortController()
  const response = fetch(`${service.site.url}/reconcile`, {
    method: 'POST',
    body: new URLSearchParams({ queries }),
    signal: left.signal,
  })
  await begun
  left.abort()
  await expect(response).rejects.toThrow()
  const running = async (): Promise<number> => {
    const metrics = await (await fetch(`${service.site.url}/metrics`)).text()
    const counts = [...metrics.matchAll(/sanad_admission_running\{lane="\w+"\} (\d+)/g)]
    return counts.reduce((sum, [, count]) => sum + Number(count), 0)
  }
  await expect.poll(running, { interval: 10 }).toBe(0)
  goOn()
  // Another batch runs after the one that was stopped.
  const { status } = await service.form({ queries: JSON.stringify({ q0: { query: 'Roll20', type: 'service' } }) })
  expect({ status, searches, claims }).toEqual({ status: 200, searches: 1, claims: 0 })
  await service.site.stop()
})
