import { describe, expect, it } from 'vitest'
import { parseCacheBytes } from '../../src/config/parse-settings.ts'

const MIB = 1024 * 1024

describe('SANAD_CACHE_MB', () => {
  it.each(['1', '64', '65536'])('with %s leaves room for evicted entries that the heap still has', (text) => {
    expect(parseCacheBytes(text) * 1.7).toBeLessThan(Number(text) * MIB * 1.25)
    expect(parseCacheBytes(text)).toBeGreaterThan((Number(text) * MIB) / 2)
  })

  it.each(['0', '65537', '1.5', '-1', '64 MB', ''])('refuses %j', (text) => {
    expect(() => parseCacheBytes(text)).toThrow('must be a whole number from 1 to 65536')
  })
})
