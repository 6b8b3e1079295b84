import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import type { Engine, StatementRunner } from './engine.ts'
import { respondsWithin } from './responds-within.ts'
import { stopwatchMs } from './stopwatch.ts'

export interface BreakerOptions {
  /** Time limit of a read in the engine, in milliseconds. A read that is late by far has lost its connection. */
  readonly readTimeoutMs: number
  /** Time limit of a probe in milliseconds; PING_MS unless given. */
  readonly pingMs?: number
  /** Called at each change: true when the engine responds again. */
  readonly onAvailability?: (isAvailable: boolean) => void
}

/** A read that takes longer starts a probe. */
const LATE_MS = 100
/** Time limit of a probe, if probes usually take less than a third of it. */
const PING_MS = 150
/** Time limit of a probe before a usual time is known, while the engine is away, and for some time after a false alarm. */
const PATIENT_PING_MS = 1000
const PATIENT_FOR_MS = 60_000
/** Time limit of an empty statement. A busy engine responds to a probe at once, but to a statement slowly. */
const CHECK_MS = 4000
const PING_AGAIN_MS = 100
const CHECK_AGAIN_MS = 1000
/** Pause between two probes while the engine is away. */
const RETRY_MS = 250
/** A response that is younger than this proves that the engine is available. */
const RECENT_MS = 250
/** Margin past the engine's own limit of a read, after which its connection counts as dead. */
const LOST_AFTER_MS = 5000
/** Longest time that a load waits for an engine that is away. */
const LOAD_WAIT_MS = 30_000
/** A shorter absence counts as a false alarm. After a longer one, earlier connections may be dead and are not used again. */
const FALSE_ALARM_MS = 1000

/**
 * Wraps an engine in a circuit breaker. While the engine is away, reads are refused at once, waiting reads included.
 *
 * A late read starts probes on a separate connection, for as long as a read is late. A probe without a response in time opens
 * the breaker, unless another response arrived meanwhile. While the breaker is open, one probe at a time, or any late response,
 * closes it again. Statements of a load start no probe, and they wait.
 */
