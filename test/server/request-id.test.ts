import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, type StartedApp, startApp } from './start-app.ts'

let app: StartedApp
const fail = (): Promise<never> => Promise.reject(new TypeError('a fault of ours'))
beforeAll(async () => {
  app = await startApp({ wrap: (store) => ({ ...store, storyPage: fail, stories: fail }) })
})
afterAll(() => app.stop())

const loggedFor = (answer: Response) =>
  app.logged.filter(({ requestId, level }) => requestId === answer.headers.get('x-request-id') && level === 'error')

describe('id of a failed request', () => {
  const query = '{ stories { nodes { slug } } }'

  it.each([
    ['by POST', () => post(app.api, { query })],
    ['by GET', () => fetch(`${app.api}?query=${encodeURIComponent(query)}`)],
  ])('is in the log line of the error, %s', async (_, ask) => {
    const answer = await ask()
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(answer)).toEqual([expect.objectContaining({ event: 'unexpected-error', detail })])
  })

  it('is in the log line of a failed page too', async () => {
    const answer = await fetch(`${app.server.url}/story/any?lang=en`)
    expect(answer.status).toBe(503)
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(answer)).toEqual([expect.objectContaining({ event: 'page-failed', detail })])
  })
})
