import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withBreaker } from '../../src/store/engines/breaker.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type GatedEngine, gate, SLOW } from './gated-engine.ts'

const ONE = 'RETURN 1 AS one'
const GONE = { code: 'STORE_UNAVAILABLE', message: 'The database gives no answer; try again in a few seconds.' }
/** Much longer than anything should take, since machines are busy. */
const LONG = { timeout: 10_000, interval: 10 }

describe.each([
  { probe: 'a sign of life and a statement', hasPing: true },
  { probe: 'a statement', hasPing: false },
])('an engine probed by $probe', ({ hasPing }) => {
  let real: Engine
  let gated: GatedEngine
  let engine: Engine
  let changes: boolean[]
  const isAvailable = (): boolean => engine.isAvailable?.() ?? false
  beforeEach(async () => {
    real = await openEmbedded({ path: null, readTimeoutMs: 60_000 })
    gated = gate(real, { hasPing })
    changes = []
    engine = withBreaker(gated.engine, { readTimeoutMs: 60_000, onAvailability: (one) => void changes.push(one) })
  })
  afterEach(async () => {
    gated.become('ANSWERS')
    await engine.close()
  })

  it('answers, and is asked for nothing else while it is quick', async () => {
    const { pings } = gated.asked
    for (let i = 0; i < 50; i += 1) expect(await engine.run(ONE)).toEqual([{ one: 1 }])
    expect(gated.asked).toEqual({ statements: 50, pings, checks: 0 })
  })

  it('is there while one statement is slow', async () => {
    expect(await engine.run(SLOW)).toEqual([{ slow: 2 }])
    expect(changes).toEqual([])
    expect(gated.asked.checks).toBeGreaterThan(0)
  })

  it('refuses what waits when it falls silent, and then at once what comes, without asking it', async () => {
    gated.become('SILENT')
    const loads = [engine.forLoads.run(ONE), engine.transaction((tx) => tx.run(ONE))]
    const waiting = [engine.run(ONE), engine.run(ONE)]
    for (const one of waiting) await expect(one).rejects.toMatchObject(GONE)
    expect([isAvailable(), changes]).toEqual([false, [false]])
    // Nobody waits for an answer to a load: it waits until the engine is back.
    loads.push(
      engine.forLoads.run(ONE),
      engine.transaction((tx) => tx.run(ONE)),
    )
    const before = gated.asked.statements
    const refused = await Promise.allSettled(Array.from({ length: 100 }, () => engine.run(ONE)))
    expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(engine.checkHealth()).rejects.toMatchObject(GONE)
    expect(gated.asked.statements).toBe(before)
    gated.become('ANSWERS')
    expect(await Promise.all(loads)).toEqual(Array(4).fill([{ one: 1 }]))
  })

  it('is found again by one probe at a time, and late answers of what was refused change nothing', async () => {
    const rejections: unknown[] = []
    const note = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', note)
    gated.become('SILENT')
    await expect(Promise.all([engine.run(ONE), engine.run('RETUR nothing')])).rejects.toMatchObject(GONE)
    const mostProbes = gated.countProbes()
    const before = gated.asked.pings + gated.asked.checks
    await expect.poll(() => gated.asked.pings + gated.asked.checks, LONG).toBeGreaterThan(before + 1)
    expect(mostProbes()).toBe(1)
    gated.become('ANSWERS')
    await expect.poll(isAvailable, LONG).toBe(true)
    expect(await engine.run(ONE)).toEqual([{ one: 1 }])
    await sleep(50)
    process.off('unhandledRejection', note)
    expect([changes, rejections]).toEqual([[false, true], []])
  })

  it('is gone as soon as a statement is refused and a probe too', async () => {
    gated.become('REFUSES')
    await expect(engine.run(ONE)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect.poll(isAvailable, LONG).toBe(false)
  })

  it('is probed by whoever asks for its health, when nobody asked it anything for a while', async () => {
    await sleep(300)
    gated.become('SILENT')
    await expect(engine.checkHealth()).rejects.toMatchObject(GONE)
    expect(isAvailable()).toBe(false)
  })

  it('is not suspected for a load that takes its time', async () => {
    const { pings } = gated.asked
    await engine.transaction(async (tx) => {
      await sleep(400)
      return tx.run(ONE)
    })
    expect(gated.asked).toMatchObject({ pings, checks: 0 })
  })

  it('is not taken for gone because this thread was busy', async () => {
    // From the sending of each probe on: its answer comes meanwhile, and the time for it is over before it can be read.
    gated.beforeProbes(async () => queueMicrotask(keepBusy))
    await engine.run(SLOW)
    expect(changes).toEqual([])
  })

  it('is not taken for gone while it answers anybody', async () => {
    gated.beforeProbes(async () => {
      await sleep(120)
      throw new Error('Too many connections.')
    })
    let isDone = false
    const slow = engine.run(SLOW).finally(() => {
      isDone = true
    })
    while (!isDone) {
      await engine.run(ONE)
      await sleep(5)
    }
    expect([await slow, changes]).toEqual([[{ slow: 2 }], []])
  })

  it('is left alone once it is closed', async () => {
    gated.become('SILENT')
    await expect(engine.run(ONE)).rejects.toMatchObject(GONE)
    gated.become('ANSWERS')
    await engine.close()
    const before = { ...gated.asked }
    await sleep(600)
    expect(gated.asked).toEqual(before)
  })

  it('answers rightly or refuses, whenever it goes away and comes back', async () => {
    const step = fc.record({
      state: fc.constantFrom('ANSWERS', 'SILENT', 'REFUSES'),
      ms: fc.integer({ min: 0, max: 400 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const asked: Promise<unknown>[] = []
        const timer = setInterval(() => {
          const number = asked.length
          asked.push(
            engine.run('RETURN $number AS number', { number }).then(
              (rows) => expect(rows).toEqual([{ number }]),
              (error: unknown) => expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' }),
            ),
          )
        }, 7)
        for (const { state, ms } of steps) {
          gated.become(state)
          await sleep(ms)
        }
        gated.become('ANSWERS')
        clearInterval(timer)
        await Promise.all(asked)
        await expect.poll(isAvailable, LONG).toBe(true)
        expect(await engine.run(ONE)).toEqual([{ one: 1 }])
      }),
      { numRuns: propertyRuns(4) },
    )
  })
})

function keepBusy(): void {
  const until = performance.now() + 400
  while (performance.now() < until);
}
