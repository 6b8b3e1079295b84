import type { Connection } from './connections.ts'

/** How long a connection may wait for its client, in milliseconds. */
export interface Deadlines {
  /** From an answer to the first byte of the next request. */
  readonly keepAliveMs: number
  /** From the first byte of a request, and from the opening of a connection, to the end of the headers. */
  readonly headersMs: number
  /** From the first byte of a request to its last. */
  readonly requestMs: number
  /** In which a client takes `MIN_TAKEN_BYTES` of its answer, or the rest of it. */
  readonly readerMs: number
  /** From a refusal until the connection is freed, whether or not the client closes it. */
  readonly lingerMs: number
  /** Between two looks at all connections. */
  readonly checkMs: number
}

export const DEADLINES: Deadlines = {
  keepAliveMs: 5000,
  headersMs: 5000,
  requestMs: 10_000,
  readerMs: 8000,
  lingerMs: 1000,
  checkMs: 250,
}

/** Some 65 kbit/s at `DEADLINES.readerMs`. */
export const MIN_TAKEN_BYTES = 64 * 1024
/** After which a connection whose answer is not taken counts as waiting for its client. */
const SLOW_MS = 1000

export type Standing = 'FINE' | 'SLOW' | 'OVERDUE'

/** Whether a connection has waited for its client too long. Notes how much of its answer the client has taken. */
export function standingOf(connection: Connection, nowMs: number, deadlines: Deadlines): Standing {
  const { socket, exchanges, unread, lastEventMs } = connection
  if (socket.writableLength === 0) {
    connection.unmovedSinceMs = nowMs
  } else {
    const takenBytes = socket.bytesWritten - socket.writableLength
    if (takenBytes - connection.takenBytes >= MIN_TAKEN_BYTES) {
      connection.unmovedSinceMs = nowMs
      connection.takenBytes = takenBytes
    }
  }
  const unmovedMs = nowMs - connection.unmovedSinceMs
  if (unmovedMs > deadlines.readerMs) return 'OVERDUE'
  if (exchanges.size === 0) {
    const isRefused = unread !== null && !unread.complete
    const dueMs = isRefused ? deadlines.lingerMs : deadlines.keepAliveMs + deadlines.headersMs
    if (nowMs - lastEventMs > dueMs) return 'OVERDUE'
  }
  return unmovedMs > SLOW_MS ? 'SLOW' : 'FINE'
}
