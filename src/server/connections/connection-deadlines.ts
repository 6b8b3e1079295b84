import type { Connection } from './connections.ts'

/** Longest waits of a connection for its client, in milliseconds. */
export interface Deadlines {
  /** Time from a response to the first byte of the next request. */
  readonly keepAliveMs: number
  /** Time from the first byte of a request, or the opening of a connection, to the end of the headers. */
  readonly headersMs: number
  /** Time from the first byte of a request to its last. */
  readonly requestMs: number
  /** Time in which a client reads `MIN_TAKEN_BYTES` of its response, or the rest of it. */
  readonly readerMs: number
  /** Time from a refusal until the connection is destroyed, whether or not the client closes it. */
  readonly lingerMs: number
  /** Interval between two checks of all connections. */
  readonly checkMs: number
}

/** Default deadlines. */
export const DEADLINES: Deadlines = {
  keepAliveMs: 5000,
  headersMs: 5000,
  requestMs: 10_000,
  readerMs: 8000,
  lingerMs: 1000,
  checkMs: 250,
}

/** Bytes that a client reads within `readerMs`, about 65 kbit/s by default. */
export const MIN_TAKEN_BYTES = 64 * 1024
/** Time in milliseconds after which a connection with an unread response counts as waiting for its client. */
const SLOW_MS = 1000

/** SLOW: waits for its client. OVERDUE: past a deadline, to be closed. */
export type WaitState = 'FINE' | 'SLOW' | 'OVERDUE'

/**
 * Returns whether a connection waits too long for its client. Updates `takenBytes` and `unmovedSinceMs` of the connection.
 */
export function waitStateOf(connection: Connection, nowMs: number, deadlines: Deadlines): WaitState {
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
