import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCpuMeter, readFigures } from '../attack/process-figures.ts'
import { BUILT_COMMAND } from '../built-command.ts'
import type { EngineName } from './options.ts'
import { preparePost, type Sent, sendRequests } from './peers/send-requests.ts'
import { SEEDS } from './read-story.ts'
import { readMemory } from './resident-memory.ts'
import { type ServeProcess, startServe } from './serve-process.ts'

/** Longest blocks of the thread that serves requests. */
export interface BlockFigures {
  readonly longestMs: number
  /** Longest time that the thread itself ran in one block. */
  readonly longestCpuMs: number
  /** Blocks in which the thread ran for more than 20 ms. */
  readonly over20: number
}

export interface ResidentFigures {
  readonly serverBytes: number
  /** Process of the embedded engine, or of Neo4j; null where it is unknown. */
  readonly databaseBytes: number | null
}

/** `sanad serve` over a loaded database, with a probe of its main thread. */
export interface MeasuredServer {
  readonly api: string
  /** Milliseconds from the start of the process to the first 200 of /readyz. */
  readonly readyMs: number
  /** @throws Error where a response is no 200 without errors */
  readonly send: (bodies: readonly string[], sending: RoundOptions) => Promise<Sent>
  /** Blocks since the last call. */
  readonly blocks: () => Promise<BlockFigures>
  readonly resident: () => ResidentFigures
  /** Milliseconds of CPU of the server and of its database since the start of the measurement. */
  readonly cpuMs: () => number
  /** Value of a metric, summed over its labels; null where there is none. */
  readonly metric: (name: RegExp) => Promise<number | null>
  readonly stop: () => Promise<void>
}

export interface RoundOptions {
  readonly inFlight: number
  readonly durationMs: number
  /** Whether each request is sent once at most. */
  readonly once?: boolean
  /** Milliseconds between a response and the next request; 0 by default. */
  readonly pauseMs?: number
  /** Whether refusals are allowed; false by default. */
  readonly mayRefuse?: boolean
}

const PROBE = join(import.meta.dirname, 'loop-probe.mjs')
const UNLIMITED = { SANAD_RATE_LIMIT: '0', SANAD_QUERY_TIMEOUT_MS: '20000' }
const WRITE_MS = 5000

/** @param folder with the embedded database in `data` */
export async function startMeasured(engine: EngineName, folder: string): Promise<MeasuredServer> {
  const { NEO4J_URI = '', NEO4J_PID } = process.env
  const home = mkdtempSync(join(tmpdir(), 'sanad-loop-'))
  const file = join(home, 'blocks')
  const settings = { ...UNLIMITED, SANAD_LOOP_FILE: file, ...(engine === 'neo4j' ? { NEO4J_URI } : {}) }
  const args = ['--seeds', SEEDS, ...(engine === 'embedded' ? ['--data', join(folder, 'data')] : [])]
  const started = performance.now()
  const served: ServeProcess = await startServe(args, settings, ['--import', PROBE, ...BUILT_COMMAND])
  const { api, child } = served
  const pid = child.pid ?? 0
  const ready = await fetch(new URL('/readyz', api))
  const readyMs = performance.now() - started
  if (ready.status !== 200) throw new Error(`/readyz answers ${ready.status}.`)
  const meters = [pid, ...(engine === 'neo4j' && NEO4J_PID ? [Number(NEO4J_PID)] : [])].map(createCpuMeter)
  return {
    api,
    readyMs,
    cpuMs: () => meters.reduce((sum, meter) => sum + meter(), 0),
    async send(bodies, { inFlight, durationMs, once = false, pauseMs = 0, mayRefuse = false }) {
      const requests = bodies.map((body) => preparePost(api, body))
      const sent = await sendRequests(api, requests, {
        inFlight,
        durationMs,
        once,
        from: 0,
        pauseMs,
        check: findErrors,
      })
      if (sent.problem !== null || (sent.refused > 0 && !mayRefuse))
        throw new Error(`A request failed: ${sent.problem ?? `${sent.refused} refusals`}.`)
      return sent
    },
    async blocks() {
      rmSync(file, { force: true })
      child.kill('SIGUSR2')
      for (const until = Date.now() + WRITE_MS; Date.now() < until; await sleep(10)) {
        const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
        if (text.endsWith('}')) return JSON.parse(text)
      }
      throw new Error('The probe of the main thread gives no figures.')
    },
    resident() {
      const serverBytes = readMemory(pid).nowBytes
      if (engine === 'embedded') return { serverBytes, databaseBytes: readFigures(pid).residentBytes - serverBytes }
      return { serverBytes, databaseBytes: NEO4J_PID ? readMemory(Number(NEO4J_PID)).nowBytes : null }
    },
    async metric(name) {
      const text = await (await fetch(new URL('/metrics', api))).text()
      const lines = text.split('\n').filter((line) => !line.startsWith('#') && name.test(line.split(/[ {]/)[0] ?? ''))
      return lines.length === 0 ? null : lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
    },
    async stop() {
      await served.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A response with errors begins with them, or has them after its data. */
function findErrors(_: number, body: Buffer): string | null {
  return body.includes('"errors":[') ? body.toString('utf8', 0, 300) : null
}
