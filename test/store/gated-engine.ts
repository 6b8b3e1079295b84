import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../src/domain/errors.ts'
import type { Engine } from '../../src/store/engines/engine.ts'

/** A statement that takes SLOW_MS at the gate, without using the CPU. */
export const SLOW = 'RETURN 2 AS slow'
const SLOW_MS = 700

type State = 'ANSWERS' | 'SILENT' | 'REFUSES'

/** A real engine that can be silenced, as a frozen or ended process is. */
export interface GatedEngine {
  readonly engine: Engine
  /** Number of statements and transactions that reached the gate, and of probes by kind. */
  readonly asked: { statements: number; pings: number; checks: number }
  /** @returns function that gives the largest number of concurrent probes since this call */
  readonly countProbes: () => () => number
  /** Calls made in the state SILENT are run when the state is ANSWERS again. */
  become(state: State): void
  /** Work that each probe does first, which may throw; null for none. */
  beforeProbes(work: (() => Promise<void>) | null): void
}

/** @param options.hasPing whether the engine has a ping besides statements, as Neo4j has */
export function gate(real: Engine, { hasPing = true } = {}): GatedEngine {
  const asked = { statements: 0, pings: 0, checks: 0 }
  let state: State = 'ANSWERS'
  let release: () => void = () => undefined
  let opened = Promise.resolve()
  let beforeProbe: (() => Promise<void>) | null = null
  let probes = 0
  let max = 0
  async function pass<T>(work: () => Promise<T>): Promise<T> {
    await opened
    if (state === 'REFUSES') throw new DomainError('STORE_UNAVAILABLE', 'The connection was refused.')
    return work()
  }
  async function probe(stop: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
    probes += 1
    max = Math.max(max, probes)
    const stopped = new Promise<void>((resolve) => stop?.addEventListener('abort', () => resolve(), { once: true }))
    try {
      await beforeProbe?.()
      await Promise.race([pass(work), stopped])
    } finally {
      probes -= 1
    }
  }
  const statement = <T>(work: () => Promise<T>): Promise<T> => {
    asked.statements += 1
    return pass(work)
  }
  const { ping: _, ...withoutPing } = real
  const engine: Engine = {
    ...withoutPing,
    run: (text, parameters) =>
      statement(async () => {
        if (text === SLOW) await sleep(SLOW_MS)
        return real.run(text, parameters)
      }),
    forLoads: { run: (text, parameters) => statement(() => real.forLoads.run(text, parameters)) },
    transaction: (work) => statement(() => real.transaction(work)),
    searchText: (index, terms, bounds) => statement(() => real.searchText(index, terms, bounds)),
    checkHealth: (stop) => {
      asked.checks += 1
      return probe(stop, () => real.checkHealth())
    },
    ...(hasPing && {
      ping: (stop: AbortSignal) => {
        asked.pings += 1
        return probe(stop, async () => void (await stat('.')))
      },
    }),
  }
  return {
    engine,
    asked,
    countProbes() {
      max = probes
      return () => max
    },
    become(next) {
      if (next === 'SILENT' && state !== 'SILENT') {
        opened = new Promise((resolve) => {
          release = resolve
        })
      }
      state = next
      if (next !== 'SILENT') release()
    },
    beforeProbes(work) {
      beforeProbe = work
    },
  }
}