export function withBreaker(engine: Engine, options: BreakerOptions): Engine {
  const { readTimeoutMs, pingMs = PING_MS, onAvailability } = options
  const reads = new Set<Refuse>()
  let awaySince: number | null = null
  let isClosed = false
  let late = 0
  let lastAnswer = stopwatchMs()
  let usualPingMs: number | null = null
  let patientUntil = 0
  /** Aborts the probes that started while the breaker was closed. */
  let watch = new AbortController()
  let renewals = 0
  let verifying: Promise<void> | null = null

  async function ping(limitMs: number, signal?: AbortSignal): Promise<boolean> {
    const started = stopwatchMs()
    const wasAway = awaySince !== null
    if (!(await respondsWithin(engine.ping ?? engine.checkHealth, limitMs, signal))) return false
    // A frozen engine that recovers responds to a probe from before it froze: the time of that probe is the length of
    // the outage.
    if (!wasAway) usualPingMs = Math.min(usualPingMs ?? Number.POSITIVE_INFINITY, stopwatchMs() - started)
    return true
  }
  /** Measures the usual time of a probe: it is longer to a remote database. */
  function measurePing(): void {
    if (engine.ping && !isClosed) void ping(PATIENT_PING_MS)
  }
  function pingInTime(): Promise<boolean> {
    const isPatient = stopwatchMs() < patientUntil
    return ping(isPatient ? PATIENT_PING_MS : Math.max(pingMs, 3 * (usualPingMs ?? 0)), watch.signal)
  }
  const checkInTime = (): Promise<boolean> => respondsWithin(engine.checkHealth, CHECK_MS, watch.signal)

  async function isProven(probe: () => Promise<boolean>): Promise<boolean> {
    const started = stopwatchMs()
    if (await probe()) {
      lastAnswer = stopwatchMs()
      return true
    }
    if (lastAnswer >= started || isClosed) return true
    leave()
    return false
  }

  /** Repeats for as long as a read is late: the engine may have gone away since the last probe. */
  function repeatWhileLate(probe: () => Promise<boolean>, againMs: number): () => Promise<void> {
    let isRunning = false
    let isAskedAgain = false
    return async () => {
      isAskedAgain = isRunning
      if (isRunning) return
      isRunning = true
      while (awaySince === null && !isClosed && (await isProven(probe))) {
        await sleep(againMs, undefined, { ref: false })
        if (late === 0 && !isAskedAgain) break
        isAskedAgain = false
      }
      isRunning = false
    }
  }
  const watchers = [
    repeatWhileLate(pingInTime, PING_AGAIN_MS),
    ...(engine.ping ? [repeatWhileLate(checkInTime, CHECK_AGAIN_MS)] : []),
  ]
  const suspect = (): void => {
    for (const start of watchers) void start()
  }

  function leave(): void {
    if (awaySince !== null || isClosed) return
    awaySince = stopwatchMs()
    watch.abort()
    watch = new AbortController()
    for (const refuse of [...reads]) refuse(away())
    onAvailability?.(false)
    void waitUntilBack()
  }

  async function waitUntilBack(): Promise<void> {
    const since = awaySince ?? stopwatchMs()
    const isAway = (): boolean => awaySince === since && !isClosed
    while (!((await ping(PATIENT_PING_MS)) && isAway() && (await checkInTime()))) {
      await sleep(RETRY_MS, undefined, { ref: false })
      if (!isAway()) return
    }
    if (!isAway()) return
    if (stopwatchMs() - since >= FALSE_ALARM_MS) renew()
    noteAnswer()
  }

  function noteAnswer(): void {
    lastAnswer = stopwatchMs()
    if (awaySince === null || isClosed) return
    if (lastAnswer - awaySince < FALSE_ALARM_MS) patientUntil = lastAnswer + PATIENT_FOR_MS
    awaySince = null
    // It may be back at another address.
    usualPingMs = null
    measurePing()
    onAvailability?.(true)
  }

  /** Later statements use new connections only. */
  function renew(): void {
    renewals += 1
    if (!isClosed) engine.reconnect?.()
  }

  function read<T>(start: () => Promise<T>): Promise<T> {
    if (awaySince !== null) return Promise.reject(away())
    return new Promise((resolve, reject) => {
      const renewalsBefore = renewals
      let isLate = false
      const stopWaiting = (): void => {
        reads.delete(refuse)
        clearTimeout(lateTimer)
        if (isLate) late -= 1
        isLate = false
      }
      const refuse = (error: DomainError): void => {
        stopWaiting()
        reject(error)
      }
      reads.add(refuse)
      const lateTimer = setTimeout(() => {
        isLate = true
        late += 1
        suspect()
      }, LATE_MS)
      const lostTimer = setTimeout(() => {
        if (renewals === renewalsBefore) renew()
        refuse(away())
      }, readTimeoutMs + LOST_AFTER_MS).unref()
      const end = (): void => {
        clearTimeout(lostTimer)
        stopWaiting()
      }
      start().then(
        (value) => {
          end()
          noteAnswer()
          resolve(value)
        },
        (error: unknown) => {
          end()
          if (error instanceof DomainError && error.code === 'STORE_UNAVAILABLE') suspect()
          reject(error)
        },
      )
    })
  }

  /** A load waits: no reader depends on it, and a refusal would lose its earlier writes. */
  async function load<T>(start: () => Promise<T>): Promise<T> {
    const untilMs = stopwatchMs() + LOAD_WAIT_MS
    while (awaySince !== null && !isClosed && stopwatchMs() < untilMs) await sleep(RETRY_MS)
    if (awaySince !== null) throw away()
    return start()
  }

  async function verify(): Promise<void> {
    try {
      await isProven(async () => (await pingInTime()) && (await checkInTime()))
    } finally {
      verifying = null
    }
  }

  const forLoads: StatementRunner = { run: (text, parameters) => load(() => engine.forLoads.run(text, parameters)) }
  measurePing()

  return {
    ...engine,
    run: (text, parameters) => read(() => engine.run(text, parameters)),
    forLoads,
    transaction: (work) => load(() => engine.transaction(work)),
    searchText: (index, terms, bounds) => read(() => engine.searchText(index, terms, bounds)),
    isAvailable: () => awaySince === null,
    async checkHealth() {
      if (isClosed) return engine.checkHealth()
      if (awaySince === null && stopwatchMs() - lastAnswer > RECENT_MS) {
        verifying ??= verify()
        await verifying
      }
      if (awaySince !== null) throw away()
    },
    close() {
      isClosed = true
      return engine.close()
    },
  }
}

type Refuse = (error: DomainError) => void

const away = (): DomainError =>
  new DomainError('STORE_UNAVAILABLE', 'The database does not respond; try again in a few seconds.')
