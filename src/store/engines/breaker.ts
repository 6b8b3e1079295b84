import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import type { Engine, StatementRunner } from './engine.ts'
import { respondsWithin } from './responds-within.ts'
import { stopwatchMs } from './stopwatch.ts'

export interface BreakerOptions {
  /** Time limit of a read in the engine, in milliseconds. A read that exceeds it by 5 s counts as lost. */
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
/** Time limit of a probe before the usual time is known, while the engine is unavailable, and for a minute after a false alarm. */
const PATIENT_PING_MS = 1000
const PATIENT_FOR_MS = 60_000
/** Time limit of an empty statement. A busy engine responds to a probe at once, but to a statement slowly. */
const CHECK_MS = 4000
const PING_AGAIN_MS = 100
const CHECK_AGAIN_MS = 1000
/** Pause between two probes while the engine is unavailable. */
const RETRY_MS = 250
/** A response that is younger than this proves that the engine is available. */
const RECENT_MS = 250
/** Margin past the engine's own limit of a read, after which its connection counts as dead. */
const LOST_AFTER_MS = 5000
/** Longest time that a load waits for an unavailable engine. */
const LOAD_WAIT_MS = 30_000
/** A shorter outage counts as a false alarm. After a longer one, new connections replace all earlier ones. */
const FALSE_ALARM_MS = 1000

/**
 * Wraps an engine in a circuit breaker. While the engine is unavailable, reads fail at once with STORE_UNAVAILABLE, waiting
 * reads included.
 *
 * While a read is late, the engine is probed on a separate connection. A probe without a response in time opens the breaker,
 * unless another response arrived meanwhile. The next probe with a response, or a late response to a read, closes it.
 * Statements of a load start no probe, and wait up to 30 s for an unavailable engine.
 */
export function withBreaker(engine: Engine, options: BreakerOptions): Engine {
  const { readTimeoutMs, pingMs = PING_MS, onAvailability } = options
  const reads = new Set<Refuse>()
  let awaySince: number | null = null
  let isClosed = false
  let late = 0
  let lastResponse = stopwatchMs()
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
    // A response after an outage took as long as the outage, so its time is ignored.
    if (!wasAway) usualPingMs = Math.min(usualPingMs ?? Number.POSITIVE_INFINITY, stopwatchMs() - started)
    return true
  }
  /** Measures the usual time of a probe, which is longer to a remote database. */
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
      lastResponse = stopwatchMs()
      return true
    }
    if (lastResponse >= started || isClosed) return true
    leave()
    return false
  }

  /** Repeats a probe while a read is late. */
  function repeatWhileLate(probe: () => Promise<boolean>, againMs: number): () => Promise<void> {
    let isRunning = false
    let isRequestedAgain = false
    return async () => {
      isRequestedAgain = isRunning
      if (isRunning) return
      isRunning = true
      while (awaySince === null && !isClosed && (await isProven(probe))) {
        await sleep(againMs, undefined, { ref: false })
        if (late === 0 && !isRequestedAgain) break
        isRequestedAgain = false
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
    onResponse()
  }

  function onResponse(): void {
    lastResponse = stopwatchMs()
    if (awaySince === null || isClosed) return
    if (lastResponse - awaySince < FALSE_ALARM_MS) patientUntil = lastResponse + PATIENT_FOR_MS
    awaySince = null
    // The database may have moved to another machine.
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
          onResponse()
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

  /** A load waits, since an error would lose its earlier writes. */
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
      if (awaySince === null && stopwatchMs() - lastResponse > RECENT_MS) {
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
