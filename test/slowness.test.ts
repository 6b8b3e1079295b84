import { describe, expect, it } from 'vitest'
import { isWithinCpu, slowness } from './slowness.ts'

describe('limit of CPU', () => {
  it('is multiplied by the slowness of the machine, at most fourfold', () => {
    expect(slowness()).toBeGreaterThanOrEqual(1)
    expect(slowness()).toBeLessThanOrEqual(4)
    expect([isWithinCpu(50, 50), isWithinCpu(201, 50)]).toEqual([true, false])
  })
})
