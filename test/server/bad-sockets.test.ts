import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDescriptors } from '../attack/attack-with-sockets.ts'
import { BAD_SOCKETS } from '../attack/bad-sockets.ts'
import { readMemory } from '../bench/resident-memory.ts'
import { BUILT_COMMAND } from '../built-command.ts'
import { exitOf, readApi } from '../e2e/run-cli.ts'

const OF_EACH_KIND = 20
const MEGABYTE = 1024 * 1024
/** The longest deadline is 10 s; 1 s more lets the client read the reason. The rest allows for a slow machine. */
const PATIENCE_MS = 20_000
const QUERY = { query: '{ claims(first: 5) { nodes { slug } } }' }

interface Running {
  readonly child: ChildProcess
  readonly api: string
  readonly pid: number
  readonly port: number
}

/** @param descriptors limit on open files of the process */
async function startWith(descriptors: number): Promise<Running> {
  const command = `ulimit -n ${descriptors}; exec "${process.execPath}" "${BUILT_COMMAND.join('" "')}" serve --in-memory --port 0 --json`
  const env = { ...process.env, NEO4J_URI: '', SANAD_SEEDS: 'seeds/x-privacy-2023' }
  const cwd = join(import.meta.dirname, '../..')
  // The log is discarded: a server blocks on a full pipe, and this process is too busy to read one.
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] })
  const api = await readApi(child)
  child.stdout?.resume()
  // Loads the libraries that load on first use, before descriptors are counted.
  await send(api)
  return { child, api, pid: child.pid ?? 0, port: Number(new URL(api).port) }
}

const send = async (api: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/json', Connection: 'close' }
  return (await fetch(api, { method: 'POST', headers, body: JSON.stringify(QUERY) })).status
}
const attackerOf = (i: number): string => `127.0.0.${2 + (i % 49)}`

let roomy: Running
let narrow: Running
beforeAll(async () => {
  ;[roomy, narrow] = await Promise.all([startWith(4096), startWith(256)])
  await (await fetch(roomy.api, { headers: { Accept: 'text/html' } })).arrayBuffer()
}, 90_000)
afterAll(async () => {
  for (const { child } of [roomy, narrow]) {
    const ended = exitOf(child)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})

describe.concurrent('server under clients that never close', () => {
  it('frees connections of every bad kind by itself', async () => {
    const before = { descriptors: countDescriptors(roomy.pid), bytes: readMemory(roomy.pid).nowBytes }
    const byKind = BAD_SOCKETS.map(({ name, open }, k) => ({
      name,
      sockets: Array.from({ length: OF_EACH_KIND }, (_, i) => open(roomy.port, attackerOf(k + i))),
    }))
    const startedMs = performance.now()
    const many = before.descriptors + 10 * OF_EACH_KIND
    let mostDescriptors = 0
    let mostBytes = 0
    // A busy server accepts the connections late, so the end is awaited from the moment at which it has many.
    const isGoingOn = (): boolean => mostDescriptors <= many || countDescriptors(roomy.pid) > before.descriptors + 2
    do {
      await wait(100)
      mostDescriptors = Math.max(mostDescriptors, countDescriptors(roomy.pid))
      mostBytes = Math.max(mostBytes, readMemory(roomy.pid).nowBytes)
    } while (isGoingOn() && performance.now() - startedMs < PATIENCE_MS)
    const freed = countDescriptors(roomy.pid)
    const stillOpen = byKind.filter(({ sockets }) => sockets.some(isOpen)).map(({ name }) => name)
    for (const { sockets } of byKind) for (const socket of sockets) socket.destroy()
    expect(mostDescriptors).toBeGreaterThan(many)
    expect(freed, `still open: ${stillOpen.join('; ')}`).toBeLessThanOrEqual(before.descriptors + 2)
    expect(mostBytes - before.bytes).toBeLessThan(250 * MEGABYTE)
    expect(await send(roomy.api)).toBe(200)
  })

  it('responds to other clients with 256 descriptors while 600 connections stay open', async () => {
    const kinds = BAD_SOCKETS.filter(({ name }) => /^(?:silent|half of|slow|no byte|blank)/.test(name))
    const sockets: Socket[] = []
    const statuses: number[] = []
    for (let round = 0; round < 30; round += 1) {
      for (let i = 0; i < 20; i += 1) {
        const kind = kinds[(round + i) % kinds.length]
        if (kind !== undefined) sockets.push(kind.open(narrow.port, attackerOf(round * 20 + i)))
      }
      statuses.push(await send(narrow.api))
    }
    expect(countDescriptors(narrow.pid)).toBeLessThan(256)
    for (const socket of sockets) socket.destroy()
    expect(statuses).toEqual(Array(30).fill(200))
    expect(narrow.child.exitCode).toBeNull()
  })
})

/** Open as seen by a client that never reads, or never closes its own half. */
const isOpen = (socket: Socket): boolean => !socket.destroyed && !socket.readableEnded
