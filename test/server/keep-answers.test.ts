import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError, type ErrorCode } from '../../src/domain/errors.ts'
import type { RawAnswer } from '../../src/server/byte-cache.ts'
import { type KeptAnswers, keepAnswers } from '../../src/server/keep-answers.ts'

/** Longer than the number of a revision is believed. */
const LATER_MS = 520
const answer = (body: string, status = 200): RawAnswer => ({ status, headers: {}, body })
const made =
  (body: string, status = 200) =>
  (): Promise<RawAnswer> =>
    Promise.resolve(answer(body, status))
const failing = (error: Error) => (): Promise<RawAnswer> => Promise.reject(error)
const away = (code: ErrorCode): Error => new DomainError(code, 'The database gives no answer.')

describe('an answer that was kept', () => {
  let revision = 1
  let kept: KeptAnswers
  const find = async (make: () => Promise<RawAnswer>): Promise<readonly [string, boolean]> => {
    const { answer: found, isStale } = await kept.find('key', make)
    return [String(found.body), isStale]
  }
  beforeEach(async () => {
    revision = 1
    kept = keepAnswers({ revisionAt: async () => revision })
    expect(await find(made('old'))).toEqual(['old', false])
    revision = 2
    await setTimeout(LATER_MS)
  })

  it.each(['STORE_UNAVAILABLE', 'TIMEOUT', 'BUSY'] as const)(
    'is given for as long as a newer one fails with %s',
    async (code) => {
      for (const _ of [1, 2, 3]) expect(await find(failing(away(code)))).toEqual(['old', true])
      expect(await find(made('an error', code === 'TIMEOUT' ? 504 : 503))).toEqual(['old', true])
      expect(await find(made('new'))).toEqual(['new', false])
    },
  )

  it('hides no fault of ours, and none from those who ask next', async () => {
    const fault = new TypeError('a fault of ours')
    for (const _ of [1, 2]) await expect(find(failing(fault))).rejects.toBe(fault)
    expect(await find(failing(away('BUSY')))).toEqual(['old', true])
  })

  it('is given no more once it is known that there is nothing', async () => {
    expect(await find(made('gone', 410))).toEqual(['gone', false])
    await expect(find(failing(away('BUSY')))).rejects.toMatchObject({ code: 'BUSY' })
  })

  it('is made once for all who ask meanwhile', async () => {
    let times = 0
    const slow = async (): Promise<RawAnswer> => {
      times += 1
      await setTimeout(20)
      return answer('new')
    }
    expect(await Promise.all([find(slow), find(slow)])).toEqual(Array(2).fill(['new', false]))
    expect(times).toBe(1)
  })
})
