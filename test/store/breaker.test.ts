import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withBreaker } from '../../src/store/engines/breaker.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type GatedEngine, gate, SLOW } from './gated-engine.ts'

const ONE = 'RETURN 1 AS one'
const GONE = { code: 'STORE_UNAVAILABLE', message: 'The database does not respond; try again in a few seconds.' }
/** Far above the expected times, for busy machines. */
const LONG = { timeout: 10_000, interval: 10 }

describe.each([
  { probe: 'a ping and a statement', hasPing: true },
  { probe: 'a statement', hasPing: false },
])('circuit breaker of an engine probed by $probe', ({ hasPing }) => {
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

  it('sends no probe while the engine is quick', async () => {
    const { pings } = gated.asked
    for (let i = 0; i < 50; i += 1) expect(await engine.run(ONE)).toEqual([{ one: 1 }])
    expect(gated.asked).toEqual({ statements: 50, pings, checks: 0 })
  })

  it('stays closed during one slow statement', async () => {
    expect(await engine.run(SLOW)).toEqual([{ slow: 2 }])
    expect(changes).toEqual([])
    expect(gated.asked.checks).toBeGreaterThan(0)
  })

  it('rejects waiting reads when the engine stops responding, and later reads immediately without a statement', async () => {
    gated.become('SILENT')
    const loads = [engine.forLoads.run(ONE), engine.transaction((tx) => tx.run(ONE))]
    const waiting = [engine.run(ONE), engine.run(ONE)]
    for (const one of waiting) await expect(one).rejects.toMatchObject(GONE)
    expect([isAvailable(), changes]).toEqual([false, [false]])
    // A load has no client that waits for it: it waits until the engine is back.
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

  it('closes after one probe at a time, and ignores late results of rejected statements', async () => {
    const rejections: unknown[] = []
    const note = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', note)
    try {
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
    } finally {
      process.off('unhandledRejection', note)
    }
    expect([changes, rejections]).toEqual([[false, true], []])
  })

  it('notices the second of two outages as fast as the first', async () => {
    const noticed = async (): Promise<number> => {
      const started = performance.now()
      gated.become('SILENT')
      await expect(engine.run(ONE)).rejects.toMatchObject(GONE)
      return performance.now() - started
    }
    const first = await noticed()
    // The second probe of the outage has waited for most of a second when it gets its response.
    await sleep(2100)
    gated.become('ANSWERS')
    await expect.poll(isAvailable, LONG).toBe(true)
    expect(await engine.run(ONE)).toEqual([{ one: 1 }])
    // The limit of a probe was three times that wait.
    expect(await noticed()).toBeLessThan(first + 1000)
  })

  it('opens as soon as a statement and a probe are refused', async () => {
    gated.become('REFUSES')
    await expect(engine.run(ONE)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect.poll(isAvailable, LONG).toBe(false)
  })

  it('probes on a health check after an idle period', async () => {
    await sleep(300)
    gated.become('SILENT')
    await expect(engine.checkHealth()).rejects.toMatchObject(GONE)
    expect(isAvailable()).toBe(false)
  })

  it('stays closed during a long load', async () => {
    const { pings } = gated.asked
    await engine.transaction(async (tx) => {
      await sleep(400)
      return tx.run(ONE)
    })
    expect(gated.asked).toMatchObject({ pings, checks: 0 })
  })

  it('stays closed when this thread was busy', async () => {
    // Blocks the thread after each probe is sent: its result arrives, and its time limit is over before it can be read.
    gated.beforeProbes(async () => queueMicrotask(keepBusy))
    await engine.run(SLOW)
    expect(changes).toEqual([])
  })

  it('stays closed while the engine responds to any statement', async () => {
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

  it('sends no probe after the engine is closed', async () => {
    gated.become('SILENT')
    await expect(engine.run(ONE)).rejects.toMatchObject(GONE)
    gated.become('ANSWERS')
    await engine.close()
    const before = { ...gated.asked }
    await sleep(600)
    expect(gated.asked).toEqual(before)
  })

  it('gives correct results or rejects, for any sequence of outages', async () => {
    const step = fc.record({
      state: fc.constantFrom('ANSWERS', 'SILENT', 'REFUSES'),
      ms: fc.integer({ min: 0, max: 400 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const requested: Promise<unknown>[] = []
        const timer = setInterval(() => {
          const number = requested.length
          requested.push(
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
        await Promise.all(requested)
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
