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

describe('the id of a request that failed', () => {
  const query = '{ stories { nodes { slug } } }'

  it.each([
    ['by POST', () => post(app.api, { query })],
    ['by GET', () => fetch(`${app.api}?query=${encodeURIComponent(query)}`)],
  ])('stands in the line of the log that says why, asked %s', async (_, ask) => {
    const answer = await ask()
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(answer)).toEqual([expect.objectContaining({ event: 'unexpected-error', detail })])
  })

  it('stands there for a page too', async () => {
    const answer = await fetch(`${app.server.url}/story/any?lang=en`)
    expect(answer.status).toBe(503)
    const detail = expect.stringContaining('a fault of ours')
    expect(loggedFor(answer)).toEqual([expect.objectContaining({ event: 'page-failed', detail })])
  })
})
