import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionLimits } from './connection-limits.ts'

/** One connection and its pending requests. */
export interface Connection {
  readonly socket: Socket
  /** Client at the other end, in the form of `toClient`. Null for a trusted proxy. */
  readonly client: string | null
  readonly exchanges: Set<Exchange>
  /** Latest of opening, received headers, and response. Times are milliseconds of `performance.now()`. */
  lastEventMs: number
  /** Bytes received before the current or next request. */
  receivedBefore: number
  /** The last request, if its response was sent before its body was received. Else null. */
  unread: IncomingMessage | null
  /** Time since when the client has read less than `MIN_TAKEN_BYTES`. The time of the check if nothing is buffered. */
  unmovedSinceMs: number
  /** Bytes that the client had read at that time. */
  takenBytes: number
  isSlow: boolean
  /** Bytes written before the last request without a pending response. The client has probably read these. */
  readBefore: number
}

/** A request and its response. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Client of the request if it came through a trusted proxy. Else null. */
  readonly forwardedFor: string | null
}

/** Open connections, with limits. */
export interface Connections {
  readonly all: () => Iterable<Connection>
  readonly of: (socket: Duplex) => Connection | undefined
  /** Adds a new connection, or destroys it if a limit is reached. */
  readonly open: (socket: Socket, nowMs: number) => void
  /** Destroys a connection, with the bytes that the system buffers for a client that does not read. */
  readonly close: (connection: Connection) => void
  /** Marks a connection as waiting for its client from now on. */
  readonly waits: (connection: Connection) => void
  /** Marks a connection as serving a request. */
  readonly works: (connection: Connection) => void
  readonly begin: (connection: Connection, request: IncomingMessage, response: ServerResponse) => Exchange
  /** Returns whether the client has more pending requests through trusted proxies than it may have connections. */
  readonly isOverBound: (exchange: Exchange) => boolean
  readonly end: (connection: Connection, exchange: Exchange) => void
}

/**
 * Creates the set of open connections, bounded in total and per client. At the total bound, a new connection replaces
 * the longest waiting one of the client with the most waiting connections. A connection that serves a request is never
 * replaced.
 */
export function createConnections({ clients, maxConnections, maxConnectionsPerClient }: ConnectionLimits): Connections {
  const open = new Map<Duplex, Connection>()
  const counts = new Map<string, number>()
  /** Connections that wait for their client, by client, longest wait first. */
  const waiting = new Map<string, Set<Connection>>()
  /** Number of pending requests through trusted proxies, by client. */
  const forwarded = new Map<string, number>()

  function close(connection: Connection): void {
    const { socket } = connection
    forget(connection)
    if (socket.writableLength > 0) socket.resetAndDestroy()
    else socket.destroy()
  }

  function closeLongestWaiting(): boolean {
    let largest: ReadonlySet<Connection> | undefined
    for (const some of waiting.values()) if (some.size > (largest?.size ?? 0)) largest = some
    const [longest] = largest ?? []
    if (longest !== undefined) close(longest)
    return longest !== undefined
  }

  function works(connection: Connection): void {
    if (connection.client !== null) waiting.get(connection.client)?.delete(connection)
  }

  function waits(connection: Connection): void {
    const others = waiting.get(connection.client ?? '')
    if (others === undefined || !open.has(connection.socket)) return
    others.delete(connection)
    others.add(connection)
  }

  function end(connection: Connection, exchange: Exchange): void {
    if (!connection.exchanges.delete(exchange) || exchange.forwardedFor === null) return
    countDown(forwarded, exchange.forwardedFor)
  }

  function forget(connection: Connection): void {
    if (!open.has(connection.socket)) return
    works(connection)
    open.delete(connection.socket)
    if (connection.client !== null) {
      countDown(counts, connection.client)
      if (!counts.has(connection.client)) waiting.delete(connection.client)
    }
    for (const exchange of connection.exchanges) end(connection, exchange)
  }

  return {
    all: () => open.values(),
    of: (socket) => open.get(socket),
    open(socket, nowMs) {
      const client = clients.isTrusted(socket.remoteAddress) ? null : clients.ofSocket(socket)
      const count = client === null ? 0 : (counts.get(client) ?? 0)
      if (count >= maxConnectionsPerClient || (open.size >= maxConnections && !closeLongestWaiting())) {
        socket.destroy()
        return
      }
      const connection: Connection = {
        socket,
        client,
        exchanges: new Set(),
        lastEventMs: nowMs,
        receivedBefore: 0,
        unread: null,
        unmovedSinceMs: nowMs,
        takenBytes: 0,
        isSlow: false,
        readBefore: 0,
      }
      open.set(socket, connection)
      if (client !== null) {
        // The replaced connection may have been of the same client.
        counts.set(client, (counts.get(client) ?? 0) + 1)
        if (!waiting.has(client)) waiting.set(client, new Set())
      }
      waits(connection)
      socket.once('close', () => forget(connection))
    },
    close,
    waits,
    works,
    begin(connection, request, response) {
      const forwardedFor = connection.client === null ? clients.ofRequest(request) : null
      if (forwardedFor !== null) forwarded.set(forwardedFor, (forwarded.get(forwardedFor) ?? 0) + 1)
      const exchange = { request, response, forwardedFor }
      connection.exchanges.add(exchange)
      return exchange
    },
    isOverBound: ({ forwardedFor }) =>
      forwardedFor !== null && (forwarded.get(forwardedFor) ?? 0) > maxConnectionsPerClient,
    end,
  }
}

function countDown(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 1) - 1
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
