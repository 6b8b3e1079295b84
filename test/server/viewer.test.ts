import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { CompleteRoute } from '../../src/server/routes/route.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { AS_EDITOR, AS_READER, viewerOfToken } from './viewers.ts'

/** Greets its viewer, or refuses one without the role. */
const deskRoute: CompleteRoute = {
  pattern: /^\/(desk|export\/desk)$/,
  dependsOnViewer: true,
  needsLanguage: true,
  parameters: { known: ['lang'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query }) => new URLSearchParams({ lang: query.get('lang') ?? 'en' }),
  respond: async ({ context: { viewer } }) => {
    if (viewer.kind === 'PUBLIC') throw new DomainError('UNAUTHENTICATED', 'Sign in first.')
    if (!viewer.roles.includes('EDITOR')) throw new DomainError('FORBIDDEN', 'Only editors may do this.')
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=60' }
    return { status: 200, headers, body: `Desk of ${viewer.id}` }
  },
}
/** Has the id of the viewer in its body, on a route that is declared as independent of the viewer. */
const openRoute: CompleteRoute = {
  ...deskRoute,
  pattern: /^\/open$/,
  dependsOnViewer: false,
  respond: async ({ context: { viewer } }) => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=60' }
    return { status: 200, headers, body: viewer.kind }
  },
}

let site: StartedSite
const refusals: DomainError[] = []
beforeAll(async () => {
  site = await startSite({
    dataset: smallDataset(),
    viewerOf: viewerOfToken,
    moreRoutes: [deskRoute, openRoute],
    wrap: (store) => ({
      ...store,
      // The reads of a resolver that refuses.
      storyPage: (...asked) => {
        const [refusal] = refusals
        return refusal ? Promise.reject(refusal) : store.storyPage(...asked)
      },
    }),
  })
})
afterAll(() => site.stop())
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(site.url + path, { headers })
const cachedAnswers = (): number => site.cache.stats().namespaces['answers']?.entries ?? 0

describe('a route that depends on the viewer', () => {
  it('responds as private, is never cached, and gives no viewer the response of another', async () => {
    const before = cachedAnswers()
    const response = await get('/desk?lang=en', AS_EDITOR)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('vary')).toContain('Authorization')
    expect(await response.text()).toBe('Desk of editor')
    expect(cachedAnswers()).toBe(before)
    expect((await get('/desk?lang=en')).status).toBe(401)
  })

  it('has another response than a route that does not, which is made for the public, cached and shared', async () => {
    const before = cachedAnswers()
    const response = await get('/open?lang=en', AS_EDITOR)
    expect(response.headers.get('cache-control')).toMatch(/^public/)
    expect(await response.text()).toBe('PUBLIC')
    expect(cachedAnswers()).toBe(before + 1)
  })

  it('is the API for a signed-in viewer, and not for the public', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`
    const before = cachedAnswers()
    const mine = await get(path, AS_EDITOR)
    expect(mine.status).toBe(200)
    expect(mine.headers.get('cache-control')).toBe('private, no-store')
    expect(cachedAnswers()).toBe(before)
    const theirs = await get(path)
    expect(theirs.headers.get('cache-control')).toMatch(/^public/)
    expect(theirs.headers.get('vary')).toContain('Authorization')
    expect(cachedAnswers()).toBe(before + 1)
  })
})

describe('a refusal of a viewer', () => {
  it.each([
    ['en', {}, 401, 'Sign in to see this page.'],
    ['id', {}, 401, 'Masuklah untuk melihat halaman ini.'],
    ['en', AS_READER, 403, 'Your account may not see this page.'],
    ['id', AS_READER, 403, 'Akun Anda tidak boleh melihat halaman ini.'],
  ])('is a page in %s with status and headers: %j → %i', async (lang, headers, status, text) => {
    const response = await get(`/desk?lang=${lang}`, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Sanad"' : null)
    expect(response.headers.get('retry-after')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain(text)
  })

  it.each([
    [{}, 401, 'UNAUTHENTICATED', 'Sign in first.'],
    [AS_READER, 403, 'FORBIDDEN', 'Only editors may do this.'],
  ])('is JSON for programs: %j → %i', async (headers, status, code, message) => {
    const response = await get('/export/desk?lang=en', headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Sanad"' : null)
    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code } }] })
  })

  it.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
  ] as const)('is an error of GraphQL where a resolver throws it: %s → %i', async (code, status) => {
    refusals.push(new DomainError(code, 'Not for you.'))
    const query = encodeURIComponent('{ stories { nodes { slug } } }')
    const responses = [
      await get(`/graphql?query=${query}`),
      await get(`/graphql?query=${query}`, AS_READER),
      await fetch(`${site.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: '{ stories { nodes { slug } } }' }),
      }),
    ]
    refusals.pop()
    for (const response of responses) {
      expect(response.status).toBe(status)
      expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Sanad"' : null)
      expect(response.headers.get('cache-control')).toContain('no-store')
      expect(await response.json()).toMatchObject({ errors: [{ message: 'Not for you.', extensions: { code } }] })
    }
  })

  it('refuses the complete request if its credentials are not valid', async () => {
    for (const path of ['/graphql?query={__typename}', '/desk?lang=en', '/?lang=en']) {
      const response = await get(path, { Authorization: 'Bearer forged' })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Sanad"')
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    }
  })
})

describe('credentials', () => {
  it('cost points, so that guessing them is limited, and are not read past the limit', async () => {
    let read = 0
    const guessed = await startSite({
      dataset: smallDataset(),
      settings: { SANAD_RATE_LIMIT: '20' },
      viewerOf: () => {
        read += 1
        throw new DomainError('UNAUTHENTICATED', 'These credentials are not valid.')
      },
    })
    const statuses: number[] = []
    for (let i = 0; i < 30; i += 1) {
      const path = i % 2 === 0 ? '/graphql?query={__typename}' : '/?lang=en'
      statuses.push((await fetch(guessed.url + path, { headers: { Authorization: 'Bearer guess' } })).status)
    }
    expect(read).toBeLessThan(20)
    expect(statuses.filter((status) => status === 401)).toHaveLength(read)
    expect(statuses.at(-1)).toBe(429)
    await guessed.stop()
  })
})
