import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { createCache, REQUESTS_SHARE } from '../../../src/cache/create-cache.ts'
import { DomainError, type ErrorCode } from '../../../src/domain/errors.ts'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import type { CachedResponse, RawResponse } from '../../../src/server/cache/cached-response.ts'
import { createResponseCache, type ResponseCache } from '../../../src/server/cache/response-cache.ts'

/** Longer than a revision number is trusted without reading it again. */
const LATER_MS = 120
const response = (body: string, status = 200): RawResponse => ({ status, headers: {}, body })
const made =
  (body: string, status = 200) =>
  (): Promise<RawResponse> =>
    Promise.resolve(response(body, status))
const failing = (error: Error) => (): Promise<RawResponse> => Promise.reject(error)
const away = (code: ErrorCode): Error => new DomainError(code, 'The database does not respond.')

/** A cache with room for `room` short responses, over a database whose revision can be changed. */
function cacheWithRoomFor(room: number) {
  let revision = 1
  const cache = createCache({ maxBytes: Math.ceil((Math.max(room, 8) * SHORT_ANSWER_BYTES) / REQUESTS_SHARE) })
  const cached = createResponseCache(
    { revisionAt: async () => toRevisionNumber(revision), isAvailable: () => true },
    cache,
  )
  const publish = (next: number): void => {
    revision = next
  }
  /** Whether the cache still serves the key while the database is unavailable. */
  const isCached = async (key: string): Promise<boolean> => {
    const found = await cached.find(key, failing(away('BUSY'))).catch(() => null)
    return found !== null
  }
  return { cached, publish, isCached }
}
const SHORT_ANSWER_BYTES = 1200

/** Reads the newest revision before, since it is cached for a time. */
async function findCached(cached: ResponseCache, key: string): Promise<CachedResponse | null> {
  await cached.newestRevision()
  return cached.findCached(key)
}

describe('cached response', () => {
  let revision = 1
  let cached: ResponseCache
  const find = async (make: () => Promise<RawResponse>): Promise<readonly [string, boolean]> => {
    const { response: found, isStale } = await cached.find('key', make)
    return [String(found.plain.body), isStale]
  }
  beforeEach(async () => {
    revision = 1
    cached = createResponseCache(
      { revisionAt: async () => toRevisionNumber(revision), isAvailable: () => true },
      createCache({ maxBytes: 1024 * 1024 }),
    )
    expect(await find(made('old'))).toEqual(['old', false])
    revision = 2
    await setTimeout(LATER_MS)
  })

  it.each(['STORE_UNAVAILABLE', 'TIMEOUT', 'BUSY'] as const)(
    'is served while newer responses fail with %s',
    async (code) => {
      for (const _ of [1, 2, 3]) expect(await find(failing(away(code)))).toEqual(['old', true])
      expect(await find(made('an error', code === 'TIMEOUT' ? 504 : 503))).toEqual(['old', true])
      expect(await find(made('new'))).toEqual(['new', false])
    },
  )

  it('is never served in place of an internal error, on repeated requests too', async () => {
    const fault = new TypeError('a fault of ours')
    for (const _ of [1, 2]) await expect(find(failing(fault))).rejects.toBe(fault)
    expect(await find(failing(away('BUSY')))).toEqual(['old', true])
  })

  it('is dropped once the resource is known to be removed', async () => {
    expect(await find(made('gone', 410))).toEqual(['gone', false])
    await expect(find(failing(away('BUSY')))).rejects.toMatchObject({ code: 'BUSY' })
  })

  it('is evicted before responses of a newer revision', async () => {
    const { cached, publish, isCached } = cacheWithRoomFor(8)
    const numbers = [...'01234567']
    for (const i of numbers) await cached.find(`old${i}`, made('old'))
    publish(2)
    await setTimeout(LATER_MS)
    for (const i of '012') await cached.find(`new${i}`, made('new'))
    const found = await Promise.all([...'012'].map((i) => findCached(cached, `new${i}`)))
    expect(found.map((response) => response?.plain.body.toString())).toEqual(Array(3).fill('new'))
    const left = await Promise.all(numbers.map((i) => isCached(`old${i}`)))
    expect(left).toEqual([...Array(3).fill(false), ...Array(5).fill(true)])
  })

  it('stays cached while it is requested, however many other responses are requested once', async () => {
    const { cached } = cacheWithRoomFor(12)
    await cached.find('page', made('page'))
    for (let i = 0; i < 1200; i += 1) {
      expect((await findCached(cached, 'page'))?.plain.body.toString()).toBe('page')
      await cached.find(`crawled${i}`, made('crawled'))
    }
    expect(await findCached(cached, 'crawled0')).toBeNull()
  })

  it('over 4 KB is cached from its second request on', async () => {
    const { cached } = cacheWithRoomFor(100)
    const large = made('x'.repeat(4097))
    const at = async (key: string) => {
      await cached.find(key, large)
      return (await findCached(cached, key)) !== null
    }
    expect([await at('page'), await at('page'), await at('other')]).toEqual([false, true, false])
    await cached.find('small', made('x'.repeat(4096)))
    expect(await findCached(cached, 'small')).not.toBeNull()
  })

  it('owns its memory and shares no larger buffer', async () => {
    const { cached } = cacheWithRoomFor(100)
    const json = { 'Content-Type': 'application/json' }
    const make = () => Promise.resolve({ status: 200, headers: json, body: JSON.stringify('a'.repeat(2000)) })
    const { plain, gzip } = (await cached.find('text', make)).response
    const bodies = [plain, gzip].map((form) => form?.body)
    expect(bodies.map((body) => body?.buffer.byteLength)).toEqual(bodies.map((body) => body?.length))
    expect(gzip?.body.length).toBeLessThan(100)
  })

  it('is made once for concurrent requests', async () => {
    let times = 0
    const slow = async (): Promise<RawResponse> => {
      times += 1
      await setTimeout(20)
      return response('new')
    }
    expect(await Promise.all([find(slow), find(slow)])).toEqual(Array(2).fill(['new', false]))
    expect(times).toBe(1)
  })
})
