import { describe, expect, it } from 'vitest'
import { parseCacheBytes } from '../../src/config/parse-settings.ts'

describe('SANAD_CACHE_MB', () => {
  it.each([1, 64, 65_536])('takes %i MiB', (megabytes) => {
    expect(parseCacheBytes(String(megabytes))).toBe(megabytes * 1024 * 1024)
  })

  it.each(['0', '65537', '1.5', '-1', '64 MB', ''])('refuses %j', (text) => {
    expect(() => parseCacheBytes(text)).toThrow('must be a whole number from 1 to 65536')
  })
})
