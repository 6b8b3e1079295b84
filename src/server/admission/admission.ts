import { DomainError } from '../../domain/errors.ts'
import type { PaceRefusal, RefusalWork } from './refusal-pace.ts'
import { createSlots, type Slots } from './slots.ts'

/** Bounds on concurrent requests of about one cost. */
export interface Lane {
  readonly name: string
  /** Highest cost of one request in this lane, in cost points. */
  readonly maxPoints: number
  /** Maximum of concurrent requests, and of requests started in one iteration of the event loop. */
  readonly width: number
  /** Maximum of concurrent store reads of all requests in this lane. */
  readonly reads: number
}

export interface LaneState {
  readonly lane: string
  readonly running: number
  readonly waiting: number
}

export interface AdmissionOptions {
  /** Lanes in ascending order of cost; LANES by default. */
  readonly lanes?: readonly Lane[]
  /** Longest wait for a start, in milliseconds; MAX_WAIT_MS by default. */
  readonly maxWaitMs?: number
  /** Returns the delay of the event loop, in milliseconds; 0 by default. */
  readonly lagMs?: () => number
  /** Delays an early refusal, to spread refusals over time. */
  readonly paceRefusal?: PaceRefusal
  /** Called at each start of a request, with its wait in milliseconds. */
  readonly onStart?: (lane: string, waitedMs: number) => void
}

/** Place of one request in a lane. */
export interface Place {
  /**
   * Moves to the lane of a higher cost after the cost is known. The wait before counts towards the limit.
   * @throws DomainError BUSY if that lane has no place in time
   */
  readonly raiseTo: (points: number) => Promise<void>
  /**
   * Calls a store read as soon as the lane has a slot for it. After the place was freed, the read is not called and its
   * promise stays pending.
   */
  readonly read: (call: () => unknown) => unknown
  /** Returns whether the place was freed, because its request has ended. */
  readonly isOver: () => boolean
  /** Frees the place. May be called twice. */
  readonly leave: () => void
}

/** Notifies when a client disconnects, as an AbortSignal does. */
export interface Departure {
  readonly aborted: boolean
  addEventListener(name: 'abort', leave: () => void, options: { readonly once: true }): void
  removeEventListener(name: 'abort', leave: () => void): void
}

/** Decides when a request may start. */
export interface Admission {
  /**
   * Waits until the lane of a cost has a place.
   * @param left aborts when the client leaves; the request then leaves the queue
   * @throws DomainError BUSY if the request cannot start in time
   * @throws ClientLeft if `left` aborts before the start
   */
  readonly enter: (points: number, left: Departure) => Promise<Place>
  /** Refuses a request that `enter` would refuse at this moment. @throws DomainError BUSY */
  readonly check: (points: number) => Promise<void>
  readonly lanes: () => readonly LaneState[]
}

/** The client closed its connection before its request started. */
export class ClientLeft extends Error {}

/** Default lanes, with measured widths (docs/decisions/0017-admission-by-cost.md). */
export const LANES: readonly Lane[] = [
  { name: 'cheap', maxPoints: 200, width: 8, reads: 16 },
  { name: 'middle', maxPoints: 2000, width: 4, reads: 3 },
  { name: 'dear', maxPoints: 10_000, width: 2, reads: 2 },
  // Exports of any size, so that slow clients of exports occupy no other lane.
  { name: 'bulk', maxPoints: Number.POSITIVE_INFINITY, width: 2, reads: 1 },
]

/** Longest wait of a request for its start, in milliseconds. A refusal then reaches its client within 300 ms, even if busy. */
export const MAX_WAIT_MS = 200
const MAX_WAITING = 500
/** Weight of the newest duration in the moving average. */
const NEWEST = 0.1

interface LaneQueue {
  readonly lane: Lane
  /** First in, first out. */
  readonly waiting: Set<() => void>
  readonly slots: Slots
  running: number
  startedThisTick: number
  /** Moving average from start to end, in milliseconds. */
  durationMs: number
}

