import type { Connection } from './connections.ts'
import { bodyInTransit } from './write-body.ts'

/** Bytes that the process holds for clients that do not send the rest of a request, or do not take their answer. */
export const MAX_BUFFERED_BYTES = 64 * 1024 * 1024
/** Bytes that the system may hold for clients that do not take their answer. */
export const MAX_SYSTEM_BYTES = 128 * 1024 * 1024
/** Linux keeps no more for one connection, unless told to. */
const MAX_SYSTEM_BYTES_OF_ONE = 4 * 1024 * 1024

/** Closing who holds less would free nothing: an idle connection after a small answer. */
const NEGLIGIBLE_BYTES = 16 * 1024

interface BufferedBytes {
  /** Held for one connection alone. */
  readonly ownBytes: number
  /** Held once, on however many connections they are sent. */
  readonly bodies: readonly Buffer[]
}

/** The connections to close, the longest waiting first, so that all of them together keep to the budgets. */
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

/** A request that is not whole, and answers that the system has not taken. */
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

/** Nobody tells what the system still holds: at most what was written since the client last proved that it reads. */
function bufferedBySystem({ socket, readBefore }: Connection): BufferedBytes {
  const written = socket.bytesWritten - socket.writableLength
  const unproven = socket.writableLength > 0 ? written : written - readBefore
  return { ownBytes: Math.min(unproven, MAX_SYSTEM_BYTES_OF_ONE), bodies: [] }
}
