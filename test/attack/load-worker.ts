import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadFigures, LoadOptions, LoadResult, Waits } from './load.ts'
import { type LoadAnswer, openConnection, prepareRequest } from './load-connection.ts'

interface Sample {
  readonly name: string
  readonly answer: LoadAnswer
  readonly ms: number
}

/** Delay that prevents a tight loop against a server which refuses connections. */
const RECONNECT_MS = 50

process.once('message', (options: LoadOptions) => {
  sendLoad(options).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

async function sendLoad(options: LoadOptions): Promise<LoadResult> {
  const { hostname, port, host } = new URL(options.url)
  const requests = options.requests.map((request) => prepareRequest(request, host))
  const samples: Sample[] = []
  const failures: Record<string, number> = {}
  const started = performance.now()
  const until = started + options.durationMs
  const cpu = process.cpuUsage()

  async function keepAsking(index: number): Promise<void> {
    const open = () => openConnection(Number(port), hostname, localAddress(index % (options.addresses ?? 1)))
    let connection = open()
    for (let turn = index; performance.now() < until; turn += 1) {
      const request = requests[turn % requests.length]
      if (!request) return
      if (!connection.isOpen()) connection = open()
      const sent = performance.now()
      try {
        const answer = await connection.ask(request)
        samples.push({ name: request.name, answer, ms: performance.now() - sent })
        const told = options.obeysRetryAfter === true ? (answer.retryAfterSeconds ?? 0) * 1000 : 0
        const pauseMs = Math.max(told, options.pauseMs ?? 0)
        if (pauseMs > 0) await sleep(Math.min(pauseMs, Math.max(0, until - performance.now())))
      } catch (error) {
        const code = error instanceof Error ? error.message : 'ERROR'
        failures[code] = (failures[code] ?? 0) + 1
        await sleep(RECONNECT_MS)
      }
    }
    connection.close()
  }

  await Promise.all(Array.from({ length: options.connections }, (_, index) => keepAsking(index)))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const names = [...new Set(requests.map(({ name }) => name))]
  const byName = Object.fromEntries(
    names.map((name) => [
      name,
      toFigures(
        samples.filter((sample) => sample.name === name),
        seconds,
      ),
    ]),
  )
  return { ...toFigures(samples, seconds), byName, failures, clientCpuSeconds: (user + system) / 1_000_000 }
}

/** 127.0.0.1, then 127.1.0.1, 127.1.0.2, … */
const localAddress = (index: number): string =>
  index === 0 ? '127.0.0.1' : `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`

function toFigures(samples: readonly Sample[], seconds: number): LoadFigures {
  const statuses: Record<string, number> = {}
  for (const { answer } of samples) statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
  const accepted = samples.filter(({ answer }) => answer.status < 400)
  const refused = samples.filter(({ answer }) => answer.status === 429 || answer.status === 503)
  return {
    statuses,
    accepted: toWaits(accepted),
    refused: toWaits(refused),
    withoutRetryAfter: refused.filter(({ answer }) => answer.retryAfterSeconds === null).length,
    goodput: accepted.length / seconds,
  }
}

function toWaits(samples: readonly Sample[]): Waits {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}