/** Creates the lanes of one process. */
export function createAdmission(options: AdmissionOptions = {}): Admission {
  const { lanes = LANES, maxWaitMs = MAX_WAIT_MS, lagMs = () => 0, onStart = () => undefined } = options
  const paceRefusal = options.paceRefusal ?? (() => Promise.resolve())
  const queues = lanes.map((lane) => ({
    lane,
    waiting: new Set<() => void>(),
    slots: createSlots(lane.reads),
    running: 0,
    startedThisTick: 0,
    durationMs: 0,
  }))
  let isTickDue = false

  const queueFor = (points: number): LaneQueue => {
    const found = queues.find(({ lane }) => points <= lane.maxPoints) ?? queues.at(-1)
    if (!found) throw new DomainError('INTERNAL', 'There are no lanes.')
    return found
  }
  const hasPlace = ({ lane, running, startedThisTick }: LaneQueue): boolean =>
    running < lane.width && startedThisTick < lane.width

  /** The request has waited for the event loop before, so the delay of the event loop counts as part of the wait. */
  const endOfWait = (): number => performance.now() + Math.max(0, maxWaitMs - lagMs())

  /** Returns whether a new request would wait too long, or the queue is full. */
  function isHopeless(queue: LaneQueue, leftMs: number): boolean {
    const { lane, waiting, durationMs } = queue
    if (hasPlace(queue) && waiting.size === 0) return false
    const expectedMs = ((waiting.size + 1) * durationMs) / lane.width
    return expectedMs > leftMs || waiting.size >= MAX_WAITING
  }

  /** Refuses after a delay, at the latest at the end of the wait. */
  async function refuse(work: RefusalWork, untilMs: number): Promise<never> {
    await paceRefusal(work, untilMs)
    throw BUSY
  }

  /** Starts waiting requests, at most `width` of a lane in one iteration, so that cached responses are sent in between. */
  function admitNext(): void {
    isTickDue = false
    for (const queue of queues) {
      queue.startedThisTick = 0
      for (const start of queue.waiting) {
        if (!hasPlace(queue)) break
        start()
      }
    }
    if (queues.some(({ waiting, startedThisTick }) => startedThisTick > 0 && waiting.size > 0)) scheduleNext()
  }
  function scheduleNext(): void {
    if (isTickDue) return
    isTickDue = true
    setImmediate(admitNext)
  }

  function occupy(queue: LaneQueue, waitedMs: number): void {
    queue.running += 1
    queue.startedThisTick += 1
    onStart(queue.lane.name, waitedMs)
    scheduleNext()
  }
  function vacate(queue: LaneQueue): void {
    queue.running -= 1
    if (queue.waiting.size > 0) scheduleNext()
  }

  /** @param untilMs end of the wait, in milliseconds of performance.now() */
  async function waitFor(queue: LaneQueue, left: Departure, untilMs: number, work: RefusalWork): Promise<void> {
    const sinceMs = performance.now()
    if (left.aborted) throw new ClientLeft()
    if (isHopeless(queue, untilMs - sinceMs)) await refuse(work, untilMs)
    if (queue.waiting.size === 0 && hasPlace(queue)) return occupy(queue, 0)
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        queue.waiting.delete(start)
        clearTimeout(timer)
        left.removeEventListener('abort', abandon)
      }
      const start = (): void => {
        leave()
        occupy(queue, performance.now() - sinceMs)
        resolve()
      }
      const abandon = (): void => {
        leave()
        reject(new ClientLeft())
      }
      const timer = setTimeout(() => {
        leave()
        reject(BUSY)
      }, untilMs - sinceMs)
      left.addEventListener('abort', abandon, { once: true })
      queue.waiting.add(start)
      scheduleNext()
    })
  }

  return {
    async enter(points, left) {
      const untilMs = endOfWait()
      let queue = queueFor(points)
      await waitFor(queue, left, untilMs, 'UNREAD')
      let isOccupied = true
      let startedMs = performance.now()
      const leave = (): void => {
        if (!isOccupied) return
        isOccupied = false
        queue.durationMs += (performance.now() - startedMs - queue.durationMs) * NEWEST
        vacate(queue)
      }
      const raiseTo = async (more: number): Promise<void> => {
        const next = queueFor(more)
        if (next === queue) return
        leave()
        await waitFor(next, left, untilMs, 'READ')
        queue = next
        isOccupied = true
        startedMs = performance.now()
      }
      const isOver = (): boolean => !isOccupied
      return { raiseTo, leave, isOver, read: (call) => queue.slots(call, isOver) }
    },
    async check(points) {
      const untilMs = endOfWait()
      if (isHopeless(queueFor(points), untilMs - performance.now())) await refuse('UNREAD', untilMs)
    },
    lanes: () => queues.map(({ lane, running, waiting }) => ({ lane: lane.name, running, waiting: waiting.size })),
  }
}

/** One error for all refusals, since the stack of a new error takes a tenth of the time of a refusal. */
const BUSY = new DomainError('BUSY', 'The server is too busy to respond in time; try again later.')
