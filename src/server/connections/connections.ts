import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionLimits } from './connection-limits.ts'

/** One connection and the requests on it that are being answered. */
export interface Connection {
  readonly socket: Socket
  /** The address at the other end, as `toClient` writes it; null for a trusted proxy. */
  readonly client: string | null
  readonly exchanges: Set<Exchange>
  /** The last of: opened, headers received, answered. Times are milliseconds of `performance.now()`. */
  lastEventMs: number
  /** Bytes received before the request that is due or being received. */
  receivedBefore: number
  /** The last request, where it was answered before all of it had come. */
  unread: IncomingMessage | null
  /** Since when the client has taken nothing worth mentioning of its answer; now where nothing waits for it. */
  unmovedSinceMs: number
  /** Bytes that the client had taken then. */
  takenBytes: number
  isSlow: boolean
  /** Bytes written before the last request that came after all answers were written: those have been read, it seems. */
  readBefore: number
}

/** A request and its response. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The client counted for it, where it came by way of a trusted proxy. */
  readonly forwardedFor: string | null
}

export interface Connections {
  readonly all: () => Iterable<Connection>
  readonly of: (socket: Duplex) => Connection | undefined
  /** Takes in a new connection, or destroys it where its client or the server has no place left. */
  readonly open: (socket: Socket, nowMs: number) => void
  /** Frees a connection at once, with the bytes that the system still holds for a client that does not read. */
  readonly close: (connection: Connection) => void
  /** Marks a connection as one that waits for its client, from now on. */
  readonly waits: (connection: Connection) => void
  /** Marks a connection as one whose client waits for the server. */
  readonly works: (connection: Connection) => void
  readonly begin: (connection: Connection, request: IncomingMessage, response: ServerResponse) => Exchange
  /** Whether the client of a request has more of them by way of trusted proxies than it may have connections. */
  readonly isOverBound: (exchange: Exchange) => boolean
  readonly end: (connection: Connection, exchange: Exchange) => void
}

/**
 * The open connections, bounded in total and per client. A newcomer that finds all places taken gets the place of the
 * longest waiting connection of the client that has most of them waiting; one that serves a request is never closed.
 */
export function createConnections({ clients, maxConnections, maxConnectionsPerClient }: ConnectionLimits): Connections {
  const open = new Map<Duplex, Connection>()
  const counts = new Map<string, number>()
  /** Connections that wait for their client, by client, the longest waiting first. */
  const waiting = new Map<string, Set<Connection>>()
  /** Requests being answered that came by way of trusted proxies, by client. */
  const forwarded = new Map<string, number>()

  function close(connection: Connection): void {
    const { socket } = connection
    forget(connection)
    if (socket.writableLength > 0) socket.resetAndDestroy()
    else socket.destroy()
  }

  function closeLongestWaiting(): boolean {
    let most: ReadonlySet<Connection> | undefined
    for (const some of waiting.values()) if (some.size > (most?.size ?? 0)) most = some
    const [longest] = most ?? []
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
        // The place may have been one of its own.
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
