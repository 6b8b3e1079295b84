import { describe, expect, it } from 'vitest'
import { createCache, REQUESTS_SHARE } from '../../src/cache/create-cache.ts'
import { textBytes } from '../../src/cache/text-bytes.ts'

const KILOBYTE = 1024
/** A cache with room for `room` values of 1,000 bytes, and a namespace of it. */
function filled(room: number) {
  const cache = createCache({ maxBytes: room * 1300 })
  const values = cache.namespace<number>('values', { bytesOf: () => 1000, isOfDatabase: true })
  return { cache, values }
}
const keys = (count: number, name = 'key'): readonly string[] => Array.from({ length: count }, (_, i) => `${name}${i}`)

describe('cache', () => {
  it('stays within its budget under any load', () => {
    const { cache, values } = filled(100)
    for (const key of keys(5000)) values.set(key, 1)
    const { bytes, maxBytes, namespaces } = cache.stats()
    expect(bytes).toBeLessThanOrEqual(maxBytes)
    expect(bytes).toBeGreaterThan(maxBytes * 0.9)
    expect(namespaces['values']?.bytes).toBe(bytes)
    expect(namespaces['values']?.entries).toBeGreaterThanOrEqual(100)
  })

  it('retains a frequently requested page while a crawler requests others', () => {
    const { values } = filled(12)
    values.set('page', 1)
    for (const key of keys(1200, 'crawled')) {
      expect(values.get('page')).toBe(1)
      values.set(key, 2)
    }
    expect(values.get('crawled0')).toBeUndefined()
  })

  it('keeps a touched entry, and counts no hit and no miss for it', () => {
    const { cache, values } = filled(12)
    values.set('page', 1)
    for (const key of keys(100, 'other')) {
      expect(values.touch('page')).toBe(true)
      values.set(key, 2)
    }
    expect(values.touch('other0')).toBe(false)
    expect(cache.stats().namespaces['values']).toMatchObject({ hits: 0, misses: 0 })
    expect(values.peek('page')).toBe(1)
  })

  it('leaves room for states while requests make new keys without end', () => {
    const { cache, values } = filled(100)
    const urls = cache.namespace<number>('urls', { bytesOf: () => 1000 })
    const lists = cache.namespace<number>('lists', { bytesOf: () => 1000 })
    for (const key of keys(25)) values.set(key, 1)
    for (const key of keys(5000, 'url')) {
      urls.set(key, 2)
      expect(lists.get('list0') ?? 3).toBe(3)
      lists.set('list0', 3)
    }
    const { maxBytes, namespaces } = cache.stats()
    const ofRequests = (namespaces['urls']?.bytes ?? 0) + (namespaces['lists']?.bytes ?? 0)
    expect(ofRequests).toBeLessThanOrEqual(maxBytes * REQUESTS_SHARE)
    expect(ofRequests).toBeGreaterThan(maxBytes * (REQUESTS_SHARE - 0.05))
    expect(keys(25).filter((key) => values.peek(key) === undefined)).toEqual([])
    expect([urls.peek('url0'), urls.peek('url4999'), lists.peek('list0')]).toEqual([undefined, 2, 3])
  })

  it('gives states the room of requests that are used less recently', () => {
    const { cache, values } = filled(100)
    const urls = cache.namespace<number>('urls', { bytesOf: () => 1000 })
    for (const key of keys(60, 'url')) urls.set(key, 2)
    for (const key of keys(120)) values.set(key, 1)
    expect(keys(60, 'url').filter((key) => urls.peek(key) !== undefined)).toEqual([])
    expect(cache.stats().namespaces['urls']).toMatchObject({ entries: 0, bytes: 0 })
    for (const key of keys(40, 'later')) urls.set(key, 2)
    expect(keys(40, 'later').filter((key) => urls.peek(key) === undefined)).toEqual([])
  })

  it('evicts the least recently used entry of all namespaces', () => {
    const { cache, values } = filled(10)
    const others = cache.namespace<number>('others', { bytesOf: () => 1000, isOfDatabase: true })
    for (const key of keys(4)) values.set(key, 1)
    for (const key of keys(5)) others.set(key, 2)
    values.get('key1')
    for (const key of keys(5, 'new')) others.set(key, 3)
    expect([values.peek('key0'), values.peek('key1'), others.peek('key0'), others.peek('new4')]).toEqual([
      undefined,
      1,
      undefined,
      3,
    ])
  })

  it('counts hits and misses of each namespace, without peeks', () => {
    const { cache, values } = filled(10)
    values.set('a', 1)
    values.get('a')
    values.get('a', (value) => value !== 1)
    values.get('b')
    values.peek('a')
    expect(cache.stats().namespaces['values']).toMatchObject({ entries: 1, hits: 1, misses: 2 })
  })

  it('drops deleted and replaced values', () => {
    const { cache, values } = filled(10)
    values.set('a', 1)
    const { bytes } = cache.stats()
    values.set('a', 2)
    expect([values.get('a'), cache.stats().bytes]).toEqual([2, bytes])
    values.delete('a')
    expect([values.get('a'), cache.stats().bytes]).toEqual([undefined, 0])
  })

  it('rejects a value larger than an eighth of the budget, and retains the others', () => {
    const cache = createCache({ maxBytes: 80 * KILOBYTE })
    const texts = cache.namespace<string>('texts', { bytesOf: textBytes })
    texts.set('small', 'x'.repeat(KILOBYTE))
    texts.set('large', 'x'.repeat(11 * KILOBYTE))
    texts.set('small', 'y'.repeat(11 * KILOBYTE))
    expect([texts.get('large'), texts.get('small')]).toEqual([undefined, undefined])
  })

  it('stores values that wait for a second request from that request on', () => {
    const cache = createCache({ maxBytes: KILOBYTE * KILOBYTE })
    const values = cache.namespace<number>('values', { bytesOf: () => 1, waitsForSecond: (value) => value > 10 })
    const seen = [11, 11, 12].map((value) => {
      values.set('key', value)
      return values.get('key')
    })
    expect(seen).toEqual([undefined, 11, 12])
    values.set('small', 1)
    expect(values.get('small')).toBe(1)
  })

  it('rejects two namespaces of one name', () => {
    const { cache } = filled(1)
    expect(() => cache.namespace('values', { bytesOf: () => 1 })).toThrow('values')
  })
})

describe('size of a text in bytes', () => {
  it.each([
    ['', 0],
    ['é is Latin-1', 12],
    ['العربية', 14],
    ['“quoted”', 16],
  ])('for %j is counted as V8 stores it', (text, bytes) => {
    expect(textBytes(text) - textBytes('')).toBe(bytes)
  })
})
