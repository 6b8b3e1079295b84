import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { RETRY_AFTER_SECONDS, type Refusal, sendRefusal } from '../refusal.ts'
import { sendClientError } from './client-error.ts'
import { overBudgets } from './connection-budgets.ts'
import { type Deadlines, standingOf } from './connection-deadlines.ts'
import type { ConnectionLimits } from './connection-limits.ts'
import { type Connection, createConnections, type Exchange } from './connections.ts'

/** Requests on one connection whose answers are not sent yet; browsers send one at a time. */
export const MAX_PIPELINED = 16
/** Browsers send some twenty. */
export const MAX_HEADERS = 100
/** After which a connection is closed in good order, so that none is kept for ever. */
const MAX_REQUESTS_PER_CONNECTION = 1000

const TOO_MANY_HEADERS: Refusal = {
  status: 431,
  code: 'LIMIT_EXCEEDED',
  message: `The request has more than ${MAX_HEADERS} headers; send fewer.`,
}
const NO_HOST: Refusal = { status: 400, code: 'BAD_INPUT', message: 'Send the header Host, as HTTP/1.1 demands.' }
const UNKNOWN_EXPECTATION: Refusal = {
  status: 417,
  code: 'BAD_INPUT',
  message: 'The only Expect header that can be met is 100-continue; leave it out.',
}
const TOO_MANY_REQUESTS: Refusal = {
  status: 503,
  code: 'BUSY',
  message: 'Too many of your requests are being answered; wait for some of them.',
  headers: { 'Retry-After': RETRY_AFTER_SECONDS },
}

export interface ConnectionGuard {
  /** Closes the connections on which no request is answered or being received, and from then on each that is answered. */
  readonly closeIdle: () => void
  readonly closeAll: () => void
}

/**
 * Bounds the connections of a server, and frees those that wait too long for their clients. What keeps to the bounds
 * is handed on.
 */
export function guardConnections(
  server: Server,
  limits: ConnectionLimits,
  deadlines: Deadlines,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): ConnectionGuard {
  const connections = createConnections(limits)
  let isStopping = false
  server.keepAliveTimeout = deadlines.keepAliveMs
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION
  // Node drops the headers past its bound: one more shows that there are too many.
  server.maxHeadersCount = MAX_HEADERS + 1
  // A newcomer is taken in before another makes room for it.
  server.maxConnections = limits.maxConnections + 1

  server.on('connection', (socket) => connections.open(socket, performance.now()))
  server.on('clientError', (error, socket) => {
    const [first, ...more] = connections.of(socket)?.exchanges ?? []
    // A refusal in the middle of answers would be taken for one of them.
    if (first?.response.headersSent || more.length > 0) socket.destroy()
    else sendClientError(error, socket, deadlines.lingerMs)
  })
  server.on('request', (request, response) => take(request, response, refusalOf(request)))
  // Node would answer these itself, however many are pipelined.
  server.on('checkExpectation', (request, response) => take(request, response, UNKNOWN_EXPECTATION))

  function take(request: IncomingMessage, response: ServerResponse, refusal: Refusal | null): void {
    const connection = connections.of(request.socket)
    if (connection === undefined) return
    if (connection.exchanges.size >= MAX_PIPELINED) {
      connections.close(connection)
      stopParsing(request.socket)
      return
    }
    if (connection.exchanges.size === 0) connection.readBefore = request.socket.bytesWritten
    const exchange = connections.begin(connection, request, response)
    connection.lastEventMs = performance.now()
    response.once('close', () => endExchange(connection, exchange))
    if (!hasBody(request)) connections.works(connection)
    else request.once('end', () => connection.exchanges.has(exchange) && connections.works(connection))
    const refused = connections.isOverBound(exchange) ? TOO_MANY_REQUESTS : refusal
    if (refused === null) handle(request, response)
    else sendRefusal(request, response, refused)
  }

  function endExchange(connection: Connection, exchange: Exchange): void {
    connections.end(connection, exchange)
    if (connection.exchanges.size > 0) return
    if (isStopping) {
      connections.close(connection)
      return
    }
    connection.lastEventMs = performance.now()
    connection.receivedBefore = connection.socket.bytesRead
    connection.unread = exchange.request.complete ? null : exchange.request
    connections.waits(connection)
  }

  function check(): void {
    const nowMs = performance.now()
    for (const connection of connections.all()) {
      const standing = standingOf(connection, nowMs, deadlines)
      if (standing === 'OVERDUE') connections.close(connection)
      else if ((standing === 'SLOW') !== connection.isSlow) {
        connection.isSlow = !connection.isSlow
        if (connection.isSlow) connections.waits(connection)
        else if (connection.exchanges.size > 0) connections.works(connection)
      }
    }
    for (const connection of overBudgets(connections.all())) connections.close(connection)
  }
  const timer = setInterval(check, deadlines.checkMs).unref()
  server.once('close', () => clearInterval(timer))
  const closeWhere = (isToClose: (connection: Connection) => boolean): void => {
    for (const connection of connections.all()) if (isToClose(connection)) connections.close(connection)
  }
  return {
    closeIdle() {
      isStopping = true
      closeWhere(({ socket, exchanges, receivedBefore }) => exchanges.size === 0 && socket.bytesRead === receivedBefore)
    },
    closeAll: () => closeWhere(() => true),
  }
}

function refusalOf({ rawHeaders, headers, httpVersion }: IncomingMessage): Refusal | null {
  if (rawHeaders.length > 2 * MAX_HEADERS) return TOO_MANY_HEADERS
  return httpVersion === '1.1' && headers.host === undefined ? NO_HOST : null
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** The answer to Node's parser by which the bytes that follow are no requests. */
const NO_MORE_REQUESTS = 2

/**
 * Ends the parsing of what a closed connection has sent already: one read of 64 KiB can have 3,000 requests. Node has no
 * documented way; where this one is gone, they cost more, and are dropped all the same.
 */
function stopParsing(socket: Socket): void {
  const parser: unknown = Reflect.get(socket, 'parser')
  if (typeof parser === 'object' && parser !== null) Reflect.set(parser, 'onIncoming', () => NO_MORE_REQUESTS)
}
