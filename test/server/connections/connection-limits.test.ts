import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/config/settings.ts'
import {
  parseConnectionLimits,
  parseDescriptorLimit,
  readDescriptorLimit,
} from '../../../src/server/connections/connection-limits.ts'
import { fc } from '../../property-runs.ts'

const limitsOf = (environment: Record<string, string>, descriptors: number): readonly [number, number] => {
  const { maxConnections, maxConnectionsPerClient } = parseConnectionLimits(readSettings(environment), descriptors)
  return [maxConnections, maxConnectionsPerClient]
}

describe('connection limits', () => {
  it.each([
    [Number.POSITIVE_INFINITY, [2048, 512]],
    [20_000, [2048, 512]],
    [1024, [896, 224]],
    [256, [192, 48]],
    [2, [1, 1]],
  ])('for %d open files are %j', (descriptors, expected) => {
    expect(limitsOf({}, descriptors)).toEqual(expected)
  })

  it('are those of the settings, where descriptors suffice', () => {
    const settings = { SANAD_MAX_CONNECTIONS: '5000', SANAD_MAX_CONNECTIONS_PER_CLIENT: '10' }
    expect(limitsOf(settings, 20_000)).toEqual([5000, 10])
    expect(limitsOf(settings, 1024)).toEqual([896, 10])
  })

  it('always leave descriptors for the database', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (descriptors, requested) => {
        const [max] = limitsOf({ SANAD_MAX_CONNECTIONS: String(requested) }, descriptors)
        expect(descriptors - max).toBeGreaterThanOrEqual(Math.min(128, descriptors / 4))
        expect(max).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it.each(['0', '-1', '1.5', 'many', '1e3', '12345678'])('reject the setting %s', (text) => {
    for (const name of ['SANAD_MAX_CONNECTIONS', 'SANAD_MAX_CONNECTIONS_PER_CLIENT']) {
      expect(() => limitsOf({ [name]: text }, 1024)).toThrow(`${name} is ${text}, but must be`)
    }
  })
})

describe('limit on open files', () => {
  it.each([
    ['Max open files            256                  20000                files     \n', 256],
    ['Max open files            unlimited            unlimited            files     \n', Number.POSITIVE_INFINITY],
    ['Max cpu time              unlimited            unlimited            seconds   \n', 1024],
  ])('is read from %j', (text, limit) => {
    expect(parseDescriptorLimit(`Limit  Soft Limit  Hard Limit  Units\n${text}`)).toBe(limit)
  })

  it('is greater than 16 on this machine', () => {
    expect(readDescriptorLimit()).toBeGreaterThan(16)
  })
})
