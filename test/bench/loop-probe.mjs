import { openSync, readSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/*
 * Loaded with --import into a server: looks for the longest block of its main thread, which serves requests. SIGUSR2 writes
 * the figures since the last signal to SANAD_LOOP_FILE as JSON.
 */
const { SANAD_LOOP_FILE = '' } = process.env
const EVERY_MS = 1
const MAX_LENGTHS = 100_000

if (isMainThread && SANAD_LOOP_FILE !== '') start()

function start() {
  // Nanoseconds that the thread ran: on a busy machine a block may also be time in which another process ran.
  const file = openSync(`/proc/${process.pid}/task/${process.pid}/schedstat`)
  const buffer = Buffer.alloc(100)
  const cpuMs = () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 100, 0)).split(' ')[0]) / 1e6
  let [last, lastCpu] = [performance.now(), cpuMs()]
  let figures = { longestMs: 0, longestCpuMs: 0, over20: 0 }
  const look = () => {
    const [now, cpu] = [performance.now(), cpuMs()]
    const [ms, ranMs] = [now - last - EVERY_MS, cpu - lastCpu]
    figures.longestMs = Math.max(figures.longestMs, ms)
    figures.longestCpuMs = Math.max(figures.longestCpuMs, Math.min(ms, ranMs))
    if (Math.min(ms, ranMs) > 20 && figures.over20 < MAX_LENGTHS) figures.over20 += 1
    last = now
    lastCpu = cpu
    setTimeout(look, EVERY_MS).unref()
  }
  look()
  process.on('SIGUSR2', () => {
    writeFileSync(SANAD_LOOP_FILE, JSON.stringify(figures))
    figures = { longestMs: 0, longestCpuMs: 0, over20: 0 }
    // The time of this handler is no block of the server.
    last = performance.now()
    lastCpu = cpuMs()
  })
}
