import { readdirSync, readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { readMemory } from '../bench/resident-memory.ts'
import { quantile } from '../bench/statistics.ts'
import type { BadSocketKind } from './bad-sockets.ts'
import { startGoodClient } from './start-good-client.ts'

export interface AttackedServer {
  readonly pid: number
  readonly port: number
}

/** Effect of one kind of connection on the server, in figures of the operating system. */
export interface SocketFigures {
  readonly kind: string
  readonly opened: number
  readonly descriptorsBefore: number
  readonly descriptorsAtMost: number
  /** Milliseconds from the last connection attempt until all descriptors were free; null if they never were. */
  readonly freedAfterMs: number | null
  readonly residentBytesBefore: number
  readonly residentBytesAtMost: number
  readonly residentBytesAfter: number
  /** Processor time of the server, including the good client's requests. */
  readonly cpuMs: number
  /** Figures of a client on another address, which opens a new connection for every second request. */
  readonly goodAsked: number
  readonly goodP99Ms: number
  readonly goodFailures: readonly string[]
}

/** Addresses of the attackers. The good client is on 127.0.0.1. */
const ATTACKERS = Array.from({ length: 49 }, (_, i) => `127.0.0.${i + 2}`)
/** About 500 a second: above that, the system's queue overflows, and its retries take half a minute. */
const OPENED_AT_ONCE = 25
const PAUSE_MS = 50
const LOOK_EVERY_MS = 100
/** Descriptors of the good client's connections, which come and go. */
const SLACK = 8
const QUERY = `/graphql?query=${encodeURIComponent('{ claims(first: 5) { nodes { slug } } }')}`

const MS_PER_TICK = 10
/** Milliseconds of processor time of a process, as the kernel counts it. */
function readCpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

export const countDescriptors = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length

/** Opens `count` connections of one kind, and waits until the server has freed them or `patienceMs` has passed. */
export async function attackWithSockets(
  { pid, port }: AttackedServer,
  { name, open }: BadSocketKind,
  count: number,
  patienceMs: number,
): Promise<SocketFigures> {
  const descriptorsBefore = countDescriptors(pid)
  const residentBytesBefore = readMemory(pid).nowBytes
  const stopClient = startGoodClient({ url: `http://127.0.0.1:${port}${QUERY}` })
  const sockets: Socket[] = []
  let descriptorsAtMost = 0
  let residentBytesAtMost = 0
  const look = (): number => {
    const descriptors = countDescriptors(pid)
    descriptorsAtMost = Math.max(descriptorsAtMost, descriptors)
    residentBytesAtMost = Math.max(residentBytesAtMost, readMemory(pid).nowBytes)
    return descriptors
  }
  const startedMs = performance.now()
  const cpuMsBefore = readCpuMs(pid)
  while (sockets.length < count) {
    for (let i = 0; i < OPENED_AT_ONCE && sockets.length < count; i += 1) {
      sockets.push(open(port, ATTACKERS[sockets.length % ATTACKERS.length] ?? '127.0.0.2'))
    }
    await wait(PAUSE_MS)
    look()
  }
  // The system retries connections that the server has not accepted in time.
  while (sockets.some(({ connecting }) => connecting) && performance.now() - startedMs < patienceMs) {
    await wait(LOOK_EVERY_MS)
    look()
  }
  const openedMs = performance.now()
  let freedAfterMs: number | null = null
  while (freedAfterMs === null && performance.now() - openedMs < patienceMs) {
    await wait(LOOK_EVERY_MS)
    if (look() <= descriptorsBefore + SLACK) freedAfterMs = Math.round(performance.now() - openedMs)
  }
  const { asked, answers, failures } = await stopClient()
  for (const socket of sockets) socket.destroy()
  return {
    kind: name,
    opened: count,
    descriptorsBefore,
    descriptorsAtMost,
    freedAfterMs,
    residentBytesBefore,
    residentBytesAtMost,
    residentBytesAfter: readMemory(pid).nowBytes,
    cpuMs: readCpuMs(pid) - cpuMsBefore,
    goodAsked: asked,
    goodP99Ms: Math.round(
      quantile(
        answers.map(({ ms }) => ms),
        0.99,
      ),
    ),
    goodFailures: failures,
  }
}
