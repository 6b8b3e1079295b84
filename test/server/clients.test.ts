import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fc, propertyRuns } from '../property-runs.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const JSON_TYPES = ['application/json', 'application/graphql-response+json']
const QUERY = 'query Named { __typename }'
const hash = createHash('sha256').update(QUERY).digest('hex')
const persistedQuery = { version: 1, sha256Hash: hash }

let started: StartedApp
beforeAll(async () => {
  started = await startApp()
})
afterAll(() => started.stop())

/** Sends the members of a body by POST, or by GET as Apollo Client and urql write them. */
function ask(
  method: string,
  body: Readonly<Record<string, unknown>>,
  accept = JSON_TYPES.join(', '),
): Promise<Response> {
  if (method === 'POST') return post(started.api, body, { Accept: accept })
  const parameters = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return fetch(`${started.api}?${new URLSearchParams(parameters)}`, { headers: { Accept: accept } })
}

describe.each(['GET', 'POST'])('client that sends by %s', (method) => {
  it('tries an automatic persisted query, and then sends the query itself', async () => {
    for (const accept of JSON_TYPES) {
      const first = await ask(method, { operationName: 'Named', extensions: { persistedQuery } }, accept)
      // Apollo Client reads the code, urql and Apollo Kotlin the message, some clients only status 200.
      expect(first.status).toBe(200)
      expect(first.headers.get('cache-control')).toBe('no-store')
      expect(await first.json()).toEqual({
        errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
      })
      const second = await ask(method, { operationName: 'Named', query: QUERY, extensions: { persistedQuery } }, accept)
      expect([second.status, await second.json()]).toMatchObject([200, { data: { __typename: 'Query' } }])
    }
  })

  it('gets another error for other extensions without a query', async () => {
    for (const extensions of [{}, { persistedQuery: null }, { persistedQuery: hash }, { other: {} }]) {
      const response = await ask(method, { extensions })
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { errors: [{ extensions: { code: 'BAD_INPUT' } }] },
      ])
    }
  })

  it('names a trusted document, with extensions too', async () => {
    for (const extensions of [{}, { persistedQuery }]) {
      const response = await ask(method, { documentId: 'who-owned-x', extensions })
      expect([response.status, await response.json()]).toMatchObject([200, { extensions: { cost: expect.anything() } }])
    }
  })

  it('gets the same for an empty operationName as for none, in any query', async () => {
    const queries = fc.constantFrom(
      QUERY,
      '{ __typename }',
      'query A { __typename } query B { __typename }',
      '{ nothing }',
      '{',
    )
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(...JSON_TYPES), async (query, accept) => {
        const [none, empty] = await Promise.all([
          ask(method, { query }, accept),
          ask(method, { query, operationName: '' }, accept),
        ])
        expect([empty.status, await empty.json()]).toEqual([none.status, await none.json()])
      }),
      { numRuns: propertyRuns(40) },
    )
    const unknown = await ask(method, { query: QUERY, operationName: 'Other' })
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
  })
})
