import { describe, expect, it } from 'vitest'
import { baseOf } from '../../scripts/change-base.ts'

describe('base of npm run test:quick', () => {
  const checkout = { head: 'b', parent: 'a', forkOfMain: 'b', isChanged: false }

  it('is the fork from main on a branch, with changed files and without', () => {
    expect(baseOf({ ...checkout, forkOfMain: 'fork' })).toBe('fork')
    expect(baseOf({ ...checkout, forkOfMain: 'fork', isChanged: true })).toBe('fork')
  })

  it('is the last commit on a changed main, and the one before on an unchanged main', () => {
    expect(baseOf({ ...checkout, isChanged: true })).toBe('b')
    expect(baseOf(checkout)).toBe('a')
  })

  it('is the last commit where main is unknown, and none without git', () => {
    expect(baseOf({ ...checkout, forkOfMain: null, isChanged: true })).toBe('b')
    expect(baseOf({ head: null, parent: null, forkOfMain: null, isChanged: true })).toBeNull()
  })
})
