import type { Connection } from './connections.ts'
import { bodyInTransit } from './write-body.ts'

/** Maximum of bytes buffered in the process for incomplete requests and for responses that clients do not read. */
export const MAX_BUFFERED_BYTES = 64 * 1024 * 1024
/** Maximum of bytes buffered by the system for responses that clients do not read. */
export const MAX_SYSTEM_BYTES = 128 * 1024 * 1024
/** Default maximum of Linux for the buffer of one connection, in bytes. */
const MAX_SYSTEM_BYTES_OF_ONE = 4 * 1024 * 1024

/** Connections that buffer less are never closed for the budgets, such as an idle one after a small response. */
const NEGLIGIBLE_BYTES = 16 * 1024

interface BufferedBytes {
  /** Bytes of one connection alone. */
  readonly ownBytes: number
  /** Bodies that connections share, each in memory once. */
  readonly bodies: readonly Buffer[]
}

/** Returns the connections to close for the budgets, those with the longest wait first. */
export function overBudgets(connections: Iterable<Connection>): ReadonlySet<Connection> {
  const all = [...connections]
  return new Set([
    ...overBudget(all, bufferedByProcess, MAX_BUFFERED_BYTES),
    ...overBudget(all, bufferedBySystem, MAX_SYSTEM_BYTES),
  ])
}

function overBudget(
  connections: readonly Connection[],
  bufferedFor: (connection: Connection) => BufferedBytes,
  maxBytes: number,
): readonly Connection[] {
  const holders: { readonly connection: Connection; readonly buffered: BufferedBytes }[] = []
  const users = new Map<Buffer, number>()
  let bytes = 0
  for (const connection of connections) {
    const buffered = bufferedFor(connection)
    if (buffered.ownBytes < NEGLIGIBLE_BYTES && buffered.bodies.length === 0) continue
    holders.push({ connection, buffered })
    bytes += buffered.ownBytes
    for (const body of buffered.bodies) {
      if (!users.has(body)) bytes += body.length
      users.set(body, (users.get(body) ?? 0) + 1)
    }
  }
  if (bytes <= maxBytes) return []
  const over: Connection[] = []
  for (const { connection, buffered } of holders.sort((a, b) => sinceOf(a.connection) - sinceOf(b.connection))) {
    if (bytes <= maxBytes) break
    over.push(connection)
    bytes -= buffered.ownBytes
    for (const body of buffered.bodies) {
      const others = (users.get(body) ?? 1) - 1
      users.set(body, others)
      if (others === 0) bytes -= body.length
    }
  }
  return over
}

const sinceOf = ({ socket, unmovedSinceMs, lastEventMs }: Connection): number =>
  socket.writableLength > 0 ? unmovedSinceMs : lastEventMs

/** Counts incomplete requests, and responses that the system has not accepted. */
function bufferedByProcess({ socket, exchanges, unread, receivedBefore }: Connection): BufferedBytes {
  let ownBytes = socket.writableLength
  let isReceiving = exchanges.size === 0 && unread === null
  const bodies: Buffer[] = []
  for (const { request, response } of exchanges) {
    ownBytes += response.writableLength
    isReceiving ||= !request.complete
    const body = bodyInTransit(response)
    if (body !== null) bodies.push(body)
  }
  return { ownBytes: isReceiving ? ownBytes + socket.bytesRead - receivedBefore : ownBytes, bodies }
}

/**
 * Estimates the buffer of the system, which it does not report: at most the bytes written since the client last proved
 * that it reads.
 */
function bufferedBySystem({ socket, readBefore }: Connection): BufferedBytes {
  const written = socket.bytesWritten - socket.writableLength
  const unproven = socket.writableLength > 0 ? written : written - readBefore
  return { ownBytes: Math.min(unproven, MAX_SYSTEM_BYTES_OF_ONE), bodies: [] }
}
