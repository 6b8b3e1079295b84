import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import {
  type Admission,
  ClientLeft,
  createAdmission,
  type Lane,
  type Place,
} from '../../../src/server/admission/admission.ts'
import { fc, propertyRuns } from '../../property-runs.ts'

const LANES: readonly Lane[] = [
  { name: 'cheap', maxPoints: 10, width: 2, reads: 2 },
  { name: 'dear', maxPoints: 1000, width: 1, reads: 1 },
]
const HOUR_MS = 3_600_000
const never = new AbortController().signal
setMaxListeners(0, never)
const idle = LANES.map(({ name }) => ({ lane: name, running: 0, waiting: 0 }))
const admitNext = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const busy = { code: 'BUSY' }

/** Enters until the lane is full. */
async function fill(admission: Admission, points: number, width: number): Promise<readonly Place[]> {
  const places: Place[] = []
  while (places.length < width) places.push(await admission.enter(points, never))
  return places
}

describe('admission', () => {
  it('starts cheap work while expensive work waits', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    const order: string[] = []
    const running = await admission.enter(1000, never)
    const waiting = admission.enter(1000, never).then((place) => {
      order.push('dear')
      return place
    })
    const cheap = await admission.enter(1, never)
    order.push('cheap')
    running.leave()
    const second = await waiting
    expect(order).toEqual(['cheap', 'dear'])
    for (const place of [cheap, second]) place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('starts waiting work in order of arrival, as many pieces concurrently as the lane is wide', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    const order: number[] = []
    let running = 0
    let max = 0
    const work = async (index: number): Promise<void> => {
      const place = await admission.enter(1, never)
      order.push(index)
      running += 1
      max = Math.max(max, running)
      await admitNext()
      running -= 1
      place.leave()
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => work(index)))
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(max).toBe(2)
  })

  it('starts at most the width of the lane per event loop iteration, however short the work', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    let started = 0
    const work = async (): Promise<void> => {
      const place = await admission.enter(1, never)
      started += 1
      place.leave()
    }
    const all = Promise.all(Array.from({ length: 20 }, work))
    for (let turn = 0; started < 20; turn += 1) {
      expect(started).toBeLessThanOrEqual(2 * (turn + 1))
      await admitNext()
    }
    await all
  })

  it('rejects work that cannot start within the maximum wait', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: 20 })
    const place = await admission.enter(1000, never)
    await expect(admission.enter(1000, never)).rejects.toMatchObject(busy)
    place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('rejects work immediately when the durations of the lane predict too long a wait', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: 1 })
    const slow = await admission.enter(1000, never)
    await new Promise((resolve) => setTimeout(resolve, 50))
    slow.leave()
    const place = await admission.enter(1000, never)
    await expect(admission.check(1000)).rejects.toMatchObject(busy)
    await expect(admission.enter(1000, never)).rejects.toMatchObject(busy)
    expect(admission.lanes().map(({ waiting }) => waiting)).toEqual([0, 0])
    place.leave()
    await admitNext()
    await admission.check(1000)
  })

  it('rejects work without a place while the event loop lags, and keeps work that has one', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: 250, lagMs: () => 300 })
    const places = await fill(admission, 1, 2)
    await expect(admission.check(1)).rejects.toMatchObject(busy)
    const dear = await admission.enter(1000, never)
    for (const place of [...places, dear]) place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('delays a refusal within the wait of its request only, less the delay of the event loop', async () => {
    const untilMs: number[] = []
    const paceRefusal = (_: unknown, until = Number.NaN): Promise<void> => {
      untilMs.push(until)
      return Promise.resolve()
    }
    const admission = createAdmission({ lanes: LANES, maxWaitMs: 250, lagMs: () => 400, paceRefusal })
    const dear = await admission.enter(1000, never)
    const cheap = await admission.enter(1, never)
    const risenAt = performance.now()
    await expect(cheap.raiseTo(1000)).rejects.toMatchObject(busy)
    await expect(admission.enter(1000, never)).rejects.toMatchObject(busy)
    expect(untilMs.length).toBe(2)
    expect(untilMs[0]).toBeLessThanOrEqual(risenAt)
    for (const until of untilMs) expect(until).toBeLessThanOrEqual(performance.now())
    dear.leave()
  })

  it('bounds the queue at 500', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    const left = new AbortController()
    const places = await fill(admission, 1, 2)
    setMaxListeners(0, left.signal)
    const waiting = Array.from({ length: 600 }, () => admission.enter(1, left.signal).catch((error: unknown) => error))
    expect(admission.lanes()[0]?.waiting).toBe(500)
    left.abort()
    const ends = await Promise.all(waiting)
    expect(ends.filter((end) => end instanceof ClientLeft)).toHaveLength(500)
    for (const place of places) place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('moves work to the expensive lane when its cost becomes known', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    const place = await admission.enter(1, never)
    await place.raiseTo(5)
    expect(admission.lanes().map(({ running }) => running)).toEqual([1, 0])
    await place.raiseTo(500)
    expect(admission.lanes().map(({ running }) => running)).toEqual([0, 1])
    place.leave()
    place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('runs as many reads concurrently as the lane allows, in order, and none for work that has ended', async () => {
    const admission = createAdmission({ lanes: LANES, maxWaitMs: HOUR_MS })
    const dear = await admission.enter(1000, never)
    const cheap = await admission.enter(1, never)
    const order: string[] = []
    const read = (place: Place, name: string): unknown =>
      place.read(async () => {
        order.push(name)
        await admitNext()
        if (name === 'fails') throw new Error(name)
        return name
      })
    const failing = read(dear, 'fails')
    const reads = Promise.all([read(dear, 'b'), read(dear, 'c'), read(cheap, 'cheap')])
    expect(order).toEqual(['fails', 'cheap'])
    await expect(failing).rejects.toThrow('fails')
    expect(await reads).toEqual(['b', 'c', 'cheap'])
    expect(order).toEqual(['fails', 'cheap', 'b', 'c'])
    const last = read(dear, 'last')
    void read(dear, 'never')
    dear.leave()
    expect(await last).toBe('last')
    const other = await admission.enter(1000, never)
    expect(await read(other, 'other')).toBe('other')
    expect(order).not.toContain('never')
    for (const place of [cheap, other]) place.leave()
    expect(admission.lanes()).toEqual(idle)
  })

  it('frees every place and every queue entry after 1,000 pieces of work that end, fail, rise or abort at random', async () => {
    const piece = fc.record({
      points: fc.constantFrom(1, 9, 500),
      raiseTo: fc.option(fc.constantFrom(5, 800), { nil: null }),
      slots: fc.nat(3),
      leftAfter: fc.option(fc.nat(6), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 40, maxLength: 60 }), async (pieces) => {
        const admission = createAdmission({ lanes: LANES, maxWaitMs: 15 })
        await Promise.all(
          pieces.map(async ({ points, raiseTo, slots, leftAfter }) => {
            const left = new AbortController()
            const leave = async (): Promise<void> => {
              for (let turn = 0; turn < (leftAfter ?? 0); turn += 1) await admitNext()
              if (leftAfter !== null) left.abort()
            }
            void leave()
            const place = await admission.enter(points, left.signal).catch(() => null)
            if (raiseTo !== null) await place?.raiseTo(raiseTo).catch(() => undefined)
            for (let turn = 0; turn < slots; turn += 1) await admitNext()
            place?.leave()
          }),
        )
        expect(admission.lanes()).toEqual(idle)
      }),
      { numRuns: propertyRuns(25) },
    )
  })
})
