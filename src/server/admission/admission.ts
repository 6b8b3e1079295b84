import { DomainError } from '../../domain/errors.ts'
import type { PaceRefusal, RefusalWork } from './refusal-pace.ts'
import { createSlots, type Slots } from './slots.ts'

/** Work of about one cost: how much of it is done at once. */
export interface Lane {
  readonly name: string
  /** The most that one piece of work in this lane may cost, in points. */
  readonly maxPoints: number
  /** Pieces of work at once, and pieces started in one turn of the event loop. */
  readonly width: number
  /** Reads from the store at once, of all work in this lane together. */
  readonly reads: number
}

export interface LaneState {
  readonly lane: string
  readonly running: number
  readonly waiting: number
}

export interface AdmissionOptions {
  /** Cheapest first. */
  readonly lanes?: readonly Lane[]
  /** Longest wait for a start, in milliseconds; MAX_WAIT_MS unless given. */
  readonly maxWaitMs?: number
  /** How late the event loop is, in milliseconds. */
  readonly lagMs?: () => number
  /** Waits before an early refusal, so that they are spread out. */
  readonly paceRefusal?: PaceRefusal
  /** Called for each piece of work that starts. */
  readonly onStart?: (lane: string, waitedMs: number) => void
}

/** The place of one piece of work. */
export interface Place {
  /**
   * Moves to the lane of a higher cost, once the cost is known; the time waited before counts.
   * @throws DomainError BUSY
   */
  readonly raiseTo: (points: number) => Promise<void>
  /**
   * Makes a read from the store when the lane has a turn for it. It is never made once the place is free: who needs it
   * has had another answer.
   */
  readonly read: (call: () => unknown) => unknown
  /** Frees the place; harmless when called again. */
  readonly leave: () => void
}

export interface Admission {
  /**
   * Waits until the lane of a cost has a place.
   * @param left aborts when nobody waits for the work any more: it then leaves the queue
   * @throws DomainError BUSY where the work cannot start in time
   * @throws ClientLeft where `left` aborts before it starts
   */
  readonly enter: (points: number, left: AbortSignal) => Promise<Place>
  /** Refuses what would be refused if it came now. @throws DomainError BUSY */
  readonly check: (points: number) => Promise<void>
  readonly lanes: () => readonly LaneState[]
}

/** Nobody is there any more to be told of it. */
export class ClientLeft extends Error {}

/** Widths are measured: docs/decisions/0017-admission-by-cost.md. */
export const LANES: readonly Lane[] = [
  { name: 'cheap', maxPoints: 200, width: 8, reads: 16 },
  { name: 'middle', maxPoints: 2000, width: 4, reads: 3 },
  { name: 'dear', maxPoints: Number.POSITIVE_INFINITY, width: 2, reads: 2 },
]

export const MAX_WAIT_MS = 250
const MAX_WAITING = 500
/** Share of the newest duration in the average. */
const NEWEST = 0.1

interface LaneQueue {
  readonly lane: Lane
  /** First in, first out. */
  readonly waiting: Set<() => void>
  readonly slots: Slots
  running: number
  startedInSlot: number
  /** Moving average from start to end, in milliseconds. */
  durationMs: number
}

export function createAdmission(options: AdmissionOptions = {}): Admission {
  const { lanes = LANES, maxWaitMs = MAX_WAIT_MS, lagMs = () => 0, onStart = () => undefined } = options
  const paceRefusal = options.paceRefusal ?? (() => Promise.resolve())
  const queues = lanes.map((lane) => ({
    lane,
    waiting: new Set<() => void>(),
    slots: createSlots(lane.reads),
    running: 0,
    startedInSlot: 0,
    durationMs: 0,
  }))
  let isTurnDue = false

  const queueFor = (points: number): LaneQueue => {
    const found = queues.find(({ lane }) => points <= lane.maxPoints) ?? queues.at(-1)
    if (!found) throw new DomainError('INTERNAL', 'There are no lanes.')
    return found
  }
  const hasPlace = ({ lane, running, startedInSlot }: LaneQueue): boolean =>
    running < lane.width && startedInSlot < lane.width

  /** Whether there is no place, and a wait would be too long: a late event loop makes every wait longer. */
  function isHopeless(queue: LaneQueue, leftMs: number): boolean {
    const { lane, waiting, durationMs } = queue
    if (hasPlace(queue) && waiting.size === 0) return false
    const expectedMs = ((waiting.size + 1) * durationMs) / lane.width
    return expectedMs + lagMs() > leftMs || waiting.size >= MAX_WAITING
  }

  async function refuse(work: RefusalWork): Promise<never> {
    await paceRefusal(work)
    throw busy()
  }

  /** Starts come in turns of the event loop, so that cached answers are sent between them. */
  function admitNext(): void {
    isTurnDue = false
    for (const queue of queues) {
      queue.startedInSlot = 0
      for (const start of queue.waiting) {
        if (!hasPlace(queue)) break
        start()
      }
    }
    if (queues.some(({ waiting, startedInSlot }) => startedInSlot > 0 && waiting.size > 0)) scheduleNext()
  }
  function scheduleNext(): void {
    if (isTurnDue) return
    isTurnDue = true
    setImmediate(admitNext)
  }

  function occupy(queue: LaneQueue, waitedMs: number): void {
    queue.running += 1
    queue.startedInSlot += 1
    onStart(queue.lane.name, waitedMs)
    scheduleNext()
  }
  function vacate(queue: LaneQueue): void {
    queue.running -= 1
    if (queue.waiting.size > 0) scheduleNext()
  }

  /** @param untilMs when the wait ends, in the time of performance.now() */
  async function waitFor(queue: LaneQueue, left: AbortSignal, untilMs: number, work: RefusalWork): Promise<void> {
    const sinceMs = performance.now()
    if (left.aborted) throw new ClientLeft()
    if (isHopeless(queue, untilMs - sinceMs)) await refuse(work)
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
        reject(busy())
      }, untilMs - sinceMs)
      left.addEventListener('abort', abandon, { once: true })
      queue.waiting.add(start)
      scheduleNext()
    })
  }

  return {
    async enter(points, left) {
      const untilMs = performance.now() + maxWaitMs
      let queue = queueFor(points)
      await waitFor(queue, left, untilMs, 'UNREAD')
      let holds = true
      let startedMs = performance.now()
      const leave = (): void => {
        if (!holds) return
        holds = false
        queue.durationMs += (performance.now() - startedMs - queue.durationMs) * NEWEST
        vacate(queue)
      }
      const raiseTo = async (more: number): Promise<void> => {
        const next = queueFor(more)
        if (next === queue) return
        leave()
        await waitFor(next, left, untilMs, 'READ')
        queue = next
        holds = true
        startedMs = performance.now()
      }
      return { raiseTo, leave, read: (call) => queue.slots(call, () => !holds) }
    },
    async check(points) {
      if (isHopeless(queueFor(points), maxWaitMs)) await refuse('UNREAD')
    },
    lanes: () => queues.map(({ lane, running, waiting }) => ({ lane: lane.name, running, waiting: waiting.size })),
  }
}

const busy = (): DomainError =>
  new DomainError('BUSY', 'The server has too much to do to answer this in time; try again later.')
