import type { AttackedServer } from '../attacked-server.ts'
import type { AttackContext, Measured, Row } from '../row.ts'

const CONNECTIONS = 2000
const PATIENCE_MS = 20_000
const MAX_FREED_MS = 15_000
const MAX_GOOD_P99_MS = 200
const LEAST_ASKED = 5
const SETTLE_MS = 10_000
/** Descriptors that come and go. */
const SLACK = 8

const run = async ({ start, note }: AttackContext): Promise<Measured> => {
  const { attackWithSockets } = await import('../attack-with-sockets.ts')
  const { BAD_SOCKETS } = await import('../bad-sockets.ts')
  let server = await startWarm(start)
  let idle = server.figures().descriptors
  const details: string[] = []
  let [slowestMs, goodMs, missed] = [0, 0, 0]
  for (const kind of BAD_SOCKETS) {
    const figures = await attackWithSockets(server, kind, CONNECTIONS, PATIENCE_MS)
    const { freedAfterMs, goodAsked, goodP99Ms, goodFailures, residentBytesBefore, residentBytesAfter } = figures
    const isFreed = freedAfterMs !== null && freedAfterMs <= MAX_FREED_MS
    // A good client with few responses proves nothing.
    const isGood = goodAsked >= LEAST_ASKED && goodP99Ms <= MAX_GOOD_P99_MS && goodFailures.length === 0
    const isHeld = isFreed && isGood && server.isRunning()
    if (!isHeld) missed += 1
    slowestMs = Math.max(slowestMs, freedAfterMs ?? PATIENCE_MS)
    goodMs = Math.max(goodMs, goodP99Ms || 0)
    const grownMb = Math.round((residentBytesAfter - residentBytesBefore) / 1e6)
    const line = `${isHeld ? 'holds' : 'MISSED'}: ${kind.name}: freed after ${freedAfterMs ?? 'more than 20,000'} ms, good client p99 ${goodP99Ms} ms, ${goodFailures.length} of its ${goodAsked} requests failed, resident ${grownMb >= 0 ? '+' : ''}${grownMb} MB`
    note(line)
    details.push(line)
    // Sockets left by one kind would be counted as freed with the next.
    if (await isIdleAgain(server, idle)) continue
    await server.stop('SIGKILL')
    server = await startWarm(start)
    idle = server.figures().descriptors
  }
  return {
    holds: missed === 0,
    figure: `${CONNECTIONS} of each of ${details.length} kinds: freed after ${slowestMs} ms at most, good client p99 ${goodMs} ms at most, ${missed} kinds missed`,
    details,
  }
}

/** Loads libraries that load on first use, before anything is counted. */
async function startWarm(start: AttackContext['start']): Promise<AttackedServer> {
  const server = await start()
  for (const Accept of ['text/html', 'application/json']) {
    await (await fetch(`${server.url}/graphql?query={__typename}`, { headers: { Accept } })).arrayBuffer()
  }
  return server
}

async function isIdleAgain(server: AttackedServer, idle: number): Promise<boolean> {
  const until = performance.now() + SETTLE_MS
  while (server.isRunning() && performance.now() < until) {
    if (server.figures().descriptors <= idle + SLACK) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

export const socketsRow: Row = {
  name: 'sockets',
  what: `${CONNECTIONS} bad sockets of each kind`,
  goal: `all freed ≤ 15 s, a good client’s p99 ≤ ${MAX_GOOD_P99_MS} ms`,
  isShort: false,
  run,
}
