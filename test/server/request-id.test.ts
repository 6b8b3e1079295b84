import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, type StartedApp, startApp } from './start-app.ts'

let app: StartedApp
const fail = (): Promise<never> => Promise.reject(new TypeError('a fault of ours'))
beforeAll(async () => {
  app = await startApp({ wrap: (store) => ({ ...store, storyPage: fail, stories: fail }) })
})
afterAll(() => app.stop())

const loggedFor = (response: Response) =>
  app.logged.filter(({ requestId, level }) => requestId === response.headers.get('x-request-id') && level === 'error')

describe('id of a failed request', () => {
  const query = '{ stories { nodes { slug } } }'

  it.each([
    ['by POST', () => post(app.api, { query })],
    ['by GET', () => fetch(`${app.api}?query=${encodeURIComponent(query)}`)],
  ])('is in the log line of the error, %s', async (_, send) => {
    const response = await send()
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(response)).toEqual([expect.objectContaining({ event: 'unexpected-error', detail })])
  })

  it('is in the log line of a failed page too', async () => {
    const response = await fetch(`${app.server.url}/story/any?lang=en`)
    expect(response.status).toBe(503)
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(response)).toEqual([expect.objectContaining({ event: 'page-failed', detail })])
  })
})
