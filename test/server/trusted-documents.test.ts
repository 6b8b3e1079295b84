import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const NOW = new Date('2026-11-01T00:00:00Z')

describe('trusted documents', () => {
  let app: StartedApp
  let failure: Error | null = null
  beforeAll(async () => {
    app = await startApp({
      wrap: (store) => ({
        ...store,
        claimPage: (...requested) => (failure ? Promise.reject(failure) : store.claimPage(...requested)),
      }),
    })
    const read = await readSeeds('seeds', { now: NOW })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
    await loadDataset(app.engine, read.dataset, { author: 'test', set: 'test', now: NOW })
  })
  afterAll(() => app.stop())

  const byId = (id: string): Promise<Response> => fetch(`${app.api}?documentId=${encodeURIComponent(id)}`)
  /** The same query with another text, so that graphql-js executes it. */
  const inWords = (text: string): Promise<Response> => post(app.api, { query: `${text}# asked anew` })

  it.each(EXAMPLES)('give the same response as their text: $name', async ({ name, text }) => {
    const [named, worded] = await Promise.all([byId(name), inWords(text)])
    expect(named.status).toBe(200)
    const answer = await named.json()
    expect(answer.data).toBeDefined()
    expect(answer).toEqual(await worded.json())
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`
    expect(await (await byId(hash)).json()).toEqual(answer)
    expect(await (await post(app.api, { documentId: name })).json()).toEqual(answer)
    expect(await (await post(app.api, { query: text })).json()).toEqual(answer)
  })

  it('are rejected where the name is unknown, or a query comes with it', async () => {
    for (const response of [await byId('nothing'), await post(app.api, { documentId: 'nothing' })]) {
      expect(response.status).toBe(404)
      expect(response.headers.get('cache-control')).toContain('no-store')
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    }
    const both = [
      await fetch(`${app.api}?documentId=selling-data&query={__typename}`),
      await post(app.api, { documentId: 'selling-data', query: '{ __typename }' }),
    ]
    for (const response of both) {
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
    }
    expect((await post(app.api, { documentId: ['selling-data'] })).status).toBe(400)
    expect((await byId('__proto__')).status).toBe(404)
  })

  it.each([
    ['STORE_UNAVAILABLE', 503, new DomainError('STORE_UNAVAILABLE', 'The database does not respond.')],
    ['INTERNAL', 200, new Error('a secret of the database')],
  ])('fail with the same error as their text: %s', async (code, status, error) => {
    failure = error
    const [named, worded] = await Promise.all([
      post(app.api, { documentId: 'selling-data' }),
      inWords(EXAMPLES.find(({ name }) => name === 'selling-data')?.text ?? ''),
    ])
    failure = null
    const [text, other] = [await named.text(), await worded.json()]
    expect([named.status, worded.status]).toEqual([status, status])
    expect(text).not.toContain('secret')
    const { errors, data } = JSON.parse(text)
    expect(data).toEqual(other.data)
    expect(errors[0].extensions.code).toBe(code)
    // A compiled query has no locations; the rest of the error is equal.
    const { locations: _, ...result } = other.errors[0]
    expect(errors[0]).toMatchObject(result)
  })
})
